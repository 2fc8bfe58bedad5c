import { addDays, type Day, daysBetween, wallTime } from '../time.ts'
import { endOfWaking, isAwake } from './waking-hours.ts'

/** Days before the last good day on which somebody is reminded; negative: after it. */
export interface NudgeOffsets {
  group: readonly number[]
  private: readonly number[]
  secretary: readonly number[]
}

/** A reminder after the deadline that is this many days old has lost its use. */
const STALE_DAYS = 3

/** When something is due, and from when it is shown. */
export interface DueSpan {
  /** Last good day. */
  dueOn: Day
  opensOn: Day | null
}

/** The reminder whose day has come. */
export interface Stage {
  /** In days before the deadline. */
  offset: number
  /** Whole days from today to the last good day; negative: past. */
  daysLeft: number
  /** Not worth sending any more from here on (product time). */
  until: Date
}

/** The newest stage whose hour has come, while it is still of use and inside the hours of the day. */
export function findStage(
  offsets: readonly number[],
  { dueOn, opensOn }: DueSpan,
  zone: string,
  now: Date,
): Stage | null {
  if (!isAwake(now, zone)) return null
  const { day } = wallTime(now, zone)
  if (opensOn && day < opensOn) return null
  const come = offsets.filter((offset) => addDays(dueOn, -offset) <= day)
  if (come.length === 0) return null
  const offset = Math.min(...come)
  const lastUseful = offset >= 0 ? dueOn : addDays(dueOn, STALE_DAYS - offset)
  if (day > lastUseful) return null
  return { offset, daysLeft: daysBetween(day, dueOn), until: endOfWaking(day, zone) }
}

/** Nothing is posted to a group after the deadline. */
export function groupOffsets({ group }: NudgeOffsets): number[] {
  return group.filter((offset) => offset >= 0)
}

/** Whether anybody could be reminded of something now; asked before people are looked up. */
export function isAnyStageDue(offsets: NudgeOffsets, span: DueSpan, zone: string, now: Date): boolean {
  return [groupOffsets(offsets), offsets.private, offsets.secretary].some((each) =>
    findStage(each, span, zone, now),
  )
}

/** The last good days around `today` of which anybody could be reminded on it. */
export function dueWindow(all: readonly NudgeOffsets[], today: Day): { from: Day; to: Day } {
  const offsets = all.flatMap((each) => [...groupOffsets(each), ...each.private, ...each.secretary])
  // A day more at either end, because zones differ.
  return {
    from: addDays(today, Math.min(0, ...offsets) - STALE_DAYS - 1),
    to: addDays(today, Math.max(0, ...offsets) + 1),
  }
}
