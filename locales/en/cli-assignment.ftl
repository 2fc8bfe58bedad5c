### One thing owed by one person or unit, from the command line

cli-assignment-usage = An assignment's id (see: nhipquy export assignments --json) and --reason "why" are needed.
cli-assignment-phrase = extended to { $day }
cli-assignment-extended = Extended from { $from } to { $day }. Reminders follow the new date.
cli-assignment-withdrawn = Withdrawn. No more reminders, and outside the shares.
cli-assignment-unknown = There is no assignment of that id. See: nhipquy export assignments --json
cli-assignment-not-open = It is done or withdrawn already and stays so.
cli-assignment-no-date = It has no date yet, so there is nothing to extend.
cli-assignment-not-later = The new date must be after the present one.
cli-assignment-rule-word = The reason “{ $reason }” is a word of the rules. Say it in your own words.
