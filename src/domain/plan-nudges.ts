import { holdOverBudget, holdOverCeiling, type Sifted } from './hold-nudges.ts'
import { joinNudges } from './join-nudges.ts'
import type { GroupReminder, HeldBack, NudgeMessage, NudgePlan, NudgeWorld } from './nudge-world.ts'
import { proposeNudges, type Proposals } from './propose-nudges.ts'
import { heldBack } from './reminder-parts.ts'

/**
 * The planner: what to send to whom at `now` (product time), why, and what is held back and why. Of every
 * reminder only the newest stage whose hour has come, so that after an outage one message comes, not three.
 * `said` are the keys of reminders that went out or wait to: they are not planned again.
 */
export function planNudges(world: NudgeWorld, said: ReadonlySet<string>, now: Date): NudgePlan {
  return decideNudges(proposeNudges(world, now), world, said)
}

/** Every key that `decideNudges` asks about. */
export function keysOf({ reminders, ahead, instead }: Proposals): string[] {
  return [...reminders, ...ahead.map(({ reminder }) => reminder), ...instead].map(({ key }) => key)
}

/** The second half of the planner, for a caller that looks up only the keys that were proposed. */
export function decideNudges(proposals: Proposals, world: NudgeWorld, said: ReadonlySet<string>): NudgePlan {
  const { fresh, livingPosts } = splitLiving(proposals, world, said)
  const ahead = proposals.ahead.filter(({ reminder }) => !said.has(reminder.key))
  const ceiling = holdOverCeiling(joinNudges(fresh, world.units), ahead, world)
  const budget = holdOverBudget(ceiling.go, world)
  const instead = insteadOf(budget, proposals.instead, said)
  const posts = holdOverBudget(joinNudges(instead, world.units), spentBy(world, budget.go))
  return {
    messages: [...budget.go, ...posts.go],
    livingPosts,
    held: [...proposals.held, ...[...ceiling.held, ...budget.held].flatMap(heldIn)],
  }
}

/** Posts that are changed in place: those that stand already, and the reminders that still have to be said. */
function splitLiving({ reminders }: Proposals, { units }: NudgeWorld, said: ReadonlySet<string>) {
  const living = new Set(
    units.flatMap(({ groups }) => groups.filter((group) => group.living).map(({ id }) => id)),
  )
  const inLiving = reminders.filter((each) => each.kind === 'group' && living.has(each.groupId))
  const posts = joinNudges(inLiving, units).filter((post) => post.to === 'group')
  const standing = posts.filter((post) => post.reminders.some(({ key }) => said.has(key)))
  const inStanding = new Set(standing.flatMap((post) => post.reminders.map(({ key }) => key)))
  return {
    livingPosts: standing,
    fresh: reminders.filter(({ key }) => !said.has(key) && !inStanding.has(key)),
  }
}

/** One post for two or more of a unit who are not reminded for want of messages. */
function insteadOf(
  { go, held }: Sifted,
  posts: readonly GroupReminder[],
  said: ReadonlySet<string>,
): GroupReminder[] {
  const counts = new Map<string, number>()
  for (const { message } of held) {
    if (message.to !== 'person') continue
    for (const each of message.reminders)
      if (each.kind === 'task' && !each.forUnit)
        counts.set(roundName(each), (counts.get(roundName(each)) ?? 0) + 1)
  }
  const posted = new Set(
    go.flatMap((message) => (message.to === 'group' ? [`${message.groupId}:${message.dueOn}`] : [])),
  )
  return posts.filter(
    (post) =>
      (counts.get(roundName(post)) ?? 0) >= 2 &&
      !said.has(post.key) &&
      !posted.has(`${post.groupId}:${post.dueOn}`),
  )
}

function roundName(of: Pick<GroupReminder, 'unitId' | 'obligationId' | 'period' | 'dueOn'>): string {
  return [of.unitId, of.obligationId, of.period, of.dueOn].join(':')
}

/** The budgets after these messages. */
function spentBy(
  { botOf, budgets }: NudgeWorld,
  messages: readonly NudgeMessage[],
): Pick<NudgeWorld, 'botOf' | 'budgets'> {
  const spent = new Map<string, number>()
  for (const message of messages) {
    const bot = botOf.get(message.to === 'group' ? message.groupId : message.personId)
    if (bot !== undefined) spent.set(bot, (spent.get(bot) ?? 0) + 1)
  }
  const left = [...budgets].map(([bot, budget]) => {
    return [bot, { ...budget, used: budget.used + (spent.get(bot) ?? 0) }] as const
  })
  return { botOf, budgets: new Map(left) }
}

function heldIn({ message, reason }: Sifted['held'][number]): HeldBack[] {
  const personId = message.to === 'group' ? null : message.personId
  const groupId = message.to === 'group' ? message.groupId : null
  return message.reminders.map((each) => heldBack(each, each, { reason, personId, groupId }))
}
