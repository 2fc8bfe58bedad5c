## Paragraph for a report, and tables

paragraph-head = A paragraph for a report:
paragraph-whole = By { $day }, { $parts }.
paragraph-cells = cells
paragraph-units = units
paragraph-people-part = { $done }/{ $total } people have sent { $title } ({ $share } %)
paragraph-units-part = { $done }/{ $total } { $units } have sent { $title } ({ $share } %)
paragraph-session-part = { $done }/{ $total } { $units } have their { $title } ({ $share } %)

summary-file-button = Excel table of quarter { $quarter }
summary-more-units = Further units
summary-sub-units = Choose a unit to see it alone:
summary-file-sent = The table of quarter { $quarter }/{ $year } comes with this message. Open it with Excel or any spreadsheet app.
summary-file-link = Table of quarter { $quarter }/{ $year }: { $link }
    The link works for 7 days, through { $until }, and only for those in charge; please do not pass it on.
summary-file-none = Files cannot be sent here yet. Please ask the operator to take the table out: nhipquy export table --unit { $unit } --xlsx

download-title = Nhịp Quý
download-intro = Table of quarter { $quarter }/{ $year }. The figures are for those in charge only.
download-button = Download the Excel table
download-expired = The link has expired. Write /tonghop to the bot for a new one.
download-wrong = The link is not right. Write /tonghop to the bot for a new one.
download-no-right = You are no longer in charge of this scope, so it cannot be opened.

table-total = Total
table-yes = yes
table-note = Made at { $time } on { $day } from what was sent through the bot; taken by: { $reader }. The official handbook stays the record.
table-operator = operator
table-subject-people = each person
table-subject-units = unit
table-report-on-time = on time
table-report-late = late
table-report-open = not yet
table-report-none = none due
table-quarter-name = Quarter { $quarter }
table-quarter-title = Study sessions of quarter { $quarter }/{ $year }
table-quarter-1 = Cell
table-quarter-2 = Held on
table-quarter-3 = Topic
table-quarter-4 = Present/all
table-quarter-5 = %
table-quarter-6 = Speakers
table-quarter-7 = Score, grade
table-quarter-8 = Pledges x/y
table-quarter-9 = Deeds done/behind
table-quarter-10 = Report
table-quarter-11 = Handbook (day)
table-quarter-12 = Proposals
table-half-name-first = First half of the year
table-half-name-second = Second half of the year
table-half-1 = Cell
table-half-2 = Members
table-half-3 = Attendances
table-half-4 = %
table-half-5 = Topic studied
table-half-session = Session of quarter { $quarter }
table-half-exemplars = Exemplars
table-half-inspections = Inspections
table-tasks-name = Task by task
table-tasks-title = Tasks of { $year }
table-tasks-1 = Unit
table-tasks-2 = Task
table-tasks-3 = Round
table-tasks-4 = Due
table-tasks-5 = Done by
table-tasks-6 = Owed
table-tasks-7 = Done
table-tasks-8 = Done late
table-tasks-9 = Open
table-tasks-10 = %
table-trend-name = Taking part by quarter
table-trend-title = Share of those present at sessions, last four quarters (%)
table-trend-1 = Unit

cli-table-which = Choose one form: --xlsx or --csv.
cli-table-quarter = “{ $quarter }” is no quarter. Type it as 2026-Q1.
cli-table-written = Written: { $file }
