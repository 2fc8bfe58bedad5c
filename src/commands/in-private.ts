import type { SayRequest, SayTarget } from '../outbox/say.ts'
import { findDialog, MENU, saveDialog } from '../store/dialogs.ts'
import type { ReplyMore, Turn } from './command.ts'

/**
 * The same turn as if it had come from the sender's private chat with this bot: what is said and opened goes
 * there. Null for somebody who has none, or whom we do not know.
 */
export async function inPrivate(turn: Turn): Promise<Turn | null> {
  const { account, person, chat, tx, vault, newId, now } = turn
  if (chat.kind === 'private') return turn
  if (!account?.chatId || account.state !== 'linked' || !person) return null
  const { id: accountId, chatId } = account
  const before = await findDialog(tx, vault, chatId, accountId)
  const { kind, draftId, state, revision } = before ?? { kind: MENU, draftId: null, state: null, revision: 0 }
  const locale = person.language
  const to: SayTarget = { chatId, botId: chat.botId, kind: 'private', personId: person.id, accountId, locale }
  let said = 0
  const reply = (words: SayRequest['words'], more: ReplyMore = {}) => {
    said += 1
    const uniqueKey = `reply:${turn.updateId}:private:${said}`
    return turn.say({ to, words, class: 'reply', topic: 'reply', uniqueKey, ...more })
  }
  const quiet: Turn = {
    ...turn,
    chat: { id: chatId, botId: chat.botId, externalId: account.externalId, kind: 'private', language: null },
    locale,
    dialog: kind === MENU ? null : { kind, draftId, state, revision },
    reply: (key, values, more) => reply({ key, ...(values && { values }) }, more),
    replyText: (text, more) => reply({ text }, more),
    setDialog: async (next) => {
      const dialog = { kind: next?.kind ?? MENU, draftId: next?.draftId ?? null, state: next?.state ?? null }
      await saveDialog(tx, vault, { chatId, accountId, newId, now }, dialog)
      quiet.dialog = next ? { ...dialog, revision: (quiet.dialog?.revision ?? 0) + 1 } : null
    },
  }
  return quiet
}
