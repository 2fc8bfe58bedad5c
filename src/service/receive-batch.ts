import type { ConnectedBot } from '../channels/channel-adapter.ts'
import { storeUpdates } from '../inbox/store-updates.ts'
import type { ServiceState } from './service-state.ts'

/** Stores a batch, wakes the workers, and lets the platform know that pressed buttons were heard. */
export async function receiveBatch(
  { app, flood, inbox, metrics }: ServiceState,
  bot: ConnectedBot,
  raw: readonly unknown[],
  cursor: string | null,
): Promise<void> {
  const { stored, callbackIds } = await storeUpdates(app.parts, flood, bot, raw, cursor)
  const adapter = app.bots.adapterOf(bot.id)
  metrics.stored(adapter.channel, stored)
  if (stored > 0) inbox.ringOne()
  // Never throws, and nothing waits for it: the press is stored already.
  for (const id of callbackIds) void adapter.acknowledgeButton(bot, id)
}
