### Importing units and members on the command line

cli-import-done = Imported: { $new } new, { $changed } changed, { $unchanged } as before. Not in the file: { $vanished } (kept).
cli-import-would = Nothing written. It would be: { $new } new, { $changed } changed, { $unchanged } as before. Not in the file: { $vanished } (kept).
cli-import-refused = Nothing imported: { $count } cells to mend.
cli-import-vanished = not in the file, kept
cli-import-stays = ! { $member } also stays in { $units }, of which this file does not speak. To end that: a row with the role "left".
cli-import-phone = another phone
cli-import-exempt = exempt
cli-import-key-leader = key leader
cli-import-supervises = supervises { $unit }
cli-import-role = { $role ->
    [secretary] secretary
    [deputy] deputy
    [contact] contact
    [leader] leader
    [office] office
   *[member] member
}

## Reasons, after FILE:LINE:COLUMN

cli-import-problem-no-file = there is no such file
cli-import-problem-file-too-large = the file is too large, at most { $megabytes } MB
cli-import-problem-not-utf8 = the file is not UTF-8; save it from Excel as "CSV UTF-8" or .xlsx
cli-import-problem-broken-quotes = a quote is not closed or misplaced
cli-import-problem-broken-workbook = this .xlsx file cannot be read
cli-import-problem-old-workbook = an old .xls file or a file with a password; in Excel choose Save As > Excel Workbook (.xlsx), without a password
cli-import-problem-workbook-too-large = the file unpacks to too much, at most { $megabytes } MB; remove pictures and sheets that are not used
cli-import-problem-macros = the file holds macros or embedded files and is not opened; save it as a plain .xlsx
cli-import-problem-external-links = the file takes data from another file; in Excel choose Data > Edit Links > Break Link and save it again
cli-import-problem-too-many-sheets = too many sheets, at most { $sheets }
cli-import-problem-too-many-rows = too many rows, at most { $rows }
cli-import-problem-too-many-columns = too many columns, at most { $columns }
cli-import-problem-cell-too-long = the cell is too long, at most { $characters } characters
cli-import-problem-control-characters = the cell has characters that cannot be read; type it again
cli-import-problem-empty-file = the file is empty
cli-import-problem-no-rows = there is no row below the header
cli-import-problem-unknown-column = column "{ $column }" is unknown; these are read: { $columns }
cli-import-problem-column-twice = column "{ $column }" is there twice
cli-import-problem-missing-column = column { $column } is missing
cli-import-problem-cell-without-column = the cell has words but its column has no header
cli-import-problem-empty = { $column } is empty
cli-import-problem-bad-code = code "{ $code }" cannot be used: at most 40 characters, no ;
cli-import-problem-too-long = too long, at most { $characters } characters
cli-import-problem-unknown-kind = unit kind "{ $kind }" is not understood; use a code such as cell-street
cli-import-problem-unit-twice = unit { $unit } is already on line { $line }
cli-import-problem-unknown-parent = there is no parent unit { $unit }, neither in the file nor imported before
cli-import-problem-ambiguous-unit = several trees have a unit { $unit }; add --tree CODE
cli-import-problem-circle = { $unit } would be above itself
cli-import-problem-root-stays-root = { $unit } has another place in the tree: a root stays a root, a unit below needs its parent code
cli-import-problem-unknown-root = there is no unit { $unit } (--root)
cli-import-problem-unknown-unit = there is no unit { $unit }
cli-import-problem-unknown-role = role "{ $text }" is not understood; use secretary, deputy, contact, leader, office, or nothing
cli-import-problem-not-yes-or-no = "{ $text }" is neither yes nor no; use x or nothing
cli-import-problem-unknown-category = category "{ $text }" is not understood
cli-import-problem-not-a-number = "{ $text }" is no rank number
cli-import-problem-bad-phone = the phone number has a wrong form
cli-import-problem-unknown-member = this person is not in the roster yet, so there is nothing to end
cli-import-problem-member-twice = { $member } is already in { $unit } on line { $line }; one row per unit, several roles split by ;
cli-import-problem-other-name = { $member } has another name on line { $line }
cli-import-problem-supervises-without-post = supervises a unit without being leader, secretary, deputy or office
cli-import-problem-two-secretaries = { $unit } already has a secretary on line { $line }
cli-import-away = away until { $day }
cli-import-problem-unknown-status = "{ $text }" is no status; use official, probationary, exempt, away or left
cli-import-problem-bad-day = "{ $text }" is no day; write it like 30/6/2026
cli-import-problem-away-without-day = whoever is away needs a day in the column "{ $column }", such as 30/6/2026
cli-import-problem-unknown-reach = reach "{ $text }" is not understood; use secretary, members, or nothing
