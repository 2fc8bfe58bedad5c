import {
  SendError,
  type ConnectedBot,
  type OutgoingContent,
  type Receipt,
  type SendFailure,
} from '../channels/channel-adapter.ts'
import { closeChat, moveChat } from '../store/chats.ts'
import { pauseBot, stopBot } from '../store/bots.ts'
import { isConnectionError } from '../store/connection-lost.ts'
import type { ClaimedMessage } from '../store/outbox-lanes.ts'
import { pauseChat, saveAsOther, saveSent, saveUnsent } from '../store/outbox-results.ts'
import type { Tx } from '../store/database.ts'
import type { Parts } from '../tools.ts'
import { decideFailure, type FailureDecision } from './decide-failure.ts'

export interface SendContext {
  parts: Parts
  bot: ConnectedBot
  holder: string
  /** Waits before another try to write a result down; ends early when the sender is given up. */
  pause: (ms: number) => Promise<void>
}

export type SendResult =
  | { kind: 'sent' }
  | { kind: 'failed'; failure: SendFailure; decision: FailureDecision; code: string }

/** Sends one claimed message and writes down what became of it. */
export async function sendMessage(context: SendContext, message: ClaimedMessage): Promise<SendResult> {
  const { parts, bot, holder } = context
  const mine = { id: message.id, holder }
  const content = contentNow(message)
  if (content === null) {
    await record(context, (tx) =>
      saveUnsent(tx, mine, { state: 'cancelled', errorCode: 'nothing-to-change' }),
    )
    return { kind: 'sent' }
  }
  const result = await attempt(context, message, content)
  if (!(result instanceof SendError)) {
    const sent = { externalMessageId: result.externalMessageId, at: parts.clock.machine() }
    await kept(context, () => saveSent(parts.db, mine, { ...sent, isReply: message.class === 'reply' }))
    return { kind: 'sent' }
  }
  const decision = decideFailure({
    failure: result.failure,
    class: message.class,
    operation: content.operation,
    attempts: message.attempts,
    wasUncertain: message.wasUncertain,
    retryAfterMs: result.retryAfterMs,
    random: parts.random(),
  })
  await record(context, (tx) => saveFailure(context, tx, message, content, result, decision))
  parts.log[decision.row === 'dead' || decision.row === 'uncertain' ? 'warn' : 'info'](
    { bot: bot.id, outbox: message.id, code: result.code, state: decision.row, attempt: message.attempts },
    'a message was not taken',
  )
  return { kind: 'failed', failure: result.failure, decision, code: result.code }
}

async function attempt(
  { parts, bot }: SendContext,
  message: ClaimedMessage,
  content: OutgoingContent,
): Promise<Receipt | SendError> {
  try {
    return await parts.bots.adapterOf(bot.id).send(bot, message.chat, content)
  } catch (error) {
    if (error instanceof SendError) return error
    // A bug after which nobody knows whether the request had left.
    parts.log.error({ bot: bot.id, outbox: message.id, err: error }, 'an adapter threw something else')
    return new SendError('uncertain', 'adapter-failed')
  }
}

/** The content with what is known only now: the message that it changes. Null: there is none to change. */
function contentNow({ content, earlierMessageId }: ClaimedMessage): OutgoingContent | null {
  if (content.operation === 'keyboard-off') {
    return earlierMessageId === null ? null : { ...content, messageId: earlierMessageId }
  }
  if (content.operation !== 'edit') return content
  return earlierMessageId === null ? asText(content) : { ...content, messageId: earlierMessageId }
}

function asText(content: OutgoingContent & { operation: 'edit' }): OutgoingContent {
  const { text, choices } = content
  return { operation: 'text', text, ...(choices && { choices }) }
}

async function saveFailure(
  { parts, bot, holder }: SendContext,
  tx: Tx,
  message: ClaimedMessage,
  content: OutgoingContent,
  error: SendError,
  decision: FailureDecision,
): Promise<void> {
  const mine = { id: message.id, holder }
  const after = (ms: number) => new Date(parts.clock.machine().getTime() + ms)
  if (decision.row === 'as-text' && content.operation === 'edit') {
    await saveAsOther(tx, parts.vault, mine, asText(content))
  } else if (decision.row !== 'as-text') {
    const { row: state, isUncertain = false } = decision
    await saveUnsent(tx, mine, { state, errorCode: error.code, isUncertain })
  }
  if (decision.pauseChatMs !== undefined) await pauseChat(tx, message.chatId, after(decision.pauseChatMs))
  if (decision.pauseScheduledMs !== undefined) {
    await pauseBot(tx, bot.id, after(decision.pauseScheduledMs), 'scheduled')
  }
  if (decision.chat === 'close') await closeChat(tx, message.chatId)
  if (decision.chat === 'move' && error.toChatExternalId) {
    await moveChat(tx, { botId: bot.id, externalId: message.chat.externalId }, error.toChatExternalId)
  }
  if (decision.stopBot) await stopBot(tx, bot.id, error.code)
}

function record(context: SendContext, write: (tx: Tx) => Promise<void>): Promise<void> {
  return kept(context, () => context.parts.db.transaction(write))
}

/** What was sent must be known: keeps trying while Postgres is away. */
async function kept({ pause }: SendContext, write: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await write()
    } catch (error) {
      if (!isConnectionError(error) || tries >= 60) throw error
      await pause(Math.min(1000, 50 * 2 ** tries))
    }
  }
}
