import { imageType } from '../server/images.ts'
import { fetchLoopbackFile } from '../server/loopback.ts'
import { refusals } from './api-error.ts'
import type { Entry } from './model.ts'
import type { World } from './world.ts'

/**
 * Fetches the pictures that bots send. "Zalo may fetch the image more than once and later. Deleting it
 * after the first GET produces a black image" (zalo-bot-api.md 2.4): once at once, and once more after
 * `refetchDelayMs`.
 */
export interface PhotoFetcher {
  /** The first fetch. Throws `ApiError` for an address without a picture. */
  fetchFirst(url: string): Promise<void>
  refetchLater(entry: Entry): void
  close(): void
}

export function photoFetcher(world: World): PhotoFetcher {
  const timers = new Set<NodeJS.Timeout>()
  const isPicture = async (url: string): Promise<boolean> => {
    if (!world.switches().allowLoopbackPhoto) return false
    const file = await fetchLoopbackFile(url)
    return file !== null && imageType(file.bytes) !== null
  }
  const refetch = async (entry: Entry): Promise<void> => {
    const isOk = await isPicture(entry.mediaUrl ?? '')
    entry.fetches.push({ at: world.now(), isOk })
    entry.isBlack = !isOk
    world.transcript.change(entry)
  }
  return {
    fetchFirst: async (url) => {
      if (!(await isPicture(url))) throw refusals.photoUrl()
    },
    refetchLater: (entry) => {
      const timer = setTimeout(() => {
        timers.delete(timer)
        void refetch(entry)
      }, world.switches().refetchDelayMs)
      timers.add(timer)
    },
    close: () => {
      for (const timer of timers) clearTimeout(timer)
    },
  }
}
