## Report when a task's time is over

closing-head = Results of the tasks whose last day has passed, figures up to { $day }. Please open to read.
closing-people = { $title } (due { $due }): { $done }/{ $total } people have sent theirs.
closing-units = { $title } (due { $due }): { $done }/{ $total } units have sent theirs.
closing-complete = Complete.
closing-open = { $count } still open.
closing-missing = Still open in:
closing-unit = { $unit }: { $open }
closing-more = and { $count } more units
closing-next = What comes after the last day is still taken. Write /tonghop and the name of a unit to see it alone.
closing-next-unit = What comes after the last day is still taken. Write /danhsach to see who remains.
closing-thanks = Everything has come. Thank you.
