import { addDays, type Day, daysBetween } from '../time.ts'

/** How far ahead "what comes" looks, in days. */
const COMING_DAYS = 14
/** A round whose day is this long past and that is complete is no longer worth a line. */
const PAST_DAYS = 30

/** One thing owed inside a branch, as a digest counts it. */
export interface CountedThing {
  obligationId: string
  title: string
  period: string
  unitId: string
  /** Null: the unit owes it. */
  personId: string | null
  dueOn: Day | null
  doneAt: Date | null
  /** Was due before the bot came, is voluntary, or its person refused messages: outside the shares. */
  outside: boolean
}

/** One obligation in one period: done of due, and how many of them were done a week ago. */
export interface DigestLine {
  obligationId: string
  period: string
  title: string
  dueOn: Day
  subject: 'people' | 'units'
  done: number
  total: number
  doneSinceLastWeek: number
}

/** A unit in which something is open after its day. Counts only. */
export interface LateUnit {
  unitId: string
  /** Open things past their day. */
  open: number
  /** Days since the oldest of them was due. */
  daysLate: number
}

export interface Digest {
  lines: DigestLine[]
  /** In the order in which the units were given: nobody is first for being worst. */
  late: LateUnit[]
  coming: { obligationId: string; period: string; title: string; dueOn: Day; open: number }[]
  /** Nothing moved since last week. */
  quiet: boolean
}

/** The figures of a branch on `today`; `lastWeek` is the instant of the digest before. Every figure counts rows of `things`. */
export function planDigest(
  things: readonly CountedThing[],
  unitIds: readonly string[],
  today: Day,
  lastWeek: Date,
): Digest {
  const branch = new Set(unitIds)
  const counted = things.filter((thing) => branch.has(thing.unitId) && !thing.outside && thing.dueOn !== null)
  const lines = linesOf(counted, lastWeek).filter(
    (line) =>
      line.dueOn >= addDays(today, -PAST_DAYS) || line.done < line.total || line.doneSinceLastWeek > 0,
  )
  const started = lines.filter((line) => line.dueOn <= addDays(today, 2 * COMING_DAYS) || line.done > 0)
  return {
    lines: started,
    late: lateUnits(counted, unitIds, today),
    coming: lines
      .filter(
        (line) => line.dueOn >= today && line.dueOn <= addDays(today, COMING_DAYS) && line.done < line.total,
      )
      .map(({ obligationId, period, title, dueOn, total, done }) => ({
        obligationId,
        period,
        title,
        dueOn,
        open: total - done,
      })),
    quiet: lines.every((line) => line.doneSinceLastWeek === 0),
  }
}

function linesOf(things: readonly CountedThing[], lastWeek: Date): DigestLine[] {
  const lines = new Map<string, DigestLine>()
  for (const thing of things) {
    const subject = thing.personId ? 'people' : 'units'
    const key = `${thing.obligationId}:${thing.period}:${subject}`
    const line = lines.get(key) ?? {
      obligationId: thing.obligationId,
      period: thing.period,
      title: thing.title,
      dueOn: thing.dueOn ?? '',
      subject,
      done: 0,
      total: 0,
      doneSinceLastWeek: 0,
    }
    lines.set(key, line)
    // An extension moves one unit's day; the line shows the latest, so that "hạn" is never understated.
    if (thing.dueOn && thing.dueOn > line.dueOn) line.dueOn = thing.dueOn
    line.total += 1
    if (thing.doneAt) line.done += 1
    if (thing.doneAt && thing.doneAt >= lastWeek) line.doneSinceLastWeek += 1
  }
  return [...lines.values()].sort(
    (a, b) =>
      a.dueOn.localeCompare(b.dueOn) || a.title.localeCompare(b.title) || a.period.localeCompare(b.period),
  )
}

function lateUnits(things: readonly CountedThing[], unitIds: readonly string[], today: Day): LateUnit[] {
  return unitIds.flatMap((unitId) => {
    const late = things.filter(
      (thing) => thing.unitId === unitId && !thing.doneAt && (thing.dueOn ?? today) < today,
    )
    const days = late.map((thing) => daysBetween(thing.dueOn ?? today, today))
    return late.length > 0 ? [{ unitId, open: late.length, daysLate: Math.max(...days) }] : []
  })
}
