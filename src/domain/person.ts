import type { Day } from '../time.ts'

/** What a person may do in a unit; `operator` exists on the command line only. */
export type Role = 'member' | 'secretary' | 'deputy' | 'contact' | 'leader' | 'office'

/** A person as of one day: memberships, posts and supervisions that hold on it. */
export interface PersonView {
  id: string
  treeId: string
  code: string
  fullName: string
  /** Last word of the full name: the way people are called. */
  givenName: string
  language: 'vi' | 'en'
  memberships: { unitId: string; category: string; exempt: boolean; workplace: string | null }[]
  posts: {
    unitId: string
    role: Role
    position: string | null
    positionRank: number | null
    keyLeader: boolean
    /** Stands in for the holder until this day, the last one included; absent for an ordinary post. */
    actingUntil?: Day
  }[]
  /** Units that the person supervises besides the tree. */
  supervises: string[]
}

/**
 * With whom the bot talks in a unit: `secretary`: those who answer for it, who pass its texts on and hand in
 * entries or totals; `members`: everybody who joined.
 */
export type Reach = 'secretary' | 'members'

/** A unit as of one day. */
export interface UnitView {
  id: string
  treeId: string
  code: string
  name: string
  kind: string
  parentId: string | null
  zone: string
  /** With whom the bot talks there, where the unit says it itself; see `reachesOf`. */
  reach?: Reach | null
}

/** The given name of a Vietnamese full name: its last word. */
export function givenNameOf(fullName: string): string {
  return fullName.trim().split(/\s+/).at(-1) ?? fullName
}

/** Units in which the person holds one of these roles. */
export function unitsWithRole(person: PersonView, ...roles: Role[]): string[] {
  return person.posts.filter((post) => roles.includes(post.role)).map((post) => post.unitId)
}
