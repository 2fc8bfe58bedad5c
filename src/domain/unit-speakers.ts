import type { Role } from './person.ts'

/** A post, as who is written to depends on it. */
export interface UnitPost {
  unitId: string
  personId: string
  role: Role
}

/** Who files what a unit owes: the office for the committee it works for; a contact only drafts. */
const FILERS: readonly Role[] = ['office', 'secretary', 'deputy', 'contact']
/** Who may see names of the unit's members. The office only where nobody stands nearer. */
const READERS: readonly Role[] = ['secretary', 'deputy', 'office']

/** Who speaks in the unit's group where the bot may not. */
export function rankPasters(posts: readonly UnitPost[]): string[][] {
  return ranked(posts, ['secretary', 'deputy'])
}

/** Who is written to about what a unit owes, by rank. */
export function rankFilers(posts: readonly UnitPost[]): string[][] {
  return ranked(posts, FILERS)
}

/** Who is told the names of those who still owe something, by rank. */
export function rankReaders(posts: readonly UnitPost[]): string[][] {
  return ranked(posts, READERS)
}

/** Who holds one role in these units, the nearest unit first. */
export function rankAbove(postsByUnit: readonly (readonly UnitPost[])[], role: Role): string[][] {
  return postsByUnit.flatMap((posts) => ranked(posts, [role]))
}

function ranked(posts: readonly UnitPost[], roles: readonly Role[]): string[][] {
  return roles
    .map((role) => [...new Set(posts.filter((post) => post.role === role).map(({ personId }) => personId))])
    .filter((rank) => rank.length > 0)
}
