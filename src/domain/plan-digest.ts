import { addDays, type Day, daysBetween } from '../time.ts'

/** How far ahead "what comes" looks, in days. */
const COMING_DAYS = 14
/** A round whose day is this long past and that is complete is no longer worth a line. */
const PAST_DAYS = 30

/** How much of one round with one date is done in one unit. */
export interface CountedThing {
  obligationId: string
  /** Kind of the obligation: `session-report`, `pledge` … */
  kind: string
  title: string
  period: string
  unitId: string
  subject: 'people' | 'units'
  /** Last good day. */
  dueOn: Day
  /** What was due before the bot came, is voluntary, or is owed by somebody who refused is not counted. */
  total: number
  done: number
  /** Of those done, since the digest before. */
  doneSinceLastWeek: number
  /** The figures above are what was stated for the whole unit (`số tổng`), with deeds where they were counted. */
  stated?: { done: number; total: number; deeds: number }
  /** Units whose people are outside the bot and for whom neither entries nor a total say everything. */
  unstated?: number
}

/** Counts by unit, so that each of many readers is served without reading all of them. */
export type CountsByUnit = ReadonlyMap<string, readonly CountedThing[]>

/** One obligation in one period: done of due over a branch. */
export interface DigestLine {
  obligationId: string
  kind: string
  period: string
  title: string
  dueOn: Day
  subject: 'people' | 'units'
  done: number
  total: number
  doneSinceLastWeek: number
  /** The part of `done` and `total` that units stated as a sum; nothing: all of it was counted person by person. */
  stated?: { done: number; total: number; deeds: number }
  /** Units that have not said how many of their people outside the bot have done it. */
  unstated?: number
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
  /** What was due, and what is being done ahead of its time. */
  lines: DigestLine[]
  /** In the order in which the units were given: nobody is first for being worst. */
  late: LateUnit[]
  /** What is due from today on, within two weeks, and is not complete. */
  coming: DigestLine[]
  /** Nothing moved since last week. */
  quiet: boolean
}

export function countsByUnit(things: readonly CountedThing[]): CountsByUnit {
  const byUnit = new Map<string, CountedThing[]>()
  for (const thing of things) {
    const ofUnit = byUnit.get(thing.unitId)
    if (ofUnit) ofUnit.push(thing)
    else byUnit.set(thing.unitId, [thing])
  }
  return byUnit
}

/** The figures of a branch on `today`. Every figure is a sum over the counts of its units. */
export function planDigest(counts: CountsByUnit, unitIds: readonly string[], today: Day): Digest {
  const things = unitIds.flatMap((unitId) => counts.get(unitId) ?? [])
  const all = linesOf(things).filter(
    (line) =>
      line.dueOn >= addDays(today, -PAST_DAYS) || line.done < line.total || line.doneSinceLastWeek > 0,
  )
  const soon = addDays(today, COMING_DAYS)
  const coming = all.filter((line) => line.dueOn >= today && line.dueOn <= soon && line.done < line.total)
  return {
    lines: all.filter((line) => !coming.includes(line) && (line.dueOn <= soon || line.done > 0)),
    late: unitIds.flatMap((unitId) => lateUnit(unitId, counts.get(unitId) ?? [], today)),
    coming,
    quiet: all.every((line) => line.doneSinceLastWeek === 0),
  }
}

function linesOf(things: readonly CountedThing[]): DigestLine[] {
  const lines = new Map<string, DigestLine>()
  for (const { unitId: _, ...thing } of things) {
    const key = `${thing.obligationId}:${thing.period}:${thing.subject}`
    const line = lines.get(key)
    if (!line) {
      lines.set(key, { ...thing })
      continue
    }
    // An extension moves one unit's day; the line shows the latest, so that the time left is not understated.
    if (thing.dueOn > line.dueOn) line.dueOn = thing.dueOn
    line.total += thing.total
    line.done += thing.done
    line.doneSinceLastWeek += thing.doneSinceLastWeek
    if (thing.unstated) line.unstated = (line.unstated ?? 0) + thing.unstated
    if (thing.stated) line.stated = addStated(line.stated, thing.stated)
  }
  return [...lines.values()].sort(
    (a, b) =>
      a.dueOn.localeCompare(b.dueOn) || a.title.localeCompare(b.title) || a.period.localeCompare(b.period),
  )
}

export function addStated(
  a: DigestLine['stated'],
  b: NonNullable<DigestLine['stated']>,
): NonNullable<DigestLine['stated']> {
  return { done: (a?.done ?? 0) + b.done, total: (a?.total ?? 0) + b.total, deeds: (a?.deeds ?? 0) + b.deeds }
}

/** Open after its day. A total that a secretary stated makes nobody late: those people are outside the bot. */
export function isLate(thing: CountedThing, today: Day): boolean {
  return thing.dueOn < today && thing.done < thing.total && !thing.stated
}

function lateUnit(unitId: string, things: readonly CountedThing[], today: Day): LateUnit[] {
  const late = things.filter((thing) => isLate(thing, today))
  if (late.length === 0) return []
  return [
    {
      unitId,
      open: late.reduce((sum, { total, done }) => sum + total - done, 0),
      daysLate: Math.max(...late.map(({ dueOn }) => daysBetween(dueOn, today))),
    },
  ]
}
