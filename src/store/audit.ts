import type { ActorRole } from '../domain/access.ts'
import type { Tx } from './database.ts'
import { audit } from './schema/index.ts'

/** What writing a row needs from the turn or the command line: the transaction, product time, fresh ids. */
export interface StoreTools {
  tx: Tx
  now: Date
  newId(): string
}

export interface AuditEntry {
  treeId: string | null
  /** Null for the operator. */
  actorPersonId: string | null
  actorRole: ActorRole
  action: string
  aboutPersonId?: string | null
  aboutUnitId?: string | null
  /** Ids and counts only, never words of a person. */
  details?: Record<string, string | number | boolean | null>
}

/** Adds one row to the audit, in the transaction of what it tells about. Nothing ever changes such a row. */
export async function recordAudit(tools: StoreTools, entry: AuditEntry): Promise<void> {
  await tools.tx.insert(audit).values({
    id: tools.newId(),
    treeId: entry.treeId,
    actorPersonId: entry.actorPersonId,
    actorRole: entry.actorRole,
    action: entry.action,
    aboutPersonId: entry.aboutPersonId ?? null,
    aboutUnitId: entry.aboutUnitId ?? null,
    details: entry.details ?? null,
    at: tools.now,
  })
}
