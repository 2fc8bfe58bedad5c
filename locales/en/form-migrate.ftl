## The form changes while one is unfinished

form-migrate-moved = The form has changed since the last time. Everything you answered is still there.
form-migrate-added = New questions: { $lines }.
form-migrate-needed = Needed from now on: { $lines }.
form-migrate-reworded = Asked in other words, please look at your answer again: { $lines }.
form-migrate-removed = Not asked any more: { $lines }.
form-migrate-renumbered = Questions have other numbers now; type show to see them.
form-migrate-stays = The form has changed. This one goes on in its old version, since the new one has no place for what you answered:
