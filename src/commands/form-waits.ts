import { awaitPieces, stopAwaiting } from '../store/awaited-pieces.ts'
import type { Draft } from '../store/drafts.ts'
import type { Turn } from './command.ts'
import { stateOf } from './open-session.ts'

/** How long more of a long text is waited for after each piece. */
const WAIT_MS = 45_000

/** Keeps a row for the end of the wait while a long text goes on; takes it away when the text is whole. */
export async function keepWait(turn: Turn, before: Draft, after: Draft): Promise<void> {
  const { account, chat, machineNow } = turn
  const isWaiting = stateOf(after).collecting !== null
  if (isWaiting && account) {
    const dueAt = new Date(machineNow.getTime() + WAIT_MS)
    await awaitPieces(turn, { draftId: after.id, accountId: account.id, chatId: chat.id, dueAt })
  } else if (stateOf(before).collecting !== null) await stopAwaiting(turn.tx, after.id)
}
