import type { Tools } from '../commands/command.ts'
import { listTrees } from '../store/units.ts'
import { type Parts, withTools } from '../tools.ts'
import { sendDigests } from './send-digests.ts'
import { sendNudges } from './send-nudges.ts'
import { sendTopics } from './send-topics.ts'

/** How many messages a pass queued, by kind. */
export interface PassCounts {
  topics: number
  nudges: number
  digests: number
}

type Job = (tools: Tools, treeId: string) => Promise<number>

const JOBS: readonly [keyof PassCounts, Job][] = [
  ['topics', sendTopics],
  ['nudges', sendNudges],
  ['digests', sendDigests],
]

/**
 * Queues everything that is due by product time, each tree and kind in a transaction of its own. Every
 * message has a key that is said once: a second pass, a late one or one on another replica repeats nothing.
 */
export async function runPass(parts: Parts): Promise<PassCounts> {
  const counts = noCounts()
  const trees = await withTools(parts, ({ tx }) => listTrees(tx))
  for (const { id } of trees)
    for (const [kind, job] of JOBS) counts[kind] += await withTools(parts, (tools) => job(tools, id))
  return counts
}

/** As `runPass`, inside one transaction that is already open: for previews that are rolled back. */
export async function planPass(tools: Tools): Promise<PassCounts> {
  const counts = noCounts()
  for (const { id } of await listTrees(tools.tx))
    for (const [kind, job] of JOBS) counts[kind] += await job(tools, id)
  return counts
}

function noCounts(): PassCounts {
  return { topics: 0, nudges: 0, digests: 0 }
}
