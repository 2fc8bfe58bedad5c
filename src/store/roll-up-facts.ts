import { sql } from 'drizzle-orm'
import { type Wording, wordsOf } from '../domain/form-definition.ts'
import type { DeedFact, MeasureFact, RollUpFacts, RoundFact, Span } from '../domain/roll-up.ts'
import { roundKey, withStatedRounds } from '../domain/unit-totals.ts'
import { measureFields } from '../forms/index.ts'
import type { Day } from '../time.ts'
import { withClosedUnits } from './closed-units.ts'
import type { Tx } from './database.ts'
import { getForm } from './form-versions.ts'
import { listLiveProgrammes } from './live-programmes.ts'
import { listSecretaryUnits, outsiders } from './reach.ts'
import { listTotals } from './unit-totals.ts'
import { uuidArray } from './uuid-array.ts'

/** What is summed: units and days of one tree. */
export interface FactQuery {
  treeId: string
  unitIds: readonly string[]
  span: Span
  /** Programmes in use on this day. */
  day: Day
  locale: 'vi' | 'en'
}

/** The day that decides to which quarter something belongs: its last good day, else the day it was filed. */
const DAY = sql`coalesce(a.due_on, (a.done_at at time zone a.due_zone)::date)`

/** The measure that forms give the deeds of people. */
const DEEDS = 'deeds_individual'

interface Obligations {
  ids: string[]
  kindOf(programmeId: string, code: string): string
  titleOf(programmeId: string, code: string): string
}

/** Everything that a quarter or a year is summed from, of the programmes in use. */
export async function listRollUpFacts(tx: Tx, query: FactQuery): Promise<RollUpFacts> {
  const programmes = await listLiveProgrammes(tx, query.treeId, query.day)
  if (programmes.length === 0 || query.unitIds.length === 0) return { rounds: [], measures: [], deeds: [] }
  const known = new Map<string, { kind: string; title: Wording }>(
    programmes.flatMap(({ id, content }) =>
      content.obligations.map(({ code, kind, title }) => [`${id}:${code}`, { kind, title }] as const),
    ),
  )
  const obligations: Obligations = {
    ids: programmes.map(({ id }) => id),
    kindOf: (id, code) => known.get(`${id}:${code}`)?.kind ?? 'report',
    titleOf: (id, code) => wordsOf(known.get(`${id}:${code}`)?.title ?? code, query.locale),
  }
  // What a unit did before it was merged counts in the one in which it goes on.
  const { unitIds, homeOf } = await withClosedUnits(tx, query.unitIds, query.day)
  const wide = { ...query, unitIds }
  const atHome = <Fact extends { unitId: string }>(fact: Fact) => ({ ...fact, unitId: homeOf(fact.unitId) })
  const counted = await listRounds(tx, wide, obligations)
  const totals = new Map(
    (await listTotals(tx, { treeId: query.treeId, unitIds })).map((one) => [roundKey(one), one]),
  )
  const { rounds, deeds } = withStatedRounds(counted, totals)
  const measures = await listMeasures(tx, wide, obligations)
  return {
    rounds: rounds.map(atHome),
    // Deeds that were stated with a total count those of the entries too.
    measures: [
      ...measures
        .filter(({ fact, round }) => fact.name !== DEEDS || !deeds.has(round))
        .map(({ fact }) => atHome(fact)),
      ...rounds.flatMap((round): MeasureFact[] => {
        const value = round.subject === 'people' ? deeds.get(roundKey(round)) : undefined
        const { unitId, kind, subject, day } = round
        if (value === undefined) return []
        return [
          { unitId: homeOf(unitId), kind, subject, day, name: DEEDS, label: DEEDS, source: 'stated', value },
        ]
      }),
    ],
    deeds: (await listDeedCounts(tx, wide, obligations)).map(atHome),
  }
}

async function listRounds(tx: Tx, query: FactQuery, obligations: Obligations): Promise<RoundFact[]> {
  const closed = await listSecretaryUnits(tx, query.treeId, query.day)
  const rows = await tx.execute<{
    obligation_id: string
    code: string
    programme_id: string
    period: string
    unit_id: string
    by_people: boolean
    due_on: Day | null
    day: Day
    total: number
    done: number
    done_late: number
    filed: number
    outside: number
  }>(sql`
    with refusing as (${refusing(query.treeId)}), outside as (${outsiders(query.treeId, closed, query.day)})
    select o.id as obligation_id, o.code, o.programme_id, a.period, a.unit_id,
      a.person_id is not null as by_people, a.due_on, ${DAY}::text as day,
      (count(*) filter (where counts.it and (a.state = 'done' or x.person_id is null)))::int as total,
      (count(*) filter (where counts.it and a.state <> 'done' and x.person_id is not null))::int as outside,
      (count(*) filter (where counts.it and a.state = 'done'))::int as done,
      (count(*) filter (where counts.it and a.state = 'done'
        and (a.done_at at time zone a.due_zone)::date > a.due_on))::int as done_late,
      (count(*) filter (where a.state = 'done'))::int as filed
    from assignments a join obligations o on o.id = a.obligation_id
      left join outside x on x.person_id = a.person_id,
      lateral (select a.due_on is not null and not a.before_bot and not a.voluntary
        and not exists (select 1 from refusing r where r.person_id = a.person_id) as it) counts
    where ${inScope(query, obligations)} and a.state in ('open', 'done')
    group by o.id, o.code, o.programme_id, a.period, a.unit_id, a.person_id is not null, a.due_on, ${DAY}
    order by a.due_on, o.code, a.period`)
  return [...rows].map((row) => ({
    unitId: row.unit_id,
    obligationId: row.obligation_id,
    kind: obligations.kindOf(row.programme_id, row.code),
    title: obligations.titleOf(row.programme_id, row.code),
    subject: row.by_people ? 'people' : 'units',
    period: row.period,
    dueOn: row.due_on,
    day: row.day,
    total: row.total,
    done: row.done,
    doneLate: row.done_late,
    filed: row.filed,
    ...(row.outside > 0 && { unstated: 1 }),
  }))
}

async function listMeasures(
  tx: Tx,
  query: FactQuery,
  obligations: Obligations,
): Promise<{ fact: MeasureFact; round: string }[]> {
  const rows = await tx.execute<{
    programme_id: string
    code: string
    obligation_id: string
    period: string
    unit_id: string
    by_people: boolean
    day: Day
    name: string
    form_version_id: string | null
    value: string
  }>(sql`
    select o.programme_id, o.code, o.id as obligation_id, a.period, a.unit_id,
      a.person_id is not null as by_people, ${DAY}::text as day, m.name, v.form_version_id, sum(m.value) as value
    from assignments a join obligations o on o.id = a.obligation_id
      join submissions s on s.assignment_id = a.id
      join submission_versions v on v.submission_id = s.id and v.number = s.current_number
      join measures m on m.submission_version_id = v.id
    where ${inScope(query, obligations)} and a.state = 'done'
    group by o.programme_id, o.code, o.id, a.period, a.unit_id, a.person_id is not null, ${DAY}, m.name,
      v.form_version_id`)
  const fields = new Map<string, ReturnType<typeof measureFields>>()
  for (const id of new Set([...rows].map((row) => row.form_version_id)))
    if (id !== null) fields.set(id, measureFields(await getForm(tx, id)))
  return [...rows].map((row) => {
    const field = fields.get(row.form_version_id ?? '')?.get(row.name)
    const fact: MeasureFact = {
      unitId: row.unit_id,
      kind: obligations.kindOf(row.programme_id, row.code),
      subject: row.by_people ? 'people' : 'units',
      day: row.day,
      name: row.name,
      label: field ? wordsOf(field.label, query.locale) : row.name,
      source: field?.source ?? 'each',
      value: Number(row.value),
    }
    const { unit_id: unitId, obligation_id: obligationId, period } = row
    return { fact, round: roundKey({ unitId, obligationId, period }) }
  })
}

async function listDeedCounts(tx: Tx, query: FactQuery, obligations: Obligations): Promise<DeedFact[]> {
  const rows = await tx.execute<{
    unit_id: string
    by_people: boolean
    day: Day
    status: DeedFact['status']
    count: number
  }>(sql`
    select d.unit_id, d.person_id is not null as by_people, ${DAY}::text as day,
      coalesce(p.status, 'planned') as status, count(*)::int as count
    from deeds d join submissions s on s.id = d.submission_id
      join assignments a on a.id = s.assignment_id join obligations o on o.id = a.obligation_id
      left join lateral (select status from deed_progress g where g.deed_id = d.id
        order by g.at desc, g.id desc limit 1) p on true
    where d.dropped_at is null and ${inScope(query, obligations)}
    group by d.unit_id, d.person_id is not null, ${DAY}, coalesce(p.status, 'planned')`)
  return [...rows].map((row) => ({
    unitId: row.unit_id,
    subject: row.by_people ? 'people' : 'units',
    day: row.day,
    status: row.status,
    count: row.count,
  }))
}

function inScope({ unitIds, span }: FactQuery, { ids }: Obligations) {
  return sql`o.programme_id = any(${uuidArray(ids)}) and a.unit_id = any(${uuidArray(unitIds)})
      and ${DAY} between ${span.from} and ${span.to}`
}

/** Those who refused messages or took their consent back. */
function refusing(treeId: string) {
  return sql`
      select person_id from (
        select distinct on (person_id) person_id, decision from consents
        where tree_id = ${treeId} and purpose = 'messages'
        order by person_id, at desc, id desc
      ) newest where decision in ('refused', 'withdrawn')`
}
