import { and, desc, eq, inArray, ne, sql } from 'drizzle-orm'
import type { SayTarget } from '../outbox/say.ts'
import type { Tx } from './database.ts'
import { assignments, chats, dialogs, groupBindings, outbox } from './schema/index.ts'

/** The group in which an assignment was being answered and that is still bound; null when there is none. */
export async function findGroupOfThread(tx: Tx, assignmentId: string): Promise<SayTarget | null> {
  const [row] = await tx
    .select({
      chatId: chats.id,
      botId: chats.botId,
      threadId: outbox.threadId,
      language: chats.language,
    })
    .from(outbox)
    .innerJoin(chats, eq(chats.id, outbox.chatId))
    .innerJoin(groupBindings, and(eq(groupBindings.chatId, chats.id), eq(groupBindings.state, 'bound')))
    .where(
      and(
        eq(outbox.assignmentId, assignmentId),
        eq(outbox.class, 'reply'),
        eq(chats.kind, 'group'),
        eq(chats.state, 'active'),
      ),
    )
    .orderBy(desc(outbox.seq))
    .limit(1)
  if (!row) return null
  const { language, ...ids } = row
  return { ...ids, kind: 'group', locale: language === 'en' ? 'en' : 'vi' }
}

/**
 * How many people of these units owe the same in the same round, and how many have filed. Of those who are
 * away only what they filed counts, as in reminders.
 */
export async function countFiled(
  tx: Tx,
  { obligationId, period }: { obligationId: string; period: string },
  unitIds: readonly string[],
  away: ReadonlySet<string>,
): Promise<{ done: number; total: number }> {
  const [row] = await tx
    .select({
      total: sql<number>`count(*)::int`,
      done: sql<number>`(count(*) filter (where ${assignments.state} = 'done'))::int`,
    })
    .from(assignments)
    .where(
      and(
        eq(assignments.obligationId, obligationId),
        eq(assignments.period, period),
        inArray(assignments.unitId, [...unitIds]),
        sql`${assignments.personId} is not null`,
        sql`(${assignments.state} = 'done' or ${assignments.personId} <> all (${`{${[...away].join(',')}}`}::uuid[]))`,
        ne(assignments.state, 'withdrawn'),
        eq(assignments.voluntary, false),
        eq(assignments.beforeBot, false),
      ),
    )
  return row ?? { done: 0, total: 0 }
}

/** Whether a message of a chat is the question that somebody else is answering there. */
export async function isPromptOfAnother(
  tx: Tx,
  message: { chatId: string; accountId: string; externalMessageId: string },
): Promise<boolean> {
  const found = await tx
    .select({ id: dialogs.id })
    .from(dialogs)
    .innerJoin(outbox, eq(outbox.id, dialogs.promptId))
    .where(
      and(
        eq(dialogs.chatId, message.chatId),
        ne(dialogs.accountId, message.accountId),
        eq(dialogs.kind, 'form'),
        eq(outbox.externalMessageId, message.externalMessageId),
      ),
    )
    .limit(1)
  return found.length > 0
}
