import { refusals } from '../api-error.ts'
import type { Method } from '../platform.ts'

/** Client.cpp drops callback queries after 150 s; later answers find "query is too old". */
const ANSWERABLE_MS = 150_000
/** "Text of the notification ... 0-200 characters" (answerCallbackQuery). */
const MAX_ANSWER = 200

/** Answers a pressed button, once and soon. */
export const answerCallbackQuery: Method = ({ world, bot, params }) => {
  const callback = world.callbacks.get(params.text('callback_query_id') ?? '')
  const isOpen = callback && callback.bot === bot.id && callback.answer === null
  if (!isOpen || world.now() - callback.at > ANSWERABLE_MS) throw refusals.queryTooOld()
  const text = params.text('text') ?? ''
  if (text.length > MAX_ANSWER) throw refusals.answerTooLong()
  callback.answer = {
    text,
    isAlert: params.flag('show_alert'),
    url: params.text('url') ?? null,
    at: world.now(),
  }
  world.callbacks.put(callback.id, callback)
  const press = world.transcript.all().find((entry) => entry.callback === callback.id)
  if (press) world.transcript.change(press)
  return true
}
