import { writeFile } from 'node:fs/promises'
import type { Tools } from '../commands/command.ts'
import { makeTableBook } from '../documents/table-book.ts'
import { writeCsv } from '../documents/write-csv.ts'
import { writeWorkbook } from '../documents/write-workbook.ts'
import { quarterAt, type Quarter, readRollUpPeriod } from '../domain/roll-up-span.ts'
import { branchOf } from '../domain/unit-tree.ts'
import { authorise } from '../store/authorise.ts'
import { listTrees, listUnits, listUnitsByCode } from '../store/units.ts'
import { dayOf } from '../time.ts'
import type { CliDeps } from './cli-deps.ts'

export interface TableOptions {
  unit?: string
  xlsx?: boolean
  csv?: boolean
  quarter?: string
  out?: string
}

/**
 * `export table --xlsx|--csv`: the figures of a quarter. A spreadsheet goes into a file, CSV to standard output
 * unless `--out` names one. What units proposed stays sealed for the operator.
 */
export async function exportTable(deps: CliDeps, options: TableOptions): Promise<void> {
  const { print, problem, exitCode, t, openTools } = deps
  if (options.xlsx === options.csv) {
    problem(t('cli-table-which'))
    return exitCode(2)
  }
  await openTools(async (tools) => {
    const period =
      options.quarter === undefined
        ? quarterAt(dayOf(tools.now))
        : readRollUpPeriod(options.quarter, dayOf(tools.now))
    if (period?.kind !== 'quarter') {
      problem(t('cli-table-quarter', { quarter: options.quarter ?? '' }))
      return exitCode(2)
    }
    const root = await findRoot(tools, options.unit)
    if (!root) {
      problem(t('cli-unit-unknown', { unit: options.unit ?? '' }))
      return exitCode(1)
    }
    const bytes = await tableBytes(deps, tools, root.id, root.treeId, period, options)
    const { year, quarter } = period
    const out = options.out ?? (options.xlsx ? `tong-hop-${root.code}-${year}-q${quarter}.xlsx` : null)
    if (out === null) return print(bytes.toString('utf8').trimEnd())
    await writeFile(out, bytes)
    print(t('cli-table-written', { file: out }))
  })
}

async function findRoot(tools: Tools, code: string | undefined) {
  const today = dayOf(tools.now)
  if (code !== undefined) return (await listUnitsByCode(tools.tx, code, today))[0]
  const [tree] = await listTrees(tools.tx)
  return tree && (await listUnitsByCode(tools.tx, tree.code, today, tree.code))[0]
}

async function tableBytes(
  { t, locale }: CliDeps,
  tools: Tools,
  rootId: string,
  treeId: string,
  { year, quarter }: { year: number; quarter: Quarter },
  options: TableOptions,
): Promise<Buffer> {
  await authorise(tools, 'operator', 'take-table', { unitId: rootId })
  const units = await listUnits(tools.tx, treeId, dayOf(tools.now))
  const inside = new Set(branchOf(rootId, units))
  const book = await makeTableBook(tools, {
    treeId,
    units: units.filter(({ id }) => inside.has(id)),
    year,
    quarter,
    locale,
    reader: t('table-operator'),
    withProposals: false,
  })
  return options.xlsx ? writeWorkbook(book) : Buffer.from(writeCsv(book.tables[0]!))
}
