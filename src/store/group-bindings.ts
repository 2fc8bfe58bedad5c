import { and, eq, inArray } from 'drizzle-orm'
import type { StoreTools } from './audit.ts'
import type { Tx } from './database.ts'
import { chats, groupBindings } from './schema/index.ts'

export interface GroupBinding {
  id: string
  treeId: string
  chatId: string
  threadId: string | null
  unitId: string
  state: 'pending' | 'bound' | 'refused' | 'unbound'
  requestedAt: Date
}

/**
 * Binds a group to a unit, or asks for it (`pending`). What was bound or asked before for the same group and
 * unit is taken up again; returns its row.
 */
export async function saveGroupBinding(
  tools: StoreTools,
  binding: {
    treeId: string
    chatId: string
    threadId: string | null
    unitId: string
    state: 'pending' | 'bound'
    decidedBy: string | null
  },
): Promise<GroupBinding> {
  const { tx, now } = tools
  const decidedAt = binding.state === 'bound' ? now : null
  const live = await tx
    .select()
    .from(groupBindings)
    .where(
      and(
        eq(groupBindings.chatId, binding.chatId),
        eq(groupBindings.unitId, binding.unitId),
        inArray(groupBindings.state, ['pending', 'bound']),
      ),
    )
    .for('update')
  const [old] = live
  if (old?.state === 'bound' && binding.state === 'pending') return bindingOf(old)
  const [row] = old
    ? await tx
        .update(groupBindings)
        .set({ state: binding.state, threadId: binding.threadId, decidedBy: binding.decidedBy, decidedAt })
        .where(eq(groupBindings.id, old.id))
        .returning()
    : await tx
        .insert(groupBindings)
        .values({ id: tools.newId(), ...binding, requestedAt: now, decidedAt })
        .returning()
  return bindingOf(row!)
}

/** A binding with the bot that is in its group, locked; null when there is none. */
export async function findGroupBinding(
  tx: Tx,
  id: string,
): Promise<(GroupBinding & { botId: string }) | null> {
  const [found] = await tx
    .select({ row: groupBindings, botId: chats.botId })
    .from(groupBindings)
    .innerJoin(chats, eq(chats.id, groupBindings.chatId))
    .where(eq(groupBindings.id, id))
    .for('update', { of: groupBindings })
  return found ? { ...bindingOf(found.row), botId: found.botId } : null
}

/** Groups of these units in a state, the oldest request first. */
export async function listGroupBindings(
  tx: Tx,
  unitIds: readonly string[],
  state: GroupBinding['state'],
): Promise<GroupBinding[]> {
  if (unitIds.length === 0) return []
  const rows = await tx
    .select()
    .from(groupBindings)
    .where(and(inArray(groupBindings.unitId, [...unitIds]), eq(groupBindings.state, state)))
    .orderBy(groupBindings.requestedAt, groupBindings.id)
  return rows.map(bindingOf)
}

/** Decides about a binding: bound, refused or unbound. */
export async function decideGroupBinding(
  { tx, now }: StoreTools,
  id: string,
  state: 'bound' | 'refused' | 'unbound',
  decidedBy: string,
): Promise<void> {
  await tx.update(groupBindings).set({ state, decidedBy, decidedAt: now }).where(eq(groupBindings.id, id))
}

function bindingOf(row: typeof groupBindings.$inferSelect): GroupBinding {
  const { id, treeId, chatId, threadId, unitId, requestedAt } = row
  return { id, treeId, chatId, threadId, unitId, state: row.state as GroupBinding['state'], requestedAt }
}
