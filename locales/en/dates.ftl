## Dates that the plan leaves open

menu-date = Set a date that is missing
help-date = set a date that the plan leaves open
dates-ask-head = Reminder: some dates are still needed. Please open this message to see the list.
dates-ask-how = When you know a date, write /dathan to enter it. Until then the task is shown, but nobody is reminded.
dates-open-head = { $programme } leaves these dates open:
dates-open-line = { $title } (the plan says: { $phrase })
dates-none = No date is missing.
dates-which = { $count } tasks have no date yet. Please choose one of the list below to set its date:
dates-which-day = Please enter the last day on which it is accepted, e.g. 15/5/2026.

    Task: { $title }
    The plan says: { $phrase }
dates-day-unreadable = This day could not be read. Please enter day/month/year, e.g. 15/5/2026, or /huy to stop.
dates-day-past = { $due } has passed. Please enter a day from today on, or /huy to stop.
dates-confirm = The date will be the end of { $due }. If that is right, choose “Set this date”.

    Task: { $title }
dates-yes = Set this date
dates-other = Enter another day
dates-set = Set: by the end of { $due }, for { $count } that owe it. Reminders follow the new date.

    Task: { $title }
dates-too-late = This is later than the level above allows for the same task, so it was not set. Please enter an earlier day.

    Task: { $title }
dates-gone = This date can no longer be set here. Write /dathan to see the present list.
dates-phrase = { $phrase }; set by the office: by the end of { $due }
