import type { Tools } from '../commands/command.ts'
import type { NudgeUnit } from '../domain/nudge-world.ts'
import type { UnitView } from '../domain/person.ts'
import type { TreeRules } from '../domain/tree-rules.ts'
import { rankAbove, rankFilers, rankReaders } from '../domain/unit-speakers.ts'
import type { SayTarget } from '../outbox/say.ts'
import { listSupervisors } from '../store/unit-leaders.ts'
import { listUnitStaff } from '../store/unit-staff.ts'
import { dayOf } from '../time.ts'
import { pasterOf } from './paster.ts'

/** The units of a tree with their groups and with those who can be told. */
export async function listNudgeUnits(
  tools: Tools,
  treeId: string,
  {
    units,
    groups,
    present,
    rules,
    closed = new Set(),
  }: {
    units: readonly UnitView[]
    groups: ReadonlyMap<string, SayTarget[]>
    /** Who can be reached and is not away. */
    present: ReadonlyMap<string, SayTarget>
    rules: TreeRules
    /** Units in which the bot talks to the secretary alone: nothing is posted there, see `ask-for-totals.ts`. */
    closed?: ReadonlySet<string>
  },
): Promise<NudgeUnit[]> {
  const { tx, now, bots } = tools
  const staff = await listUnitStaff(tx, treeId, dayOf(now))
  const supervisors = await listSupervisors(tx, treeId, dayOf(now))
  const parents = new Map(units.map(({ id, parentId }) => [id, parentId]))
  const postsOf = (unitId: string) => staff.get(unitId)?.posts ?? []
  return units.map((unit) => {
    const line: string[] = []
    for (let at = parents.get(unit.id); at && !line.includes(at); at = parents.get(at)) line.push(at)
    const above = line.map(postsOf)
    return {
      id: unit.id,
      calendar: { zone: unit.zone, isWorking: rules.isWorking, hours: rules.hours },
      members: staff.get(unit.id)?.members ?? 0,
      groups: (closed.has(unit.id) ? [] : (groups.get(unit.id) ?? [])).map((to) => ({
        id: groupKey(to),
        living: bots.can(to.botId).edit,
      })),
      paster: closed.has(unit.id)
        ? null
        : (pasterOf(tools, postsOf(unit.id), present, false)?.personId ?? null),
      filers: rankFilers(postsOf(unit.id)),
      readers: rankReaders(postsOf(unit.id)),
      leaders: [
        ...(supervisors.has(unit.id) ? [supervisors.get(unit.id)!] : []),
        ...rankAbove(above, 'leader'),
      ],
      office: rankAbove(above, 'office'),
      isBusy: (day) => rules.isBusy(unit, day),
    }
  })
}

/** The planner's id of a bound group: a chat, or one topic of it. */
export function groupKey({ chatId, threadId }: SayTarget): string {
  return threadId ? `${chatId}/${threadId}` : chatId
}
