import { fileTypeFromBuffer } from 'file-type'
import { SendError } from '../channels/channel-adapter.ts'
import {
  listWaitingAttachments,
  saveFetched,
  saveNotFetched,
  type WaitingAttachment,
} from '../store/waiting-attachments.ts'
import type { Parts } from '../tools.ts'

const MOST_BYTES = 10 * 1024 * 1024
const AT_ONCE = 20
const MOST_ATTEMPTS = 6
const MINUTE = 60_000

/** What offices send: pictures, PDF, and documents of the usual suites. */
const WANTED =
  /^(?:image\/(?:jpeg|png|webp|gif|heic|heif)|application\/(?:pdf|msword|x-cfb|rtf|vnd\.(?:openxmlformats-officedocument\.\w+ml\.(?:document|sheet|presentation)|oasis\.opendocument\.(?:text|spreadsheet))))$/

/**
 * Fetches files that came in with answers: at most 10 MB, of a kind that the bytes themselves show. What
 * fails for a while is tried again; what was filed with them does not wait. Returns how many were stored.
 */
export async function fetchAttachments(parts: Parts): Promise<number> {
  const waiting = await listWaitingAttachments(parts.db, parts.vault, parts.clock.machine(), AT_ONCE)
  let stored = 0
  for (const attachment of waiting) if (await fetchOne(parts, attachment)) stored += 1
  return stored
}

async function fetchOne(parts: Parts, { id, botId, source, attempts }: WaitingAttachment): Promise<boolean> {
  const bot = parts.bots.connected(botId)
  // Its token may come back.
  if (!bot) return false
  const refuse = (reason: string) =>
    saveNotFetched(parts.db, id, { attempts: attempts + 1, reason, nextAttemptAt: null })
  try {
    const bytes = await parts.bots.adapterOf(botId).fetchFile(bot, source, MOST_BYTES)
    const mime = (await fileTypeFromBuffer(bytes))?.mime
    if (bytes.length > MOST_BYTES) await refuse('too-large')
    else if (!mime || !WANTED.test(mime)) await refuse('wrong-kind')
    else {
      await saveFetched(parts.db, parts.vault, id, { mime, bytes })
      return true
    }
  } catch (error) {
    if (!(error instanceof SendError)) throw error
    if (error.failure === 'rejected' || attempts + 1 >= MOST_ATTEMPTS) {
      await refuse(error.code)
    } else {
      const nextAttemptAt = new Date(parts.clock.machine().getTime() + MINUTE * 4 ** attempts)
      await saveNotFetched(parts.db, id, { attempts: attempts + 1, reason: error.code, nextAttemptAt })
    }
    parts.log.warn({ attachment: id, code: error.code, attempt: attempts + 1 }, 'a file was not fetched')
  }
  return false
}
