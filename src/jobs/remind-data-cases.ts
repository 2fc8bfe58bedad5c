import type { Tools } from '../commands/command.ts'
import { clockStage } from '../domain/data-case.ts'
import { endOfWaking, isAwake } from '../domain/waking-hours.ts'
import { listOpenCases } from '../store/data-desk/data-cases.ts'
import { listOfficeAbove } from '../store/office-above.ts'
import { dayOf, DEFAULT_ZONE, formatDay } from '../time.ts'
import type { PlannedMessage } from './planned-message.ts'

/**
 * Reminds the office of cases whose legal clock is about to run out: three working days before, on the last
 * day, and once when it is over. An extension begins anew.
 */
export async function planCaseReminders(tools: Tools, treeId: string): Promise<PlannedMessage[]> {
  const { now, machineNow } = tools
  if (!isAwake(now, DEFAULT_ZONE)) return []
  const today = dayOf(now)
  const endOfDay = endOfWaking(today, DEFAULT_ZONE).getTime() - now.getTime()
  const planned: PlannedMessage[] = []
  for (const one of await listOpenCases(tools, treeId)) {
    const stage = one.state === 'open' ? clockStage(one.dueOn, today) : null
    if (!stage) continue
    const { unitId, personId: exceptPersonId } = one
    for (const to of await listOfficeAbove(tools.tx, { treeId, unitId, day: today, exceptPersonId })) {
      const request = tools.t(to.locale, `data-request-${one.request}`)
      planned.push({
        request: {
          to: { ...to, accountId: null },
          words: {
            key: `data-remind-${stage}`,
            values: { code: one.code, request, due: formatDay(one.dueOn) },
          },
          class: 'scheduled',
          topic: 'data-case',
          staleAt: new Date(machineNow.getTime() + endOfDay),
          uniqueKey: `data-remind:${one.id}:${stage}:${one.dueOn}:${to.personId}`,
        },
      })
    }
  }
  return planned
}
