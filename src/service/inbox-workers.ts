import { endDueWait } from '../inbox/end-due-waits.ts'
import { handleNextUpdate } from '../inbox/handle-updates.ts'
import { rest } from './bell.ts'
import type { ServiceState } from './service-state.ts'

const WORKERS = 4
const LONGEST_WAIT_MS = 5_000

/**
 * Handles updates, each chat in order and different chats at once, and ends waits for pieces of long texts, until
 * `stop`; the ones begun are finished.
 */
export async function runInboxWorkers(state: ServiceState, stop: AbortSignal): Promise<void> {
  await Promise.all(Array.from({ length: WORKERS }, () => work(state, stop)))
}

async function work({ app, commands, inbox }: ServiceState, stop: AbortSignal): Promise<void> {
  let failures = 0
  while (!stop.aborted) {
    try {
      // Where one was waiting there may be another: it need not wait for this one.
      const isHandled =
        (await handleNextUpdate(app.parts, commands, () => inbox.ringOne())) ||
        (await endDueWait(app.parts, commands))
      failures = 0
      if (!isHandled) await inbox.wait(1000, stop)
    } catch (error) {
      failures += 1
      if (failures === 1) app.parts.log.warn({ err: error }, 'updates wait for the database')
      await rest(Math.min(LONGEST_WAIT_MS, 100 * 2 ** failures), stop)
    }
  }
}
