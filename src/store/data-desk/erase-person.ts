import { type SQL, sql } from 'drizzle-orm'
import { dayOf } from '../../time.ts'
import type { StoreTools } from '../audit.ts'
import type { Tx } from '../database.ts'
import { lockPerson } from '../lock-person.ts'
import { recomputeAssignments } from '../recompute-assignments.ts'
import type { Vault } from '../vault.ts'
import { collectPersonData } from './collect-person-data.ts'
import { forgetMentions } from './forget-mentions.ts'
import { findTraces } from './person-traces.ts'
import { TABLE_RULES, type TableRule, type Traces } from './table-rules.ts'

export interface Erased {
  /** Rows that went, and rows that stay without what named the person. */
  deleted: number
  blanked: number
  /** Rows of others in which the person was named. */
  mentions: number
}

type Work = StoreTools & { vault: Vault; machineNow: Date }

/**
 * Deletes a person as `TABLE_RULES` says, in the caller's transaction: what may go goes, what must stay stays
 * without name and words. `instead` stands where the name was in lists of others. Null when there is no such
 * person or it was done before; nothing is written then.
 */
export async function erasePerson(work: Work, personId: string, instead: string): Promise<Erased | null> {
  const { tx } = work
  const found = await findTraces(tx, personId)
  if (!found) return null
  await lockChats(tx, found)
  await lockPerson(tx, personId)
  const of = (await findTraces(tx, personId))!
  const [person] = await tx.execute<{ full_name: string; shared: boolean }>(sql`
    select full_name, exists (select 1 from people o where o.id <> p.id and o.tree_id = p.tree_id
      and lower(o.full_name) = lower(p.full_name)) as shared
    from people p where id = ${personId}`)
  if (!person || person.full_name === '') return null
  const senders = await tx.execute<{ external_id: string }>(
    sql`select external_id from accounts where id = any(${`{${of.accountIds.join(',')}}`}::uuid[])`,
  )

  const words = await wordsOf(work, personId)
  await tx.execute(sql`select set_config('nhipquy.erasing', 'on', true)`)
  await endHeld(work, personId)
  await recomputeAssignments(work, { treeId: of.treeId })
  const erased: Erased = { deleted: 0, blanked: 0, mentions: 0 }
  for (const [table, rule] of Object.entries(TABLE_RULES)) {
    if (!rule.rows || rule.deletion === 'keep') continue
    if (rule.deletion === 'delete') erased.deleted += await deleteRows(tx, table, rule.rows(of))
    else erased.blanked += await blankRows(work, table, rule, of)
  }
  await renameDoer(tx, of)
  const who = { personId, fullName: person.full_name, isShared: person.shared, instead }
  const traces = { senders: [...senders].map(({ external_id: id }) => id), words }
  erased.mentions = await forgetMentions(work, who, traces)
  await tx.execute(sql`select set_config('nhipquy.erasing', 'off', true)`)
  return erased
}

/** What was written by the person or about them alone, as far as it is stored sealed or as free words. */
async function wordsOf(work: Work, personId: string): Promise<string[]> {
  const words: string[] = []
  for (const { table, rows } of (await collectPersonData(work, personId)) ?? []) {
    if (table === 'outbox' || table === 'updates') continue
    for (const { name, value } of rows.flatMap(({ columns }) => columns))
      if (/_sealed$|^(?:reason|position|workplace)$/.test(name))
        JSON.stringify(value, (_, each: unknown) => {
          if (typeof each === 'string') words.push(each)
          return each
        })
  }
  return words
}

/** Waits until nobody is answering in the private chats, and keeps them waiting: chats before people, as a turn does. */
async function lockChats(tx: Tx, { chatKeys, chatIds }: Traces): Promise<void> {
  for (const key of chatKeys)
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`chat:${key}`}, 0))`)
  await tx.execute(
    sql`select 1 from chats where id = any(${`{${chatIds.join(',')}}`}::uuid[]) order by id for no key update`,
  )
}

/** Belongs to nothing from today on; what began today was read by no earlier day. */
async function endHeld({ tx, now }: Work, personId: string): Promise<void> {
  const today = dayOf(now)
  for (const table of ['memberships', 'posts', 'supervisions']) {
    const name = sql.identifier(table)
    await tx.execute(sql`delete from ${name} where person_id = ${personId} and valid_from >= ${today}`)
    await tx.execute(sql`update ${name} set valid_to = ${today}
      where person_id = ${personId} and (valid_to is null or valid_to > ${today})`)
  }
  await tx.execute(sql`update drafts set pen_person_id = null where pen_person_id = ${personId}`)
}

async function deleteRows(tx: Tx, table: string, rows: SQL): Promise<number> {
  const name = sql.identifier(table)
  // An update that waits for us is a stranger's by then.
  const result = await tx.execute(
    table === 'updates'
      ? sql`delete from updates where id in (select id from updates where ${rows} for update skip locked)`
      : sql`delete from ${name} where ${rows}`,
  )
  return result.count
}

async function blankRows(work: Work, table: string, rule: TableRule, of: Traces): Promise<number> {
  const { tx, vault, machineNow } = work
  const name = sql.identifier(table)
  const rows = rule.rows!(of)
  let count = 0
  if (rule.blank) {
    const columns = Object.entries(rule.blank).map(([column, value]) => {
      const next = value === 'machine-time' ? sql`${machineNow.toISOString()}::timestamptz` : value
      return sql`${sql.identifier(column)} = ${next ?? sql`null`}`
    })
    count = (await tx.execute(sql`update ${name} set ${sql.join(columns, sql`, `)} where ${rows}`)).count
  }
  for (const [column, text] of Object.entries(rule.reseal ?? {})) {
    const found = await tx.execute<{ id: string }>(sql`select id from ${name} where ${rows}`)
    for (const { id } of found) {
      const sealed = vault.seal(`${table}.${column}:${id}`, text)
      await tx.execute(sql`update ${name} set ${sql.identifier(column)} = ${sealed} where id = ${id}`)
    }
    count += found.length
  }
  return count
}

/** Where the code of the roster says who did something, it becomes the one that the row has now. */
async function renameDoer(tx: Tx, { code, treeId, personId }: Traces): Promise<void> {
  const other = `deleted-${personId}`
  await tx.execute(
    sql`update invites set created_by = ${other} where tree_id = ${treeId} and created_by = ${code}`,
  )
  await tx.execute(sql`update assignment_changes c set by = ${other} from assignments a
    where a.id = c.assignment_id and a.tree_id = ${treeId} and c.by = ${code}`)
  await tx.execute(sql`update round_changes c set by = ${other} from obligations o
    where o.id = c.obligation_id and o.tree_id = ${treeId} and c.by = ${code}`)
}
