import type { Tools } from '../commands/command.ts'
import { listDatesToAsk } from '../domain/dates-to-ask.ts'
import { describeOpenDates } from '../domain/describe-open-dates.ts'
import type { OpenDate } from '../domain/open-dates.ts'
import { endOfWaking, isAwake } from '../domain/waking-hours.ts'
import { listOfficeDates } from '../store/binding-programmes.ts'
import { type LiveProgramme, listLiveProgrammes } from '../store/live-programmes.ts'
import { listHolders } from '../store/people.ts'
import { listRecipients } from '../store/recipients.ts'
import { listKeysTo } from '../store/said-keys.ts'
import { findUnit } from '../store/units.ts'
import { dayOf, machineTimeOf } from '../time.ts'
import type { PlannedMessage } from './planned-message.ts'

/**
 * Asks the office of each programme in use for the dates that its plan leaves open: a list to everybody of
 * the office, each date once, when the programme goes live or when the round comes near.
 */
export async function planDateQuestions(tools: Tools, treeId: string): Promise<PlannedMessage[]> {
  const { tx, now } = tools
  const planned: PlannedMessage[] = []
  for (const programme of await listLiveProgrammes(tx, treeId, dayOf(now))) {
    const owner = await findUnit(tx, programme.ownerUnitId, dayOf(now))
    if (!owner || !isAwake(now, owner.zone)) continue
    const today = dayOf(now, owner.zone)
    const open = listDatesToAsk(programme.content, await listOfficeDates(tx, programme.id), today)
    if (open.length === 0) continue
    const office = await listHolders(tx, owner.id, ['office'], today)
    const recipients = await listRecipients(
      tx,
      treeId,
      office.map(({ id }) => id),
    )
    for (const [personId, to] of recipients) {
      const start = `dates:${programme.id}:${personId}:`
      const asked = askedIn(await listKeysTo(tx, personId, 'dates'), start)
      const fresh = open.filter((one) => !asked.has(roundOf(one)))
      if (fresh.length === 0) continue
      planned.push({
        request: {
          to,
          words: { text: textOf(tools, programme, fresh, to.locale) },
          class: 'scheduled',
          topic: 'dates',
          staleAt: machineTimeOf(endOfWaking(today, owner.zone), tools),
          uniqueKey: `${start}${fresh.map(roundOf).join(',')}`,
        },
      })
    }
  }
  return planned
}

function roundOf({ obligation, period }: OpenDate): string {
  return `${obligation}@${period}`
}

function askedIn(keys: readonly string[], start: string): Set<string> {
  return new Set(
    keys.filter((key) => key.startsWith(start)).flatMap((key) => key.slice(start.length).split(',')),
  )
}

function textOf(
  tools: Tools,
  programme: LiveProgramme,
  open: readonly OpenDate[],
  locale: 'vi' | 'en',
): string {
  const t = (key: string, values?: Record<string, string | number>) => tools.t(locale, key, values)
  return [
    t('dates-ask-head'),
    describeOpenDates(programme.content, open, locale, t),
    t('dates-ask-how'),
  ].join('\n\n')
}
