import type { Update } from '../channels/channel-adapter.ts'
import type { Command } from '../commands/command.ts'
import { shortId } from '../domain/short-id.ts'
import { claimDueWait, type DueWait, postponeWait, stopAwaiting } from '../store/awaited-pieces.ts'
import { isConnectionError } from '../store/connection-lost.ts'
import { toolsOf, type Parts } from '../tools.ts'
import { loadTurn } from './load-turn.ts'
import { routeUpdate } from './route-update.ts'

const MOST_ATTEMPTS = 5

/**
 * Ends one wait for further pieces of a long text: what came is joined, and the next question is asked. It is
 * handled like a message of that chat, under the same locks. Returns false when no wait is over; throws only when
 * Postgres cannot be reached.
 */
export async function endDueWait(parts: Parts, commands: readonly Command[]): Promise<boolean> {
  let claimed: DueWait | null = null
  try {
    await parts.db.transaction(async (tx) => {
      const tools = toolsOf(parts, tx)
      claimed = await claimDueWait(tx, tools.machineNow)
      if (!claimed) return
      const update = asPress(claimed, tools.machineNow)
      if (claimed.chatState === 'active') {
        const { turn, before, finish } = await loadTurn(tools, update, {
          id: claimed.id,
          receivedAt: tools.machineNow,
        })
        await routeUpdate({ turn, before, commands })
        await finish()
      } else await stopAwaiting(tx, claimed.draftId)
    })
    return claimed !== null
  } catch (error) {
    const failed = claimed as DueWait | null
    if (!failed || isConnectionError(error)) throw error
    const attempts = failed.attempts + 1
    const dueAt =
      attempts >= MOST_ATTEMPTS ? null : new Date(parts.clock.machine().getTime() + 1000 * 4 ** attempts)
    await parts.db.transaction((tx) => postponeWait(tx, failed, dueAt))
    parts.log.error({ bot: failed.botId, attempt: attempts, err: error }, 'a long text could not be joined')
    return true
  }
}

/** A form hears of it as of a choice that nobody had to press. */
function asPress(wait: DueWait, machineNow: Date): Update {
  return {
    v: 1,
    botId: wait.botId,
    key: `pieces:${wait.id}`,
    sentAt: machineNow.toISOString(),
    chat: { externalId: wait.chatExternalId, kind: 'private' },
    sender: { externalId: wait.accountExternalId },
    addressed: true,
    body: { kind: 'button', action: `form:pieces:${shortId(wait.draftId)}`, callbackId: '' },
  }
}
