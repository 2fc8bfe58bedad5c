## Nudges, further sentences. The first line is neutral: a lock screen shows about 60 characters.

nudge-head-invitation = Early reminder: due { $due }, { $days ->
        [one] one day
       *[other] { $days } days
    } left. Please open this message to see what it is.
nudge-head-reminder = Reminder: due { $due }, { $days ->
        [one] one day
       *[other] { $days } days
    } left. Please open this message to see what it is.
nudge-head-last-day = Reminder: due today { $due }, until midnight. Please open this message to see what it is.
nudge-head-late = Reminder. Please open this message to see what it is and how to do it right now.
nudge-head-many = Reminder: { $count } tasks, the next due { $due }. Please open this message to see what they are.
nudge-head-many-late = Reminder: { $count } tasks. Please open this message to see what they are and how to do them.
nudge-head-units = How things stand, in figures only. Please open this message to see them.

nudge-private-how-many = Choose what to do first, or write /viec. You can stop half way, every answer is kept.
nudge-open-one = Do: { $title }

nudge-snooze-tonight = Remind me tonight
nudge-snooze-tomorrow = Remind me tomorrow
nudge-snooze-three-days = Remind me in 3 days
nudge-snooze-later = Later

snooze-done = All right, the bot will remind you at { $time } on { $day }.
snooze-done-late = All right, the bot will remind you at { $time } on { $day }. Please note that it is due by the end of { $due }; to do it at any time write /viec.
snooze-later = All right. The next reminder comes on its day; to do it at any time write /viec.
snooze-nothing = What that message asked for is done, no more reminders are needed. Thank you.

nudge-secretary-unreached = Not reached ({ $count }):
nudge-secretary-unreached-how = The bot's message does not reach them. Please write or call.

nudge-units-list = Units with something still to come:
nudge-units-people = { $unit }: { $title }, { $missing } of { $total } to come, due { $due }
nudge-units-unit = { $unit }: { $title }, due { $due }
nudge-units-how = A call to ask whether anything stands in the way often helps more than a message. Write /tonghop to see the whole unit.

menu-reminders = More or fewer reminders
help-reminders = every reminder, or only the last before each date
reminders-ask = Now the bot { $how ->
        [last] reminds you once, the last time before each deadline
       *[all] reminds you several times before each deadline
    }. What do you prefer?
reminders-all = Every reminder
reminders-last = Only the last before a deadline
reminders-saved-all = Noted. Every reminder comes, a few messages a week at most.
reminders-saved-last = Noted. From now on only the last reminder before each deadline comes.

cli-status-month = { $bot }, this month: { $used }/{ $quota } messages; by the end of the month { $forecast } ({ $share } %), of them replies { $dialogs }, last reminders { $lastDays }{ $warn }
cli-status-month-warn = . Messages run short: early reminders and digests give way to replies and last reminders.
cli-held = Not sent, and why:
cli-held-line = { $reason } ({ $topic }): { $count } times, { $people } people
held-ceiling = the week's number is reached
held-budget = the month's messages are kept for what needs them more
held-busy-season = the unit's busy season
held-own-wish = the person's own wish
held-away = away
held-refused = wants no messages
held-not-joined = not joined yet
held-unreachable = cannot be reached
held-nobody-to-tell = nobody to tell
