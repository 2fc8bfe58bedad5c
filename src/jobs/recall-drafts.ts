import type { Tools } from '../commands/command.ts'
import { wordsOf } from '../domain/form-definition.ts'
import { titleWithPeriod } from '../domain/period-words.ts'
import { shortId } from '../domain/short-id.ts'
import { endOfWaking, isAwake } from '../domain/waking-hours.ts'
import { type IdleDraft, listIdleDrafts } from '../store/idle-drafts.ts'
import { listLiveProgrammes, type LiveProgramme } from '../store/live-programmes.ts'
import { listRecipients } from '../store/recipients.ts'
import { dayOf, formatDay, machineTimeOf } from '../time.ts'
import { type PlannedMessage, withoutSaid } from './planned-message.ts'

const HOUR = 3_600_000
/** A form is called back after two days of rest … */
const REST_MS = 48 * HOUR
/** … and not at all when it was forgotten long ago: whoever restores or starts late wakes no old ghosts. */
const FORGOTTEN_MS = 30 * 24 * HOUR

/**
 * Unfinished forms of one tree that are recalled now, each once ever, to the person who wrote last; afterwards only
 * nudges speak of it, and where one spoke in these two days nothing is said.
 */
export async function planRecalls(tools: Tools, treeId: string): Promise<PlannedMessage[]> {
  const { tx, now, machineNow } = tools
  const drafts = await listIdleDrafts(tx, treeId, {
    from: new Date(now.getTime() - FORGOTTEN_MS),
    to: new Date(now.getTime() - REST_MS),
    today: dayOf(now),
    nudgedSince: new Date(machineNow.getTime() - REST_MS),
  })
  const awake = drafts.filter((draft) => isAwake(now, draft.dueZone))
  const fresh = await withoutSaid(tools, awake, keyOf)
  if (fresh.length === 0) return []
  const programmes = await listLiveProgrammes(tx, treeId, dayOf(now))
  const recipients = await listRecipients(
    tx,
    treeId,
    fresh.map(({ writerId }) => writerId),
  )
  return fresh.flatMap((draft) => {
    const to = recipients.get(draft.writerId)
    const text = to && recallWords(tools, draft, programmes, to.locale)
    if (!to || !text) return []
    const label = tools.t(to.locale, 'recall-open')
    const until = endOfWaking(dayOf(now, draft.dueZone), draft.dueZone)
    return [
      {
        request: {
          to,
          words: { text },
          choices: [[{ action: `form:open:${shortId(draft.assignmentId)}`, label }]],
          class: 'scheduled' as const,
          topic: 'recall',
          uniqueKey: keyOf(draft),
          assignmentId: draft.assignmentId,
          staleAt: machineTimeOf(until, tools),
        },
      },
    ]
  })
}

function keyOf({ draftId }: IdleDraft): string {
  return `recall:${draftId}`
}

/** Null: the programme is not live any more, or does not ask for it. */
function recallWords(
  tools: Tools,
  draft: IdleDraft,
  programmes: readonly LiveProgramme[],
  locale: 'vi' | 'en',
): string | null {
  const programme = programmes.find(({ id }) => id === draft.programmeId)
  const obligation = programme?.content.obligations.find(({ code }) => code === draft.obligationCode)
  if (!obligation) return null
  const t = (key: string, values?: Record<string, string | number>) => tools.t(locale, key, values)
  const title = titleWithPeriod(wordsOf(obligation.title, locale), draft.period, t)
  return draft.dueOn
    ? t('recall-draft-due', { title, due: formatDay(draft.dueOn) })
    : t('recall-draft', { title })
}
