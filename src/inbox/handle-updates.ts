import type { Update } from '../channels/channel-adapter.ts'
import type { Command } from '../commands/command.ts'
import { isConnectionError } from '../store/connection-lost.ts'
import { closeChat, findChat, moveChat, saveChat } from '../store/chats.ts'
import {
  claimUpdate,
  openUpdate,
  saveFailedAttempt,
  saveHandled,
  type ClaimedUpdate,
} from '../store/updates.ts'
import { toolsOf, withTools, type Parts } from '../tools.ts'
import { loadTurn } from './load-turn.ts'
import { routeUpdate } from './route-update.ts'
import { sayOnce } from './say-once.ts'

const MOST_ATTEMPTS = 5

/**
 * Second of the two transactions: claims the oldest waiting update of a free chat and handles it, with the
 * state that it changes and the messages that it says. Returns false when nothing is waiting. Throws only
 * when Postgres cannot be reached; then no attempt is counted. `onClaimed`: one was found, before it is handled.
 */
export async function handleNextUpdate(
  parts: Parts,
  commands: readonly Command[],
  onClaimed?: () => void,
): Promise<boolean> {
  let claimed: ClaimedUpdate | null = null
  try {
    await parts.db.transaction(async (tx) => {
      claimed = await claimUpdate(tx, parts.clock.machine())
      if (!claimed) return
      onClaimed?.()
      await handleUpdate(toolsOf(parts, tx), claimed, commands)
    })
    return claimed !== null
  } catch (error) {
    const failed = claimed as ClaimedUpdate | null
    if (!failed || isConnectionError(error)) throw error
    await recordFailure(parts, failed, error)
    return true
  }
}

type Tools = ReturnType<typeof toolsOf>

async function handleUpdate(
  tools: Tools,
  claimed: ClaimedUpdate,
  commands: readonly Command[],
): Promise<void> {
  const { tx, machineNow } = tools
  const update = openUpdate(tools.vault, claimed)
  const isDone = await followChat(tools, update)
  if (!isDone) {
    const { turn, before, finish } = await loadTurn(tools, update, claimed)
    if (claimed.reason !== null) await turn.reply(`guard-${claimed.reason}`)
    else if (update.body.kind === 'bot-joined') await turn.reply('router-group-hello')
    else if (update.body.kind !== 'unblocked') await routeUpdate({ turn, before, commands })
    await finish()
  }
  await saveHandled(tx, claimed.id, claimed.reason === null ? 'handled' : 'refused', machineNow)
}

/** What happened to the chat itself and is answered by nobody. True when that was all. */
async function followChat(tools: Tools, update: Update): Promise<boolean> {
  const { tx, newId, machineNow } = tools
  const { body, botId, chat } = update
  if (body.kind === 'chat-migrated') {
    await moveChat(tx, { botId, externalId: chat.externalId }, body.toChatExternalId)
    return true
  }
  if (body.kind !== 'blocked' && body.kind !== 'bot-left') return false
  const known = await findChat(tx, { botId, externalId: chat.externalId })
  const { id } = known ?? (await saveChat(tx, { botId, ...chat, newId, machineNow }))
  await closeChat(tx, id)
  return true
}

/** Counts the try; after the fifth the update is parked, its sender is told, and the chat goes on. */
async function recordFailure(parts: Parts, claimed: ClaimedUpdate, error: unknown): Promise<void> {
  const attempts = claimed.attempts + 1
  const isParked = attempts >= MOST_ATTEMPTS
  const waitMs = Math.round(1000 * 2 ** (attempts - 1) * (0.5 + parts.random() / 2))
  const nextAttemptAt = isParked ? null : new Date(parts.clock.machine().getTime() + waitMs)
  await parts.db.transaction((tx) =>
    saveFailedAttempt(tx, claimed.id, { attempts, nextAttemptAt, reason: 'failed' }),
  )
  parts.log.error(
    { update: claimed.id, bot: claimed.botId, attempt: attempts, err: error },
    isParked ? 'an update is parked after five tries' : 'an update failed and will be tried again',
  )
  if (isParked) await tellParked(parts, claimed)
}

/** In a transaction of its own: what broke the update may break this too, and then only this. */
async function tellParked(parts: Parts, claimed: ClaimedUpdate): Promise<void> {
  await withTools(parts, async (tools) => {
    const update = openUpdate(parts.vault, claimed)
    if (update.chat.kind !== 'private') return
    const { turn } = await loadTurn(tools, update, claimed)
    // Its own answers stay unsaid, for the day on which it is replayed.
    await sayOnce(turn, 'router-parked', `parked:${claimed.id}`)
  }).catch((error: unknown) => {
    parts.log.error({ update: claimed.id, err: error }, 'the sender of a parked update was not told')
  })
}
