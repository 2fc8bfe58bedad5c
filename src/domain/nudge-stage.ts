import { addDays, type Day, daysBetween, wallTime } from '../time.ts'
import { endOfWaking, isAwake, type WakingHours } from './waking-hours.ts'
import { type IsWorkingDay, workingDayOnOrAfter, workingDayOnOrBefore } from './work-days.ts'

/** Days before the last good day on which somebody is reminded; negative: after it. */
export interface NudgeOffsets {
  group: readonly number[]
  private: readonly number[]
  secretary: readonly number[]
}

/** A reminder after the deadline that is this many days old has lost its use. */
export const STALE_DAYS = 3
/** A step upward that a longer silence has swallowed is not made up for: the weekly figures say it too. */
export const ESCALATION_DAYS = 10
/** Holidays may move a stage by this many days. */
const MOST_MOVED_DAYS = 12

/** When something is due, and from when it is shown. */
export interface DueSpan {
  /** Last good day. */
  dueOn: Day
  opensOn: Day | null
}

/** The clock and the calendar of whoever is reminded. */
export interface LocalCalendar {
  zone: string
  isWorking: IsWorkingDay
  hours: WakingHours
}

/** How the words go: first word of it, again, the last that comes in time, after the deadline. */
export type StageName = 'invitation' | 'reminder' | 'last-day' | 'late'

/** The reminder whose day has come. */
export interface Stage {
  /** In days before the deadline. */
  offset: number
  /** Whole days from today to the last good day; negative: past. */
  daysLeft: number
  name: StageName
  /** No other reminder comes before the deadline. */
  isLastBefore: boolean
  /** Not worth sending any more from here on (product time). */
  until: Date
}

/**
 * The day of a stage. One that falls on a day off goes to the working day before; one after the deadline
 * goes to the working day after, for nobody is late before the day is over.
 */
export function dayOfStage(dueOn: Day, offset: number, isWorking: IsWorkingDay): Day {
  const known = knownDays.get(isWorking) ?? new Map<string, Day>()
  knownDays.set(isWorking, known)
  const key = `${dueOn} ${offset}`
  let day = known.get(key)
  if (day === undefined) {
    day = findDayOfStage(dueOn, offset, isWorking)
    known.set(key, day)
  }
  return day
}

/** Few deadlines, many units: each day is looked for once in a calendar. */
const knownDays = new WeakMap<IsWorkingDay, Map<string, Day>>()

function findDayOfStage(dueOn: Day, offset: number, isWorking: IsWorkingDay): Day {
  const day = addDays(dueOn, -offset)
  return offset >= 0 ? workingDayOnOrBefore(day, isWorking) : workingDayOnOrAfter(day, isWorking)
}

/**
 * The newest stage whose hour has come, while it is still of use and inside the hours of the day. What was
 * missed is caught up on working days, on a day off only when none is left before the deadline.
 */
export function findStage(
  offsets: readonly number[],
  { dueOn, opensOn }: DueSpan,
  calendar: LocalCalendar,
  now: Date,
): Stage | null {
  const { zone, isWorking, hours } = calendar
  if (!isAwake(now, zone, hours)) return null
  const { day } = wallTime(now, zone)
  if (opensOn && day < opensOn) return null
  const come = offsets.filter((offset) => dayOfStage(dueOn, offset, isWorking) <= day)
  if (come.length === 0) return null
  const offset = Math.min(...come)
  const lastUseful = offset >= 0 ? dueOn : addDays(dayOfStage(dueOn, offset, isWorking), STALE_DAYS)
  if (day > lastUseful) return null
  if (!isWorking(day) && (offset < 0 || workingDayOnOrAfter(day, isWorking) <= dueOn)) return null
  return {
    ...describe(offsets, offset, daysBetween(day, dueOn)),
    offset,
    until: endOfWaking(day, zone, hours),
  }
}

/** How a stage is worded, and whether it is the last before the deadline. */
export function describe(
  offsets: readonly number[],
  offset: number,
  daysLeft: number,
): Pick<Stage, 'name' | 'isLastBefore' | 'daysLeft'> {
  const before = offsets.filter((each) => each >= 0)
  const isLastBefore = offset >= 0 && offset === Math.min(...before)
  return { name: nameOf(before, offset, daysLeft), isLastBefore, daysLeft }
}

function nameOf(before: readonly number[], offset: number, daysLeft: number): StageName {
  if (daysLeft < 0) return 'late'
  if (daysLeft === 0) return 'last-day'
  return before.length > 1 && offset === Math.max(...before) ? 'invitation' : 'reminder'
}

/** Nothing is posted to a group after the deadline. */
export function groupOffsets({ group }: NudgeOffsets): number[] {
  return group.filter((offset) => offset >= 0)
}

/** Whether anything about something due could be said now or later in this week; asked before people are looked up. */
export function isWorthLoading(
  { offsets, escalate }: { offsets: NudgeOffsets; escalate: { leader: number; office: number } },
  span: DueSpan,
  calendar: LocalCalendar,
  now: Date,
): 'now' | 'this-week' | 'no' {
  const lists = [groupOffsets(offsets), offsets.private, offsets.secretary]
  if (lists.some((each) => findStage(each, span, calendar, now))) return 'now'
  const { day } = wallTime(now, calendar.zone)
  for (const after of [escalate.leader, escalate.office]) {
    const from = dayOfStage(span.dueOn, -after, calendar.isWorking)
    if (day >= from && day <= addDays(from, ESCALATION_DAYS) && isAwake(now, calendar.zone, calendar.hours))
      return 'now'
  }
  return span.dueOn >= day && span.dueOn <= addDays(day, MOST_MOVED_DAYS) ? 'this-week' : 'no'
}

/** The last good days around `today` of which anybody could be reminded on it. */
export function dueWindow(
  all: readonly { offsets: NudgeOffsets; escalate: { leader: number; office: number } }[],
  today: Day,
): { from: Day; to: Day } {
  const offsets = all.flatMap(({ offsets: { group, private: own, secretary }, escalate }) => [
    ...group,
    ...own,
    ...secretary,
    -escalate.leader,
    -escalate.office,
  ])
  return {
    from: addDays(today, Math.min(0, ...offsets) - ESCALATION_DAYS - MOST_MOVED_DAYS),
    // At least to the end of the week, because what is to come in it has its place in the ceiling.
    to: addDays(today, Math.max(7, ...offsets) + MOST_MOVED_DAYS),
  }
}
