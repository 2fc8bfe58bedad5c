import { sql } from 'drizzle-orm'
import type { Tx } from '../database.ts'
import type { Traces } from './table-rules.ts'

/**
 * Everything by which rows of a person are found: the accounts that are theirs, and those that once were and
 * belong to nobody else now (a former telephone). Null when there is no such person.
 */
export async function findTraces(tx: Tx, personId: string): Promise<Traces | null> {
  const [person] = await tx.execute<{ code: string; tree_id: string }>(
    sql`select code, tree_id from people where id = ${personId}`,
  )
  if (!person) return null
  const accounts = await tx.execute<{ id: string; chat_id: string | null }>(sql`
    select a.id, a.chat_id from accounts a
    where a.person_id = ${personId} or (a.person_id is null and a.id in (
      select account_id from consents where person_id = ${personId}
      union select used_by_account_id from invites where person_id = ${personId}
      union select account_id from topic_acknowledgements where person_id = ${personId}
      union select v.account_id from submission_versions v where v.filed_by = ${personId}
        and v.entered_by = ${personId}))
    order by a.id`)
  const accountIds = [...accounts].map(({ id }) => id)
  const known = [...accounts].flatMap(({ chat_id: chatId }) => chatId ?? [])
  const chats = await tx.execute<{ id: string; key: string }>(sql`
    select id, bot_id || ':' || external_id as key from chats
    where kind = 'private' and id = any(${`{${known.join(',')}}`}::uuid[]) order by id`)
  return {
    personId,
    code: person.code,
    treeId: person.tree_id,
    accountIds,
    chatIds: [...chats].map(({ id }) => id),
    chatKeys: [...chats].map(({ key }) => key),
  }
}
