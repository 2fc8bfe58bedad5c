import type { Command } from 'commander'
import type { Translate } from '../commands/command.ts'
import type { MemberImport } from '../domain/plan-member-import.ts'
import type { UnitImport } from '../domain/plan-unit-import.ts'
import { type Headers, MEMBER_COLUMNS, resolveColumns, UNIT_COLUMNS } from '../domain/roster-columns.ts'
import {
  importMembers,
  type ImportOptions,
  importUnits,
  type RecomputeTrees,
} from '../store/import-roster.ts'
import { recomputeTrees } from '../store/recompute-assignments.ts'
import { listUnits } from '../store/units.ts'
import { dayOf } from '../time.ts'
import { ROSTER_SHEETS } from '../domain/vietnamese-headers.ts'
import type { CliDeps } from './cli-deps.ts'
import { describeMembers, describeUnits } from './describe-roster-changes.ts'
import { readTable } from './read-table.ts'
import { refuseTable } from './refuse-table.ts'

interface Options {
  root?: string
  tree?: string
  dryRun?: boolean
}

/**
 * `nhipquy import units FILE` and `nhipquy import members FILE`. Prints what changes; every bad cell as
 * `FILE:LINE:COLUMN reason`, in a workbook `FILE:SHEET:ROW:COLUMN reason`, on standard error, and then nothing is imported and the code is 1.
 */
export function registerImportRoster(
  program: Command,
  deps: CliDeps,
  recompute: RecomputeTrees = recomputeTrees,
): void {
  const parent = program.commands.find((each) => each.name() === 'import') ?? program.command('import')
  for (const what of ['units', 'members'] as const) {
    parent
      .command(`${what} <file>`)
      .option('--root <unit>')
      .option('--tree <code>')
      .option('--dry-run')
      .action((file: string, options: Options) => importFile(what, file, options, deps, recompute))
  }
}

async function importFile(
  what: 'units' | 'members',
  file: string,
  options: Options,
  deps: CliDeps,
  recompute: RecomputeTrees,
): Promise<void> {
  const read = await readTable(file, { sheet: ROSTER_SHEETS[what] })
  const place = { file, sheet: 'table' in read ? read.table.sheet : read.sheet }
  const { rows, problems, headers } =
    'problem' in read
      ? { rows: [], problems: [read.problem], headers: new Map() as Headers }
      : resolveColumns(read.table, what === 'units' ? UNIT_COLUMNS : MEMBER_COLUMNS)
  await deps.openTools(async (tools) => {
    const t: Say = (key, values) => tools.t(deps.locale, key, values)
    if (problems.length > 0) return refuseTable(place, problems, deps, headers)
    const settings: ImportOptions = {
      ...(options.root !== undefined && { root: options.root }),
      ...(options.tree !== undefined && { tree: options.tree }),
      dryRun: options.dryRun ?? false,
    }
    if (what === 'units') {
      const plan = await importUnits(tools, rows, settings, recompute)
      if (plan.problems.length > 0) return refuseTable(place, plan.problems, deps, headers)
      return tell(plan, describeUnits(plan, t), settings, deps, t)
    }
    const plan = await importMembers(tools, rows, settings, recompute)
    if (plan.problems.length > 0) return refuseTable(place, plan.problems, deps, headers)
    const treeIds = new Set([...plan.changes, ...plan.vanished].map((each) => each.treeId))
    const units = []
    for (const treeId of treeIds) units.push(...(await listUnits(tools.tx, treeId, dayOf(tools.now))))
    return tell(plan, describeMembers(plan, units, t), settings, deps, t)
  })
}

type Say = (key: string, values?: Parameters<Translate>[2]) => string

function tell(
  plan: UnitImport | MemberImport,
  lines: string[],
  options: ImportOptions,
  deps: CliDeps,
  t: Say,
): void {
  for (const line of lines) deps.print(line)
  const counts = {
    new: plan.changes.filter((change) => change.before === null).length,
    changed: plan.changes.filter((change) => change.before !== null).length,
    unchanged: plan.unchanged,
    vanished: plan.vanished.length,
  }
  deps.print(t(options.dryRun ? 'cli-import-would' : 'cli-import-done', counts))
}
