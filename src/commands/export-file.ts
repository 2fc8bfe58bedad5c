import { makeListBook } from '../documents/export-book.ts'
import { writeWorkbook } from '../documents/write-workbook.ts'
import { unitsAllowing } from '../domain/access.ts'
import type { ExportList } from '../domain/export-columns.ts'
import type { PersonView } from '../domain/person.ts'
import { authorise } from '../store/authorise.ts'
import { unitsBelow } from '../store/units.ts'
import { dayOf } from '../time.ts'
import type { Tools } from './command.ts'
import { XLSX } from './summary-file.ts'

/** More rows than this no telephone opens: the operator writes them on the command line. */
const MOST_ROWS = 20_000

/** A list as `.xlsx` for somebody of the office, on record; says why there is none. */
export async function makeListFile(
  tools: Tools,
  person: PersonView,
  list: ExportList,
  locale: 'vi' | 'en',
): Promise<{ name: string; mime: string; base64: string } | 'refused' | 'too-many'> {
  const unitIds = new Set<string>()
  for (const unitId of unitsAllowing(person, 'export')) {
    if (!(await authorise(tools, person, 'export', { unitId, details: { list } }))) continue
    for (const below of await unitsBelow(tools.tx, unitId, dayOf(tools.now))) unitIds.add(below)
  }
  if (unitIds.size === 0) return 'refused'
  const request = { list, treeId: person.treeId, unitIds: [...unitIds], locale, reader: person.code }
  const book = await makeListBook(tools, request)
  if (book.tables.some(({ rows }) => rows.length > MOST_ROWS)) return 'too-many'
  const bytes = await writeWorkbook(book)
  return {
    name: `${list}-${dayOf(tools.now)}.xlsx`,
    mime: XLSX,
    base64: bytes.toString('base64'),
  }
}
