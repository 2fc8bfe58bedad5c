import type { Day } from '../time.ts'
import type { PersonShape } from './plan-member-import.ts'

/** What somebody wants changed in the list of one unit, about one person (`new`: about nobody yet). */
export type RosterChangeContent =
  | {
      kind: 'new'
      fullName: string
      /** As the organisation numbers its members; null: the bot makes one. */
      code: string | null
      category: 'party-member' | 'probationary'
      phone: string | null
    }
  | { kind: 'left' | 'back' | 'exempt' | 'not-exempt' | 'official' | 'acting-ended' }
  | { kind: 'transferred'; toUnitId: string }
  /** The last day of the absence, that one included. */
  | { kind: 'away'; until: Day }
  | { kind: 'phone'; phone: string }
  /** Stands in for the holder until a day, that one included. */
  | { kind: 'acting'; role: 'secretary' | 'deputy'; until: Day }

export type RosterChangeKind = RosterChangeContent['kind']

/** In an order that never changes: a button names a kind by its place, because its data is short. */
export const ROSTER_CHANGE_KINDS: readonly RosterChangeKind[] = [
  'new',
  'left',
  'transferred',
  'away',
  'back',
  'exempt',
  'not-exempt',
  'official',
  'phone',
  'acting',
  'acting-ended',
]

/** How a person stands in the unit of the list: which changes make sense. */
export interface Standing {
  membership: { category: string; exempt: boolean } | undefined
  awayUntil: Day | null
  actingUntil: Day | null
}

/** The changes to offer about somebody, the usual ones first. */
export function listPossibleChanges({ membership, awayUntil, actingUntil }: Standing): RosterChangeKind[] {
  if (!membership) return []
  return [
    awayUntil ? 'back' : 'away',
    'transferred',
    'left',
    membership.exempt ? 'not-exempt' : 'exempt',
    ...(membership.category === 'probationary' ? (['official'] as const) : []),
    'phone',
    actingUntil ? 'acting-ended' : 'acting',
  ]
}

/**
 * The person as the change leaves them; null when it fits no longer, because they are not in that unit any
 * more or are in the other one already. Posts that somebody stands in for are not of the shape.
 */
export function changeShape(
  before: PersonShape | null,
  unitId: string,
  content: RosterChangeContent,
): PersonShape | null {
  if (content.kind === 'new') {
    if (before) return null
    const { fullName, phone, category } = content
    const membership = { unitId, category, exempt: false, workplace: null }
    return { fullName, phone, memberships: [membership], posts: [], supervises: [] }
  }
  const own = before?.memberships.find((membership) => membership.unitId === unitId)
  if (!before || !own) return null
  const withOwn = (change: Partial<typeof own>): PersonShape => ({
    ...before,
    memberships: before.memberships.map((each) => (each === own ? { ...own, ...change } : each)),
  })
  const { awayUntil: _away, ...here } = before
  const elsewhere = before.memberships.filter((membership) => membership !== own)
  const posts = before.posts.filter((post) => post.unitId !== unitId)
  switch (content.kind) {
    case 'left':
      return { ...before, memberships: elsewhere, posts }
    case 'transferred':
      return elsewhere.some((membership) => membership.unitId === content.toUnitId)
        ? null
        : { ...before, memberships: [...elsewhere, { ...own, unitId: content.toUnitId }], posts }
    case 'exempt':
    case 'not-exempt':
      return withOwn({ exempt: content.kind === 'exempt' })
    case 'official':
      return withOwn({ category: 'party-member' })
    case 'phone':
      return { ...before, phone: content.phone }
    case 'away':
      return { ...before, awayUntil: content.until }
    case 'back':
      return here
    default:
      return before
  }
}
