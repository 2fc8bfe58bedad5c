import type { Update } from '../channels/channel-adapter.ts'
import type { ReplyMore, Tools, Turn } from '../commands/command.ts'
import type { SayRequest, SayTarget } from '../outbox/say.ts'
import { queueKeyboardOff } from '../outbox/keyboard-off.ts'
import { findKnownPlace, reopenChat, saveAccount, saveChat } from '../store/chats.ts'
import { findDialog, MENU, saveChoices, saveDialog, type DialogRow } from '../store/dialogs.ts'
import { lockPerson } from '../store/lock-person.ts'
import { findPersonView } from '../store/people.ts'
import { dayOf } from '../time.ts'

/** A turn, what was shown before it, and what is to be tidied after it. */
export interface LoadedTurn {
  turn: Turn
  /** The dialog row as it was before the turn; null for a first contact. */
  before: DialogRow | null
  /** Takes the keyboard off a prompt that the turn has answered. Call last. */
  finish: () => Promise<void>
}

/**
 * Finds or makes the rows that an update is about and locks them in this order: chat, account, person,
 * dialog. Handles nothing.
 */
export async function loadTurn(
  tools: Tools,
  update: Update,
  { id: updateId, receivedAt }: { id: string; receivedAt: Date },
): Promise<LoadedTurn> {
  const { tx, newId, machineNow, now, vault } = tools
  const { botId, sender } = update
  const isPrivate = update.chat.kind === 'private'
  const made = { newId, machineNow }
  const known = await findKnownPlace(tx, { botId, chat: update.chat, sender: sender ?? null })
  const chatRow = known.chat ?? (await saveChat(tx, { botId, ...update.chat, ...made }))
  const chatId = isPrivate ? chatRow.id : null
  const accountRow =
    known.account && (chatId === null || known.account.chatId === chatId)
      ? known.account
      : sender
        ? await saveAccount(tx, { botId, externalId: sender.externalId, chatId, ...made })
        : null
  const isClosed = chatRow.state !== 'active' || accountRow?.state === 'unreachable'
  if (isClosed && isAlive(update)) await reopenChat(tx, chatRow.id)
  const personId = accountRow?.state === 'unlinked' ? null : (accountRow?.personId ?? null)
  // Sent in one go; they run one after the other.
  const [, person, before] = await Promise.all([
    personId ? lockPerson(tx, personId) : null,
    personId ? findPersonView(tx, personId, dayOf(now)) : null,
    accountRow ? findDialog(tx, vault, chatRow.id, accountRow.id) : null,
  ])
  const chatLanguage = chatRow.language === 'vi' || chatRow.language === 'en' ? chatRow.language : null
  const locale = (isPrivate ? person?.language : null) ?? chatLanguage ?? 'vi'

  const target: SayTarget = {
    chatId: chatRow.id,
    botId,
    kind: update.chat.kind,
    threadId: update.chat.threadId ?? null,
    personId: isPrivate ? personId : null,
    accountId: accountRow?.id ?? null,
    locale,
  }
  const place = accountRow && { chatId: chatRow.id, accountId: accountRow.id, newId, now }
  let said = 0
  let hasNewPrompt = false
  let isDialogChanged = false

  const say = async (request: SayRequest) => {
    const id = await tools.say(request)
    const isHere = request.to.chatId === chatRow.id && request.to.accountId === accountRow?.id
    if (id !== null && isHere && (request.choices?.length ?? 0) > 0) hasNewPrompt = true
    return id
  }
  const reply = (words: SayRequest['words'], more: ReplyMore = {}) => {
    said += 1
    return say({
      to: target,
      words,
      class: 'reply',
      topic: 'reply',
      uniqueKey: `reply:${updateId}:${said}`,
      ...more,
      ...(!isPrivate && update.messageId !== undefined && { replyTo: update.messageId }),
    })
  }

  const turn: Turn = {
    ...tools,
    say,
    update,
    updateId,
    receivedAt,
    chat: {
      id: chatRow.id,
      botId,
      externalId: chatRow.externalId,
      kind: update.chat.kind,
      ...(update.chat.threadId !== undefined && { threadId: update.chat.threadId }),
      language: chatLanguage,
    },
    account: accountRow && {
      id: accountRow.id,
      botId,
      externalId: accountRow.externalId,
      chatId: accountRow.chatId,
      personId,
      state: accountRow.state as NonNullable<Turn['account']>['state'],
    },
    person,
    locale,
    dialog: dialogOf(before),
    reply: (key, values, more) => reply({ key, ...(values && { values }) }, more),
    replyText: (text, more) => reply({ text }, more),
    setDialog: async (next) => {
      if (!place) throw new Error('a dialog needs somebody to talk with')
      isDialogChanged = true
      const dialog = { kind: next?.kind ?? MENU, draftId: next?.draftId ?? null, state: next?.state ?? null }
      await saveDialog(tx, vault, place, dialog)
      turn.dialog = next ? { ...dialog, revision: (turn.dialog?.revision ?? 0) + 1 } : null
    },
  }

  const finish = async () => {
    if (!place || !before || before.kind === MENU || !(isDialogChanged || hasNewPrompt)) return
    if (!hasNewPrompt) await saveChoices(tx, vault, place, { choices: [], expireAt: null, promptId: null })
    if (before.promptId) await queueKeyboardOff(tools, target, before.promptId)
  }
  return { turn, before, finish }
}

function dialogOf(row: DialogRow | null): Turn['dialog'] {
  if (!row || row.kind === MENU) return null
  return { kind: row.kind, draftId: row.draftId, state: row.state, revision: row.revision }
}

/** Whether the update shows that the chat is open to us. */
function isAlive({ body }: Update): boolean {
  return !['blocked', 'bot-left', 'chat-migrated'].includes(body.kind)
}
