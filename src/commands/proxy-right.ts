import { unitsAllowing } from '../domain/access.ts'
import { listAccountsOf } from '../store/accounts.ts'
import { authorise } from '../store/authorise.ts'
import { findConsent } from '../store/consents.ts'
import type { Turn } from './command.ts'

/** Of these people, who uses the bot: for them nobody enters anything. */
export async function listReached(turn: Turn, personIds: readonly string[]): Promise<Set<string>> {
  const accounts = await listAccountsOf(turn.tx, [...personIds])
  return new Set(accounts.filter(({ state }) => state === 'linked').map(({ personId }) => personId))
}

/**
 * Whether this person may write down how a deed of somebody without a telephone goes: they enter for members of that
 * unit, and the member agreed to it and has not taken that back. Leaves a trace.
 */
export async function mayNoteFor(
  turn: Turn,
  deed: { id: string; personId: string | null; unitId: string },
): Promise<boolean> {
  const { person } = turn
  const { personId, unitId } = deed
  if (!person || personId === null || personId === person.id) return false
  if (!unitsAllowing(person, 'file-for-person').includes(unitId)) return false
  if ((await listReached(turn, [personId])).size > 0) return false
  if ((await findConsent(turn.tx, personId, 'proxy')) !== 'granted') return false
  return authorise(turn, person, 'file-for-person', { unitId, personId, details: { deed: deed.id } })
}
