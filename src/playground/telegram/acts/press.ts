import { ControlError } from '../../server/control-http.ts'
import { userObject } from '../api-objects.ts'
import type { Button, Entry } from '../model.ts'
import type { Platform } from '../platform.ts'
import { isInChat } from '../world.ts'
import { getPlace, type ActPlace, type Place } from './place.ts'

export interface PressAct extends ActPlace {
  /** Label or callback data of the button. */
  button: string
  /** The message it hangs on; the latest that has such a button when left out. */
  messageId?: number
}

export interface Pressed {
  /** Id of the callback query; null for a link, which tells the bot nothing. */
  callback: string | null
  url: string | null
  entry: Entry | null
}

/** Presses an inline button. Throws `ControlError` when there is no such button to see. */
export function press(platform: Platform, act: PressAct): Pressed {
  const { world, queue } = platform
  const place = getPlace(world, act)
  const [carrier, button] = findButton(platform, place, act)
  if (button.url !== undefined) return { callback: null, url: button.url, entry: null }
  if (button.data === undefined) throw new ControlError(`button "${act.button}" carries no data`)
  const id = String(world.store.next('callback', 4_000_000_000_001))
  const at = world.now()
  const facts = { user: act.user, chat: carrier.chat, messageId: carrier.messageId, data: button.data, at }
  world.callbacks.put(id, { id, bot: carrier.bot ?? 0, ...facts, answer: null })
  const entry = world.transcript.add({
    ...blankLine(carrier),
    at,
    bot: carrier.bot,
    from: act.user,
    text: button.text,
    callback: id,
  })
  const bot = world.bots.values().find((one) => one.id === carrier.bot)!
  const query = {
    id,
    from: userObject(place.user),
    message: carrier.message,
    chat_instance: String(carrier.chat * 31),
    data: button.data,
  }
  queue.push(bot, 'callback_query', query, { chat: carrier.chat, entry: entry.seq })
  return { callback: id, url: null, entry }
}

function findButton({ world }: Platform, place: Place, act: PressAct): [carrier: Entry, button: Button] {
  const carriers = world.transcript
    .all()
    .filter((entry) => isInChat(entry, place.chat.id, place.bot?.id ?? 0))
    .filter((entry) => entry.author === 'bot' && entry.deletedAt === null)
    .filter((entry) => act.messageId === undefined || entry.messageId === act.messageId)
  for (const carrier of carriers.reverse()) {
    const button = carrier.keyboard?.flat().find((one) => one.text === act.button || one.data === act.button)
    if (button) return [carrier, button]
  }
  throw new ControlError(`no button "${act.button}" to press in chat ${place.chat.id}`)
}

function blankLine(carrier: Entry): Omit<Entry, 'seq' | 'at' | 'bot' | 'from' | 'text' | 'callback'> {
  return {
    chat: carrier.chat,
    author: 'user',
    method: 'press',
    messageId: carrier.messageId,
    thread: carrier.thread,
    replyTo: null,
    keyboard: null,
    markup: null,
    edits: [],
    deletedAt: null,
    withheld: [],
    message: carrier.message,
  }
}
