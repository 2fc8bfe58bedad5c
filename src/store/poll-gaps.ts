import { and, count, eq, gte, ne, sql } from 'drizzle-orm'
import type { Database, Tx } from './database.ts'
import { accounts, chats, dialogs, people, pollGaps } from './schema/index.ts'
import { MENU } from './dialogs.ts'

/** Keeps a span (machine time) in which nobody listened to a bot whose platform keeps nothing. */
export async function savePollGap(
  tx: Tx,
  gap: { id: string; botId: string; fromAt: Date; toAt: Date; toldAt: Date },
): Promise<void> {
  await tx.insert(pollGaps).values(gap)
}

/** Somebody who was in the middle of something and may have answered into the void. */
export interface WaitingReader {
  chatId: string
  accountId: string
  personId: string | null
  locale: 'vi' | 'en'
}

/** Everybody with an open question in a private chat of the bot; with `activeSince` (product time), only the active. */
export async function listOpenQuestions(
  tx: Tx,
  botId: string,
  activeSince: Date | null,
): Promise<WaitingReader[]> {
  const rows = await tx
    .select({
      chatId: chats.id,
      accountId: accounts.id,
      personId: accounts.personId,
      language: sql<string | null>`coalesce(${people.language}, ${chats.language})`,
    })
    .from(dialogs)
    .innerJoin(chats, eq(chats.id, dialogs.chatId))
    .innerJoin(accounts, eq(accounts.id, dialogs.accountId))
    .leftJoin(people, eq(people.id, accounts.personId))
    .where(
      and(
        eq(chats.botId, botId),
        eq(chats.kind, 'private'),
        eq(chats.state, 'active'),
        ne(dialogs.kind, MENU),
        activeSince ? gte(dialogs.updatedAt, activeSince) : undefined,
      ),
    )
  return rows.map(({ language, ...row }) => ({ ...row, locale: language === 'en' ? 'en' : 'vi' }))
}

export async function countPollGaps(db: Database | Tx): Promise<{ botId: string; count: number }[]> {
  return db.select({ botId: pollGaps.botId, count: count() }).from(pollGaps).groupBy(pollGaps.botId)
}
