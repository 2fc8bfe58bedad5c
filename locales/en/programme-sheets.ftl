### Workbooks of a programme

programme-export-usage = Choose one: --yaml FILE or --xlsx FILE
programme-file-written = Written: { $file }.
sheet-problem-unknown-sheet = no sheet has this name; the sheets: { $sheets }; notes go into a sheet named “Ghi chú …”
sheet-problem-unknown-column = the column “{ $column }” is not known
sheet-problem-column-twice = the column “{ $column }” is there twice
sheet-problem-cell-without-column = a cell under no header
sheet-problem-no-row-kind = the first column must say what the row is: { $labels }
sheet-problem-unknown-row-kind = a row “{ $label }” is not known; use: { $labels }
sheet-problem-row-without-owner = a row “{ $label }” must stand under the one it belongs to
sheet-problem-no-key = a row “{ $label }” needs a code
sheet-problem-key-twice = the code { $key } is there above
sheet-problem-said-twice = “{ $label }” was said elsewhere
sheet-problem-cell-of-another-row = a row “{ $label }” has no use for this cell: “{ $cell }”
sheet-problem-no-such-obligation = there is no obligation “{ $code }” in the sheet Nhiệm vụ
sheet-problem-no-period = the period is missing: Q1, H2, 03, 2026 or 2026-Q1
