import { and, desc, eq, inArray } from 'drizzle-orm'
import type { AssignmentPlan, ExistingAssignment, WithdrawalReason } from '../domain/plan-assignments.ts'
import type { StoreTools } from './audit.ts'
import { cancelQueuedAbout } from './cancel-queued.ts'
import type { Tx } from './database.ts'
import { assignmentChanges, assignments, obligations, programmes } from './schema/index.ts'

const BY_RULE: readonly string[] = ['left', 'not-asked', 'dropped'] satisfies WithdrawalReason[]

/** Every assignment of these programmes, withdrawn and done ones included. */
export async function listExistingAssignments(
  tx: Tx,
  programmeIds: readonly string[],
): Promise<ExistingAssignment[]> {
  if (programmeIds.length === 0) return []
  const rows = await tx
    .select({ row: assignments, obligation: obligations.code, programme: programmes.code })
    .from(assignments)
    .innerJoin(obligations, eq(obligations.id, assignments.obligationId))
    .innerJoin(programmes, eq(programmes.id, obligations.programmeId))
    .where(inArray(programmes.id, [...programmeIds]))
  const due = await lastChanges(tx, programmeIds, ['extended', 'moved'])
  const withdrawn = await lastChanges(tx, programmeIds, ['withdrawn', 'restored'])
  return rows.map(({ row, obligation, programme }) => {
    const withdrawal = withdrawn.get(row.id)
    return {
      id: row.id,
      programme,
      obligation,
      period: row.period,
      personId: row.personId,
      unitId: row.unitId,
      dueOn: row.dueOn,
      dueZone: row.dueZone,
      duePhrase: row.duePhrase,
      opensOn: row.opensOn,
      state: row.state as ExistingAssignment['state'],
      voluntary: row.voluntary,
      beforeBot: row.beforeBot,
      extended: due.get(row.id)?.kind === 'extended',
      withdrawnByHand: withdrawal?.kind === 'withdrawn' && !BY_RULE.includes(withdrawal.reason ?? ''),
    }
  })
}

async function lastChanges(tx: Tx, programmeIds: readonly string[], kinds: string[]) {
  const rows = await tx
    .selectDistinctOn([assignmentChanges.assignmentId], {
      assignmentId: assignmentChanges.assignmentId,
      kind: assignmentChanges.kind,
      reason: assignmentChanges.reason,
    })
    .from(assignmentChanges)
    .innerJoin(assignments, eq(assignments.id, assignmentChanges.assignmentId))
    .innerJoin(obligations, eq(obligations.id, assignments.obligationId))
    .where(and(inArray(obligations.programmeId, [...programmeIds]), inArray(assignmentChanges.kind, kinds)))
    .orderBy(assignmentChanges.assignmentId, desc(assignmentChanges.at), desc(assignmentChanges.id))
  return new Map(rows.map((row) => [row.assignmentId, row]))
}

/** What every assignment of a tree is about, by its id: obligation and period. */
export async function mapObligations(tx: Tx, treeId: string): Promise<Map<string, string>> {
  const rows = await tx
    .select({ id: assignments.id, obligationId: assignments.obligationId, period: assignments.period })
    .from(assignments)
    .where(eq(assignments.treeId, treeId))
  const known = rows.map(({ id, obligationId, period }) => [id, `${obligationId}:${period}`] as const)
  return new Map([...known, ...rows.map(({ obligationId }) => [obligationId, obligationId] as const)])
}

/** Row ids of obligations by programme and obligation code. */
export type ObligationIds = ReadonlyMap<string, ReadonlyMap<string, string>>

/**
 * Writes what a plan says, each change with its row in the history, and takes back reminders that are
 * queued about what moved, went or was withdrawn. `by`: a person's code, `operator` or `programme`.
 */
export async function applyAssignmentPlan(
  tools: StoreTools,
  scope: { treeId: string; by: string; obligationIds: ObligationIds },
  plan: AssignmentPlan,
): Promise<void> {
  const { tx, now } = tools
  const changes: (typeof assignmentChanges.$inferInsert)[] = []
  const note = (assignmentId: string, kind: string, more: Partial<(typeof changes)[0]> = {}) =>
    changes.push({ id: tools.newId(), assignmentId, kind, by: scope.by, at: now, ...more })

  const fresh = plan.create.map(({ programme, obligation, ...terms }) => {
    const obligationId = scope.obligationIds.get(programme)?.get(obligation)
    if (!obligationId) throw new Error(`obligation ${obligation} of ${programme} has no row`)
    const id = tools.newId()
    note(id, 'created', { toDueOn: terms.dueOn })
    return { id, treeId: scope.treeId, obligationId, ...terms, state: 'open', createdAt: now }
  })
  for (const rows of inPieces(fresh)) await tx.insert(assignments).values(rows)

  // A new date or first day of use moves thousands alike: one statement for each set of terms.
  const alike = new Map<string, AssignmentPlan['move']>()
  for (const move of plan.move) {
    const terms = JSON.stringify(move.terms)
    const group = alike.get(terms)
    if (group) group.push(move)
    else alike.set(terms, [move])
  }
  for (const moves of [...alike.values()].flatMap((each) => inPieces(each))) {
    const ids = moves.map(({ id }) => id)
    await tx.update(assignments).set(moves[0]!.terms).where(inArray(assignments.id, ids))
    for (const { id, from, terms } of moves)
      if (from !== terms.dueOn) note(id, 'moved', { fromDueOn: from, toDueOn: terms.dueOn })
  }
  for (const { id, toUnitId } of plan.transfer) {
    await tx.update(assignments).set({ unitId: toUnitId }).where(eq(assignments.id, id))
    note(id, 'transferred')
  }
  for (const { id, unitId, terms } of plan.restore) {
    await tx
      .update(assignments)
      .set({ ...terms, unitId, state: 'open' })
      .where(eq(assignments.id, id))
    note(id, 'restored', { toDueOn: terms.dueOn })
  }
  for (const pieces of inPieces(plan.withdraw)) {
    const ids = pieces.map(({ id }) => id)
    await tx.update(assignments).set({ state: 'withdrawn' }).where(inArray(assignments.id, ids))
    for (const { id, reason } of pieces) note(id, 'withdrawn', { reason })
  }
  for (const rows of inPieces(changes)) await tx.insert(assignmentChanges).values(rows)

  const moved = plan.move.filter(({ from, terms }) => from !== terms.dueOn)
  for (const pieces of inPieces([...plan.withdraw, ...plan.transfer, ...moved]))
    await cancelQueuedAbout(tools, ...pieces.map(({ id }) => id))
}

/** Postgres takes 65,535 parameters in one statement. */
function inPieces<T>(rows: readonly T[], size = 2000): T[][] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, at) =>
    rows.slice(at * size, (at + 1) * size),
  )
}
