import type { NamedPerson } from '../domain/vietnamese-names.ts'
import type { Day } from '../time.ts'
import { listAccountsOf } from './accounts.ts'
import type { Tx } from './database.ts'
import { listMembersOf } from './people.ts'
import { listConsents } from './recipients.ts'

/** Members of a unit on a day who can be asked whether they may be named as an example, and were not yet. */
export async function listUnaskedExemplars(
  tx: Tx,
  treeId: string,
  unitId: string,
  day: Day,
): Promise<NamedPerson[]> {
  const { people, decisions } = await load(tx, treeId, unitId, day)
  return people.filter(({ personId }) => !decisions.has(personId))
}

/** Members of a unit who joined and have not said yes (or said no): the level above reads no name of theirs. */
export async function listUnnameable(
  tx: Tx,
  treeId: string,
  unitId: string,
  day: Day,
): Promise<NamedPerson[]> {
  const { people, decisions } = await load(tx, treeId, unitId, day)
  return people.filter(({ personId }) => decisions.get(personId) !== 'granted')
}

/** For those who never joined, the word of whoever filed is all there is. */
async function load(tx: Tx, treeId: string, unitId: string, day: Day) {
  const members = await listMembersOf(tx, [unitId], day)
  const ids = members.map(({ id }) => id)
  const joined = new Set((await listAccountsOf(tx, ids)).map(({ personId }) => personId))
  const decisions = await listConsents(tx, treeId, 'exemplar', ids)
  const people = members
    .filter(({ id }) => joined.has(id) || decisions.has(id))
    .map(({ id, fullName }) => ({ personId: id, name: fullName }))
  return { people, decisions }
}
