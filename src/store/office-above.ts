import type { SayTarget } from '../outbox/say.ts'
import { type Day } from '../time.ts'
import type { Tx } from './database.ts'
import { listHolders } from './people.ts'
import { listRecipients } from './recipients.ts'
import { ancestorsOf } from './units.ts'

/** The nearest office above a unit, or in it, that can be reached; without this person. */
export async function listOfficeAbove(
  tx: Tx,
  about: { treeId: string; unitId: string; day: Day; exceptPersonId?: string },
): Promise<SayTarget[]> {
  const { treeId, unitId, day, exceptPersonId } = about
  for (const each of [unitId, ...(await ancestorsOf(tx, unitId, day))]) {
    const holders = await listHolders(tx, each, ['office'], day)
    const ids = holders.map(({ id }) => id).filter((id) => id !== exceptPersonId)
    const reached = ids.length > 0 ? await listRecipients(tx, treeId, ids) : null
    if (reached && reached.size > 0) return [...reached.values()]
  }
  return []
}
