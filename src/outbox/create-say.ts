import type { BotIdentity, Choice, OutgoingContent } from '../channels/channel-adapter.ts'
import { fitContent } from '../channels/fit-content.ts'
import type { Tools } from '../commands/command.ts'
import { isLockScreenSafe } from '../domain/lock-screen.ts'
import { MENU, findDialog, saveChoices } from '../store/dialogs.ts'
import { findReplaceable, saveOutboxContent, saveOutboxMessage } from '../store/outbox.ts'
import type { Say, SayRequest } from './say.ts'

const MINUTE = 60_000
/** How long typed numbers pick from a menu: the one just asked for, or one that came by itself. */
const CHOICES_LIVE = { reply: 10 * MINUTE, scheduled: 24 * 60 * MINUTE }

/** What a button can carry on every platform (Telegram's `callback_data`); longer ones would be lost on the way. */
const LONGEST_ACTION = 64

/** Values of these names in a sentence are names of people. */
const NAME_VALUE =
  /^(?:name|names|given|givenName|fullName|full_name|given_name|member|person|author|reader)$/

const NOBODY: BotIdentity = { externalId: '', displayName: '', handle: '', canJoinGroups: true }

/** `say` bound to one transaction and its tools. */
export function createSay(tools: Omit<Tools, 'say'>): Say {
  return async (wished) => {
    checkActions(wished)
    const request = await withoutTakenNumbers(tools, wished)
    const key = request.uniqueKey ?? `say:${tools.newId()}`
    const contents = contentsOf(tools, request)
    const rewritten = request.replace ? await rewriteUnsent(tools, request, contents) : null
    const shownId = rewritten ?? (await queue(tools, request, key, contents))
    if (shownId === null) return null
    await rememberChoices(tools, request, shownId)
    return shownId
  }
}

/** Actions are made of names and ids: one that is too long is a mistake of ours, to be seen at once. */
function checkActions({ choices = [] }: SayRequest): void {
  const long = choices.flat().find(({ action }) => Buffer.byteLength(action) > LONGEST_ACTION)
  if (long)
    throw new Error(
      `the action ${long.action.split(':', 2).join(':')} is longer than ${LONGEST_ACTION} bytes`,
    )
}

/** The operations that say it: files first, then the words in as many parts as the platform needs. */
function contentsOf(tools: Omit<Tools, 'say'>, request: SayRequest): OutgoingContent[] {
  const { to } = request
  const can = tools.bots.can(to.botId)
  const choices = shownChoices(request, can.buttons)
  const words: OutgoingContent = {
    operation: 'text',
    text: protectedText(tools, request),
    ...(choices.length > 0 && { choices }),
    ...(request.replyTo !== undefined && { replyTo: request.replyTo }),
    ...(request.openPrivate && { openPrivate: request.openPrivate }),
  }
  const adapter = tools.bots.adapterOf(to.botId)
  const bot = tools.bots.connected(to.botId) ?? NOBODY
  const parts = fitContent(words, can.maxText, (content) => adapter.render(bot, content))
  const { file } = request
  if (!file) return parts
  const { base64, name, mime } = file
  if (mime.startsWith('image/') && can.photoBytes) {
    return [{ operation: 'photo', photo: { base64, name } }, ...parts]
  }
  return can.documents ? [{ operation: 'document', base64, name, mime }, ...parts] : parts
}

/** Where choices are numbers, those of the question that a person is answering are not shown a second time. */
async function withoutTakenNumbers(tools: Omit<Tools, 'say'>, request: SayRequest): Promise<SayRequest> {
  const { chatId, accountId, botId } = request.to
  const isNumbered = request.choices !== undefined && !tools.bots.can(botId).buttons
  if (request.class !== 'scheduled' || !isNumbered || !accountId) return request
  const dialog = await findDialog(tools.tx, tools.vault, chatId, accountId)
  return dialog && dialog.kind !== MENU ? { ...request, choices: [] } : request
}

/** Where nothing can be pressed and nobody's typed number is awaited, choices would only mislead. */
function shownChoices(request: SayRequest, hasButtons: boolean): Choice[][] {
  const rows = (request.choices ?? []).filter((row) => row.length > 0)
  return hasButtons || request.to.accountId ? rows : []
}

function protectedText(tools: Omit<Tools, 'say'>, request: SayRequest): string {
  const { words, to } = request
  const text = 'text' in words ? words.text : tools.t(to.locale, words.key, words.values)
  if (to.kind === 'group') return text
  const values = 'values' in words ? Object.entries(words.values ?? {}) : []
  const names = values.flatMap(([name, value]) =>
    NAME_VALUE.test(name) && typeof value === 'string' ? [value] : [],
  )
  const numbered = tools.bots.can(to.botId).buttons ? [] : shownChoices(request, false).flat()
  const shown = [text, ...numbered.map(({ label }, index) => `${index + 1}. ${label}`)].join('\n')
  if (isLockScreenSafe(shown, request.class, names)) return text
  return `${tools.t(to.locale, 'lock-screen-neutral')}\n\n${text}`
}

/** A prompt that was not sent yet simply says something else. Null: it has gone, or there are several parts. */
async function rewriteUnsent(
  tools: Omit<Tools, 'say'>,
  request: SayRequest,
  contents: OutgoingContent[],
): Promise<string | null> {
  const [content] = contents
  const old = await findReplaceable(tools.tx, request.replace!)
  if (!old?.unsentId || contents.length !== 1 || content?.operation !== 'text') return null
  if (old.chatId !== request.to.chatId) return null
  await saveOutboxContent(
    tools.tx,
    tools.vault,
    old.unsentId,
    old.unsentId === old.rootId ? content : asEdit(content),
  )
  return old.unsentId
}

async function queue(
  tools: Omit<Tools, 'say'>,
  request: SayRequest,
  key: string,
  contents: OutgoingContent[],
): Promise<string | null> {
  const { to } = request
  const can = tools.bots.can(to.botId)
  const old = request.replace && can.edit ? await findReplaceable(tools.tx, request.replace) : null
  const [only] = contents
  const isEdit = old?.chatId === to.chatId && contents.length === 1 && only?.operation === 'text'
  const rows = isEdit ? [asEdit(only)] : contents
  let lastId: string | null = null
  for (const [index, content] of rows.entries()) {
    const id = tools.newId()
    const saved = await saveOutboxMessage(tools.tx, tools.vault, {
      id,
      botId: to.botId,
      chatId: to.chatId,
      threadId: to.threadId ?? null,
      personId: to.personId ?? null,
      class: request.class,
      key: index === 0 ? key : `${key}#${index + 1}`,
      topic: request.topic,
      assignmentId: request.assignmentId ?? null,
      refersTo: isEdit ? old.rootId : null,
      content,
      dueAt: request.dueAt ?? tools.machineNow,
      staleAt: request.staleAt ?? null,
      createdAt: tools.machineNow,
      saidAt: tools.now,
    })
    if (!saved) return null
    lastId = id
  }
  return lastId
}

function asEdit(content: OutgoingContent & { operation: 'text' }): OutgoingContent {
  // The id of the message is known once it was sent: the sender fills it in.
  const { text, choices } = content
  return { operation: 'edit', messageId: '', text, ...(choices && { choices }) }
}

async function rememberChoices(
  tools: Omit<Tools, 'say'>,
  request: SayRequest,
  promptId: string,
): Promise<void> {
  const { chatId, accountId } = request.to
  const choices = (request.choices ?? []).flat()
  if (!accountId || choices.length === 0) return
  const dialog = await findDialog(tools.tx, tools.vault, chatId, accountId)
  // A number answers the open question however old it is; only menus expire.
  const isQuestion = dialog !== null && dialog.kind !== MENU
  // What comes by itself must not take the numbers of the question that a person is answering.
  if (isQuestion && request.class === 'scheduled') return
  const place = { chatId, accountId, newId: tools.newId, now: tools.now }
  await saveChoices(tools.tx, tools.vault, place, {
    choices,
    expireAt: isQuestion ? null : new Date(tools.now.getTime() + CHOICES_LIVE[request.class]),
    promptId,
  })
}
