import type { Logger } from '../log.ts'
import { isConnectionError } from '../store/connection-lost.ts'
import type { Database } from '../store/database.ts'
import { claimLease, releaseLease } from '../store/leases.ts'
import { monotonicMs } from '../time.ts'
import { rest } from './bell.ts'

/** Another replica takes over within ten seconds: eight of the lease, and one until it tries. */
const TTL_MS = 8_000
const RENEW_MS = 2_000
/** By our own watch the lease ends earlier, so that two replicas never act at once. */
const TRUSTED_MS = 6_500

/** Something that one replica at a time does. */
export interface HeldLease {
  /** Whether it is safe to act now. */
  isHeld(): boolean
  /** Aborts when the lease is gone or can no longer be trusted. */
  lost: AbortSignal
  /** Stops renewing and gives the lease back. */
  release(): Promise<void>
}

export interface LeaseRequest {
  db: Database
  name: string
  holder: string
  log: Logger
  /** Called after each renewal. */
  onRenewed?: () => Promise<void>
}

/** Takes the lease and keeps renewing it; null while another replica has it. Throws when Postgres is away. */
export async function takeLease(request: LeaseRequest): Promise<HeldLease | null> {
  const { db, name, holder, log } = request
  const askedMs = monotonicMs()
  if (!(await claimLease(db, name, holder, TTL_MS))) return null
  const lost = new AbortController()
  const done = new AbortController()
  let renewedMs = askedMs
  const isHeld = () => !lost.signal.aborted && monotonicMs() - renewedMs < TRUSTED_MS

  async function renew(): Promise<void> {
    const startedMs = monotonicMs()
    try {
      if (!(await claimLease(db, name, holder, TTL_MS))) return lost.abort()
      renewedMs = startedMs
      await request.onRenewed?.()
    } catch (error) {
      log.warn({ lease: name, err: error }, 'a lease could not be renewed')
      if (!isConnectionError(error)) lost.abort()
    }
  }
  const watch = setInterval(() => {
    if (!isHeld()) lost.abort()
  }, 250)
  const renewing = (async () => {
    const ends = AbortSignal.any([done.signal, lost.signal])
    while (!ends.aborted) {
      await rest(RENEW_MS, ends)
      if (!ends.aborted) await renew()
    }
  })()
  lost.signal.addEventListener('abort', () => log.warn({ lease: name }, 'a lease is lost'), { once: true })

  return {
    isHeld,
    lost: lost.signal,
    release: async () => {
      done.abort()
      await renewing
      clearInterval(watch)
      if (lost.signal.aborted) return
      await releaseLease(db, name, holder).catch((error: unknown) => {
        log.warn({ lease: name, err: error }, 'a lease could not be given back and will end by itself')
      })
    },
  }
}
