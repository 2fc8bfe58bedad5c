import type { Tools } from '../commands/command.ts'
import { planTotalRequests, type TotalRequest } from '../domain/plan-total-requests.ts'
import { shortId } from '../domain/short-id.ts'
import { roundKey } from '../domain/unit-totals.ts'
import { listTotals } from '../store/unit-totals.ts'
import { formatDay, formatShortDay, machineTimeOf } from '../time.ts'
import type { LoadedNudges } from './load-nudge-world.ts'
import type { NudgeWording } from './nudge-words.ts'
import { type PlannedMessage, withoutSaid } from './planned-message.ts'

/** Where the bot talks to secretaries alone: numbers are asked of them, and words for their group handed to them. */
export async function askForTotals(
  tools: Tools,
  treeId: string,
  { world, outside, recipients }: LoadedNudges,
  describe: (locale: 'vi' | 'en') => NudgeWording,
): Promise<PlannedMessage[]> {
  if (outside.length === 0) return []
  const obligationIds = [...new Set(outside.map(({ obligationId }) => obligationId))]
  const stated = new Set((await listTotals(tools.tx, { treeId, obligationIds })).map(roundKey))
  const planned = planTotalRequests(outside, world, stated, tools.now)
  return (await withoutSaid(tools, planned, ({ key }) => key)).flatMap((request): PlannedMessage[] => {
    const to = recipients.get(request.personId)
    if (!to) return []
    const staleAt = machineTimeOf(request.stage.until, tools)
    const base = { to, class: 'scheduled' as const, uniqueKey: request.key, staleAt }
    const wording = describe(to.locale)
    if (request.kind === 'paste')
      return [{ request: { ...base, words: { text: pasteWords(request, wording) }, topic: 'paste' } }]
    const label = wording.t('nudge-totals-open')
    return [
      {
        request: {
          ...base,
          words: { text: askWords(request, wording) },
          choices: [[{ action: `totals:unit:${shortId(request.unitId)}`, label }]],
          topic: 'nudge',
        },
      },
    ]
  })
}

function pasteWords(request: TotalRequest, { subjectOf, t }: NudgeWording): string {
  const { title, phrase } = subjectOf(request)
  return `${t('paste-head')}\n${t('nudge-paste-closed', { title, phrase, due: formatDay(request.dueOn) })}`
}

function askWords(request: TotalRequest, { subjectOf, t }: NudgeWording): string {
  const { title, phrase, unitName: unit } = subjectOf(request)
  const { name, daysLeft: days } = request.stage
  const due = formatShortDay(request.dueOn)
  const when = name === 'late' ? 'after' : name === 'last-day' ? 'today' : 'before'
  return [
    t(`nudge-head-${name}`, { due, days, count: 1 }),
    `${t('nudge-private-unit', { title, unit })}\n${t(`nudge-when-${when}`, { due, phrase })}`,
    t('nudge-totals-how', { count: request.outside }),
  ].join('\n\n')
}
