import { addDays, type Day, weekdayOf } from '../time.ts'
import { addStated, type CountedThing, type CountsByUnit } from './plan-digest.ts'

/** One task whose last day is over: what was done and where something is missing. */
export interface Closing {
  obligationId: string
  title: string
  subject: 'people' | 'units'
  dueOn: Day
  done: number
  total: number
  /** Units in which something is missing and how much, in the order of the units given. */
  missing: { unitId: string; open: number }[]
  /** As in a line of a digest. */
  stated?: NonNullable<CountedThing['stated']>
  unstated?: number
}

/** The day on which it is told that a window closed: the first weekday after its last day. */
export function closingDay(dueOn: Day): Day {
  let day = addDays(dueOn, 1)
  while (weekdayOf(day) > 5) day = addDays(day, 1)
  return day
}

/**
 * The windows of a branch that closed so that they are told on `closedOn`. Where some were given more time, the
 * window is the day that holds for most.
 */
export function planClosings(counts: CountsByUnit, unitIds: readonly string[], closedOn: Day): Closing[] {
  const byRound = new Map<string, Map<Day, CountedThing[]>>()
  for (const unitId of unitIds) {
    for (const thing of counts.get(unitId) ?? []) {
      const key = `${thing.obligationId}:${thing.period}:${thing.subject}`
      const days = byRound.get(key) ?? new Map<Day, CountedThing[]>()
      byRound.set(key, days.set(thing.dueOn, [...(days.get(thing.dueOn) ?? []), thing]))
    }
  }
  return [...byRound.values()]
    .map((days) => [...days].sort((a, b) => sumOf(b[1]) - sumOf(a[1]) || a[0].localeCompare(b[0]))[0]!)
    .filter(([dueOn]) => closingDay(dueOn) === closedOn)
    .map(([dueOn, things]) => closingOf(dueOn, things))
    .filter(({ total }) => total > 0)
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn) || a.title.localeCompare(b.title))
}

function closingOf(dueOn: Day, things: readonly CountedThing[]): Closing {
  const { obligationId, title, subject } = things[0]!
  const stated = things.reduce<CountedThing['stated']>(
    (sum, thing) => (thing.stated ? addStated(sum, thing.stated) : sum),
    undefined,
  )
  const unstated = things.reduce((sum, thing) => sum + (thing.unstated ?? 0), 0)
  return {
    obligationId,
    title,
    subject,
    dueOn,
    done: things.reduce((sum, { done }) => sum + done, 0),
    total: sumOf(things),
    ...(stated && { stated }),
    ...(unstated > 0 && { unstated }),
    // A total makes nobody late: those people are outside the bot.
    missing: things.flatMap(({ unitId, done, total, stated: isStated }) =>
      done < total && !isStated ? [{ unitId, open: total - done }] : [],
    ),
  }
}

function sumOf(things: readonly CountedThing[]): number {
  return things.reduce((sum, { total }) => sum + total, 0)
}
