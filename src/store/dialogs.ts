import { and, eq, sql } from 'drizzle-orm'
import type { Choice } from '../channels/channel-adapter.ts'
import type { Tx } from './database.ts'
import { dialogs } from './schema/index.ts'
import type { Vault } from './vault.ts'

/** The kind of a row that only remembers which choices were shown last. */
export const MENU = 'menu'

/** What one account is in the middle of in one chat. */
export interface DialogRow {
  id: string
  kind: string
  draftId: string | null
  state: unknown
  revision: number
  /** The choices shown last, in their order; a typed number picks among them. */
  choices: Choice[]
  /** Product time. */
  choicesExpireAt: Date | null
  /** Outbox row that shows them. */
  promptId: string | null
}

/** The dialog of an account in a chat, locked; null when there was never one. */
export async function findDialog(
  tx: Tx,
  vault: Vault,
  chatId: string,
  accountId: string,
): Promise<DialogRow | null> {
  const [row] = await tx
    .select()
    .from(dialogs)
    .where(and(eq(dialogs.chatId, chatId), eq(dialogs.accountId, accountId)))
    .for('update')
  if (!row) return null
  return {
    id: row.id,
    kind: row.kind,
    draftId: row.draftId,
    state: JSON.parse(vault.open(statePlace(row.id), row.stateSealed)),
    revision: row.revision,
    choices:
      row.choicesSealed === null
        ? []
        : (JSON.parse(vault.open(choicesPlace(row.id), row.choicesSealed)) as Choice[]),
    choicesExpireAt: row.choicesExpireAt,
    promptId: row.promptId,
  }
}

/** Where a dialog is, and what makes a row of it. */
export interface DialogPlace {
  chatId: string
  accountId: string
  newId: () => string
  /** Product time. */
  now: Date
}

/** Opens or replaces the dialog; its choices stay until others are shown. */
export async function saveDialog(
  tx: Tx,
  vault: Vault,
  place: DialogPlace,
  dialog: { kind: string; draftId: string | null; state: unknown },
): Promise<void> {
  const id = await rowId(tx, vault, place)
  await tx
    .update(dialogs)
    .set({
      kind: dialog.kind,
      draftId: dialog.draftId,
      stateSealed: vault.seal(statePlace(id), JSON.stringify(dialog.state ?? null)),
      revision: sql`${dialogs.revision} + 1`,
      updatedAt: place.now,
    })
    .where(eq(dialogs.id, id))
}

/** Remembers the choices shown last (none: a typed number picks nothing any more). */
export async function saveChoices(
  tx: Tx,
  vault: Vault,
  place: DialogPlace,
  shown: { choices: Choice[]; expireAt: Date | null; promptId: string | null },
): Promise<void> {
  const id = await rowId(tx, vault, place)
  await tx
    .update(dialogs)
    .set({
      choicesSealed:
        shown.choices.length === 0 ? null : vault.seal(choicesPlace(id), JSON.stringify(shown.choices)),
      choicesExpireAt: shown.expireAt,
      promptId: shown.promptId,
      updatedAt: place.now,
    })
    .where(eq(dialogs.id, id))
}

async function rowId(tx: Tx, vault: Vault, place: DialogPlace): Promise<string> {
  const { chatId, accountId, now } = place
  const known = await findRowId(tx, place)
  if (known) return known
  const id = place.newId()
  const row = { id, chatId, accountId, kind: MENU, stateSealed: vault.seal(statePlace(id), 'null') }
  await tx
    .insert(dialogs)
    .values({ ...row, updatedAt: now })
    .onConflictDoNothing({ target: [dialogs.chatId, dialogs.accountId] })
  return (await findRowId(tx, place))!
}

async function findRowId(tx: Tx, { chatId, accountId }: DialogPlace): Promise<string | null> {
  const [found] = await tx
    .select({ id: dialogs.id })
    .from(dialogs)
    .where(and(eq(dialogs.chatId, chatId), eq(dialogs.accountId, accountId)))
    .for('update')
  return found?.id ?? null
}

function statePlace(id: string): string {
  return `dialogs.state_sealed:${id}`
}

function choicesPlace(id: string): string {
  return `dialogs.choices_sealed:${id}`
}
