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

/** Rows that a transaction has read. They are locked, so only the transaction itself changes them. */
const held = new WeakMap<Tx, Map<string, DialogRow>>()

function heldBy(tx: Tx): Map<string, DialogRow> {
  const known = held.get(tx) ?? new Map<string, DialogRow>()
  held.set(tx, known)
  return known
}

/** The dialog of an account in a chat, locked; null when there was never one. */
export async function findDialog(
  tx: Tx,
  vault: Vault,
  chatId: string,
  accountId: string,
): Promise<DialogRow | null> {
  const key = `${chatId}:${accountId}`
  const known = heldBy(tx).get(key)
  if (known) return { ...known }
  const [row] = await tx
    .select()
    .from(dialogs)
    .where(and(eq(dialogs.chatId, chatId), eq(dialogs.accountId, accountId)))
    .for('update')
  if (!row) return null
  const found: DialogRow = {
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
  heldBy(tx).set(key, found)
  return { ...found }
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
  const { id } = await rowOf(tx, vault, place)
  const { kind, draftId, state = null } = dialog
  change(tx, place, (row) => ({ kind, draftId, state, revision: row.revision + 1 }))
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
  const { id } = await rowOf(tx, vault, place)
  const { choices, expireAt: choicesExpireAt, promptId } = shown
  change(tx, place, () => ({ choices, choicesExpireAt, promptId }))
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

function change(tx: Tx, place: DialogPlace, to: (row: DialogRow) => Partial<DialogRow>): void {
  const key = `${place.chatId}:${place.accountId}`
  const row = heldBy(tx).get(key)
  if (row) heldBy(tx).set(key, { ...row, ...to(row) })
}

async function rowOf(tx: Tx, vault: Vault, place: DialogPlace): Promise<DialogRow> {
  const { chatId, accountId, now } = place
  const known = await findDialog(tx, vault, chatId, accountId)
  if (known) return known
  const id = place.newId()
  const row = { id, chatId, accountId, kind: MENU, stateSealed: vault.seal(statePlace(id), 'null') }
  await tx
    .insert(dialogs)
    .values({ ...row, updatedAt: now })
    .onConflictDoNothing({ target: [dialogs.chatId, dialogs.accountId] })
  return (await findDialog(tx, vault, chatId, accountId))!
}

function statePlace(id: string): string {
  return `dialogs.state_sealed:${id}`
}

function choicesPlace(id: string): string {
  return `dialogs.choices_sealed:${id}`
}
