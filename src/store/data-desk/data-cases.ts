import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import { type DataCaseState, type DataRequest, extendedClock, legalClock } from '../../domain/data-case.ts'
import { nextReceiptCode } from '../../domain/receipt-code.ts'
import { type Day, dayOf } from '../../time.ts'
import type { StoreTools } from '../audit.ts'
import type { Tx } from '../database.ts'
import { lockPerson } from '../lock-person.ts'
import { dataCases, memberships, posts, units } from '../schema/index.ts'
import type { Vault } from '../vault.ts'

type Work = StoreTools & { vault: Vault }

/** A case about somebody's data, opened. */
export interface DataCase {
  id: string
  treeId: string
  personId: string
  unitId: string
  code: string
  request: DataRequest
  state: DataCaseState
  method: 'chat' | 'paper'
  /** What is to be put right, in the person's words. */
  text: string | null
  receivedOn: Day
  acknowledgeBy: Day
  dueOn: Day
  extendedFrom: Day | null
  decidedAt: Date | null
  /** The answer, or why it was refused. */
  outcome: string | null
}

const WAITING: DataCaseState[] = ['open', 'approved']
const place = (column: string, id: string) => `data_cases.${column}:${id}`

/**
 * Opens a case; one of the same kind that is open already is returned instead, as it stands. `receivedOn`: for
 * what was asked on paper on an earlier day. `text` seals the person's words.
 */
export async function openDataCase(
  work: Work & { randomBytes(size: number): Buffer },
  asked: {
    treeId: string
    personId: string
    request: DataRequest
    method: 'chat' | 'paper'
    text?: string
    receivedOn?: Day
  },
): Promise<{ opened: DataCase; isNew: boolean }> {
  const { tx, now, vault } = work
  const { treeId, personId, request, method } = asked
  await lockPerson(tx, personId)
  const [earlier] = await selectCases(work, [
    eq(dataCases.personId, personId),
    eq(dataCases.request, request),
    inArray(dataCases.state, WAITING),
  ])
  if (earlier) return { opened: earlier, isNew: false }
  const id = work.newId()
  const { acknowledgeBy, answerBy } = legalClock(request, asked.receivedOn ?? dayOf(now))
  await tx.insert(dataCases).values({
    id,
    treeId,
    personId,
    unitId: await unitOf(tx, treeId, personId),
    code: await freeCode(work, treeId),
    request,
    state: 'open',
    method,
    textSealed: asked.text === undefined ? null : vault.seal(place('text_sealed', id), asked.text),
    receivedAt: asked.receivedOn ? new Date(`${asked.receivedOn}T05:00:00Z`) : now,
    acknowledgedAt: now,
    acknowledgeBy,
    dueOn: answerBy,
  })
  return { opened: (await findDataCase(work, id))!, isNew: true }
}

/** A case by id, locked until the transaction ends. */
export async function findDataCase(work: Pick<Work, 'tx' | 'vault'>, id: string): Promise<DataCase | null> {
  const [row] = await work.tx.select().from(dataCases).where(eq(dataCases.id, id)).for('update')
  return row ? opened(work.vault, row) : null
}

/** Cases of a code, in whatever tree. */
export async function listCasesByCode(work: Pick<Work, 'tx' | 'vault'>, code: string): Promise<DataCase[]> {
  return selectCases(work, [eq(dataCases.code, code)])
}

/** What waits for an answer in a tree, the nearest end first. */
export async function listOpenCases(work: Pick<Work, 'tx' | 'vault'>, treeId: string): Promise<DataCase[]> {
  return selectCases(work, [eq(dataCases.treeId, treeId), inArray(dataCases.state, WAITING)])
}

/** Every case of a tree, the newest first. */
export async function listAllCases(work: Pick<Work, 'tx' | 'vault'>, treeId: string): Promise<DataCase[]> {
  const rows = await work.tx
    .select()
    .from(dataCases)
    .where(eq(dataCases.treeId, treeId))
    .orderBy(desc(dataCases.receivedAt), desc(dataCases.id))
  return rows.map((row) => opened(work.vault, row))
}

/** What a person asked, the newest first. */
export async function listCasesOf(work: Pick<Work, 'tx' | 'vault'>, personId: string): Promise<DataCase[]> {
  const rows = await work.tx
    .select()
    .from(dataCases)
    .where(eq(dataCases.personId, personId))
    .orderBy(desc(dataCases.receivedAt), desc(dataCases.id))
  return rows.map((row) => opened(work.vault, row))
}

/** The answer. `decidedBy` null: the operator, or the bot itself. */
export async function saveCaseDecision(
  { tx, vault, now }: Work,
  { id }: Pick<DataCase, 'id'>,
  decision: { state: Exclude<DataCaseState, 'open'>; decidedBy: string | null; outcome: string | null },
): Promise<void> {
  const { state, decidedBy, outcome } = decision
  await tx
    .update(dataCases)
    .set({
      state,
      decidedBy,
      decidedAt: now,
      outcomeSealed: outcome === null ? null : vault.seal(place('outcome_sealed', id), outcome),
    })
    .where(eq(dataCases.id, id))
}

/** Moves the last day once, as far as the law allows; null where it does not, and nothing is written then. */
export async function extendDataCase(
  { tx, vault }: Work,
  one: Pick<DataCase, 'id' | 'request' | 'dueOn' | 'extendedFrom'>,
  reason: string,
): Promise<Day | null> {
  const { id, request, dueOn } = one
  const until = extendedClock(request, one)
  if (until === null) return null
  await tx
    .update(dataCases)
    .set({
      dueOn: until,
      extendedFrom: dueOn,
      extensionSealed: vault.seal(place('extension_sealed', id), reason),
    })
    .where(eq(dataCases.id, id))
  return until
}

async function selectCases(
  { tx, vault }: Pick<Work, 'tx' | 'vault'>,
  conditions: Parameters<typeof and>,
): Promise<DataCase[]> {
  const rows = await tx
    .select()
    .from(dataCases)
    .where(and(...conditions))
    .orderBy(asc(dataCases.dueOn), asc(dataCases.id))
  return rows.map((row) => opened(vault, row))
}

/** Where the person belongs, or did last; somebody who never belonged anywhere: the root. */
async function unitOf(tx: Tx, treeId: string, personId: string): Promise<string> {
  for (const table of [memberships, posts]) {
    const [row] = await tx
      .select({ unitId: table.unitId })
      .from(table)
      .where(eq(table.personId, personId))
      .orderBy(desc(table.validFrom), desc(table.id))
      .limit(1)
    if (row) return row.unitId
  }
  const [root] = await tx
    .select({ id: units.id })
    .from(units)
    .where(eq(units.treeId, treeId))
    .orderBy(asc(units.id))
    .limit(1)
  return root!.id
}

async function freeCode(work: Work & { randomBytes(size: number): Buffer }, treeId: string): Promise<string> {
  for (let tries = 0; tries < 50; tries += 1) {
    const code = nextReceiptCode('DL', (size) => work.randomBytes(size))
    if (!(await listCasesByCode(work, code)).some((each) => each.treeId === treeId)) return code
  }
  throw new Error('no free case code was found in fifty tries')
}

function opened(vault: Vault, row: typeof dataCases.$inferSelect): DataCase {
  const read = (column: string, value: string | null) =>
    value === null ? null : vault.open(place(column, row.id), value)
  return {
    id: row.id,
    treeId: row.treeId,
    personId: row.personId,
    unitId: row.unitId,
    code: row.code,
    request: row.request as DataRequest,
    state: row.state as DataCaseState,
    method: row.method === 'paper' ? 'paper' : 'chat',
    text: read('text_sealed', row.textSealed),
    receivedOn: dayOf(row.receivedAt),
    acknowledgeBy: row.acknowledgeBy,
    dueOn: row.dueOn,
    extendedFrom: row.extendedFrom,
    decidedAt: row.decidedAt,
    outcome: read('outcome_sealed', row.outcomeSealed),
  }
}
