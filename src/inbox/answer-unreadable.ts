import type { Turn } from '../commands/command.ts'

/** What no form can take: says what to send instead, once for a whole album. */
export async function answerUnreadable(turn: Turn): Promise<void> {
  const { body } = turn.update
  if (body.kind === 'edited-text') {
    // What was written first counts; said only to somebody who is answering something.
    if (turn.dialog) await turn.reply('router-edited')
    return
  }
  if (body.kind === 'photo' && body.albumId) {
    const { chat, account, person, locale } = turn
    await turn.say({
      to: {
        chatId: chat.id,
        botId: chat.botId,
        kind: chat.kind,
        personId: person?.id ?? null,
        accountId: account?.id ?? null,
        locale,
      },
      words: { key: 'router-photo-unasked' },
      class: 'reply',
      topic: 'reply',
      uniqueKey: `album:${chat.id}:${body.albumId}`,
    })
    return
  }
  if (body.kind === 'photo') await turn.reply('router-photo-unasked')
  else if (body.kind === 'document') await turn.reply('router-document-unasked')
  else await turn.reply(turn.dialog ? 'router-unreadable-in-dialog' : 'router-unreadable')
}
