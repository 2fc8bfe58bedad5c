import { and, eq, gt, inArray, isNull } from 'drizzle-orm'
import { CODE_WINDOW_MS, type CodeTry, decideCodeTry } from '../domain/code-limit.ts'
import { makeInviteCode, normaliseInviteCode } from '../domain/invite-code.ts'
import type { StoreTools } from './audit.ts'
import { codeAttempts, invites } from './schema/index.ts'
import type { Vault } from './vault.ts'

/** `member` joins a person, `link` adds a channel of somebody who joined, `group` binds a group chat. */
export type InviteKind = 'member' | 'link' | 'group'

export interface Invite {
  id: string
  treeId: string
  unitId: string
  /** Null for a group. */
  personId: string | null
  kind: InviteKind
  expiresAt: Date
  state: 'open' | 'used' | 'revoked' | 'expired'
}

export type InviteTools = StoreTools & { vault: Vault }

const DAY_MS = 24 * 60 * 60 * 1000
export const INVITE_DAYS = 14

/**
 * Makes a code, which only the caller ever sees: the row holds its keyed hash. A new code for a person
 * revokes the former ones of its kind. Expires after 14 days of product time.
 */
export async function issueInvite(
  tools: InviteTools & { randomBytes(size: number): Buffer },
  invite: { treeId: string; unitId: string; personId: string | null; kind: InviteKind; createdBy: string },
): Promise<{ id: string; code: string; expiresAt: Date }> {
  const { tx, now } = tools
  if (invite.personId !== null) await revokeInvites(tools, invite.personId, [invite.kind])
  const code = makeInviteCode((size) => tools.randomBytes(size))
  const expiresAt = new Date(now.getTime() + INVITE_DAYS * DAY_MS)
  const id = tools.newId()
  await tx.insert(invites).values({
    id,
    ...invite,
    codeHash: hashOf(tools.vault, code),
    createdAt: now,
    expiresAt,
  })
  return { id, code, expiresAt }
}

/** Codes of a person that nobody used yet are worth nothing any more. */
export async function revokeInvites(
  { tx, now }: StoreTools,
  personId: string,
  kinds: readonly InviteKind[] = ['member', 'link'],
): Promise<void> {
  await tx
    .update(invites)
    .set({ revokedAt: now })
    .where(
      and(
        eq(invites.personId, personId),
        inArray(invites.kind, [...kinds]),
        isNull(invites.usedAt),
        isNull(invites.revokedAt),
      ),
    )
}

/** One code is worth nothing any more. */
export async function revokeInvite({ tx, now }: StoreTools, inviteId: string): Promise<void> {
  await tx.update(invites).set({ revokedAt: now }).where(eq(invites.id, inviteId))
}

/** The invitation of a code as typed; null when there is none. */
export async function findInviteByCode(tools: InviteTools, typed: string): Promise<Invite | null> {
  const code = normaliseInviteCode(typed)
  if (code === null) return null
  const [row] = await tools.tx
    .select()
    .from(invites)
    .where(eq(invites.codeHash, hashOf(tools.vault, code)))
  return row ? inviteOf(row, tools.now) : null
}

export async function findInvite(tools: StoreTools, inviteId: string): Promise<Invite | null> {
  const [row] = await tools.tx.select().from(invites).where(eq(invites.id, inviteId))
  return row ? inviteOf(row, tools.now) : null
}

/** Uses a code up. False: somebody did before, or it was revoked or expired meanwhile. */
export async function spendInvite(
  { tx, now }: StoreTools,
  inviteId: string,
  accountId: string | null,
): Promise<boolean> {
  const rows = await tx
    .update(invites)
    .set({ usedAt: now, usedByAccountId: accountId })
    .where(
      and(
        eq(invites.id, inviteId),
        isNull(invites.usedAt),
        isNull(invites.revokedAt),
        gt(invites.expiresAt, now),
      ),
    )
    .returning({ id: invites.id })
  return rows.length > 0
}

/** May this chat try a code now? Counted in the database: a restart does not reset it. */
export async function checkCodeTry({ tx, now }: StoreTools, chatId: string): Promise<CodeTry> {
  const rows = await tx
    .select({ chatId: codeAttempts.chatId, at: codeAttempts.at })
    .from(codeAttempts)
    .where(gt(codeAttempts.at, new Date(now.getTime() - CODE_WINDOW_MS)))
  const inChat = rows.filter((row) => row.chatId === chatId)
  return decideCodeTry(
    inChat.map((row) => row.at),
    rows.map((row) => row.at),
  )
}

/** A wrong code was typed in this chat. */
export async function recordWrongCode(tools: StoreTools, chatId: string): Promise<void> {
  await tools.tx.insert(codeAttempts).values({ id: tools.newId(), chatId, at: tools.now })
}

function inviteOf(row: typeof invites.$inferSelect, now: Date): Invite {
  const { id, treeId, unitId, personId, expiresAt } = row
  const state = row.usedAt ? 'used' : row.revokedAt ? 'revoked' : expiresAt <= now ? 'expired' : 'open'
  return { id, treeId, unitId, personId, kind: row.kind as InviteKind, expiresAt, state }
}

function hashOf(vault: Vault, code: string): string {
  return vault.blindIndex('invites.code_hash', code)
}
