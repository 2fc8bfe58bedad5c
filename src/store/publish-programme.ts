import type { ProgrammeProblem } from '../domain/check-programme.ts'
import { checkFulfilments } from '../domain/fulfilments.ts'
import type { AssignmentPlan } from '../domain/plan-assignments.ts'
import { dayOf } from '../time.ts'
import { recordAudit, type StoreTools } from './audit.ts'
import { listBindingProgrammes, listOfficeDates } from './binding-programmes.ts'
import { findNewestVersion, publishVersion, type ProgrammeRow } from './programmes.ts'
import { planTree, recomputeAssignments } from './recompute-assignments.ts'

/** What publishing does to the assignments of the tree. What was filed stays as it is. */
export interface PublicationReport {
  versionNumber: number
  created: number
  /** Got another date. */
  moved: number
  withdrawn: number
  restored: number
  transferred: number
  /** Filed or closed already: untouched. */
  kept: number
}

export type Publication =
  | { outcome: 'published' | 'previewed'; report: PublicationReport }
  | { outcome: 'refused'; problems: ProgrammeProblem[] }

/**
 * Publishes the version imported last: assignments exist from then on, nothing is sent. Refused when an
 * obligation would be later than the one of a programme above that it carries out. `dryRun` writes nothing.
 */
export async function publishProgramme(
  tools: StoreTools,
  programme: ProgrammeRow,
  options: { dryRun?: boolean; by?: string } = {},
): Promise<Publication> {
  const { tx } = tools
  const version = await findNewestVersion(tx, programme.id, 'imported')
  if (!version) throw new Error('a programme without any version')
  const { treeId } = programme
  const others = await listBindingProgrammes(tx, treeId)
  const problems = checkFulfilments(version.content, others, await listOfficeDates(tx, programme.id))
  if (problems.length > 0) return { outcome: 'refused', problems }
  if (options.dryRun) {
    const { plan, existing } = await planTree(tx, treeId, dayOf(tools.now), {
      id: programme.id,
      ownerUnitId: programme.ownerUnitId,
      programme: version.content,
    })
    return { outcome: 'previewed', report: reportOf(version.number, plan, doneCount(existing)) }
  }
  await publishVersion(tools, programme, version)
  const { plan, existing } = await recomputeAssignments(tools, { treeId, by: options.by ?? 'programme' })
  await recordAudit(tools, {
    treeId,
    actorPersonId: null,
    actorRole: 'operator',
    action: 'publish',
    aboutUnitId: programme.ownerUnitId,
    details: { programmeId: programme.id, version: version.number },
  })
  return { outcome: 'published', report: reportOf(version.number, plan, doneCount(existing)) }
}

function doneCount(existing: readonly { state: string }[]): number {
  return existing.filter(({ state }) => state === 'done').length
}

function reportOf(versionNumber: number, plan: AssignmentPlan, kept: number): PublicationReport {
  return {
    versionNumber,
    created: plan.create.length,
    moved: plan.move.filter(({ from, terms }) => from !== terms.dueOn).length,
    withdrawn: plan.withdraw.length,
    restored: plan.restore.length,
    transferred: plan.transfer.length,
    kept,
  }
}
