import { eq, sql } from 'drizzle-orm'
import { recordAudit, type StoreTools } from './audit.ts'
import type { Database, Tx } from './database.ts'
import { settings } from './schema/index.ts'

/** What `nhipquy setup` asks about the organisation that keeps the data; it stands in the consent text. */
export interface DataSettings {
  /** Name of the controller: who keeps the data. */
  controller: string | null
  /** Whom a person asks about their data: name, telephone or address. */
  contact: string | null
  /** Days after which raw updates and message bodies are wiped. */
  retentionDays: number
}

export type SettingName = 'controller' | 'contact' | 'retention-days'

const DEFAULT_RETENTION_DAYS = 30

/** What was answered, by name. */
export async function listSettings(tx: Tx | Database): Promise<Map<string, string>> {
  const rows = await tx.select().from(settings)
  return new Map(rows.map(({ name, value }) => [name, value]))
}

/** What is set now, defaults put in. */
export async function readSettings(tx: Tx | Database): Promise<DataSettings> {
  const stored = await listSettings(tx)
  return {
    controller: stored.get('controller') ?? null,
    contact: stored.get('contact') ?? null,
    retentionDays: Number(stored.get('retention-days') ?? DEFAULT_RETENTION_DAYS),
  }
}

/** What must be settled before anybody is written to: by law the consent text names both. */
export function missingSettings(settings: DataSettings): ('controller' | 'contact')[] {
  return (['controller', 'contact'] as const).filter((name) => settings[name] === null)
}

/** Keeps a setting from now on; the audit names it, never its value. Says whether it changed. */
export async function saveSetting(tools: StoreTools, name: SettingName, value: string): Promise<boolean> {
  const { tx, now } = tools
  const [row] = await tx.select().from(settings).where(eq(settings.name, name))
  if (row?.value === value) return false
  await tx
    .insert(settings)
    .values({ name, value, setAt: now })
    .onConflictDoUpdate({ target: settings.name, set: { value: sql`excluded.value`, setAt: now } })
  await recordAudit(tools, {
    treeId: null,
    actorPersonId: null,
    actorRole: 'operator',
    action: 'set-setting',
    details: { name },
  })
  return true
}
