## Weekly digest and /tonghop, /tiendo

digest-head = Summary up to { $day }. Please open this message to see the figures of all tasks.
digest-scope-one = { $unit }
digest-scope = { $unit } (with the units below it: { $count })
digest-scope-several = { $count } units assigned to you
digest-line-people = { $title }: { $done }/{ $total } people have sent theirs, due { $due }{ $change }
digest-line-units = { $title }: { $done }/{ $total } units have sent theirs, due { $due }{ $change }
digest-change = { " (" }{ $count } more this week)
digest-nothing-due = Nothing is due yet.
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
digest-figure-work = Tasks due or soon due: { $now }/{ $of } done ({ $share } %), { $change }
digest-figure-people-work = Tasks of each person done: { $now }/{ $of } ({ $share } %), { $change }
digest-figure-unit-work = Tasks of the unit done: { $now }/{ $of } ({ $share } %), { $change }
digest-figure-late-units = Units with something past its date: { $now }/{ $of }, { $change }
digest-figure-joined = Using the bot: { $now }/{ $of } people ({ $share } %), { $change }
digest-more = { $count } more than last week
digest-fewer = { $count } fewer than last week
digest-same = as last week
digest-week-head = Due this week:
digest-week-next = Nothing is due this week. Next: { $title }, due { $due }.
digest-week-none = Nothing is due in the next two weeks.
digest-calls-head = A call may help:
digest-phone-secretary = secretary { $phone }
digest-phone-deputy = deputy { $phone }
digest-unchanged = Summary up to { $day }: no change since last week, still { $now }/{ $of }. Write /tonghop to see every task.
digest-unchanged-empty = Summary up to { $day }: no change since last week. Write /tonghop to see every task.
digest-open = See every task
digest-trace = The figures count, person by person except where it says "total", what was sent through the bot. The official handbook stays the record.

progress-head = Progress up to { $day }. Please open this message to see the figures of your unit.
progress-nothing-due = Nothing is due in the unit yet.
progress-no-right = This part is for those in charge. Write /viec to see your own tasks.
progress-unknown-unit = There is no unit “{ $unit }” among the units in your charge. Write: /tonghop and the name or code of a unit.
progress-several-units = { $count } units fit the name that was written. Please choose one of them below:
progress-line-people = { $title }: { $done }/{ $total } people have sent theirs, due { $due }
progress-line-no-counts = { $title }: under way, due { $due }
progress-line-unit-done = { $title }: the unit has sent it
progress-line-unit-open = { $title }: the unit has not sent it yet, due { $due }

cause-nobody-joined = nobody has joined the bot
cause-messages-failing = the bot's messages do not arrive
cause-stopped = being written, stopped at question { $question }
cause-unsent = written, waits to be sent
cause-under-way = under way, { $done }/{ $total } done
cause-no-word = no word from the unit for two weeks
cause-not-started = has joined, has not opened the form
