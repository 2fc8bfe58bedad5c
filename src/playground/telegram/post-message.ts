import type { ApiMessage, Button, Entry } from './model.ts'
import { nextMessageId, type World } from './world.ts'

/** A message about to be written into a chat. */
export interface Draft {
  chat: { id: number; type: string } & Record<string, unknown>
  /** Bot of the private chat, or the bot that writes; null for a person in a group. */
  bot: number | null
  from: number
  author: Entry['author']
  method: string
  /** Fields of the Bot API message beside id, date and chat: `from`, `text`, `photo`, ... */
  fields: Record<string, unknown>
  text?: string
  keyboard?: Button[][] | null
  markup?: Record<string, unknown> | null
  thread?: number | null
  replyTo?: Entry | null
}

/** Gives a message its id and time and writes it into the transcript. */
export function postMessage(world: World, draft: Draft): Entry {
  const at = world.now()
  const { chat, thread = null, replyTo = null, keyboard = null } = draft
  const message: ApiMessage = {
    message_id: nextMessageId(world, chat.id, draft.bot ?? 0),
    date: Math.floor(at / 1000),
    chat,
    ...draft.fields,
    ...(thread === null ? {} : { message_thread_id: thread, is_topic_message: true }),
    ...(replyTo === null ? {} : { reply_to_message: withoutReply(replyTo.message) }),
  }
  return world.transcript.add({
    at,
    chat: chat.id,
    bot: draft.bot,
    from: draft.from,
    author: draft.author,
    method: draft.method,
    messageId: message.message_id,
    text: draft.text ?? '',
    thread,
    replyTo: replyTo?.messageId ?? null,
    keyboard,
    markup: draft.markup ?? null,
    edits: [],
    deletedAt: null,
    withheld: [],
    callback: null,
    message,
  })
}

/** "the Message object in this field will not contain further reply_to_message fields" (Message). */
function withoutReply(message: ApiMessage): ApiMessage {
  const { reply_to_message: _reply, ...rest } = message
  return rest
}
