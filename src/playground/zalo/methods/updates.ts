import { refusals } from '../api-error.ts'
import type { Method } from '../platform.ts'
import { shuffled } from '../update-shape.ts'
import { readText } from './params.ts'

const DEFAULT_TIMEOUT_S = 30

/**
 * One update, or 408 after exactly `timeout` seconds. `offset` does not exist; there is no acknowledgement
 * (zalo-bot-api.md 3). Beside a webhook: silence or an error, by `conflictMode`.
 */
export const getUpdates: Method = async (call) => {
  const { world, bot, polls, connection } = call
  const seconds = Number(readText(call, 'timeout') ?? DEFAULT_TIMEOUT_S)
  const timeoutMs = Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : DEFAULT_TIMEOUT_S * 1000
  if (bot.webhook && world.switches().conflictMode === 'error') throw refusals.webhookActive()
  const entry = await polls.poll(bot, timeoutMs, connection)
  if (!entry?.update) throw refusals.idle()
  call.whenWritten((isDelivered) => polls.written(bot, entry, isDelivered))
  const { shuffleKeys, resultShape } = world.switches()
  const update = shuffleKeys ? shuffled(entry.update, world.random) : entry.update
  return resultShape === 'array' ? [update] : update
}
