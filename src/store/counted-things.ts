import { sql } from 'drizzle-orm'
import { type Wording, wordsOf } from '../domain/form-definition.ts'
import { titleWithPeriod } from '../domain/period-words.ts'
import { type CountedThing, countsByUnit, type CountsByUnit } from '../domain/plan-digest.ts'
import { roundKey, withTotals } from '../domain/unit-totals.ts'
import type { Day } from '../time.ts'
import { withClosedUnits } from './closed-units.ts'
import type { Tx } from './database.ts'
import { listLiveProgrammes } from './live-programmes.ts'
import { listSecretaryUnits, outsiders } from './reach.ts'
import { listTotals } from './unit-totals.ts'
import { uuidArray } from './uuid-array.ts'

/** What is counted, by whom it is read. */
export interface CountQuery {
  treeId: string
  /** Programmes that are in use on this day. */
  day: Day
  /** What was done at or after this instant is new since the digest before. */
  lastWeek: Date
  locale: 'vi' | 'en'
  /** Sentences of that language. */
  t(key: string, values?: Record<string, string | number>): string
  /** Only these units. */
  unitIds?: readonly string[]
}

/** One unit's count of one round, as rows tell it. */
interface CountRow {
  obligation_id: string
  code: string
  programme_id: string
  period: string
  unit_id: string
  by_people: boolean
  due_on: Day
  total: number
  done: number
  fresh: number
  /** Owed by people outside the bot, and not entered for them. */
  outside: number
}

/**
 * What is owed and done in the programmes in use, counted by unit, round and date. Outside the counts: what
 * was due before the bot came, what is voluntary, what is owed by people who refused messages, and what people
 * who are away on that day have not filed, and what nobody entered for people whom the bot does not talk to.
 * What was filed and sent back still counts as filed. Where a total was stated for a whole unit, it is the
 * figure, unless the entries say as much.
 */
export async function listCountedThings(tx: Tx, query: CountQuery): Promise<CountsByUnit> {
  const programmes = await listLiveProgrammes(tx, query.treeId, query.day)
  if (programmes.length === 0) return new Map()
  const obligations = new Map<string, { kind: string; title: Wording }>(
    programmes.flatMap(({ id, content }) =>
      content.obligations.map(({ code, kind, title }) => [`${id}:${code}`, { kind, title }] as const),
    ),
  )
  const titles = new Map<string, string>()
  // A round has one title, however many units it has.
  const titleOf = (row: CountRow, title: Wording) => {
    const key = `${row.obligation_id}:${row.period}`
    const known = titles.get(key) ?? titleWithPeriod(wordsOf(title, query.locale), row.period, query.t)
    titles.set(key, known)
    return known
  }
  // A unit that was merged counts in the one in which it goes on.
  const homes = await withClosedUnits(tx, query.unitIds ?? [], query.day)
  const inUnits = query.unitIds && sql`and a.unit_id = any(${uuidArray(homes.unitIds)})`
  const closed = await listSecretaryUnits(tx, query.treeId, query.day)
  const rows = await tx.execute<CountRow & Record<string, unknown>>(sql`
    with refusing as (
      select person_id from consents c
      where tree_id = ${query.treeId} and purpose = 'messages' and decision in ('refused', 'withdrawn')
        and not exists (select 1 from consents n where n.person_id = c.person_id and n.purpose = 'messages'
          and (n.at, n.id) > (c.at, c.id))
    ), away as (
      select distinct person_id from absences
      where tree_id = ${query.treeId} and valid_from <= ${query.day} and valid_to > ${query.day}
    ), outside as (${outsiders(query.treeId, closed, query.day)}), counts as (
      select a.obligation_id, a.period, a.unit_id, a.person_id is not null as by_people, a.due_on,
        (count(*) filter (where a.done_at is not null or x.person_id is null))::int as total,
        (count(*) filter (where a.done_at is null and x.person_id is not null))::int as outside,
        (count(*) filter (where a.done_at is not null))::int as done,
        (count(*) filter (where a.done_at >= ${query.lastWeek.toISOString()}::timestamptz))::int as fresh
      from assignments a left join away w on w.person_id = a.person_id
        left join outside x on x.person_id = a.person_id
      where a.obligation_id in (select id from obligations
          where programme_id = any(${uuidArray(programmes.map(({ id }) => id))}))
        and a.state in ('open', 'done') and a.due_on is not null
        and not a.before_bot and not a.voluntary ${inUnits ?? sql``}
        and not exists (select 1 from refusing r where r.person_id = a.person_id)
        and (a.state = 'done' or w.person_id is null)
      group by 1, 2, 3, 4, 5
    )
    select o.code, o.programme_id, c.* from counts c join obligations o on o.id = c.obligation_id`)
  const things = [...rows].map((row): CountedThing => {
    const obligation = obligations.get(`${row.programme_id}:${row.code}`)
    return {
      obligationId: row.obligation_id,
      kind: obligation?.kind ?? 'report',
      title: titleOf(row, obligation?.title ?? row.code),
      period: row.period,
      unitId: row.unit_id,
      subject: row.by_people ? 'people' : 'units',
      dueOn: row.due_on,
      total: row.total,
      done: row.done,
      doneSinceLastWeek: row.fresh,
      ...(row.outside > 0 && { unstated: 1 }),
    }
  })
  const scope = { treeId: query.treeId, ...(query.unitIds && { unitIds: homes.unitIds }) }
  const totals = await listTotals(tx, scope)
  const settled = (list: CountedThing[]) =>
    countsByUnit(list.map((thing) => ({ ...thing, unitId: homes.homeOf(thing.unitId) })))
  if (totals.length === 0) return settled(things)
  const before = await listTotals(tx, { ...scope, before: query.lastWeek })
  const byRound = (list: typeof totals) => new Map(list.map((one) => [roundKey(one), one]))
  return settled(withTotals(things, byRound(totals), byRound(before)))
}
