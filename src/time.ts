/**
 * The two clocks, and calendar maths on plain dates. Nothing else in `src/` reads the machine's time.
 *
 * Machine time runs leases, back-off, pacing and logs. Product time is every date that a person would
 * name: machine time plus an offset kept in the database, so that replicas, restarts and the CLI agree.
 */

/** A calendar day, `YYYY-MM-DD`, without zone. */
export type Day = string

/** Both clocks. Passed in everywhere; a test passes a frozen one. */
export interface Clock {
  /** Machine time: leases, back-off, pacing, logs. */
  machine(): Date
  /** Product time: machine time plus the offset of the database. */
  product(): Date
}

/** The machine's clock with a settable offset (milliseconds) for product time. */
export interface OffsetClock extends Clock {
  setOffset(offsetMs: number): void
  offset(): number
}

export const DEFAULT_ZONE = 'Asia/Ho_Chi_Minh'

export function systemClock(offsetMs = 0): OffsetClock {
  let offset = offsetMs
  return {
    machine: () => new Date(),
    product: () => new Date(Date.now() + offset),
    setOffset: (next) => {
      offset = next
    },
    offset: () => offset,
  }
}

/** Milliseconds of machine time from an arbitrary origin, for measuring spans. */
export function monotonicMs(): number {
  return performance.now()
}

const formats = new Map<string, Intl.DateTimeFormat>()

function zoneFormat(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    })
    formats.set(zone, format)
  }
  return format
}

/** What a wall clock in `zone` shows at `instant`. `weekday`: 1 Monday to 7 Sunday. */
export interface WallTime {
  day: Day
  hour: number
  minute: number
  second: number
  weekday: number
}

/** Planners ask for the same instant thousands of times; formatting is what it costs. */
const lastShown = new Map<string, { ms: number; shown: WallTime }>()

export function wallTime(instant: Date, zone: string = DEFAULT_ZONE): WallTime {
  const last = lastShown.get(zone)
  if (last?.ms === instant.getTime()) return { ...last.shown }
  const shown = showWallTime(instant, zone)
  lastShown.set(zone, { ms: instant.getTime(), shown })
  return { ...shown }
}

function showWallTime(instant: Date, zone: string): WallTime {
  const part: Record<string, string> = {}
  for (const { type, value } of zoneFormat(zone).formatToParts(instant)) part[type] = value
  const day = `${part['year']}-${part['month']}-${part['day']}`
  return {
    day,
    hour: Number(part['hour']),
    minute: Number(part['minute']),
    second: Number(part['second']),
    weekday: weekdayOf(day),
  }
}

/** The calendar day of an instant in a zone. */
export function dayOf(instant: Date, zone: string = DEFAULT_ZONE): Day {
  return wallTime(instant, zone).day
}

/** The instant at which a wall clock in `zone` shows `day` and `time` (`HH:MM`). */
export function instantOf(day: Day, time: string, zone: string = DEFAULT_ZONE): Date {
  const name = `${day} ${time} ${zone}`
  const known = instants.get(name)
  if (known !== undefined) return new Date(known)
  const instant = findInstant(day, time, zone)
  if (instants.size >= MOST_INSTANTS) instants.clear()
  instants.set(name, instant.getTime())
  return instant
}

const instants = new Map<string, number>()
const MOST_INSTANTS = 2_000

function findInstant(day: Day, time: string, zone: string): Date {
  const wanted = Date.parse(`${day}T${time}:00Z`)
  let guess = wanted
  // Two rounds settle every zone with a whole-minute offset, changes of summer time included.
  for (let round = 0; round < 2; round += 1) {
    const shown = showWallTime(new Date(guess), zone)
    const clock = `${pad(shown.hour)}:${pad(shown.minute)}:${pad(shown.second)}`
    guess += wanted - Date.parse(`${shown.day}T${clock}Z`)
  }
  return new Date(guess)
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

export function addDays(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** The last day of a month (1 to 12). */
export function lastDayOfMonth(year: number, month: number): Day {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

/** A day that exists in the calendar, or null: 31/02 and 00/13 do not. */
export function realDay(year: number, month: number, day: number): Day | null {
  const text = `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text ? text : null
}

/**
 * A day, a day with an hour (both on the wall clock of `zone`), or a full instant; null when it is none, or
 * one that no calendar has.
 */
export function parseInstant(text: string, zone: string = DEFAULT_ZONE): Date | null {
  const parts =
    /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2})(:\d{2}(?:\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?)?$/.exec(text)
  const day = parts && realDay(Number(parts[1]), Number(parts[2]), Number(parts[3]))
  if (!day) return null
  const [time = '00:00', seconds = ':00', offset] = parts.slice(4)
  const instant = new Date(`${day}T${time}${seconds}${offset ?? 'Z'}`)
  if (Number.isNaN(instant.getTime())) return null
  if (offset !== undefined) return instant
  return new Date(instantOf(day, time, zone).getTime() + (instant.getTime() % 60_000))
}

/** 1 to 4. */
export function quarterOf(day: Day): number {
  return Math.ceil(Number(day.slice(5, 7)) / 3)
}

/** The Monday of the week that holds `day`. */
export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day))
}

/** `09/3/2026`: the way Vietnamese documents write a date (day and months 1-2 with a zero). */
export function formatDay(day: Day): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return `${pad(date)}/${month <= 2 ? pad(month) : month}/${year}`
}

/** `09/3`: as `formatDay`, without the year. */
export function formatShortDay(day: Day): string {
  return formatDay(day).slice(0, -5)
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}

/** The instant of machine time at which product time will be `instant`, as the two clocks stand now. */
export function machineTimeOf(instant: Date, clocks: { now: Date; machineNow: Date }): Date {
  return new Date(clocks.machineNow.getTime() + instant.getTime() - clocks.now.getTime())
}
