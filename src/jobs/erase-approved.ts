import type { Tools } from '../commands/command.ts'
import { recordAudit } from '../store/audit.ts'
import {
  claimErasure,
  type DueErasure,
  isStillSaying,
  listDueErasures,
  listErasures,
  saveErased,
} from '../store/data-desk/erasures.ts'
import { keepErasureRegister } from '../store/data-desk/erasure-register.ts'
import { type Erased, erasePerson } from '../store/data-desk/erase-person.ts'
import { listOfficeAbove } from '../store/office-above.ts'
import { dayOf } from '../time.ts'
import { type Parts, withTools } from '../tools.ts'

/** So long the last words to the person may take; then they are not waited for. */
const PATIENCE_MS = 3_600_000

/**
 * Carries out the deletions that are decided, each in a transaction of its own, and keeps the register of them in
 * folders outside the database. Returns how many were done.
 */
export async function eraseApproved(parts: Parts, registers: readonly string[] = []): Promise<number> {
  let count = 0
  for (const personId of await withTools(parts, ({ tx }) => listDueErasures(tx)))
    if (await withTools(parts, (tools) => eraseOne(tools, personId))) count += 1
  if (registers.length > 0)
    await keepErasureRegister(registers, await withTools(parts, ({ tx }) => listErasures(tx)))
  return count
}

/** Deletes one person and tells the office that it is done. False: not due yet, or done by somebody else. */
export async function eraseOne(tools: Tools, personId: string): Promise<boolean> {
  const due = await claimErasure(tools.tx, personId)
  if (!due) return false
  const isRecent = tools.now.getTime() - due.decidedAt.getTime() < PATIENCE_MS
  if (due.case && isRecent && (await isStillSaying(tools.tx, `data-answer:${due.case.id}`))) return false
  const erased = await erasePerson(tools, personId, tools.t('vi', 'data-erased-name'))
  await saveErased(tools, due)
  if (erased) await record(tools, due, erased)
  return true
}

async function record(tools: Tools, { personId, case: of }: DueErasure, erased: Erased): Promise<void> {
  await recordAudit(tools, {
    treeId: of?.treeId ?? null,
    actorPersonId: of?.decidedBy ?? null,
    actorRole: of?.decidedBy ? 'office' : 'operator',
    action: 'erase-person',
    aboutPersonId: personId,
    details: { ...erased, case: of?.id ?? null },
  })
  if (!of) return
  const { treeId, unitId, code, id } = of
  for (const to of await listOfficeAbove(tools.tx, { treeId, unitId, day: dayOf(tools.now) }))
    await tools.say({
      to: { ...to, accountId: null },
      words: { key: 'data-erased', values: { code } },
      class: 'scheduled',
      topic: 'notice',
      uniqueKey: `data-erased:${id}:${to.personId}`,
    })
}
