import { isFor, menuOf, sayInPrivate, sayThanks, sayUnknown } from '../commands/index.ts'
import type { Command, Turn } from '../commands/command.ts'
import { askTermsAgain } from '../commands/ask-terms-again.ts'
import { readVerb } from '../domain/vietnamese-verbs.ts'
import type { DialogRow } from '../store/dialogs.ts'
import { findSaidText } from '../store/outbox.ts'
import { isPromptOfAnother } from '../store/group-threads.ts'
import { looksLikeCode } from './looks-like-code.ts'
import { matchSlash, matchWords, type Match } from './match-command.ts'
import { pickChoice } from './pick-choice.ts'
import { answerUnreadable } from './answer-unreadable.ts'

export interface Routed {
  turn: Turn
  before: DialogRow | null
  commands: readonly Command[]
}

/** Finds who answers an update, and lets them. The order of the questions is the order of this file. */
export async function routeUpdate({ turn, before, commands }: Routed): Promise<void> {
  const { body, addressed, chat, sender } = turn.update
  if (chat.kind === 'group' && !addressed && body.kind !== 'button') return
  if (!sender) {
    await turn.reply('router-anonymous')
    return
  }
  switch (body.kind) {
    case 'button':
      return runAction(turn, commands, body.action)
    case 'text':
      return routeText(turn, before, commands, body.text)
    case 'photo':
    case 'document':
      return routeFile(turn, commands, body.caption ?? '')
    case 'edited-text':
      return routeEdited(turn, commands, body.text)
    default:
      return answerUnreadable(turn)
  }
}

/** An edited message changes what it had answered while its form is open. */
async function routeEdited(turn: Turn, commands: readonly Command[], text: string): Promise<void> {
  const owner = turn.dialog?.kind === 'form' ? ownerOf(commands, 'form') : null
  if (await owner?.onText?.(turn, text, turn.dialog?.state)) return
  await answerUnreadable(turn)
}

async function routeText(
  turn: Turn,
  before: DialogRow | null,
  commands: readonly Command[],
  text: string,
): Promise<void> {
  const kind = turn.chat.kind
  const isSlash = text.trim().startsWith('/')
  const slash = isSlash ? matchSlash(commands, text, kind) : null
  if (slash) return runCommand(turn, slash)
  const owner = turn.dialog && ownerOf(commands, turn.dialog.kind)
  if (!isSlash && !matchWords(commands, text, kind, true) && (await answersAnother(turn))) {
    await turn.reply('here-not-yours')
    return
  }

  if (turn.dialog?.kind === 'form' && !isSlash) {
    // Words that a form knows (`huỷ`, `xong`, `xem`) are said to the form.
    const leaving = readVerb(text) === null ? matchWords(commands, text, kind, true) : null
    if (leaving) return runCommand(turn, leaving)
    if (await owner?.onText?.(turn, text, turn.dialog.state)) return
  }
  if (turn.dialog && owner?.hearsFirst && !isSlash && !pickChoice(before?.choices ?? [], text)) {
    const leaving = readVerb(text) === null ? matchWords(commands, text, kind, true) : null
    if (leaving) return runCommand(turn, leaving)
    if (await owner.onText?.(turn, text, turn.dialog.state)) return
  }
  const choice = before && pickChoice(before.choices, text)
  if (choice && before) {
    const isLive = before.choicesExpireAt === null || before.choicesExpireAt > turn.now
    if (isLive) return runAction(turn, commands, choice.action)
    return showAgain(turn, before)
  }
  const verb = kind === 'private' && !isSlash && turn.dialog?.kind !== 'form' ? readVerb(text)?.verb : null
  if (verb === 'later') return putOff(turn)
  if (verb === 'show' && turn.dialog && owner?.again) return owner.again(turn, turn.dialog.state)
  const words = isSlash ? null : matchWords(commands, text, kind)
  if (words) return runCommand(turn, words)
  if (turn.dialog && turn.dialog.kind !== 'form' && (await owner?.onText?.(turn, text, turn.dialog.state)))
    return
  const join = commands.find((command) => command.name === 'join')
  // A code that a whole group has seen is spent at once, or binds the group.
  if (join && looksLikeCode(text, kind === 'private' && turn.person === null))
    return join.run(turn, text.trim())
  if (await sayThanks(turn, text, commands)) return
  // In a group a slash word may be meant for another bot.
  if (kind === 'group' && isSlash) return
  await sayUnknown(turn, commands)
}

/** `để sau` to any question outside a form: it is closed, and nothing was decided. */
async function putOff(turn: Turn): Promise<void> {
  const isOpen = turn.dialog !== null
  if (isOpen) await turn.setDialog(null)
  if (turn.person) await turn.reply(isOpen ? 'router-put-off' : 'router-nothing-to-put-off')
  else await turn.reply('router-put-off-stranger')
}

/** A number for choices of long ago: what they were about is said again, so that nobody agrees to they know not what. */
async function showAgain(turn: Turn, { choices, promptId }: DialogRow): Promise<void> {
  const words = promptId && (await findSaidText(turn.tx, turn.vault, promptId, turn.chat.id))
  const head = turn.t(turn.locale, 'router-menu-again')
  const rows = choices.map((each) => [each])
  await turn.replyText(words ? `${head}\n\n${words}` : head, { choices: rows })
}

/** A reply to the question that a group's other member is answering. */
async function answersAnother({ tx, chat, account, update }: Turn): Promise<boolean> {
  const { replyToMessageId: externalMessageId } = update
  if (chat.kind !== 'group' || !account || externalMessageId === undefined) return false
  return isPromptOfAnother(tx, { chatId: chat.id, accountId: account.id, externalMessageId })
}

async function routeFile(turn: Turn, commands: readonly Command[], caption: string): Promise<void> {
  const slash = matchSlash(commands, caption, turn.chat.kind)
  if (slash) return runCommand(turn, slash)
  const owner = turn.dialog && ownerOf(commands, turn.dialog.kind)
  if (turn.dialog && (await owner?.onText?.(turn, caption, turn.dialog.state))) return
  await answerUnreadable(turn)
}

async function runCommand(turn: Turn, { command, argument }: Match): Promise<void> {
  const { kind } = turn.chat
  if (kind === 'group' && command.where === 'private') return sayInPrivate(turn, command.slash)
  if (kind === 'private' && command.where === 'group') {
    await turn.reply('router-only-in-group', { command: command.slash })
    return
  }
  if (!isFor(command, turn.person) && kind === 'group' && !turn.person) {
    const label = turn.t(turn.locale, 'router-open-private-label')
    const openPrivate = { label, payload: command.slash }
    await turn.reply('here-unknown', { command: `/${command.slash}` }, { openPrivate })
    return
  }
  if (!isFor(command, turn.person)) {
    await turn.reply(turn.person ? 'router-not-for-you' : 'router-join-first')
    return
  }
  if (await askTermsAgain(turn, command, argument)) return
  await command.run(turn, argument)
}

/** `<command>:<verb>:<args…>`; the verb `run` starts the command itself. */
async function runAction(turn: Turn, commands: readonly Command[], action: string): Promise<void> {
  const [name, verb, ...args] = action.split(':')
  const command = ownerOf(commands, name ?? '')
  const act = command?.actions?.[verb ?? '']
  if (act) return act(turn, args)
  if (command && verb === 'run') return runCommand(turn, { command, argument: args.join(' ') })
  await turn.reply('router-old-button', {}, turn.chat.kind === 'private' ? menuOf(turn, commands) : {})
}

function ownerOf(commands: readonly Command[], name: string): Command | null {
  return commands.find((command) => command.name === name) ?? null
}
