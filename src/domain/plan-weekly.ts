import { addDays, type Day } from '../time.ts'
import { type CountsByUnit, type Digest, type DigestLine, isLate, type LateUnit } from './plan-digest.ts'

/** What counts as this week, from today on. */
const WEEK_DAYS = 7
/** More calls than this a leader does not make in one morning. */
const MOST_CALLS = 5

/** A number out of a whole, now and a week ago. */
export interface WeekFigure {
  now: number
  of: number
  before: number
}

/** Members of a unit, and how many of them joined and agreed to messages, now and a week ago. */
export interface UnitReach {
  members: number
  /** Of them: those whom the bot talks to, where not to everybody. */
  reached?: number
  joined: number
  joinedBefore: number
}

/** Somebody who belongs to more than one unit: counted in each of them, and once in a branch. */
export interface SharedPerson {
  joined: boolean
  joinedBefore: boolean
}

/** The units of a tree by id, each with those whom it shares with others. */
export interface TreeReach {
  units: ReadonlyMap<string, UnitReach>
  shared: ReadonlyMap<string, readonly SharedPerson[]>
}

/** One figure with the words that tell what it counts. */
export interface NamedFigure extends WeekFigure {
  /**
   * `work`: all that is owed; `people-work`, `unit-work`: the same by who owes it (for one unit);
   * `late-units`: units with something open after its day; `joined`: people who use the bot, each once.
   */
  kind: 'work' | 'people-work' | 'unit-work' | 'late-units' | 'joined'
  /** The part of it that units stated as a sum. */
  stated?: { done: number; total: number }
}

/** What a leader reads in one minute. */
export interface Weekly {
  /** At most three; one that would count out of nothing is left out. */
  figures: NamedFigure[]
  /** Units that may need a call, in the order of the units given. */
  calls: LateUnit[]
  /** Late units beyond those. */
  moreLate: number
  /** What falls due from today on within a week and is not complete. */
  thisWeek: DigestLine[]
  /** The nearest thing after this week; null when nothing comes within two weeks. */
  next: DigestLine | null
  /** Nothing moved, nobody fell behind or caught up, and nothing is due this week. */
  unchanged: boolean
}

/** What `planWeekly` looks at besides the digest of the same branch and day. */
export interface WeeklyWorld {
  counts: CountsByUnit
  unitIds: readonly string[]
  reach: TreeReach
  /** Units that the reader answers for: one does not call oneself. */
  ownUnits: ReadonlySet<string>
}

/** The week of a branch. Figures are sums over its units; nothing is ranked. */
export function planWeekly(digest: Digest, world: WeeklyWorld, today: Day): Weekly {
  const lines = [...digest.lines, ...digest.coming]
  const { isSame, ...late } = lateUnits(world, today)
  const figures: NamedFigure[] =
    world.unitIds.length === 1
      ? [
          { kind: 'people-work', ...sumOf(lines.filter(({ subject }) => subject === 'people')) },
          { kind: 'unit-work', ...sumOf(lines.filter(({ subject }) => subject === 'units')) },
        ]
      : [
          { kind: 'work', ...sumOf(lines) },
          { kind: 'late-units', ...late },
        ]
  figures.push({ kind: 'joined', ...joinedOf(world) })
  const others = digest.late.filter(({ unitId }) => !world.ownUnits.has(unitId))
  const calls = mostInNeed(others)
  const weekEnd = addDays(today, WEEK_DAYS)
  const thisWeek = digest.coming.filter(({ dueOn }) => dueOn < weekEnd)
  return {
    figures: figures.filter(({ of }) => of > 0),
    calls,
    moreLate: others.length - calls.length,
    thisWeek,
    next: digest.coming.find(({ dueOn }) => dueOn >= weekEnd) ?? null,
    unchanged: figures.every(({ now, before }) => now === before) && isSame && thisWeek.length === 0,
  }
}

function sumOf(lines: readonly DigestLine[]): Omit<NamedFigure, 'kind'> {
  const now = lines.reduce((sum, { done }) => sum + done, 0)
  const stated = lines.flatMap((line) => line.stated ?? [])
  return {
    ...(stated.length > 0 && {
      stated: {
        done: stated.reduce((sum, { done }) => sum + done, 0),
        total: stated.reduce((sum, { total }) => sum + total, 0),
      },
    }),
    now,
    of: lines.reduce((sum, { total }) => sum + total, 0),
    before: now - lines.reduce((sum, { doneSinceLastWeek }) => sum + doneSinceLastWeek, 0),
  }
}

/** Of the units that owe anything: those with something open after its day. `isSame`: nobody fell behind or caught up. */
function lateUnits({ counts, unitIds }: WeeklyWorld, today: Day): WeekFigure & { isSame: boolean } {
  const lastWeek = addDays(today, -WEEK_DAYS)
  const found = { now: 0, of: 0, before: 0, isSame: true }
  for (const unitId of unitIds) {
    const things = counts.get(unitId)
    if (!things) continue
    const late = things.filter((thing) => isLate(thing, today))
    const isBehind = late.length > 0
    const wasLate = things.some((thing) =>
      isLate({ ...thing, done: thing.done - thing.doneSinceLastWeek }, lastWeek),
    )
    found.of += 1
    if (isBehind) found.now += 1
    if (wasLate) found.before += 1
    if (isBehind !== wasLate || late.some((thing) => thing.dueOn >= lastWeek)) found.isSame = false
  }
  return found
}

function joinedOf({ unitIds, reach }: WeeklyWorld): WeekFigure {
  const joined = { now: 0, of: 0, before: 0 }
  const met = new Set<SharedPerson>()
  for (const unitId of unitIds) {
    const unit = reach.units.get(unitId)
    if (!unit) continue
    joined.of += unit.reached ?? unit.members
    joined.now += unit.joined
    joined.before += unit.joinedBefore
    for (const person of reach.shared.get(unitId) ?? []) {
      if (!met.has(person)) {
        met.add(person)
        continue
      }
      joined.of -= 1
      if (person.joined) joined.now -= 1
      if (person.joinedBefore) joined.before -= 1
    }
  }
  return joined
}

/** Those who have waited longest for help, told in the order of the list they came in. */
function mostInNeed(late: readonly LateUnit[]): LateUnit[] {
  if (late.length <= MOST_CALLS) return [...late]
  const byNeed = [...late].sort((a, b) => b.daysLate - a.daysLate || b.open - a.open)
  const chosen = new Set(byNeed.slice(0, MOST_CALLS))
  return late.filter((unit) => chosen.has(unit))
}
