import { type Command, Option } from 'commander'
import type { Tools } from '../commands/command.ts'
import type { UnitChange } from '../domain/plan-unit-change.ts'
import { applyUnitChange } from '../store/apply-unit-change.ts'
import { recordAudit } from '../store/audit.ts'
import { decideUnitChange, findUnitChange, listUnitChanges, saveUnitChange } from '../store/unit-changes.ts'
import { listTrees, listUnitsByCode } from '../store/units.ts'
import { type Day, dayOf, DEFAULT_ZONE, formatDay, instantOf, realDay } from '../time.ts'
import type { CliDeps } from './cli-deps.ts'
import { inPreview } from './in-preview.ts'

interface PlanOptions {
  on: string
  tree?: string
  dryRun?: boolean
}

interface NewUnitOptions extends PlanOptions {
  into: string
  name?: string
  kind?: string
  under?: string
  secretary?: string
  members?: string
}

/** `units merge|split|rename|move … --on DAY`, `units list`, `units preview ID`, `units undo ID`. */
export function registerUnits(program: Command, deps: CliDeps): void {
  const units = program.command('units')
  const add = (usage: string) =>
    units.command(usage).requiredOption('--on <day>').option('--tree <code>').option('--dry-run')
  add('rename <unit>')
    .requiredOption('--name <name>')
    .option('--kind <kind>')
    .action((unit: string, { name, kind, ...rest }: PlanOptions & { name: string; kind?: string }) =>
      plan(deps, unit, { kind: 'rename', unit, name, ...(kind && { unitKind: kind }) }, rest),
    )
  add('move <unit>')
    .requiredOption('--under <unit>')
    .action((unit: string, { under, ...rest }: PlanOptions & { under: string }) =>
      plan(deps, unit, { kind: 'move', unit, under }, rest),
    )
  withNewUnit(add('merge <units...>')).action((codes: string[], options: NewUnitOptions) =>
    plan(
      deps,
      codes[0]!,
      { kind: 'merge', units: codes, into: options.into, ...newUnitOf(options) },
      options,
    ),
  )
  withNewUnit(add('split <unit>'))
    .addOption(new Option('--members <codes>').makeOptionMandatory())
    .action((unit: string, options: NewUnitOptions) => {
      const members = (options.members ?? '').split(',').flatMap((code) => code.trim() || [])
      return plan(
        deps,
        unit,
        { kind: 'split', unit, into: options.into, members, ...newUnitOf(options) },
        options,
      )
    })
  units.command('list', { isDefault: true }).action(() => deps.openTools((tools) => list(tools, deps)))
  units
    .command('preview <id>')
    .action((id: string) => withPlanned(deps, id, (tools, row) => preview(tools, deps, row)))
  units.command('undo <id>').action((id: string) =>
    withPlanned(deps, id, async (tools, row) => {
      await decideUnitChange(tools, row.id, 'undone')
      await note(tools, row.treeId, 'undo')
      deps.print(deps.t('units-undone', { id: row.id }))
    }),
  )
}

/** The options of a command that may make a unit. */
function withNewUnit(command: Command): Command {
  return command
    .requiredOption('--into <code>')
    .option('--name <name>')
    .option('--kind <kind>')
    .option('--under <unit>')
    .option('--secretary <member>')
}

function newUnitOf({ name, kind, under, secretary }: NewUnitOptions) {
  return {
    ...(name && { name }),
    ...(kind && { unitKind: kind }),
    ...(under && { under }),
    ...(secretary && { secretary }),
  }
}

async function plan(deps: CliDeps, unit: string, change: UnitChange, options: PlanOptions): Promise<void> {
  const { openTools, print, t } = deps
  const [year, month, date] = options.on.split('-').map(Number)
  const on =
    /^\d{4}-\d{2}-\d{2}$/.test(options.on) && year && month && date ? realDay(year, month, date) : null
  if (!on) {
    deps.problem(t('cli-clock-unreadable', { to: options.on }))
    return deps.exitCode(2)
  }
  await openTools(async (tools) => {
    const today = dayOf(tools.now)
    if (on <= today) return refuse(deps, t('units-not-later', { day: formatDay(on) }))
    const found = await listUnitsByCode(tools.tx, unit, today, options.tree)
    if (found.length === 0) return refuse(deps, t('cli-unit-unknown', { unit }))
    if (found.length > 1) return refuse(deps, t('cli-unit-several', { unit }))
    const { treeId } = found[0]!
    if (!(await preview(tools, deps, { treeId, change, effectiveOn: on }))) return
    if (options.dryRun) return print(t('units-dry'))
    const id = await saveUnitChange(tools, { treeId, effectiveOn: on, change })
    await note(tools, treeId, 'plan')
    print(t('units-planned', { day: formatDay(on), id }))
  })
}

/** Says what it would do; false after saying why it is not possible. */
async function preview(
  tools: Tools,
  deps: CliDeps,
  row: { treeId: string; change: UnitChange; effectiveOn: Day },
): Promise<boolean> {
  const { print, t } = deps
  const { treeId, change, effectiveOn: on } = row
  const outcome = await inPreview(tools.tx, async (tx) => {
    const work = { ...tools, tx, now: instantOf(on, '00:00', DEFAULT_ZONE) }
    // Those planned for an earlier day come first.
    for (const before of await listUnitChanges(tx, on))
      if (before.treeId === treeId && before.effectiveOn < on)
        await applyUnitChange(work, { treeId, change: before.change, on: before.effectiveOn })
    return applyUnitChange(work, { treeId, change, on })
  })
  if (outcome.outcome === 'refused') {
    for (const { reason, value } of outcome.problems) deps.problem(t(`units-refused-${reason}`, { value }))
    deps.exitCode(1)
    return false
  }
  const { people, groups, bots, programmes, moved, withdrawn, created } = outcome
  print(t(`units-preview-${change.kind}`, { ...wordsOf(change), day: formatDay(on) }))
  print(`  ${t('units-preview-people', { people: people.length, groups, bots, programmes })}`)
  print(`  ${t('units-preview-duties', { moved, withdrawn, created })}`)
  return true
}

function wordsOf(change: UnitChange): { from: string; to: string } {
  if (change.kind === 'rename') return { from: change.unit, to: change.name }
  if (change.kind === 'move') return { from: change.unit, to: change.under }
  return { from: change.kind === 'merge' ? change.units.join(', ') : change.unit, to: change.into }
}

async function list({ tx }: Tools, { print, t }: CliDeps): Promise<void> {
  const rows = await listUnitChanges(tx)
  const trees = new Map((await listTrees(tx)).map(({ id, code }) => [id, code]))
  if (rows.length === 0) print(t('units-none'))
  for (const { id, treeId, effectiveOn, change, state, reason } of rows) {
    const words = t(`units-preview-${change.kind}`, { ...wordsOf(change), day: formatDay(effectiveOn) })
    print(
      `${id} ${trees.get(treeId) ?? ''} · ${t(`units-state-${state}`, { reason: reason ?? '-' })} · ${words}`,
    )
  }
}

async function withPlanned(
  deps: CliDeps,
  id: string,
  work: (tools: Tools, row: NonNullable<Awaited<ReturnType<typeof findUnitChange>>>) => Promise<unknown>,
): Promise<void> {
  await deps.openTools(async (tools) => {
    const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)
    const row = isId ? await findUnitChange(tools.tx, id) : null
    if (!row) return refuse(deps, deps.t('units-unknown', { id }))
    if (row.state !== 'planned') return refuse(deps, deps.t('units-not-planned', { id }))
    await work(tools, row)
  })
}

async function note(tools: Tools, treeId: string, what: string): Promise<void> {
  await recordAudit(tools, {
    treeId,
    actorPersonId: null,
    actorRole: 'operator',
    action: 'change-units',
    details: { what },
  })
}

function refuse(deps: CliDeps, reason: string): void {
  deps.problem(reason)
  deps.exitCode(1)
}
