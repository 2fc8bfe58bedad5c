import type { Sql } from 'postgres'
import type { WakeChannel } from './notify.ts'

const CHANNELS: readonly WakeChannel[] = ['nhipquy_updates', 'nhipquy_outbox', 'nhipquy_clock']

/**
 * Calls `onWork` with each notification; after the connection was lost and found again too, because
 * something may have been missed (`botId` null). Workers look by themselves every second as well.
 */
export async function listenForWork(
  sql: Sql,
  onWork: (channel: WakeChannel, botId: string | null) => void,
): Promise<{ stop: () => Promise<void> }> {
  const listening = await Promise.all(
    CHANNELS.map((channel) =>
      sql.listen(
        channel,
        (botId) => onWork(channel, botId),
        () => onWork(channel, null),
      ),
    ),
  )
  return {
    stop: async () => {
      await Promise.all(listening.map((each) => each.unlisten()))
    },
  }
}
