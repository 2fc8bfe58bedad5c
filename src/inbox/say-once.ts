import type { Turn } from '../commands/command.ts'

/** Answers under a key of its own instead of the update's: said once, however many updates ask for it. */
export async function sayOnce(turn: Turn, key: string, uniqueKey: string): Promise<void> {
  const { chat, account, person, locale } = turn
  await turn.say({
    to: {
      chatId: chat.id,
      botId: chat.botId,
      kind: chat.kind,
      threadId: chat.threadId ?? null,
      personId: chat.kind === 'private' ? (person?.id ?? null) : null,
      accountId: account?.id ?? null,
      locale,
    },
    words: { key },
    class: 'reply',
    topic: 'reply',
    uniqueKey,
  })
}
