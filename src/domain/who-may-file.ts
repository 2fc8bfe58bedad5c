import { mayByRole } from './access.ts'
import type { PersonView } from './person.ts'

/**
 * What a person may do about one thing owed: file it, draft it for a signature, enter it for somebody without
 * a telephone, or nothing.
 */
export type FilingRight = 'files' | 'drafts' | 'enters' | 'none'

/** Who owes: a person, or (null) the unit. */
export interface Owed {
  personId: string | null
  unitId: string
}

/**
 * A person files what they owe themselves; for a unit the access table says who signs and who only drafts.
 * `isProxy`: this person began an entry for the one who owes it, whose consent is on record. `deputySigns`: whether the
 * programme lets a deputy confirm for the unit; else they draft.
 */
export function decideFilingRight(
  person: Pick<PersonView, 'id' | 'posts'>,
  owed: Owed,
  { isProxy = false, deputySigns = true } = {},
): FilingRight {
  if (owed.personId === person.id) return 'files'
  const roles = person.posts.filter((post) => post.unitId === owed.unitId).map((post) => post.role)
  if (owed.personId !== null) {
    return isProxy && roles.some((role) => mayByRole(role, 'unit', 'file-for-person')) ? 'enters' : 'none'
  }
  const signing = deputySigns ? roles : roles.filter((role) => role !== 'deputy')
  if (signing.some((role) => mayByRole(role, 'unit', 'file-for-unit'))) return 'files'
  return roles.some((role) => mayByRole(role, 'unit', 'draft-for-unit')) ? 'drafts' : 'none'
}
