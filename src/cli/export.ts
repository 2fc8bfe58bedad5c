import type { Command } from 'commander'
import type { Tools } from '../commands/command.ts'
import { authorise } from '../store/authorise.ts'
import { withClosedUnits } from '../store/closed-units.ts'
import { listAssignmentRows, listDeliveryRows, listSubmissionRows } from '../store/export-rows.ts'
import { listTotalRows } from '../store/unit-totals.ts'
import { listTrees, listUnitsByCode, unitsBelow } from '../store/units.ts'
import { dayOf } from '../time.ts'
import type { CliDeps } from './cli-deps.ts'
import { exportTable, type TableOptions } from './export-table.ts'

type Rows = Record<string, unknown>[]

const TABLES: Record<string, (tools: Tools, unitIds?: readonly string[]) => Promise<Rows>> = {
  assignments: ({ tx }, unitIds) => listAssignmentRows(tx, unitIds),
  submissions: ({ tx }, unitIds) => listSubmissionRows(tx, unitIds),
  deliveries: ({ tx }) => listDeliveryRows(tx),
  totals: ({ tx }, unitIds) => listTotalRows(tx, unitIds),
}

/**
 * `export assignments|submissions|deliveries|totals --json`: one array of flat rows. Words of people stay sealed.
 * `export table --xlsx|--csv`: the figures of a quarter.
 */
export function registerExport(program: Command, deps: CliDeps): void {
  const { openTools, print, problem, exitCode, t } = deps
  program
    .command('export <table>')

    .option('--json')
    .option('--unit <code>')
    .option('--xlsx')
    .option('--csv')
    .option('--quarter <quarter>')
    .option('--out <file>')
    .action(async (table: string, options: TableOptions) => {
      if (table === 'table') return exportTable(deps, options)
      const list = TABLES[table]
      if (!list) {
        problem(t('cli-export-unknown', { table, tables: [...Object.keys(TABLES), 'table'].join(', ') }))
        return exitCode(2)
      }
      if (table === 'deliveries' && options.unit !== undefined) {
        problem(t('cli-export-no-unit'))
        return exitCode(2)
      }
      await openTools(async (tools) => {
        const branch = options.unit === undefined ? undefined : await branchOfCode(tools, options.unit)
        if (branch === null) {
          problem(t('cli-unit-unknown', { unit: options.unit ?? '' }))
          return exitCode(1)
        }
        await recordExport(tools, branch?.[0])
        print(JSON.stringify(await list(tools, branch), null, 2))
      })
    })
}

/** Ids of a unit, of all below it and of those that were closed into them; null when no unit has that code. */
export async function branchOfCode(tools: Tools, code: string): Promise<string[] | null> {
  const today = dayOf(tools.now)
  const [unit] = await listUnitsByCode(tools.tx, code, today)
  if (!unit) return null
  const below = await unitsBelow(tools.tx, unit.id, today)
  return (await withClosedUnits(tools.tx, below, today)).unitIds
}

/** What the operator takes out is on record, for every tree it is taken from. */
async function recordExport(tools: Tools, unitId: string | undefined): Promise<void> {
  if (unitId !== undefined) return void (await authorise(tools, 'operator', 'export', { unitId }))
  for (const tree of await listTrees(tools.tx)) {
    const [root] = await listUnitsByCode(tools.tx, tree.code, dayOf(tools.now), tree.code)
    if (root) await authorise(tools, 'operator', 'export', { unitId: root.id })
  }
}
