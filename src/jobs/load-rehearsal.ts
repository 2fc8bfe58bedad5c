import type { Tools } from '../commands/command.ts'
import { remindingOf } from '../domain/programme.ts'
import type { RehearsalPlay } from '../domain/rehearse.ts'
import { seededRandom } from '../domain/seeded-random.ts'
import { treeRules } from '../domain/tree-rules.ts'
import { listBindingProgrammes } from '../store/binding-programmes.ts'
import { listBots } from '../store/bots.ts'
import { countByBot } from '../store/month-messages.ts'
import { loadOrganisationSnapshot } from '../store/organisation-snapshot.ts'
import { listGroups, listRecipients, listRefusing, listUnreachable } from '../store/recipients.ts'
import { listUnits } from '../store/units.ts'
import { addDays, type Day, dayOf, instantOf, lastDayOfMonth } from '../time.ts'
import { groupKey, listNudgeUnits } from './list-nudge-units.ts'

/** Always the same chances, so that a preview looked at twice says the same. */
const SEED = 1

/**
 * The people as they are, to rehearse some days of a published programme on them: who has joined by now and
 * by which bot. Null when the programme does not bind anybody.
 */
export async function loadRehearsal(
  tools: Tools,
  programme: { treeId: string; code: string },
  { from: wanted, days }: { from: Day; days: number },
): Promise<RehearsalPlay | null> {
  const { tx, bots } = tools
  const today = dayOf(tools.now)
  // Whoever was imported today was not there on an earlier first day.
  const from = wanted > today ? wanted : today
  const { treeId, code } = programme
  const binding = (await listBindingProgrammes(tx, treeId)).find((each) => each.programme.code === code)
  if (!binding) return null
  const snapshot = await loadOrganisationSnapshot(tx, treeId, from)
  if (snapshot.units.length === 0) return null
  const rules = treeRules([remindingOf(binding.programme)], tools.isWorking)
  const recipients = await listRecipients(tx, treeId)
  const groups = await listGroups(tx, treeId)
  const nudgeUnits = await listNudgeUnits(tools, treeId, {
    units: await listUnits(tx, treeId, from),
    groups,
    present: recipients,
    rules,
  })
  const [year, month] = from.split('-').map(Number) as [number, number]
  const used = await countByBot(tx, {
    from: instantOf(`${from.slice(0, 8)}01`, '00:00'),
    to: instantOf(addDays(lastDayOfMonth(year, month), 1), '00:00'),
  })
  const targets = [...groups.values()].flat().map((to) => [groupKey(to), to.botId] as const)
  return {
    binding,
    rules,
    from,
    days,
    random: seededRandom(SEED),
    organisation: {
      ...snapshot,
      ownerUnitId: binding.ownerUnitId,
      nudgeUnits,
      reachable: new Set(recipients.keys()),
      refusing: await listRefusing(tools.tx, treeId),
      unreachable: await listUnreachable(tx, treeId),
      botOf: new Map([...[...recipients].map(([id, to]) => [id, to.botId] as const), ...targets]),
      bots: new Map(
        (await listBots(tx)).map((bot) => [
          bot.id,
          {
            name: `${bot.channel} ${bot.handle}`,
            quota: bots.can(bot.id).quota.messagesPerMonth,
            used: from.slice(0, 7) === today.slice(0, 7) ? (used.get(bot.id)?.all ?? 0) : 0,
          },
        ]),
      ),
    },
  }
}
