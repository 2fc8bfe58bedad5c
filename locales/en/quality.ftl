## Checking the roster, and the question that stops people

quality-head = Check of the roster up to { $day }. Please open this message to see each part.
quality-clean = The roster is complete: nothing needs adding.
quality-no-secretary = Units without a secretary ({ $count }):
quality-no-group = Units without a bound group ({ $count }):
quality-no-account = Not using the bot, by unit ({ $count }):
quality-no-phone = Without a telephone number, by unit ({ $count }):
quality-duplicates = May be one and the same ({ $count }):
quality-no-unit = In no unit ({ $count }):
quality-unit-count = { $unit }: { $count }/{ $members }
quality-more = and { $count } more
dropoff-head = Forms that have stood still since yesterday or longer:
dropoff-none = No form stands still halfway.
dropoff-line = { $title }: question { $question } “{ $label }”, forms: { $count }
dropoff-unsent = { $title }: written, waits to be sent, forms: { $count }
cli-explain-period = “{ $period }” is no period. Type it as 2026-Q1 or 2026.
cli-explain-unknown = There is no unit or figure “{ $word }” in this period. To see the names of figures: status --explain UNIT_CODE
menu-data-quality = Check the roster
help-data-quality = check the roster, and where forms stand still
