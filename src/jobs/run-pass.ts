import type { Tools } from '../commands/command.ts'
import { describeError } from '../log.ts'
import { recomputeAssignments } from '../store/recompute-assignments.ts'
import { claimSlot } from '../store/slots.ts'
import { countScheduledSince } from '../store/status-figures.ts'
import { listTrees } from '../store/units.ts'
import { dayOf, DEFAULT_ZONE, instantOf } from '../time.ts'
import { type Parts, withTools } from '../tools.ts'
import { type Planned, type PlannedMessage, sayPlanned } from './planned-message.ts'
import { planDateQuestions } from './ask-for-dates.ts'
import { planRecalls } from './recall-drafts.ts'
import { type HeldMessage, holdPlanned } from './hold-planned.ts'
import { planCaseReminders } from './remind-data-cases.ts'
import { planDigests } from './send-digests.ts'
import { planNudgeMessages } from './send-nudges.ts'
import { planTopicPreviews } from './preview-topics.ts'
import { planWeekLines } from './send-week-lines.ts'
import { planTopics } from './send-topics.ts'
import { planClosingReports } from './send-closings.ts'
import { planEndedPosts } from './tell-ended-posts.ts'

/** How many messages a pass queued, by kind. */
export interface PassCounts {
  topics: number
  nudges: number
  digests: number
  /** Unfinished forms that are recalled. */
  recalls: number
  /** Reports of windows that closed, of quarters and of years. */
  closings: number
  /** Lists of dates that the office is asked for. */
  dates: number
  /** News that somebody stands in for a secretary no longer. */
  posts: number
  /** Notices to the office of what goes out tomorrow. */
  previews: number
  /** Reminders of requests about data whose legal clock runs out. */
  cases: number
}

interface Planner {
  kind: keyof PassCounts
  /** `topic` of what it queues. */
  topic: string
  /** How often a tick asks; whoever joins meanwhile waits no longer. Slots begin at the full hour. */
  everyMinutes: number
  plan(tools: Tools, treeId: string): Promise<PlannedMessage[] | Planned>
}

/** What a pass would queue, and what it holds back. */
export interface PassPlan {
  counts: PassCounts
  held: HeldMessage[]
}

const PLANNERS: readonly Planner[] = [
  { kind: 'topics', topic: 'topic', everyMinutes: 1, plan: planTopics },
  { kind: 'nudges', topic: 'nudge', everyMinutes: 5, plan: planNudgeMessages },
  { kind: 'recalls', topic: 'recall', everyMinutes: 60, plan: planRecalls },
  { kind: 'digests', topic: 'digest', everyMinutes: 5, plan: planWeeks },
  { kind: 'closings', topic: 'closing', everyMinutes: 15, plan: planClosingReports },
  { kind: 'dates', topic: 'dates', everyMinutes: 60, plan: planDateQuestions },
  { kind: 'posts', topic: 'post', everyMinutes: 60, plan: planEndedPosts },
  { kind: 'previews', topic: 'preview', everyMinutes: 60, plan: planTopicPreviews },
  { kind: 'cases', topic: 'data-case', everyMinutes: 60, plan: planCaseReminders },
]

/** Monday's digests, and on Friday what secretaries may still change of them. */
async function planWeeks(tools: Tools, treeId: string): Promise<PlannedMessage[]> {
  return [...(await planDigests(tools, treeId)), ...(await planWeekLines(tools, treeId))]
}

/** Small enough that nobody's conversation waits for the locks of a transaction. */
const BATCH = 50
const MINUTE = 60_000

/**
 * Queues everything that is due by product time. Every message has a key that is said once: a second pass,
 * a late one or one on another replica repeats nothing. `spaced` (for ticks): each tree and kind only
 * once in its slot of some minutes, over all replicas. What fails in one place does not hold up the rest;
 * the first failure is thrown at the end.
 */
export async function runPass(parts: Parts, options: { spaced?: boolean } = {}): Promise<PassCounts> {
  const counts = noCounts()
  const failures: unknown[] = []
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      parts.log.error({ err: describeError(error) }, 'a part of a pass failed')
      failures.push(error)
    }
  }
  for (const { id: treeId } of await withTools(parts, ({ tx }) => listTrees(tx))) {
    await attempt(() => withTools(parts, (tools) => recomputeDaily(tools, treeId)))
    for (const planner of PLANNERS) {
      let planned: PlannedMessage[] = []
      await attempt(async () => {
        planned = await withTools(parts, async (tools) => {
          const isDue = !options.spaced || (await claimSlot(tools.tx, ...slotOf(planner, treeId, tools.now)))
          return isDue ? (await planOf(planner, tools, treeId)).go : []
        })
      })
      for (let at = 0; at < planned.length; at += BATCH) {
        const batch = planned.slice(at, at + BATCH)
        await attempt(async () => {
          counts[planner.kind] += await withTools(parts, (tools) => sayPlanned(tools, batch))
        })
      }
    }
  }
  if (failures.length > 0) throw failures[0]
  return counts
}

/** As `runPass`, inside one transaction that is already open: for previews that are rolled back. */
export async function planPass(tools: Tools): Promise<PassPlan> {
  for (const { id: treeId } of await listTrees(tools.tx)) await recomputeDaily(tools, treeId)
  return sayDue(tools)
}

/** What is due of the assignments as they stand, in a transaction that is already open. */
export async function sayDue(tools: Tools): Promise<PassPlan> {
  const counts = noCounts()
  const held: HeldMessage[] = []
  for (const { id: treeId } of await listTrees(tools.tx)) {
    for (const planner of PLANNERS) {
      const plan = await planOf(planner, tools, treeId)
      held.push(...plan.held)
      counts[planner.kind] += await sayPlanned(tools, plan.go)
    }
  }
  return { counts, held }
}

/** What is held back at this moment in every tree, and why; nothing is said or written. */
export async function listHeldNow(tools: Tools): Promise<HeldMessage[]> {
  const held: HeldMessage[] = []
  for (const { id: treeId } of await listTrees(tools.tx))
    for (const planner of PLANNERS) held.push(...(await planOf(planner, tools, treeId)).held)
  return held
}

/** What one planner may say now: reminders weigh their worth themselves, the rest is weighed against them. */
async function planOf(
  { plan }: Planner,
  tools: Tools,
  treeId: string,
): Promise<{ go: PlannedMessage[]; held: HeldMessage[] }> {
  const planned = await plan(tools, treeId)
  if (Array.isArray(planned)) return holdPlanned(tools, treeId, planned)
  const held = planned.held.map(({ reason, personId }) => ({ reason, personId, topic: 'nudge' }))
  return { go: planned.messages, held }
}

/** What passes of any process have queued since an instant of machine time. */
export async function countQueuedSince({ tx }: Tools, since: Date): Promise<PassCounts> {
  const byTopic = await countScheduledSince(tx, since)
  const counts = noCounts()
  for (const { kind, topic } of PLANNERS) counts[kind] = byTopic.get(topic) ?? 0
  return counts
}

/** Rounds of later years are written down when they come near: once a day, in the night. */
async function recomputeDaily(tools: Tools, treeId: string): Promise<void> {
  const midnight = instantOf(dayOf(tools.now), '00:00', DEFAULT_ZONE)
  if (await claimSlot(tools.tx, `recompute:${treeId}`, midnight))
    await recomputeAssignments(tools, { treeId })
}

function slotOf({ kind, everyMinutes }: Planner, treeId: string, now: Date): [string, Date] {
  const length = everyMinutes * MINUTE
  return [`${kind}:${treeId}`, new Date(Math.floor(now.getTime() / length) * length)]
}

function noCounts(): PassCounts {
  return {
    topics: 0,
    nudges: 0,
    digests: 0,
    closings: 0,
    recalls: 0,
    dates: 0,
    posts: 0,
    previews: 0,
    cases: 0,
  }
}
