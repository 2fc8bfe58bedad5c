import type { Command } from 'commander'
import type { Tools } from '../commands/command.ts'
import type { UnitView } from '../domain/person.ts'
import { type Reach, reachesOf } from '../domain/reach.ts'
import { resolveReach } from '../domain/roster-words.ts'
import { branchOf } from '../domain/unit-tree.ts'
import { foldVietnamese } from '../domain/vietnamese-fold.ts'
import { authorise } from '../store/authorise.ts'
import { countReach } from '../store/count-reach.ts'
import { saveReach } from '../store/reach.ts'
import { listTrees, listUnits, listUnitsByCode } from '../store/units.ts'
import { dayOf } from '../time.ts'
import type { CliDeps } from './cli-deps.ts'

/**
 * `units reach [UNIT] [secretary|members|inherit]`: with whom the bot talks in a unit and, unless they say it
 * themselves, in the units below it. Without a word it shows what holds.
 */
export function registerUnitReach(program: Command, deps: CliDeps): void {
  const parent = program.commands.find((each) => each.name() === 'units') ?? program.command('units')
  parent
    .command('reach [unit] [reach]')
    .option('--tree <code>')
    .action(async (code: string | undefined, word: string | undefined, options: { tree?: string }) => {
      const reach = word === undefined ? undefined : readReach(word)
      if (word !== undefined && reach === undefined) {
        deps.problem(deps.t('cli-reach-usage', { word }))
        return deps.exitCode(2)
      }
      await deps.openTools((tools) => showOrSet(tools, code, reach, options, deps))
    })
}

/** Null: as above. Undefined: no such word. */
function readReach(word: string): Reach | null | undefined {
  if (['inherit', 'theo cap tren', 'cap tren'].includes(foldVietnamese(word))) return null
  return resolveReach(word) ?? undefined
}

async function showOrSet(
  tools: Tools,
  code: string | undefined,
  reach: Reach | null | undefined,
  options: { tree?: string },
  deps: CliDeps,
): Promise<void> {
  const { tx, now } = tools
  const day = dayOf(now)
  if (code === undefined) {
    for (const tree of await listTrees(tx)) await print(tools, await listUnits(tx, tree.id, day), null, deps)
    return
  }
  const found = await listUnitsByCode(tx, code, day, options.tree)
  const [unit] = found
  if (!unit || found.length > 1) {
    deps.problem(deps.t(unit ? 'cli-unit-several' : 'cli-unit-unknown', { unit: code }))
    return deps.exitCode(1)
  }
  if (reach !== undefined) {
    await authorise(tools, 'operator', 'set-reach', { unitId: unit.id, details: { reach } })
    await saveReach(tx, unit.id, reach)
  }
  const units = await listUnits(tx, unit.treeId, day)
  await print(tools, units, branchOf(unit.id, units), deps)
  if (reach === 'members') deps.print(deps.t('cli-reach-invite', { unit: unit.code }))
}

async function print(
  { tx, now }: Tools,
  units: readonly UnitView[],
  shown: readonly string[] | null,
  { print: line, t }: CliDeps,
): Promise<void> {
  const [first] = units
  if (!first) return
  const reaches = reachesOf(units)
  const counts = await countReach(tx, first.treeId, dayOf(now))
  for (const unit of units.filter(({ id }) => shown === null || shown.includes(id))) {
    const { members, reached, joined, silenced } = counts.get(unit.id) ?? EMPTY
    const reach = t(`reach-name-${reaches.get(unit.id)}`)
    const own = t(unit.reach ? 'cli-reach-own' : 'cli-reach-inherited')
    line(t('cli-reach-line', { unit: unit.code, name: unit.name, reach, own, members, reached, joined }))
    if (silenced > 0) line(`  ${t('cli-reach-silenced', { count: silenced })}`)
  }
}

const EMPTY = { members: 0, reached: 0, joined: 0, silenced: 0 }
