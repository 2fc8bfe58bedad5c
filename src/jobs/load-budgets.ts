import type { Tools } from '../commands/command.ts'
import { type ComingDeadline, monthBudget } from '../domain/month-budget.ts'
import type { BotBudget, NudgeUnit } from '../domain/nudge-world.ts'
import { rankFilers } from '../domain/unit-speakers.ts'
import { listLiveProgrammes } from '../store/live-programmes.ts'
import { countByBot, listOpenDue } from '../store/month-messages.ts'
import { listRecipients } from '../store/recipients.ts'
import { listUnitStaff } from '../store/unit-staff.ts'
import { addDays, dayOf, DEFAULT_ZONE, instantOf, lastDayOfMonth } from '../time.ts'

/** Who is reached by which bot, and who answers for each unit. */
interface Reached {
  units: readonly Pick<NudgeUnit, 'id' | 'filers'>[]
  /** Bots by the id of a person, or of a group. */
  botOf: ReadonlyMap<string, string>
}

/** The rest of the month of every bot whose platform counts messages (product time). */
export async function listBudgets(
  { tx, now, bots }: Tools,
  programmeIds: readonly string[],
  { units, botOf }: Reached,
): Promise<Map<string, BotBudget>> {
  const quotas = new Map(
    [...new Set(botOf.values())].flatMap((botId) => {
      const quota = bots.can(botId).quota.messagesPerMonth
      return quota === null ? [] : [[botId, quota] as const]
    }),
  )
  if (quotas.size === 0) return new Map()
  const today = dayOf(now)
  const [year, month] = today.split('-').map(Number) as [number, number]
  const end = lastDayOfMonth(year, month)
  const used = await countByBot(tx, {
    from: instantOf(`${today.slice(0, 8)}01`, '00:00', DEFAULT_ZONE),
    to: instantOf(addDays(end, 1), '00:00', DEFAULT_ZONE),
  })
  const filers = new Map(units.map((unit) => [unit.id, unit.filers]))
  const coming = (await listOpenDue(tx, programmeIds, { from: today, to: end })).map(
    ({ unitId, personId, dueOn }): ComingDeadline => ({
      dueOn,
      people: personId
        ? [personId]
        : (filers.get(unitId)?.find((rank) => rank.some((id) => botOf.has(id))) ?? []),
    }),
  )
  const peopleOf = new Map<string, Set<string>>()
  for (const [id, botId] of botOf) {
    const people = peopleOf.get(botId) ?? new Set()
    peopleOf.set(botId, people.add(id))
  }
  return new Map(
    [...quotas].map(([botId, quota]) => {
      const people = peopleOf.get(botId) ?? new Set<string>()
      return [botId, monthBudget({ quota, used: used.get(botId)?.all ?? 0, people }, coming, today)]
    }),
  )
}

/** As `listBudgets`, for a tree of which nothing is loaded yet; only bots among these. */
export async function listBudgetsOfTree(
  tools: Tools,
  treeId: string,
  botIds: ReadonlySet<string>,
): Promise<Map<string, BotBudget>> {
  const { tx, now, bots } = tools
  if (![...botIds].some((botId) => bots.can(botId).quota.messagesPerMonth !== null)) return new Map()
  const programmes = await listLiveProgrammes(tx, treeId, dayOf(now))
  const recipients = await listRecipients(tx, treeId)
  const staff = await listUnitStaff(tx, treeId, dayOf(now))
  const budgets = await listBudgets(
    tools,
    programmes.map(({ id }) => id),
    {
      units: [...staff].map(([id, { posts }]) => ({ id, filers: rankFilers(posts) })),
      botOf: new Map([...recipients].map(([id, { botId }]) => [id, botId])),
    },
  )
  return new Map([...budgets].filter(([botId]) => botIds.has(botId)))
}
