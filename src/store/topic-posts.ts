import { sql } from 'drizzle-orm'
import type { Tx } from './database.ts'

/** Where one topic went: to a person in private, or into a group. */
export interface TopicPost {
  kind: 'person' | 'group' | 'paste'
  personId: string | null
  chatId: string
  botId: string
  threadId: string | null
  chatLanguage: 'vi' | 'en'
  /** A group that a bot may still write into. */
  isActive: boolean
}

/** Everything of a topic that was sent or is on its way; what was never sent is not in it. */
export async function listTopicPosts(tx: Tx, programmeId: string, topicCode: string): Promise<TopicPost[]> {
  const start = `topic:${programmeId}:${topicCode}:`
  const rows = await tx.execute<{
    key: string
    person_id: string | null
    chat_id: string
    bot_id: string
    thread_id: string | null
    language: string | null
    state: string
  }>(sql`
    select o.key, o.person_id, o.chat_id, o.bot_id, o.thread_id, c.language, c.state
    from outbox o join chats c on c.id = o.chat_id
    where o.topic = 'topic' and starts_with(o.key, ${start}) and position('#' in o.key) = 0
      and o.state in ('queued', 'sending', 'sent', 'uncertain')
    order by o.seq`)
  return [...rows].map((row) => ({
    kind: row.key.slice(start.length).split(':')[0] as TopicPost['kind'],
    personId: row.person_id,
    chatId: row.chat_id,
    botId: row.bot_id,
    threadId: row.thread_id,
    chatLanguage: row.language === 'en' ? 'en' : 'vi',
    isActive: row.state === 'active',
  }))
}

/** The topics of a programme that anybody was sent, with the machine time of the first message; the newest first. */
export async function listPostedTopics(
  tx: Tx,
  programmeId: string,
): Promise<{ topicCode: string; firstAt: Date }[]> {
  const start = `topic:${programmeId}:`
  const rows = await tx.execute<{ code: string; first_at: string | Date }>(sql`
    select split_part(key, ':', 3) as code, min(created_at) as first_at from outbox
    where topic = 'topic' and starts_with(key, ${start})
      and state in ('queued', 'sending', 'sent', 'uncertain')
    group by split_part(key, ':', 3) order by min(created_at) desc`)
  return [...rows].map((row) => ({ topicCode: row.code, firstAt: new Date(row.first_at) }))
}
