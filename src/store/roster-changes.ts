import { and, asc, eq, inArray } from 'drizzle-orm'
import { shapeOf } from '../domain/plan-member-import.ts'
import { changeShape, type RosterChangeContent } from '../domain/roster-change.ts'
import { dayOf } from '../time.ts'
import { endActingPosts, saveActingPost } from './acting-posts.ts'
import type { StoreTools } from './audit.ts'
import { savePerson } from './change-roster.ts'
import { loadPeople } from './import-roster.ts'
import { revokeInvites } from './invites.ts'
import { lockPerson } from './lock-person.ts'
import { findPersonByCode } from './people.ts'
import { recomputeAssignments } from './recompute-assignments.ts'
import { rosterChanges } from './schema/index.ts'
import { getUnit } from './units.ts'
import type { Vault } from './vault.ts'

type Work = StoreTools & { vault: Vault }

/** A change of the roster, opened. */
export interface RosterChange {
  id: string
  treeId: string
  unitId: string
  personId: string | null
  content: RosterChangeContent
  /** `taken-back`: by whoever proposed it, before the office decided. */
  state: 'proposed' | 'confirmed' | 'refused' | 'taken-back'
  proposedBy: string
}

const contentPlace = (id: string) => `roster_changes.content_sealed:${id}`
const reasonPlace = (id: string) => `roster_changes.reason_sealed:${id}`

/** Writes a proposal down; null when the same kind of change about that person waits already. */
export async function proposeRosterChange(
  work: Work,
  change: Pick<RosterChange, 'treeId' | 'unitId' | 'personId' | 'content' | 'proposedBy'>,
): Promise<string | null> {
  const { content, ...row } = change
  if (row.personId) {
    await lockPerson(work.tx, row.personId)
    const waiting = await listProposedChanges(work, [row.unitId], row.personId)
    if (waiting.some((each) => each.content.kind === content.kind)) return null
  }
  const id = work.newId()
  await work.tx.insert(rosterChanges).values({
    id,
    ...row,
    kind: content.kind,
    contentSealed: work.vault.seal(contentPlace(id), JSON.stringify(content)),
    state: 'proposed',
    proposedAt: work.now,
  })
  return id
}

/** What waits for the office in these units, the oldest first. */
export async function listProposedChanges(
  work: Pick<Work, 'tx' | 'vault'>,
  unitIds: readonly string[],
  personId?: string,
): Promise<RosterChange[]> {
  if (unitIds.length === 0) return []
  const rows = await work.tx
    .select()
    .from(rosterChanges)
    .where(
      and(
        inArray(rosterChanges.unitId, [...unitIds]),
        eq(rosterChanges.state, 'proposed'),
        personId === undefined ? undefined : eq(rosterChanges.personId, personId),
      ),
    )
    .orderBy(asc(rosterChanges.proposedAt), asc(rosterChanges.id))
  return rows.map((row) => opened(work, row))
}

/** One change, locked until the transaction ends. */
export async function findRosterChange(
  work: Pick<Work, 'tx' | 'vault'>,
  id: string,
): Promise<RosterChange | null> {
  const [row] = await work.tx.select().from(rosterChanges).where(eq(rosterChanges.id, id)).for('update')
  return row ? opened(work, row) : null
}

/** What the office said, or that it was taken back; a reason is kept sealed. */
export async function saveDecision(
  work: Work,
  change: Pick<RosterChange, 'id'>,
  decision: {
    state: 'confirmed' | 'refused' | 'taken-back'
    decidedBy: string
    reason?: string
    personId?: string
  },
): Promise<void> {
  const { state, decidedBy, reason, personId } = decision
  await work.tx
    .update(rosterChanges)
    .set({
      state,
      decidedBy,
      decidedAt: work.now,
      reasonSealed: reason === undefined ? null : work.vault.seal(reasonPlace(change.id), reason),
      ...(personId !== undefined && { personId }),
    })
    .where(eq(rosterChanges.id, change.id))
}

/**
 * Makes the change from today on and brings the assignments of the tree in line with it, in the caller's
 * transaction. Returns the person's id; null when the change fits no longer (the person is elsewhere, the code
 * is taken), and then nothing is written. `by`: code of whoever decided, for the history.
 */
export async function applyRosterChange(
  work: Work,
  change: Pick<RosterChange, 'treeId' | 'unitId' | 'personId' | 'content'>,
  by: string,
): Promise<string | null> {
  const { treeId, unitId, content } = change
  if (change.personId) await lockPerson(work.tx, change.personId)
  const [person] = change.personId ? await loadPeople(work, [{ id: treeId }], [change.personId]) : []
  const before = person ? shapeOf(person) : null
  const after = changeShape(before, unitId, content)
  const code =
    person?.code ?? (content.kind === 'new' ? await freeCode(work, treeId, unitId, content.code) : null)
  if (!after || code === null) return null
  const personId = await savePerson(work, { treeId, code, personId: person?.id ?? null, before, after })
  const own = { treeId, personId, unitId }
  if (content.kind === 'acting') {
    await saveActingPost(work, { ...own, role: content.role, until: content.until })
  } else if (['acting-ended', 'left', 'transferred'].includes(content.kind)) {
    await endActingPosts(work, own)
  }
  // A code names the unit to which it lets in.
  if (content.kind === 'left' || content.kind === 'transferred') await revokeInvites(work, personId)
  await recomputeAssignments(work, { treeId, by })
  return personId
}

/** The code that was given, if it is free; else one made of the unit's. */
async function freeCode(
  work: Work,
  treeId: string,
  unitId: string,
  wanted: string | null,
): Promise<string | null> {
  const today = dayOf(work.now)
  const isFree = async (code: string) => (await findPersonByCode(work.tx, treeId, code, today)) === null
  if (wanted !== null) return (await isFree(wanted)) ? wanted : null
  const { code } = await getUnit(work.tx, unitId, today)
  for (let number = 1; number < 1000; number += 1) {
    const made = `${code}-M${number}`
    if (await isFree(made)) return made
  }
  return null
}

function opened({ vault }: Pick<Work, 'vault'>, row: typeof rosterChanges.$inferSelect): RosterChange {
  const { id, treeId, unitId, personId, proposedBy } = row
  const content = JSON.parse(vault.open(contentPlace(id), row.contentSealed)) as RosterChangeContent
  return { id, treeId, unitId, personId, proposedBy, content, state: row.state as RosterChange['state'] }
}
