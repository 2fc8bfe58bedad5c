import type { Tools } from '../commands/command.ts'
import { describeError } from '../log.ts'
import type { SayTarget } from '../outbox/say.ts'
import { type AppliedUnitChange, applyUnitChange } from '../store/apply-unit-change.ts'
import { listMemberIds } from '../store/people.ts'
import { listGroups, listRecipients } from '../store/recipients.ts'
import {
  decideUnitChange,
  findUnitChange,
  listUnitChanges,
  type UnitChangeRow,
} from '../store/unit-changes.ts'
import { listUnits } from '../store/units.ts'
import { addDays, dayOf, formatDay } from '../time.ts'
import { type Parts, withTools } from '../tools.ts'
import { listOfficeTargets } from './tell-troubles.ts'
import { whenAwake } from './when-awake.ts'

/**
 * Applies every planned change of a tree whose day has come, each in one transaction, and tells the people
 * concerned. One that is no longer possible changes nothing; the office is told why.
 */
export async function applyDueUnitChanges(parts: Parts): Promise<number> {
  const due = await withTools(parts, ({ tx, now }) => listUnitChanges(tx, dayOf(now)))
  let applied = 0
  for (const { id } of due) {
    try {
      if (await withTools(parts, (tools) => applyOne(tools, id))) applied += 1
    } catch (error) {
      parts.log.error({ err: describeError(error) }, 'a planned change of units failed and comes again')
    }
  }
  return applied
}

async function applyOne(tools: Tools, id: string): Promise<boolean> {
  const row = await findUnitChange(tools.tx, id)
  if (row?.state !== 'planned') return false
  const names = await namesBefore(tools, row)
  const { treeId, change, effectiveOn: on } = row
  const outcome = await applyUnitChange(tools, { treeId, change, on })
  if (outcome.outcome === 'refused') {
    const [problem] = outcome.problems
    await decideUnitChange(tools, id, 'failed', problem!.reason)
    await tellOffice(tools, row, 'units-told-failed', { value: problem!.value, reason: problem!.reason })
    return false
  }
  await decideUnitChange(tools, id, 'applied')
  await tellConcerned(tools, row, outcome, names)
  await tellOffice(tools, row, 'units-told-office', { people: outcome.people.length, moved: outcome.moved })
  return true
}

/** Names of all units as they were on the day before. */
async function namesBefore(
  { tx }: Tools,
  { treeId, effectiveOn }: UnitChangeRow,
): Promise<Map<string, string>> {
  const units = await listUnits(tx, treeId, addDays(effectiveOn, -1))
  return new Map(units.map(({ code, name }) => [code, name]))
}

async function tellConcerned(
  tools: Tools,
  row: UnitChangeRow,
  applied: AppliedUnitChange,
  before: ReadonlyMap<string, string>,
): Promise<void> {
  const { tx, now } = tools
  const { treeId, change } = row
  const units = await listUnits(tx, treeId, dayOf(now))
  const nameOf = (code: string) => units.find((each) => each.code === code)?.name ?? before.get(code) ?? code
  const values = {
    day: formatDay(row.effectiveOn),
    from:
      change.kind === 'merge'
        ? change.units.map((code) => before.get(code) ?? code).join(', ')
        : (before.get(change.unit) ?? change.unit),
    to: change.kind === 'rename' ? change.name : nameOf(change.kind === 'move' ? change.under : change.into),
  }
  const still = applied.concerned.filter((unitId) => units.some(({ id }) => id === unitId))
  const members = await listMemberIds(tx, still, dayOf(now))
  const people = [...new Set([...members, ...applied.people])]
  const say = (to: SayTarget, reader: string, key: string) =>
    tools.say({
      to,
      words: { key, values },
      class: 'scheduled',
      topic: 'notice',
      uniqueKey: `unit-change:${row.id}:${reader}`,
      ...whenAwake(tools),
    })
  if (people.length > 0)
    for (const [personId, to] of await listRecipients(tx, treeId, people))
      await say(to, personId, `units-told-${change.kind}`)
  const groups = await listGroups(tx, treeId)
  for (const unitId of still)
    for (const to of groups.get(unitId) ?? []) await say(to, to.chatId, `units-told-group-${change.kind}`)
}

async function tellOffice(
  tools: Tools,
  row: UnitChangeRow,
  key: string,
  values: Record<string, string | number>,
): Promise<void> {
  for (const to of await listOfficeTargets(tools))
    await tools.say({
      to,
      words: { key, values: { ...values, day: formatDay(row.effectiveOn), id: row.id } },
      class: 'scheduled',
      topic: 'notice',
      uniqueKey: `unit-change-office:${row.id}:${to.chatId}`,
      ...whenAwake(tools),
    })
}
