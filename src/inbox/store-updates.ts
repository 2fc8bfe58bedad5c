import type { ConnectedBot, Update } from '../channels/channel-adapter.ts'
import { decideContent, type GuardReason } from '../domain/content-guard.ts'
import { saveUpdates, type NewUpdate } from '../store/updates.ts'
import type { Parts } from '../tools.ts'
import type { FloodGuard } from './flood-guard.ts'

/** What a stored batch leaves to do at once. */
export interface StoredBatch {
  /** Updates that were new. */
  stored: number
  /** Buttons that wait for a sign that they were heard; platforms forget them within minutes. */
  callbackIds: string[]
}

/**
 * First of the two transactions: parses, guards and stores a batch with the cursor that confirms it. When
 * this resolved, nothing of the batch can be lost, and the platform may be told so.
 */
export async function storeUpdates(
  parts: Parts,
  flood: FloodGuard,
  bot: ConnectedBot,
  raw: readonly unknown[],
  cursor: string | null,
): Promise<StoredBatch> {
  const adapter = parts.bots.adapterOf(bot.id)
  const parsed = raw.flatMap((each) => {
    try {
      return adapter.parse(each, bot) ?? []
    } catch (error) {
      // One that cannot be read must not keep back the others: it would be sent again and again.
      parts.log.error({ bot: bot.id, channel: adapter.channel, err: error }, 'an update could not be read')
      return []
    }
  })
  const rows = parsed.map((update) => judge(parts, flood, update))
  const machineNow = parts.clock.machine()
  const saved = await parts.db.transaction((tx) =>
    saveUpdates(tx, parts.vault, { botId: bot.id, rows, cursor, machineNow }),
  )
  return {
    stored: saved.size,
    callbackIds: parsed.flatMap(({ body }) => (body.kind === 'button' ? [body.callbackId] : [])),
  }
}

function judge(parts: Parts, flood: FloodGuard, update: Update): NewUpdate {
  const id = parts.newId()
  const allowed = flood.judge(update)
  if (allowed === 'drop') return { id, update, state: 'ignored', reason: 'flood' }
  if (allowed === 'warn')
    return { id, update: withoutContent(update, 'flood'), state: 'waiting', reason: 'flood' }
  const reason = decideContent(textsOf(update))
  if (reason === null) return { id, update, state: 'waiting', reason: null }
  return { id, update: withoutContent(update, reason), state: 'waiting', reason }
}

/** Everything in an update that a person wrote. */
function textsOf({ body }: Update): (string | undefined)[] {
  if (body.kind === 'text' || body.kind === 'edited-text') return [body.text]
  if (body.kind === 'photo' || body.kind === 'document') return [body.caption, body.file.name]
  return []
}

/** Ids only, and why; `refused:<reason>` is what the handler answers. */
function withoutContent(update: Update, reason: GuardReason | 'flood'): Update {
  const { v, botId, key, sentAt, chat, messageId, addressed, sender } = update
  return {
    v,
    botId,
    key,
    sentAt,
    chat,
    addressed,
    ...(messageId !== undefined && { messageId }),
    ...(sender && { sender: { externalId: sender.externalId } }),
    body: { kind: 'unsupported', hint: `refused:${reason}` },
  }
}
