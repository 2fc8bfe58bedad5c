import { and, eq, inArray, or, sql } from 'drizzle-orm'
import type { Tools } from '../commands/command.ts'
import { assignments, drafts, proxyEntries } from './schema/index.ts'

type Work = Pick<Tools, 'tx' | 'vault' | 'now' | 'newId'>

export type DraftStatus = 'open' | 'awaiting-signature' | 'filed' | 'cancelled'

/** An unfinished form, opened. `state` is the form engine's JSON. */
export interface Draft {
  id: string
  treeId: string
  assignmentId: string
  /** Null: a form that the product brings along, not one of the programme. */
  formVersionId: string | null
  /** The person whose draft it is; null: the unit's, shared by those who file for it. */
  personId: string | null
  unitId: string
  penPersonId: string | null
  state: unknown
  status: DraftStatus
  revision: number
  createdAt: Date
  updatedAt: Date
}

const LIVE: DraftStatus[] = ['open', 'awaiting-signature']
const place = (id: string) => `drafts.state_sealed:${id}`

/** Starts a draft; its assignment must have no live one (unique index). */
export async function openDraft(
  work: Work,
  draft: Pick<Draft, 'treeId' | 'assignmentId' | 'formVersionId' | 'personId' | 'unitId' | 'penPersonId'> & {
    state: unknown
  },
): Promise<Draft> {
  const id = work.newId()
  const { state, ...columns } = draft
  await work.tx.insert(drafts).values({
    ...columns,
    id,
    state: 'open',
    stateSealed: work.vault.seal(place(id), JSON.stringify(state)),
    createdAt: work.now,
    updatedAt: work.now,
  })
  return { ...draft, id, status: 'open', revision: 0, createdAt: work.now, updatedAt: work.now }
}

/** A draft by id, locked until the transaction ends, so that two writers take turns. */
export async function findDraft(work: Work, id: string): Promise<Draft | null> {
  const [row] = await work.tx.select().from(drafts).where(eq(drafts.id, id)).for('update')
  return row ? opened(work, row) : null
}

/** The live draft of an assignment, locked. */
export async function findLiveDraft(work: Work, assignmentId: string): Promise<Draft | null> {
  const [row] = await work.tx
    .select()
    .from(drafts)
    .where(and(eq(drafts.assignmentId, assignmentId), inArray(drafts.state, LIVE)))
    .for('update')
  return row ? opened(work, row) : null
}

/**
 * Live drafts of a person, of the units they file for, and of those they enter for; the freshest first; not locked.
 * What was withdrawn keeps its draft, since it may come back, but nobody is led to it.
 */
export async function listLiveDrafts(work: Work, personId: string, unitIds: string[]): Promise<Draft[]> {
  const theirs = or(
    eq(drafts.personId, personId),
    sql`exists (select 1 from ${proxyEntries} where ${proxyEntries.assignmentId} = ${drafts.assignmentId}
      and ${proxyEntries.state} = 'open' and ${proxyEntries.enteredBy} = ${personId})`,
  )
  const shared = and(sql`${drafts.personId} is null`, inArray(drafts.unitId, unitIds))
  const rows = await work.tx
    .select()
    .from(drafts)
    .where(
      and(
        inArray(drafts.state, LIVE),
        unitIds.length > 0 ? or(theirs, shared) : theirs,
        sql`exists (select 1 from ${assignments} where ${assignments.id} = ${drafts.assignmentId}
          and ${assignments.state} <> 'withdrawn')`,
      ),
    )
    .orderBy(sql`${drafts.updatedAt} desc`)
  return rows.map((row) => opened(work, row))
}

/** Saves over the revision that was read; null when somebody saved in between (nothing is written then). */
export async function saveDraft(
  work: Work,
  draft: Draft,
  change: {
    state?: unknown
    status?: DraftStatus
    penPersonId?: string | null
    formVersionId?: string | null
  },
): Promise<Draft | null> {
  const next: Draft = { ...draft, ...change, revision: draft.revision + 1, updatedAt: work.now }
  const saved = await work.tx
    .update(drafts)
    .set({
      stateSealed: work.vault.seal(place(draft.id), JSON.stringify(next.state)),
      state: next.status,
      penPersonId: next.penPersonId,
      formVersionId: next.formVersionId,
      revision: next.revision,
      updatedAt: work.now,
    })
    .where(and(eq(drafts.id, draft.id), eq(drafts.revision, draft.revision)))
    .returning({ id: drafts.id })
  return saved.length === 1 ? next : null
}

function opened(work: Work, row: typeof drafts.$inferSelect): Draft {
  const { stateSealed, state, ...columns } = row
  return {
    ...columns,
    status: state as DraftStatus,
    state: JSON.parse(work.vault.open(place(row.id), stateSealed)) as unknown,
  }
}
