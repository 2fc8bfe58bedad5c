import type { Tools } from '../commands/command.ts'
import { pictureLink } from '../commands/summary-picture.ts'
import { planPicture } from '../documents/bars-picture.ts'
import { describeWeekly } from '../domain/describe-weekly.ts'
import type { UnitView } from '../domain/person.ts'
import type { CountsByUnit } from '../domain/plan-digest.ts'
import type { Weekly } from '../domain/plan-weekly.ts'
import { shortId } from '../domain/short-id.ts'
import { unitIndex } from '../domain/unit-index.ts'
import { scopeWords } from '../domain/unit-tree.ts'
import { type CallBook, openCallBook } from './call-notes.ts'
import { figuresSeen } from './digest-readers.ts'
import { planWeeks, type Week, type WeekReport } from './plan-weeks.ts'
import { machineTimeOf } from '../time.ts'
import type { PlannedMessage } from './planned-message.ts'

/**
 * The weekly digests of one tree that are due and were not sent yet: to every leader, secretary and office
 * over their own branch, once a week.
 */
export async function planDigests(tools: Tools, treeId: string): Promise<PlannedMessage[]> {
  const planned = await planWeeks(tools, treeId)
  if (!planned) return []
  const { week, units, counts, reports } = planned
  const called = new Set(reports.flatMap(({ weekly }) => weekly.calls.map(({ unitId }) => unitId)))
  const [anyCounts] = counts.values()
  const book = await openCallBook(tools, [...called], { units, counts: anyCounts!, today: week.today })
  return reports.map((report) =>
    messageOf(tools, report, { units, counts: counts.get(report.reader.to.locale)!, book }, week),
  )
}

function messageOf(
  tools: Tools,
  { reader: { person, to, scope, key }, weekly }: WeekReport,
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
  const { photoBytes: canShow, buttons: hasButtons } = tools.bots.can(to.botId)
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
      ...(!weekly.unchanged && { choices: drillDown(weekly, { units, hasButtons }, t) }),
      class: 'scheduled',
      topic: 'digest',
      uniqueKey: key,
      staleAt: machineTimeOf(until, tools),
    },
    audit: [figuresSeen({ person, scope }), ...audits],
  }
}

/** All tasks, and under it the units that may need a call; numbers under a text would only make it longer. */
function drillDown(
  { calls }: Weekly,
  { units, hasButtons }: { units: readonly UnitView[]; hasButtons: boolean },
  t: (key: string) => string,
): { action: string; label: string }[][] {
  const { names } = unitIndex(units)
  const called = calls.map(({ unitId }) => [
    { action: `summary:unit:${shortId(unitId)}`, label: names.get(unitId) ?? '' },
  ])
  return [[{ action: 'summary:all', label: t('digest-open') }], ...(hasButtons ? called : [])]
}
