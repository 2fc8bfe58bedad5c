import type { PersonView, Role } from './person.ts'

/** Who speaks for a unit, the first of these that somebody holds. */
const ORDER: readonly Role[] = ['secretary', 'deputy', 'contact', 'office', 'leader']

/**
 * Who is written to about what a unit owes: its secretary, else its deputies, else its contact; a committee
 * without a secretary of its own is spoken for by its office or leader. Empty: nobody yet.
 */
export function unitSpeakers(unitId: string, people: readonly PersonView[]): string[] {
  for (const role of ORDER) {
    const holders = people.filter((person) =>
      person.posts.some((post) => post.unitId === unitId && post.role === role),
    )
    if (holders.length > 0) return holders.map((person) => person.id)
  }
  return []
}
