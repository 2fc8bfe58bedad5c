import type { DataRequest } from '../domain/data-case.ts'
import { recordAudit } from '../store/audit.ts'
import { type DataCase, openDataCase } from '../store/data-desk/data-cases.ts'
import { listOfficeAbove } from '../store/office-above.ts'
import { dayOf, formatDay } from '../time.ts'
import type { Tools, Turn } from './command.ts'

/** Opens a case for the person of this turn, or finds the one that is open already, and tells the office. */
export async function openCase(
  turn: Turn,
  request: DataRequest,
  text?: string,
): Promise<{ opened: DataCase; isNew: boolean }> {
  const person = turn.person!
  const made = await openDataCase(turn, {
    treeId: person.treeId,
    personId: person.id,
    request,
    method: 'chat',
    ...(text !== undefined && { text }),
  })
  if (!made.isNew) return made
  await recordAudit(turn, {
    treeId: person.treeId,
    actorPersonId: person.id,
    actorRole: 'member',
    action: 'open-data-case',
    aboutPersonId: person.id,
    aboutUnitId: made.opened.unitId,
    details: { case: made.opened.id, request },
  })
  return made
}

/** Says to the office that answers that a case came: its code and last day, and no name. */
export async function tellOffice(tools: Tools, { id, ...one }: DataCase): Promise<void> {
  const office = await listOfficeAbove(tools.tx, {
    treeId: one.treeId,
    unitId: one.unitId,
    day: dayOf(tools.now),
    exceptPersonId: one.personId,
  })
  for (const to of office) {
    const request = tools.t(to.locale, `data-request-${one.request}`)
    await tools.say({
      to: { ...to, accountId: null },
      words: { key: 'data-told-office', values: { code: one.code, request, due: formatDay(one.dueOn) } },
      class: 'scheduled',
      topic: 'notice',
      uniqueKey: `data-case:${id}:${to.personId}`,
    })
  }
}

/** What a receipt says of a case. */
export function receiptValues(turn: Turn, one: DataCase): Record<string, string> {
  return {
    code: one.code,
    request: turn.t(turn.locale, `data-request-${one.request}`),
    on: formatDay(one.receivedOn),
    due: formatDay(one.dueOn),
  }
}
