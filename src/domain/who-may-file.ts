import type { PersonView, Role } from './person.ts'

/** What a person may do about one thing owed: file it, draft it for a signature, or nothing. */
export type FilingRight = { kind: 'files' } | { kind: 'drafts' } | { kind: 'may-not' }

/** Who owes: a person, or (null) the unit. */
export interface Owed {
  personId: string | null
  unitId: string
}

/** Posts that sign for their unit. The office signs its own dated duties. */
const SIGNING: readonly Role[] = ['secretary', 'deputy', 'office']

/** A person files what they owe themselves; for a unit its secretary, deputies and office file, contacts draft. */
export function decideFilingRight(person: Pick<PersonView, 'id' | 'posts'>, owed: Owed): FilingRight {
  if (owed.personId) return { kind: owed.personId === person.id ? 'files' : 'may-not' }
  const roles = person.posts.filter((post) => post.unitId === owed.unitId).map((post) => post.role)
  if (roles.some((role) => SIGNING.includes(role))) return { kind: 'files' }
  if (roles.includes('contact')) return { kind: 'drafts' }
  return { kind: 'may-not' }
}

/** Units for which a person files or drafts. */
export function unitsFiledFor(person: Pick<PersonView, 'posts'>): string[] {
  const posts = person.posts.filter((post) => SIGNING.includes(post.role) || post.role === 'contact')
  return [...new Set(posts.map((post) => post.unitId))]
}
