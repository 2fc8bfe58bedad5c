import { eq } from 'drizzle-orm'
import { DEFAULT_ZONE, parseInstant } from '../time.ts'
import type { Database, Tx } from './database.ts'
import { notifyWorkers } from './notify.ts'
import { clock } from './schema/operations.ts'

/** Where to move product time: to an instant, or on by a span. */
export type ClockMove = { to: Date } | { byMs: number }

/** Product time before and after, or a refusal: product time never goes back. */
export type ClockOutcome =
  | { moved: true; from: Date; to: Date; offsetMs: number }
  | { moved: false; reason: 'backward'; from: Date; to: Date }

const ROW = 1

/** What product time is ahead of machine time, in milliseconds; 0 before `startClock`. */
export async function readOffset(db: Database | Tx): Promise<number> {
  const rows = await db.select({ offsetMs: clock.offsetMs }).from(clock).where(eq(clock.id, ROW))
  return rows[0]?.offsetMs ?? 0
}

/**
 * Makes the clock's row when the database is new, so that product time begins at `clockStart` (without it:
 * at machine time); later calls change nothing. Gives the offset.
 */
export async function startClock(
  db: Database | Tx,
  clockStart: Date | undefined,
  machine: () => Date,
): Promise<number> {
  const offsetMs = clockStart ? clockStart.getTime() - machine().getTime() : 0
  await db.insert(clock).values({ id: ROW, offsetMs }).onConflictDoNothing()
  return readOffset(db)
}

/** Moves product time forward for every process on this database; services hear of it at once. */
export async function moveClock(db: Database, move: ClockMove, machine: () => Date): Promise<ClockOutcome> {
  return db.transaction(async (tx) => {
    await startClock(tx, undefined, machine)
    const rows = await tx.select().from(clock).where(eq(clock.id, ROW)).for('update')
    const now = machine().getTime()
    const from = new Date(now + rows[0]!.offsetMs)
    const to = 'to' in move ? move.to : new Date(from.getTime() + move.byMs)
    if (to < from) return { moved: false, reason: 'backward', from, to }
    const offsetMs = to.getTime() - now
    await tx.update(clock).set({ offsetMs }).where(eq(clock.id, ROW))
    await notifyWorkers(tx, 'nhipquy_clock', '')
    return { moved: true, from, to, offsetMs }
  })
}

const UNITS: Record<string, number> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 }

/**
 * Reads `+1d`, `+2h`, `+30m`, `+1w`, `2026-03-09`, `2026-03-09T08:00` (both on the wall clock of `zone`) or a
 * full instant. Null when it is none of these.
 */
export function parseClockMove(text: string, zone: string = DEFAULT_ZONE): ClockMove | null {
  const span = /^\+(\d{1,5})([mhdw])$/.exec(text)
  if (span) return { byMs: Number(span[1]) * UNITS[span[2]!]! }
  const to = parseInstant(text, zone)
  return to && { to }
}
