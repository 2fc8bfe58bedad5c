import { sql } from 'drizzle-orm'
import type { SharedPerson, TreeReach, UnitReach } from '../domain/plan-weekly.ts'
import type { Day } from '../time.ts'
import type { Tx } from './database.ts'
import { listSecretaryUnits, outsiders } from './reach.ts'
import { uuidArray } from './uuid-array.ts'

/** What rows tell about a unit's people and messages; `UnitSigns` without what counts and drafts add. */
export interface ReachSigns {
  joined: number
  failing: number
  staffFailing: number
  hasWord: boolean
}

/** How far back a message that did not arrive, or a word that came, says something. */
const LATELY_MS = 14 * 86_400_000

/**
 * Signs of life of these units on a day: who has a chat and agreed to messages, to whom lately nothing came through, and whether
 * any of them wrote or pressed something. A unit without people is left out.
 */
export async function listReachSigns(
  tx: Tx,
  unitIds: readonly string[],
  on: { day: Day; machineNow: Date },
): Promise<Map<string, ReachSigns>> {
  if (unitIds.length === 0) return new Map()
  const ids = uuidArray(unitIds)
  const since = new Date(on.machineNow.getTime() - LATELY_MS).toISOString()
  const rows = await tx.execute<{
    unit_id: string
    joined: number
    failing: number
    staff_failing: number
    has_word: boolean
  }>(sql`
    with folk as (
      select unit_id, person_id, bool_or(is_staff) as is_staff from (
        select unit_id, person_id, false as is_staff from memberships
        where unit_id = any(${ids}) and valid_from <= ${on.day} and (valid_to is null or valid_to > ${on.day})
        union all
        select unit_id, person_id, role in ('secretary', 'deputy', 'contact') from posts
        where unit_id = any(${ids}) and valid_from <= ${on.day} and (valid_to is null or valid_to > ${on.day})
      ) held group by unit_id, person_id
    ), chatting as (
      select a.person_id, bool_or(a.state = 'linked') as is_linked,
        bool_or(exists (select 1 from updates u join chats c on c.id = a.chat_id
          where u.bot_id = a.bot_id and u.chat_external_id = c.external_id
            and u.received_at >= ${since}::timestamptz)) as has_word
      from accounts a
      where a.state in ('linked', 'unreachable') and a.person_id in (select person_id from folk)
        and (select c.decision from consents c where c.person_id = a.person_id and c.purpose = 'messages'
          order by c.at desc, c.id desc limit 1) = 'granted'
      group by a.person_id
    ), told as (
      select person_id,
        bool_or(state in ('dead', 'uncertain') or error_code = 'chat-closed') and not bool_or(state = 'sent') as is_failing
      from outbox where person_id in (select person_id from folk) and created_at >= ${since}::timestamptz
      group by person_id
    ), seen as (
      select f.unit_id, f.is_staff, c.person_id is not null as has_joined,
        c.person_id is not null and (not c.is_linked or coalesce(t.is_failing, false)) as is_failing,
        coalesce(c.has_word, false) as has_word
      from folk f left join chatting c using (person_id) left join told t using (person_id)
    )
    select unit_id, (count(*) filter (where has_joined))::int as joined,
      (count(*) filter (where is_failing))::int as failing,
      (count(*) filter (where is_failing and is_staff))::int as staff_failing,
      bool_or(has_word) as has_word
    from seen group by unit_id`)
  return new Map(
    [...rows].map((row) => [
      row.unit_id,
      {
        joined: row.joined,
        failing: row.failing,
        staffFailing: row.staff_failing,
        hasWord: row.has_word,
      },
    ]),
  )
}

/**
 * How many members every unit of a tree has on a day, how many of them the bot talks to, and how many of those joined and agreed to messages, now and
 * at `before` (product time); and who belongs to several units, so that a branch counts them once.
 */
export async function listTreeReach(
  tx: Tx,
  treeId: string,
  on: { day: Day; before: Date },
): Promise<TreeReach> {
  const before = on.before.toISOString()
  const closed = await listSecretaryUnits(tx, treeId, on.day)
  const rows = await tx.execute<{
    unit_id: string
    members: number
    reached: number
    joined: number
    joined_before: number
    shared: [personId: string, joined: boolean, joinedBefore: boolean][] | null
  }>(sql`
    with chatting as (
      select a.person_id, bool_or(a.state = 'linked') as is_linked,
        bool_or(a.linked_at < ${before}::timestamptz
          and (a.unlinked_at is null or a.unlinked_at >= ${before}::timestamptz)) as was_linked
      from accounts a where a.tree_id = ${treeId} and a.person_id is not null
      group by a.person_id
    ), outside as (${outsiders(treeId, closed, on.day)}), agreed as (
      select person_id, (array_agg(decision order by at desc, id desc))[1] = 'granted' as agrees,
        (array_agg(decision order by at desc, id desc) filter (where at < ${before}::timestamptz))[1] = 'granted'
          as agreed
      from consents where tree_id = ${treeId} and purpose = 'messages'
      group by person_id
    ), belonging as (
      select distinct unit_id, person_id from memberships m
      where m.tree_id = ${treeId} and m.valid_from <= ${on.day}
        and (m.valid_to is null or m.valid_to > ${on.day})
    ), several as (
      select person_id from belonging group by person_id having count(*) > 1
    ), folk as (
      select b.unit_id, b.person_id, s.person_id is not null and x.person_id is null as is_shared,
        x.person_id is null as is_reached,
        coalesce(c.is_linked and a.agrees, false) and x.person_id is null as joined,
        coalesce(c.was_linked and a.agreed, false) and x.person_id is null as joined_before
      from belonging b left join chatting c using (person_id) left join agreed a using (person_id)
        left join several s using (person_id) left join outside x using (person_id)
    )
    select unit_id, count(*)::int as members, (count(*) filter (where is_reached))::int as reached,
      (count(*) filter (where joined))::int as joined,
      (count(*) filter (where joined_before))::int as joined_before,
      jsonb_agg(jsonb_build_array(person_id, joined, joined_before)) filter (where is_shared) as shared
    from folk group by unit_id`)
  const people = new Map<string, SharedPerson>()
  const units = new Map<string, UnitReach>()
  const shared = new Map<string, SharedPerson[]>()
  for (const row of rows) {
    const { members, reached, joined } = row
    units.set(row.unit_id, { members, reached, joined, joinedBefore: row.joined_before })
    const those = (row.shared ?? []).map(([personId, joined, joinedBefore]) => {
      const person = people.get(personId) ?? { joined, joinedBefore }
      people.set(personId, person)
      return person
    })
    if (those.length > 0) shared.set(row.unit_id, those)
  }
  return { units, shared }
}
