import type { Command } from 'commander'
import type { Tools } from '../commands/command.ts'
import type { PersonView } from '../domain/person.ts'
import type { PaperEntry } from '../domain/plan-done-import.ts'
import { DONE_COLUMNS, type Headers, resolveColumns } from '../domain/roster-columns.ts'
import { ROSTER_SHEETS } from '../domain/vietnamese-headers.ts'
import { findPersonByCode } from '../store/people.ts'
import { listTrees } from '../store/units.ts'
import { dayOf, formatDay } from '../time.ts'
import type { CliDeps } from './cli-deps.ts'
import { enterPaper } from './enter-paper.ts'
import { readTable } from './read-table.ts'
import { refuseTable } from './refuse-table.ts'

interface Options {
  by: string
  tree?: string
  programme?: string
  dryRun?: boolean
}

/**
 * `nhipquy import done FILE --by CODE`: what was done on paper before, from a `.csv` or `.xlsx`. Every bad cell
 * is named on standard error, and then nothing is entered and the code is 1.
 */
export function registerImportDone(program: Command, deps: CliDeps): void {
  const parent = program.commands.find((each) => each.name() === 'import') ?? program.command('import')
  parent
    .command('done <file>')
    .requiredOption('--by <code>')
    .option('--tree <code>')
    .option('--programme <code>')
    .option('--dry-run')
    .action((file: string, options: Options) => importDone(file, options, deps))
}

async function importDone(file: string, options: Options, deps: CliDeps): Promise<void> {
  const { print, t } = deps
  const read = await readTable(file, { sheet: ROSTER_SHEETS.done })
  const place = { file, sheet: 'table' in read ? read.table.sheet : read.sheet }
  const { rows, problems, headers } =
    'problem' in read
      ? { rows: [], problems: [read.problem], headers: new Map() as Headers }
      : resolveColumns(read.table, DONE_COLUMNS)
  await deps.openTools(async (tools) => {
    if (problems.length > 0) return refuseTable(place, problems, deps, headers)
    const by = await findOffice(tools, options, deps)
    if (!by) return
    const { programme, dryRun = false } = options
    const plan = await enterPaper(tools, rows, { by, dryRun, ...(programme !== undefined && { programme }) })
    if (plan.problems.length > 0) return refuseTable(place, plan.problems, deps, headers)
    for (const entry of plan.file) print(`+ ${describe(entry, deps)}`)
    for (const entry of plan.correct) print(`~ ${describe(entry, deps)}`)
    for (const entry of plan.inBot) print(`= ${describe(entry, deps)} (${t('done-in-bot')})`)
    print(
      t(dryRun ? 'done-would' : 'done-entered', {
        new: plan.file.length,
        changed: plan.correct.length,
        unchanged: plan.unchanged + plan.inBot.length,
      }),
    )
  })
}

/** The person of the office whose name stands behind the entries; null after saying what is wrong. */
async function findOffice(tools: Tools, { by, tree }: Options, deps: CliDeps): Promise<PersonView | null> {
  const found: PersonView[] = []
  for (const { id, code } of await listTrees(tools.tx)) {
    const person =
      tree === undefined || tree === code ? await findPersonByCode(tools.tx, id, by, dayOf(tools.now)) : null
    if (person) found.push(person)
  }
  const office = found.filter(({ posts }) => posts.some(({ role }) => role === 'office'))
  if (office.length === 1) return office[0]!
  const reason = found.length === 0 ? 'unknown' : office.length === 0 ? 'not-office' : 'several'
  deps.problem(deps.t(`done-by-${reason}`, { by }))
  deps.exitCode(1)
  return null
}

function describe({ who, duty, day, deeds }: PaperEntry, { t }: CliDeps): string {
  const [title] = duty.titles
  const [period] = duty.periodNames
  const round = period === undefined ? title! : `${title!} – ${period}`
  return [
    who,
    round,
    formatDay(day),
    ...(deeds.length > 0 ? [t('done-deeds', { count: deeds.length })] : []),
  ].join(' · ')
}
