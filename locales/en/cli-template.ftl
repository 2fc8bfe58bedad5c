### Workbooks to fill in and files written

cli-template-written = Written: { $file }. Fill it in like the sample rows, then remove those; cells with an arrow offer values. Then type: nhipquy import { $what } { $file } --dry-run
cli-file-exists = { $file } is there already. Choose another name, or add --force to write over it.
cli-file-unwritable = { $file } could not be written ({ $code }).
