import { recordAudit } from '../store/audit.ts'
import { type DataCase, saveCaseDecision } from '../store/data-desk/data-cases.ts'
import { saveErasure } from '../store/data-desk/erasures.ts'
import { cancelQueuedTo } from '../store/outbox.ts'
import { listHolders, listPersonViews } from '../store/people.ts'
import { listAccountsOf } from '../store/accounts.ts'
import { dayOf } from '../time.ts'
import type { Answered } from './answer-data-case.ts'
import type { Tools } from './command.ts'

/** Whether a unit would be left without anybody in its office: then somebody else must be put there first. */
export async function isLastOfOffice(tools: Tools, personId: string): Promise<boolean> {
  const today = dayOf(tools.now)
  const [person] = await listPersonViews(tools.tx, [personId], today)
  for (const { unitId, role } of person?.posts ?? [])
    if (role === 'office' && (await listHolders(tools.tx, unitId, ['office'], today)).length === 1)
      return true
  return false
}

/**
 * Decides that a person is deleted: nothing that waits is sent any more, and the person reads in the last words
 * what goes and what stays. The clock carries it out as soon as these are sent.
 */
export async function approveDeletion(
  tools: Tools,
  one: DataCase,
  decidedBy: string | null,
): Promise<Answered> {
  const { id, treeId, personId, unitId, code } = one
  await saveCaseDecision(tools, one, { state: 'approved', decidedBy, outcome: null })
  await saveErasure(tools, personId)
  await recordAudit(tools, {
    treeId,
    actorPersonId: decidedBy,
    actorRole: decidedBy === null ? 'operator' : 'office',
    action: 'approve-deletion',
    aboutPersonId: personId,
    aboutUnitId: unitId,
    details: { case: id },
  })
  await cancelQueuedTo(tools.tx, personId)
  const [person] = await listPersonViews(tools.tx, [personId], dayOf(tools.now))
  const locale = person?.language ?? 'vi'
  // Also to somebody who took consent back: it answers what they asked for.
  const [account] = await listAccountsOf(tools.tx, [personId])
  if (!account?.chatId || account.state !== 'linked') return { isTold: false }
  const { chatId, botId } = account
  await tools.say({
    to: { chatId, botId, kind: 'private', personId, locale },
    words: { key: 'data-answer-approved', values: { code, keeps: tools.t(locale, 'data-keeps') } },
    class: 'reply',
    topic: 'notice',
    uniqueKey: `data-answer:${id}`,
  })
  return { isTold: true }
}
