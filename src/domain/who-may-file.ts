import { mayByRole } from './access.ts'
import type { PersonView } from './person.ts'

/** What a person may do about one thing owed: file it, draft it for a signature, or nothing. */
export type FilingRight = 'files' | 'drafts' | 'none'

/** Who owes: a person, or (null) the unit. */
export interface Owed {
  personId: string | null
  unitId: string
}

/** A person files what they owe themselves; for a unit the access table says who signs and who only drafts. */
export function decideFilingRight(person: Pick<PersonView, 'id' | 'posts'>, owed: Owed): FilingRight {
  if (owed.personId) return owed.personId === person.id ? 'files' : 'none'
  const roles = person.posts.filter((post) => post.unitId === owed.unitId).map((post) => post.role)
  if (roles.some((role) => mayByRole(role, 'unit', 'file-for-unit'))) return 'files'
  return roles.some((role) => mayByRole(role, 'unit', 'draft-for-unit')) ? 'drafts' : 'none'
}
