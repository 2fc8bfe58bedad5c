## Weekly digest and /tonghop, /tiendo

digest-head = Summary up to { $day }. Please open this message to see the figures of all tasks.
digest-scope = Scope: { $unit } ({ $count ->
        [one] one unit
       *[other] { $count } units
    })
digest-scope-several = Scope: { $count } units assigned to you
digest-line-people = { $title }: { $done }/{ $total } people have sent theirs, due { $due }{ $change }
digest-line-units = { $title }: { $done }/{ $total } units have sent theirs, due { $due }{ $change }
digest-change = { " (" }{ $count } more this week)
digest-nothing-due = Nothing is due in this scope yet.
digest-quiet = No change since last week.
digest-late-head = Past the date, in need of help:
digest-late-unit = { $unit }: { $open } open, { $days ->
        [one] one day
       *[other] { $days } days
    }
digest-late-more = and { $count ->
        [one] one more unit
       *[other] { $count } more units
    }; write /tonghop and the name of a unit to see it alone
digest-coming-head = In the next two weeks:
digest-trace = The figures count what was sent through the bot. The official handbook stays the record.

progress-head = Progress up to { $day }. Please open this message to see the figures of your unit.
progress-no-right = This part is for those in charge. Write /viec to see your own tasks.
progress-unknown-unit = There is no unit “{ $unit }” in your scope. Write: /tonghop and the name or code of a unit.
progress-several-units = { $count } units fit the name that was written. Please choose one of them below:
progress-line-people = { $title }: { $done }/{ $total } people have sent theirs, due { $due }
progress-line-no-counts = { $title }: under way, due { $due }
progress-line-unit-done = { $title }: the unit has sent it
progress-line-unit-open = { $title }: the unit has not sent it yet, due { $due }
