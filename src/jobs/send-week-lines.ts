import type { Tools } from '../commands/command.ts'
import { dueLine } from '../domain/describe-weekly.ts'
import type { UnitView } from '../domain/person.ts'
import { remindingOf } from '../domain/programme.ts'
import { treeRules } from '../domain/tree-rules.ts'
import { rankPasters } from '../domain/unit-speakers.ts'
import { type WeekLine, weekLineOf, type WeekLineTime, weekLineTime } from '../domain/week-line.ts'
import type { SayTarget } from '../outbox/say.ts'
import { listAway } from '../store/absences.ts'
import { zoneOfTree } from '../domain/unit-tree.ts'
import { listLiveProgrammes } from '../store/live-programmes.ts'
import { listRecipients } from '../store/recipients.ts'
import { listUnitStaff } from '../store/unit-staff.ts'
import { listUnits } from '../store/units.ts'
import { dayOf, formatShortDay, machineTimeOf } from '../time.ts'
import { countForDigest } from './plan-weeks.ts'
import { type PlannedMessage, withoutSaid } from './planned-message.ts'

/** A secretary with the units that they speak for. */
interface Reader {
  personId: string
  to: SayTarget
  unitIds: string[]
  key: string
}

/**
 * On Friday afternoon: to each secretary of one tree the line that Monday's digest will carry about their
 * unit, and what would change it. Who will not be named there is left in peace.
 */
export async function planWeekLines(tools: Tools, treeId: string): Promise<PlannedMessage[]> {
  const { tx, now } = tools
  const programmes = await listLiveProgrammes(tx, treeId, dayOf(now))
  if (programmes.length === 0) return []
  const { isWorking, hours } = treeRules(
    programmes.map(({ content }) => remindingOf(content)),
    tools.isWorking,
  )
  const units = await listUnits(tx, treeId, dayOf(now))
  const zone = zoneOfTree(units)
  const time = weekLineTime({ zone, isWorking, hours }, now)
  if (!time) return []
  const readers = await listReaders(tools, treeId, units, time)
  const fresh = await withoutSaid(tools, readers, ({ key }) => key)
  const { monday } = time
  const locales = fresh.map(({ to }) => to.locale)
  const counts = await countForDigest(tools, treeId, locales, { day: monday, monday, zone })
  const names = new Map(units.map(({ id, name }) => [id, name]))
  return fresh.flatMap((reader) => {
    const lines = reader.unitIds.flatMap(
      (unitId) => weekLineOf(counts.get(reader.to.locale)!, unitId, monday) ?? [],
    )
    return lines.length === 0 ? [] : [messageOf(tools, treeId, reader, lines, names, time)]
  })
}

/** The secretary of each unit, or a deputy where the secretary is not reached; one who has several, once. */
async function listReaders(
  { tx, now }: Tools,
  treeId: string,
  units: readonly UnitView[],
  { monday }: WeekLineTime,
): Promise<Reader[]> {
  const today = dayOf(now)
  const recipients = await listRecipients(tx, treeId)
  const away = await listAway(tx, treeId, today)
  const staff = await listUnitStaff(tx, treeId, today)
  const readers = new Map<string, Reader>()
  for (const { id } of units) {
    const ranks = rankPasters(staff.get(id)?.posts ?? []).flat()
    const personId = ranks.find((each) => recipients.has(each) && !away.has(each))
    if (personId === undefined) continue
    const reader = readers.get(personId) ?? {
      personId,
      to: recipients.get(personId)!,
      unitIds: [],
      key: `week-line:${personId}:${monday}`,
    }
    reader.unitIds.push(id)
    readers.set(personId, reader)
  }
  return [...readers.values()]
}

function messageOf(
  tools: Tools,
  treeId: string,
  { personId, to, key }: Reader,
  lines: readonly WeekLine[],
  names: ReadonlyMap<string, string>,
  { monday, until }: WeekLineTime,
): PlannedMessage {
  const t = (name: string, values?: Record<string, string | number>) => tools.t(to.locale, name, values)
  const parts = lines.map(({ unitId, late, open }) => {
    const unit = names.get(unitId) ?? ''
    return [
      t('week-line-carries'),
      `“${t('digest-late-unit', { unit, open: late.open, days: late.daysLate })}”`,
      '',
      t('week-line-change'),
      ...open.map((line) => `- ${dueLine(line, t)}`),
    ].join('\n')
  })
  const text = [t('week-line-head', { day: formatShortDay(monday) }), ...parts, t('week-line-how')].join(
    '\n\n',
  )
  return {
    request: {
      to,
      words: { text },
      class: 'scheduled',
      topic: 'week-line',
      uniqueKey: key,
      staleAt: machineTimeOf(until, tools),
    },
    audit: {
      treeId,
      actorPersonId: personId,
      actorRole: 'secretary',
      action: 'see-figures',
      details: { units: lines.length },
    },
  }
}
