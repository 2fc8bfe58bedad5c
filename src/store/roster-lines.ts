import { and, count, eq, inArray, isNotNull, isNull, lte, min, or } from 'drizzle-orm'
import type { PersonView } from '../domain/person.ts'
import { isInReach } from '../domain/reach.ts'
import type { Day } from '../time.ts'
import { listAway } from './absences.ts'
import { listAccountsOf } from './accounts.ts'
import type { Tx } from './database.ts'
import { listMembersOf } from './people.ts'
import { listReaches } from './reach.ts'
import { listConsents } from './recipients.ts'
import { assignments, obligations, programmes } from './schema/index.ts'

/** One member of a unit as its secretary sees them. */
export interface RosterLine {
  person: PersonView
  /**
   * `refused`: said no, or took the yes back; not asked again. `blocked`: closed the bot's chat. `outside`: not
   * joined, and the bot does not talk to them.
   */
  state: 'joined' | 'blocked' | 'refused' | 'absent' | 'outside'
  /** Last day of an absence that holds now; null: here. */
  awayUntil: Day | null
  /** How many things with a date the person still owes; 0 for those who said no, are away or outside the bot. */
  owes: number
  /** The earliest of their dates. */
  nextDueOn: Day | null
}

/** The members of a unit on a day, by code: who joined, who did not, who still owes. */
export async function listRosterLines(
  tx: Tx,
  unit: { id: string; treeId: string },
  day: Day,
): Promise<RosterLine[]> {
  const members = await listMembersOf(tx, [unit.id], day)
  const ids = members.map((person) => person.id)
  const accounts = await listAccountsOf(tx, ids)
  const consents = await listConsents(tx, unit.treeId, 'messages')
  const away = await listAway(tx, unit.treeId, day)
  const reaches = await listReaches(tx, unit.treeId, day)
  const owing = await countOwed(tx, ids, day)
  return members.map((person) => {
    const own = accounts.filter((account) => account.personId === person.id)
    const decision = consents.get(person.id)
    const isReached = own.some((account) => account.state === 'linked')
    const state =
      decision === 'refused' || decision === 'withdrawn'
        ? 'refused'
        : isReached
          ? 'joined'
          : own.length > 0
            ? 'blocked'
            : isInReach(person, reaches)
              ? 'absent'
              : 'outside'
    const awayUntil = away.get(person.id) ?? null
    const owed = state === 'refused' || state === 'outside' || awayUntil ? undefined : owing.get(person.id)
    return { person, state, awayUntil, owes: owed?.owes ?? 0, nextDueOn: owed?.nextDueOn ?? null }
  })
}

async function countOwed(
  tx: Tx,
  personIds: readonly string[],
  day: Day,
): Promise<Map<string, { owes: number; nextDueOn: Day | null }>> {
  if (personIds.length === 0) return new Map()
  const rows = await tx
    .select({ personId: assignments.personId, owes: count(), nextDueOn: min(assignments.dueOn) })
    .from(assignments)
    .innerJoin(obligations, eq(obligations.id, assignments.obligationId))
    .innerJoin(programmes, eq(programmes.id, obligations.programmeId))
    .where(
      and(
        inArray(assignments.personId, [...personIds]),
        eq(assignments.state, 'open'),
        isNotNull(assignments.dueOn),
        eq(assignments.voluntary, false),
        eq(assignments.beforeBot, false),
        or(isNull(assignments.opensOn), lte(assignments.opensOn, day)),
        eq(programmes.state, 'live'),
      ),
    )
    .groupBy(assignments.personId)
  return new Map(rows.map((row) => [row.personId!, { owes: row.owes, nextDueOn: row.nextDueOn }]))
}
