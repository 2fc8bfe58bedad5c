import type { Tools } from '../commands/command.ts'
import { rollUpText } from '../commands/summary-period.ts'
import { describeClosings } from '../domain/describe-closings.ts'
import type { UnitView } from '../domain/person.ts'
import { closingDay, planClosings } from '../domain/plan-closings.ts'
import type { CountsByUnit } from '../domain/plan-digest.ts'
import { periodBefore, periodKey, quarterAt, type RollUpPeriod, spanOf } from '../domain/roll-up-span.ts'
import { scopeWords, zoneOfTree } from '../domain/unit-tree.ts'
import { endOfWaking } from '../domain/waking-hours.ts'
import { listDueDaysWithin } from '../store/closed-days.ts'
import { listCountedThings } from '../store/counted-things.ts'
import { type LiveProgramme, listLiveProgrammes } from '../store/live-programmes.ts'
import { listUnits } from '../store/units.ts'
import { addDays, type Day, dayOf, instantOf, weekdayOf, machineTimeOf } from '../time.ts'
import { type DigestReader, figuresSeen, listDigestReaders } from './digest-readers.ts'
import { type PlannedMessage, withoutSaid } from './planned-message.ts'

/** Told in the morning after a last day, caught up for two days more. */
const HOUR = '07:30'
const CATCH_UP_DAYS = 2
/** A last day on a Friday is told on Monday: three days, and those of catching up. */
const LOOK_BACK_DAYS = 3 + CATCH_UP_DAYS

/**
 * Of one tree: what is missing where a window closed, to everybody who reads the digest of the branch, once;
 * and after a quarter or a year its roll-up, to those who answer for more than one unit.
 */
export async function planClosingReports(tools: Tools, treeId: string): Promise<PlannedMessage[]> {
  const { tx, now } = tools
  const programmes = await listLiveProgrammes(tx, treeId, dayOf(now))
  if (programmes.length === 0) return []
  const units = await listUnits(tx, treeId, dayOf(now))
  const zone = zoneOfTree(units)
  const today = dayOf(now, zone)
  const until = endOfWaking(today, zone)
  if (now < instantOf(today, HOUR, zone) || now >= until || weekdayOf(today) > 5) return []
  const tree: Tree = { tools, treeId, units, today, until }
  const days = await closedDays(tools, programmes, today)
  const ended = endedPeriods(programmes, today)
  if (days.length === 0 && ended.length === 0) return []
  const readers = await listDigestReaders(tools, treeId, units, today)
  const planned: PlannedMessage[] = []
  for (const day of days) planned.push(...(await closingsOn(tree, readers, day)))
  for (const period of ended) planned.push(...(await rollUpsOf(tree, readers, period)))
  return planned
}

interface Tree {
  tools: Tools
  treeId: string
  units: readonly UnitView[]
  today: Day
  until: Date
}

/** Days of closing that may be told now. */
async function closedDays({ tx }: Tools, programmes: readonly LiveProgramme[], today: Day): Promise<Day[]> {
  const ids = programmes.map(({ id }) => id)
  const span = { from: addDays(today, -LOOK_BACK_DAYS), to: addDays(today, -1) }
  const days = (await listDueDaysWithin(tx, ids, span)).map(closingDay)
  return [...new Set(days)].filter((day) => day <= today && addDays(day, CATCH_UP_DAYS) >= today)
}

/** The quarter, and after December the year, that ended just before these days. */
function endedPeriods(programmes: readonly LiveProgramme[], today: Day): RollUpPeriod[] {
  const quarter = periodBefore(quarterAt(today))
  const { to } = spanOf(quarter)
  const told = closingDay(to)
  const isUsed = programmes.some(({ liveFrom }) => liveFrom <= to)
  if (!isUsed || today < told || today > addDays(told, CATCH_UP_DAYS)) return []
  return to.endsWith('-12-31') ? [quarter, { kind: 'year', year: quarter.year }] : [quarter]
}

async function closingsOn(tree: Tree, readers: readonly DigestReader[], day: Day): Promise<PlannedMessage[]> {
  const { tools, treeId, units, today } = tree
  const keyed = readers.map((reader) => ({ reader, key: `closing:${reader.person.id}:${day}` }))
  const counts = new Map<string, CountsByUnit>()
  const planned: PlannedMessage[] = []
  for (const { reader, key } of await withoutSaid(tools, keyed, (one) => one.key)) {
    const { locale } = reader.to
    const t = (name: string, values?: Record<string, string | number>) => tools.t(locale, name, values)
    const known =
      counts.get(locale) ??
      (await listCountedThings(tools.tx, {
        treeId,
        day: today,
        lastWeek: tools.now,
        locale,
        t,
      }))
    counts.set(locale, known)
    const closings = planClosings(known, reader.scope, day)
    if (closings.length === 0) continue
    planned.push(
      messageOf(tree, reader, key, describeClosings(closings, scopeWords(reader.scope, units), today, t)),
    )
  }
  return planned
}

async function rollUpsOf(
  tree: Tree,
  readers: readonly DigestReader[],
  period: RollUpPeriod,
): Promise<PlannedMessage[]> {
  const { tools, treeId, units } = tree
  const keyed = readers
    .filter(({ scope }) => scope.length > 1)
    .map((reader) => ({ reader, key: `rollup:${reader.person.id}:${periodKey(period)}` }))
  const planned: PlannedMessage[] = []
  for (const { reader, key } of await withoutSaid(tools, keyed, (one) => one.key)) {
    const { locale } = reader.to
    const { text, isEmpty } = await rollUpText(tools, {
      treeId,
      unitIds: reader.scope,
      units,
      period,
      locale,
    })
    if (!isEmpty) planned.push(messageOf(tree, reader, key, text))
  }
  return planned
}

function messageOf(
  { tools, until }: Tree,
  reader: DigestReader,
  uniqueKey: string,
  text: string,
): PlannedMessage {
  return {
    request: {
      to: reader.to,
      words: { text },
      class: 'scheduled',
      topic: 'closing',
      uniqueKey,
      staleAt: machineTimeOf(until, tools),
    },
    audit: figuresSeen(reader),
  }
}
