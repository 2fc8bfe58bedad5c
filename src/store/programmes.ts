import { createHash } from 'node:crypto'
import { and, desc, eq, isNotNull, sql } from 'drizzle-orm'
import type { FormDefinition } from '../domain/form-definition.ts'
import type { Programme } from '../domain/programme.ts'
import type { Day } from '../time.ts'
import type { StoreTools } from './audit.ts'
import type { Tx } from './database.ts'
import { formVersions, obligations, programmes, programmeVersions } from './schema/index.ts'

export type ProgrammeState = 'draft' | 'published' | 'live' | 'closed'

/** A programme as a row, whatever its state. */
export interface ProgrammeRow {
  id: string
  treeId: string
  code: string
  ownerUnitId: string
  state: ProgrammeState
  liveFrom: Day | null
}

/** One imported version, its content as validated then. */
export interface ProgrammeVersion {
  id: string
  number: number
  content: Programme
  publishedAt: Date | null
}

/** Programmes of that code, one per tree that has it. */
export async function listProgrammesByCode(tx: Tx, code: string): Promise<ProgrammeRow[]> {
  const rows = await tx.select().from(programmes).where(eq(programmes.code, code)).orderBy(programmes.treeId)
  return rows.map(asRow)
}

/** A programme of a tree, locked until the transaction ends; null when there is none of that code. */
export async function findProgramme(tx: Tx, treeId: string, code: string): Promise<ProgrammeRow | null> {
  const [row] = await tx
    .select()
    .from(programmes)
    .where(and(eq(programmes.treeId, treeId), eq(programmes.code, code)))
    .for('update')
  return row ? asRow(row) : null
}

/** The newest version, or the newest that was published; null when there is none. */
export async function findNewestVersion(
  tx: Tx,
  programmeId: string,
  which: 'imported' | 'published',
): Promise<ProgrammeVersion | null> {
  const [row] = await tx
    .select()
    .from(programmeVersions)
    .where(
      and(
        eq(programmeVersions.programmeId, programmeId),
        which === 'published' ? isNotNull(programmeVersions.publishedAt) : undefined,
      ),
    )
    .orderBy(desc(programmeVersions.number))
    .limit(1)
  if (!row) return null
  const { id, number, content, publishedAt } = row
  return { id, number, content: content as Programme, publishedAt }
}

export interface SavedProgramme {
  programme: ProgrammeRow
  versionNumber: number
  /** `same`: this very content is there already, nothing was written. */
  outcome: 'new' | 'new-version' | 'same'
}

/** Saves a programme as a draft version; content that is there as the newest version is not saved again. */
export async function saveProgrammeVersion(
  tools: StoreTools,
  owner: { treeId: string; unitId: string },
  content: Programme,
): Promise<SavedProgramme> {
  const { tx, now } = tools
  const found = await findProgramme(tx, owner.treeId, content.code)
  const programme: ProgrammeRow = found ?? {
    id: tools.newId(),
    treeId: owner.treeId,
    code: content.code,
    ownerUnitId: owner.unitId,
    state: 'draft',
    liveFrom: null,
  }
  if (!found) await tx.insert(programmes).values({ ...programme, createdAt: now })
  else if (found.ownerUnitId !== owner.unitId) {
    await tx.update(programmes).set({ ownerUnitId: owner.unitId }).where(eq(programmes.id, found.id))
    programme.ownerUnitId = owner.unitId
  }
  const digest = digestOf(content)
  const [newest] = await tx
    .select({ number: programmeVersions.number, digest: programmeVersions.digest })
    .from(programmeVersions)
    .where(eq(programmeVersions.programmeId, programme.id))
    .orderBy(desc(programmeVersions.number))
    .limit(1)
  if (newest?.digest === digest) return { programme, versionNumber: newest.number, outcome: 'same' }
  const number = (newest?.number ?? 0) + 1
  await tx
    .insert(programmeVersions)
    .values({ id: tools.newId(), programmeId: programme.id, number, content, digest, importedAt: now })
  for (const form of content.forms) await saveFormVersion(tools, programme.id, form)
  return { programme, versionNumber: number, outcome: newest ? 'new-version' : 'new' }
}

/** Publishes a version: its obligations get their lasting rows; a draft programme becomes `published`. */
export async function publishVersion(
  tools: StoreTools,
  programme: ProgrammeRow,
  version: ProgrammeVersion,
): Promise<void> {
  const { tx, now } = tools
  await tx.update(programmeVersions).set({ publishedAt: now }).where(eq(programmeVersions.id, version.id))
  if (programme.state === 'draft')
    await tx.update(programmes).set({ state: 'published' }).where(eq(programmes.id, programme.id))
  await tx
    .insert(obligations)
    .values(
      version.content.obligations.map(({ code }) => ({
        id: tools.newId(),
        treeId: programme.treeId,
        programmeId: programme.id,
        code,
      })),
    )
    .onConflictDoNothing()
}

/** First day of use: what was due before is never nudged and never late. */
export async function saveLiveFrom(tx: Tx, programmeId: string, liveFrom: Day): Promise<void> {
  await tx.update(programmes).set({ state: 'live', liveFrom }).where(eq(programmes.id, programmeId))
}

async function saveFormVersion(tools: StoreTools, programmeId: string, form: FormDefinition): Promise<void> {
  const { tx } = tools
  const digest = digestOf(form)
  const [newest] = await tx
    .select({ number: formVersions.number, digest: formVersions.digest })
    .from(formVersions)
    .where(and(eq(formVersions.programmeId, programmeId), eq(formVersions.code, form.code)))
    .orderBy(desc(formVersions.number))
    .limit(1)
  if (newest?.digest === digest) return
  const row = { programmeId, code: form.code, number: (newest?.number ?? 0) + 1, content: form, digest }
  await tx.insert(formVersions).values({ ...row, id: tools.newId(), createdAt: tools.now })
}

/** Fingerprint of content whose keys the schema puts in one order. */
function digestOf(content: object): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}

function asRow(row: typeof programmes.$inferSelect): ProgrammeRow {
  const { id, treeId, code, ownerUnitId, state, liveFrom } = row
  return { id, treeId, code, ownerUnitId, state: state as ProgrammeState, liveFrom }
}

/** Locks what concerns the assignments of a tree until the transaction ends. */
export async function lockAssignments(tx: Tx, treeId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('assignments:' || ${treeId}, 0))`)
}
