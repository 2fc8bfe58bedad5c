import type { Tools } from '../commands/command.ts'
import { type UnitView, unitsWithRole } from '../domain/person.ts'
import { type CountsByUnit, type LateUnit, planDigest } from '../domain/plan-digest.ts'
import { planWeekly, type TreeReach, type Weekly } from '../domain/plan-weekly.ts'
import { endOfWaking } from '../domain/waking-hours.ts'
import { listCountedThings } from '../store/counted-things.ts'
import { zoneOfTree } from '../domain/unit-tree.ts'
import { listLiveProgrammes } from '../store/live-programmes.ts'
import { listTreeReach } from '../store/unit-signs.ts'
import { listUnits } from '../store/units.ts'
import { addDays, type Day, dayOf, instantOf, mondayOf } from '../time.ts'
import { type DigestReader, listDigestReaders } from './digest-readers.ts'
import { withoutSaid } from './planned-message.ts'

/** The weekly digest goes out on Monday at this hour … */
const HOUR = '07:30'
/** … and is caught up until the evening this many days later; after that the next one is near. */
const CATCH_UP_DAYS = 2

/** A reader whose digest was not said yet. */
export interface WeekReader extends DigestReader {
  key: string
}

/** The week whose digest may be sent now. */
export interface Week {
  monday: Day
  today: Day
  /** Product time after which these figures are too old. */
  until: Date
  /** The hour of the digest before. */
  before: Date
}

/** One reader's week. */
export interface WeekReport {
  reader: WeekReader
  weekly: Weekly
  /** Every late unit of the branch; `weekly.calls` names a few of them. */
  late: LateUnit[]
}

/** The digests of a tree before they have words. */
export interface PlannedWeeks {
  week: Week
  units: UnitView[]
  /** By the language of their titles. */
  counts: ReadonlyMap<string, CountsByUnit>
  reports: WeekReport[]
}

/**
 * The weekly figures of everybody in a tree whose digest is due and was not said yet; null when there is
 * nothing to say now. The tree is counted once, however many read of it.
 */
export async function planWeeks(tools: Tools, treeId: string): Promise<PlannedWeeks | null> {
  const { tx, now } = tools
  const started = await listLiveProgrammes(tx, treeId, dayOf(now))
  if (started.length === 0) return null
  const units = await listUnits(tx, treeId, dayOf(now))
  const zone = zoneOfTree(units)
  const week = weekOf(now, zone)
  if (!week) return null

  const readers = (await listDigestReaders(tools, treeId, units, week.today)).map((reader): WeekReader => ({
    ...reader,
    key: `digest:${reader.person.id}:${week.monday}`,
  }))
  const fresh = await withoutSaid(tools, readers, ({ key }) => key)
  if (fresh.length === 0) return null
  const reach = await listTreeReach(tx, treeId, { day: week.today, before: week.before })
  const locales = fresh.map(({ to }) => to.locale)
  const counts = await countForDigest(tools, treeId, locales, { day: week.today, monday: week.monday, zone })
  const reports = fresh.flatMap((reader) => reportOf(reader, counts.get(reader.to.locale)!, reach, week))
  return { week, units, counts, reports }
}

function reportOf(reader: WeekReader, counts: CountsByUnit, reach: TreeReach, { today }: Week): WeekReport[] {
  const { person, scope } = reader
  const digest = planDigest(counts, scope, today)
  if (digest.lines.length === 0 && digest.coming.length === 0) return []
  const ownUnits = new Set(unitsWithRole(person, 'secretary', 'deputy'))
  const weekly = planWeekly(digest, { counts, unitIds: scope, reach, ownUnits }, today)
  return [{ reader, weekly, late: digest.late }]
}

function weekOf(now: Date, zone: string): Week | null {
  const today = dayOf(now, zone)
  const monday = mondayOf(today)
  const until = endOfWaking(today, zone)
  // Who could not be reached on Monday is not woken at night for it.
  const from = instantOf(today, HOUR, zone)
  if (now < from || now >= until || today > addDays(monday, CATCH_UP_DAYS)) return null
  return { monday, today, until, before: digestBefore(monday, zone) }
}

/** The instant of the digest before that of a Monday: what was done since then is new. */
function digestBefore(monday: Day, zone: string): Date {
  return instantOf(addDays(monday, -7), HOUR, zone)
}

/** The counts of a tree as Monday's digest has them, by language. */
export async function countForDigest(
  { tx, t }: Tools,
  treeId: string,
  locales: Iterable<'vi' | 'en'>,
  { day, monday, zone }: { day: Day; monday: Day; zone: string },
): Promise<Map<string, CountsByUnit>> {
  const counts = new Map<string, CountsByUnit>()
  for (const locale of new Set(locales))
    counts.set(
      locale,
      await listCountedThings(tx, {
        treeId,
        day,
        lastWeek: digestBefore(monday, zone),
        locale,
        t: (key, values) => t(locale, key, values),
      }),
    )
  return counts
}
