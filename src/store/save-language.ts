import { eq } from 'drizzle-orm'
import type { Tx } from './database.ts'
import { chats, people } from './schema/index.ts'

/** Keeps the language of a person, or of a chat in which nobody is known yet. */
export async function savePersonLanguage(
  tx: Tx,
  whose: { chatId: string; personId: string | null },
  language: 'vi' | 'en',
): Promise<void> {
  await tx.update(chats).set({ language }).where(eq(chats.id, whose.chatId))
  if (whose.personId) await tx.update(people).set({ language }).where(eq(people.id, whose.personId))
}
