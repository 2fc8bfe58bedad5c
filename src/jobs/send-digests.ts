import type { Tools } from '../commands/command.ts'
import { pictureLink } from '../commands/summary-picture.ts'
import { planPicture } from '../documents/bars-picture.ts'
import { describeWeekly } from '../domain/describe-weekly.ts'
import { titleWithPeriod } from '../domain/period-words.ts'
import { type UnitView, unitsWithRole } from '../domain/person.ts'
import { type CountsByUnit, planDigest } from '../domain/plan-digest.ts'
import { planWeekly, type UnitReach, type Weekly } from '../domain/plan-weekly.ts'
import { scopeWords } from '../domain/unit-tree.ts'
import { endOfWaking } from '../domain/waking-hours.ts'
import { listCountedThings } from '../store/counted-things.ts'
import { listLiveProgrammes } from '../store/live-programmes.ts'
import { listUnitReach } from '../store/unit-signs.ts'
import { listUnits } from '../store/units.ts'
import { addDays, type Day, dayOf, DEFAULT_ZONE, instantOf, mondayOf } from '../time.ts'
import { type CallBook, openCallBook } from './call-notes.ts'
import { type DigestReader, figuresSeen, listDigestReaders } from './digest-readers.ts'
import { type PlannedMessage, withoutSaid } from './planned-message.ts'

/** The weekly digest goes out on Monday at this hour … */
const HOUR = '07:30'
/** … and is caught up until the evening this many days later; after that the next one is near. */
const CATCH_UP_DAYS = 2

interface Reader extends DigestReader {
  key: string
}

/** The week whose digest may be sent now. */
interface Week {
  monday: Day
  today: Day
  /** Product time after which these figures are too old. */
  until: Date
  /** The hour of the digest before. */
  before: Date
}

/**
 * The weekly digests of one tree that are due and were not sent yet: to every leader, secretary and office
 * over their own branch, once a week.
 */
export async function planDigests(tools: Tools, treeId: string): Promise<PlannedMessage[]> {
  const { tx, now } = tools
  const started = await listLiveProgrammes(tx, treeId, dayOf(now))
  if (started.length === 0) return []
  const units = await listUnits(tx, treeId, dayOf(now))
  const zone = units.find((unit) => unit.parentId === null)?.zone ?? DEFAULT_ZONE
  const week = weekOf(now, zone)
  if (!week) return []

  const readers = (await listDigestReaders(tools, treeId, units, week.today)).map((reader): Reader => ({
    ...reader,
    key: `digest:${reader.person.id}:${week.monday}`,
  }))
  const fresh = await withoutSaid(tools, readers, ({ key }) => key)
  if (fresh.length === 0) return []
  const reach = await listUnitReach(tx, treeId, { day: week.today, before: week.before })
  const counts = new Map<string, CountsByUnit>()
  for (const locale of new Set(fresh.map(({ to }) => to.locale)))
    counts.set(locale, await countThings(tools, treeId, locale, week))
  const reports = fresh.flatMap((reader) => reportOf(reader, counts.get(reader.to.locale)!, reach, week))
  const called = new Set(reports.flatMap(({ weekly }) => weekly.calls.map(({ unitId }) => unitId)))
  const [anyCounts] = counts.values()
  const book = await openCallBook(tools, [...called], { units, counts: anyCounts!, today: week.today })
  return reports.map((report) =>
    messageOf(tools, report, { units, counts: counts.get(report.reader.to.locale)!, book }, week),
  )
}

/** One reader's week. */
interface Report {
  reader: Reader
  weekly: Weekly
}

function reportOf(
  reader: Reader,
  counts: CountsByUnit,
  reach: ReadonlyMap<string, UnitReach>,
  { today }: Week,
): Report[] {
  const { person, scope } = reader
  const digest = planDigest(counts, scope, today)
  if (digest.lines.length === 0 && digest.coming.length === 0) return []
  const ownUnits = new Set(unitsWithRole(person, 'secretary', 'deputy'))
  return [{ reader, weekly: planWeekly(digest, { counts, unitIds: scope, reach, ownUnits }, today) }]
}

function weekOf(now: Date, zone: string): Week | null {
  const today = dayOf(now, zone)
  const monday = mondayOf(today)
  const until = endOfWaking(today, zone)
  // Who could not be reached on Monday is not woken at night for it.
  const from = instantOf(today, HOUR, zone)
  if (now < from || now >= until || today > addDays(monday, CATCH_UP_DAYS)) return null
  return { monday, today, until, before: instantOf(addDays(monday, -7), HOUR, zone) }
}

function countThings(tools: Tools, treeId: string, locale: 'vi' | 'en', week: Week): Promise<CountsByUnit> {
  return listCountedThings(tools.tx, {
    treeId,
    day: week.today,
    lastWeek: week.before,
    locale,
    titleOf: (title, period) => titleWithPeriod(title, period, (key, values) => tools.t(locale, key, values)),
  })
}

function messageOf(
  tools: Tools,
  { reader: { person, to, scope, key }, weekly }: Report,
  { units, counts, book }: { units: readonly UnitView[]; counts: CountsByUnit; book: CallBook },
  { today, until }: Week,
): PlannedMessage {
  const t = (name: string, values?: Record<string, string | number>) => tools.t(to.locale, name, values)
  const { notes, audits } = book.notesFor(
    person,
    weekly.unchanged ? [] : weekly.calls.map(({ unitId }) => unitId),
  )
  const text = describeWeekly(weekly, notes, scopeWords(scope, units), today, t)
  const picture = weekly.unchanged ? null : planPicture({ unitIds: scope, units, counts, today }, t)
  const canShow = tools.bots.can(to.botId).photoBytes
  // Where a photo cannot be sent as bytes, its link costs no message of its own.
  const link =
    picture && !canShow && tools.publicUrl !== null
      ? `\n\n${t('picture-link', { link: pictureLink(tools, tools.publicUrl, person, null) })}`
      : ''
  return {
    ...(picture && canShow && { picture }),
    request: {
      to,
      words: { text: `${text}${link}` },
      ...(!weekly.unchanged && { choices: [[{ action: 'summary:all', label: t('digest-open') }]] }),
      class: 'scheduled',
      topic: 'digest',
      uniqueKey: key,
      staleAt: new Date(tools.machineNow.getTime() + until.getTime() - tools.now.getTime()),
    },
    audit: [figuresSeen({ person, scope }), ...audits],
  }
}
