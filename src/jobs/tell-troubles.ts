import type { Tools } from '../commands/command.ts'
import { planAlerts, type Trouble } from '../domain/plan-alerts.ts'
import { isAwake } from '../domain/waking-hours.ts'
import type { SayTarget } from '../outbox/say.ts'
import { listHolders } from '../store/people.ts'
import { listRecipients } from '../store/recipients.ts'
import { listOpenTroubles, saveTroubles } from '../store/troubles.ts'
import { listTrees, listUnits } from '../store/units.ts'
import { dayOf, DEFAULT_ZONE } from '../time.ts'

/** Looks once and tells the office what came and what is over. Returns how many messages were queued. */
export async function tellTroubles(tools: Tools, found: readonly Trouble[]): Promise<number> {
  const open = await listOpenTroubles(tools.tx)
  const plan = planAlerts(found, open, tools.machineNow, isAwake(tools.now, DEFAULT_ZONE))
  const hasWords = plan.tell.length > 0 || plan.ends.some(({ tell }) => tell)
  const office = hasWords ? await listOfficeTargets(tools) : []
  const begun = await saveTroubles(tools, plan, office.length > 0)
  const idOf = (id: string | null, trouble: Trouble) => id ?? begun[plan.begins.indexOf(trouble)]!
  const messages = [
    ...plan.tell.map(({ id, trouble }) => ({ key: `alert:${idOf(id, trouble)}`, trouble, end: '' })),
    ...plan.ends
      .filter(({ tell }) => tell)
      .map(({ open: trouble }) => ({ key: `alert-over:${trouble.id}`, trouble, end: '-over' })),
  ]
  for (const to of office) {
    for (const { key, trouble, end } of messages)
      await tools.say({
        to,
        words: { key: `alert-${trouble.kind}${end}`, values: trouble.values },
        // Neither a used-up quota nor a restore that is not decided keeps trouble from being told.
        class: 'reply',
        topic: 'alert',
        uniqueKey: `${key}:${to.chatId}`,
      })
  }
  return office.length * messages.length
}

/** Where the offices of all trees can be written to: the trouble is everybody's who shares this service. */
export async function listOfficeTargets(tools: Pick<Tools, 'tx' | 'now'>): Promise<SayTarget[]> {
  const { tx } = tools
  const today = dayOf(tools.now)
  const targets: SayTarget[] = []
  for (const { id: treeId } of await listTrees(tx)) {
    for (const root of await listUnits(tx, treeId, today)) {
      if (root.parentId !== null) continue
      const office = await listHolders(tx, root.id, ['office'], today)
      const ids = office.map(({ id }) => id)
      if (ids.length > 0) targets.push(...(await listRecipients(tx, treeId, ids)).values())
    }
  }
  return targets
}
