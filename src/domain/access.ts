import type { PersonView, Role } from './person.ts'

/**
 * Everything that one may want to do about a person or a unit. "Seeing" means names or words of others;
 * figures are counts alone.
 */
export const ACTIONS = [
  /** What I owe, filed and consented to. */
  'see-own',
  /** Who belongs to a unit and who joined. */
  'see-roster',
  /** Names of those who still owe something. */
  'see-owing-names',
  /** Counts and shares; late units by name. */
  'see-figures',
  /** Take the figures of units away as a table. */
  'take-table',
  /** The telephone of a unit's secretary, to call about its figures. */
  'see-work-phone',
  /** A person's pledge with its words. */
  'see-submission',
  /** A pledge in a programme that makes pledges public within the unit. */
  'see-public-pledge',
  /** What a unit filed, less the absentees' names. */
  'see-report',
  'see-report-absentees',
  /** Receive or comment what was filed. The programme's route says who is asked; this says who may. */
  'review',
  'file-for-self',
  /** Enter for a person who has no phone or gave it on paper. */
  'file-for-person',
  /** Enter what was done on paper before, from a file. */
  'enter-paper',
  /** Say how many of a unit have done something, where the bot talks to its secretary alone. */
  'state-totals',
  /** Sign and file what the unit owes. */
  'file-for-unit',
  'draft-for-unit',
  /** Say that the list of a unit should change; the office decides. */
  'propose-roster-change',
  /** Confirm or refuse it, or change the list at once. */
  'change-roster',
  /** Make a code for a person or a group. */
  'invite',
  /** Make a code for one's own second channel. */
  'link-channel',
  'bind-group',
  'confirm-group',
  /** Part a chat account from a person. */
  'unbind-account',
  'withdraw-consent',
  /** See what is kept about oneself, and ask for a change, a copy or deletion. */
  'ask-about-data',
  /** Handle such a request of somebody else: see it, answer, refuse, extend. */
  'handle-data-case',
  'import',
  'export',
  'extend',
  'withdraw-assignment',
  /** Fix a date that the plan left open. */
  'set-date',
  /** Open a round before its day, close it, open it again. */
  'change-round',
  /** Hold a topic back, or let it go out. */
  'hold-topic',
  /** Correct a topic that was sent. */
  'correct-topic',
  'publish',
  'go-live',
  'assign-bot',
  /** Say with whom the bot talks in a unit. */
  'set-reach',
  /** Whose messages failed or wait. */
  'see-deliveries',
] as const

export type Action = (typeof ACTIONS)[number]

/** How someone stands to what they want to touch. One's own comes before every other relation. */
export const RELATIONS = ['self', 'unit', 'branch', 'supervised', 'other-branch', 'other-tree'] as const
export type Relation = (typeof RELATIONS)[number]

/** `operator` works on the command line, over every tree. */
export type ActorRole = Role | 'operator'
export const ACTOR_ROLES: readonly ActorRole[] = [
  'member',
  'secretary',
  'deputy',
  'contact',
  'leader',
  'office',
  'operator',
]

type Rights = Partial<Record<ActorRole, readonly Relation[]>>

const UNIT: readonly Relation[] = ['unit']
const OWN_UNIT: readonly Relation[] = ['self', 'unit']
const BRANCH: readonly Relation[] = ['unit', 'branch']
const LED: readonly Relation[] = ['unit', 'branch', 'supervised']
const EVERY: readonly Relation[] = RELATIONS

/** For everybody about themselves: a post neither adds to it nor takes away from it. */
const SELF: Rights = Object.fromEntries(
  ACTOR_ROLES.filter((role) => role !== 'operator').map((role) => [role, ['self']]),
)
const ADMINISTERED: Rights = { office: BRANCH, operator: EVERY }
const OPERATED: Rights = { operator: EVERY }

/** What each role may do at which relation; all that is not here is refused. */
const RIGHTS: Record<Action, Rights> = {
  'see-own': SELF,
  'see-roster': { secretary: UNIT, deputy: UNIT, office: BRANCH, operator: EVERY },
  'see-owing-names': { secretary: UNIT, deputy: UNIT, office: BRANCH, operator: EVERY },
  'see-figures': {
    member: UNIT,
    secretary: BRANCH,
    deputy: BRANCH,
    contact: UNIT,
    leader: LED,
    office: BRANCH,
    operator: EVERY,
  },
  'take-table': { secretary: BRANCH, deputy: BRANCH, leader: LED, office: BRANCH, operator: EVERY },
  'see-work-phone': { secretary: BRANCH, deputy: BRANCH, leader: LED, office: BRANCH },
  'see-submission': withSelf({ secretary: BRANCH, deputy: BRANCH, leader: LED, office: BRANCH }),
  'see-public-pledge': withSelf({
    member: UNIT,
    secretary: BRANCH,
    deputy: BRANCH,
    contact: UNIT,
    leader: LED,
    office: BRANCH,
  }),
  'see-report': { secretary: BRANCH, deputy: BRANCH, contact: UNIT, leader: LED, office: BRANCH },
  'see-report-absentees': { secretary: UNIT, deputy: UNIT, contact: UNIT },
  review: { secretary: BRANCH, deputy: BRANCH, leader: LED, office: BRANCH },
  'file-for-self': SELF,
  'file-for-person': { secretary: UNIT, deputy: UNIT, office: BRANCH },
  'enter-paper': { office: BRANCH },
  'state-totals': { secretary: UNIT, deputy: UNIT, office: BRANCH },
  'file-for-unit': { secretary: UNIT, deputy: UNIT, office: UNIT },
  'draft-for-unit': { secretary: UNIT, deputy: UNIT, contact: UNIT, office: UNIT },
  // A secretary who goes away says so of themselves.
  'propose-roster-change': { secretary: OWN_UNIT, deputy: OWN_UNIT, office: ['self', ...BRANCH] },
  'change-roster': { office: ['self', ...BRANCH], operator: EVERY },
  invite: { secretary: UNIT, deputy: UNIT, office: BRANCH, operator: EVERY },
  'link-channel': SELF,
  'bind-group': { secretary: UNIT, office: BRANCH },
  'confirm-group': { secretary: UNIT, office: BRANCH },
  'unbind-account': withSelf({ secretary: UNIT, deputy: UNIT, office: BRANCH, operator: EVERY }),
  'withdraw-consent': SELF,
  'ask-about-data': SELF,
  'handle-data-case': ADMINISTERED,
  import: OPERATED,
  export: ADMINISTERED,
  extend: ADMINISTERED,
  'withdraw-assignment': ADMINISTERED,
  'set-date': ADMINISTERED,
  'change-round': ADMINISTERED,
  'hold-topic': { office: BRANCH },
  'correct-topic': { office: BRANCH },
  publish: OPERATED,
  'go-live': OPERATED,
  'assign-bot': OPERATED,
  'set-reach': ADMINISTERED,
  'see-deliveries': ADMINISTERED,
}

/** A unit with the units above it, nearest first, as of the day of the question. */
export interface UnitLine {
  unitId: string
  ancestors: readonly string[]
}

/** What an action is about: a unit, a person of units, or both. */
export interface AccessTarget {
  treeId: string
  personId?: string
  units: readonly UnitLine[]
}

export type Decision = { allowed: true; role: ActorRole; relation: Relation } | { allowed: false }

/** May this person do this about that? Names the role and the relation that allow it, for the audit. */
export function decideAccess(actor: PersonView | 'operator', action: Action, target: AccessTarget): Decision {
  if (actor === 'operator') {
    return RIGHTS[action].operator
      ? { allowed: true, role: 'operator', relation: 'branch' }
      : { allowed: false }
  }
  for (const { role, relation } of standingsOf(actor, target)) {
    if (mayByRole(role, relation, action)) return { allowed: true, role, relation }
  }
  return { allowed: false }
}

/** One cell of the table. */
export function mayByRole(role: ActorRole, relation: Relation, action: Action): boolean {
  return RIGHTS[action][role]?.includes(relation) ?? false
}

/** Units in which the person's own posts, memberships or supervisions allow the action. */
export function unitsAllowing(person: PersonView, action: Action): string[] {
  const held = [
    ...person.posts.map((post) => ({ unitId: post.unitId, role: post.role, relation: 'unit' as const })),
    ...person.memberships.map(({ unitId }) => ({
      unitId,
      role: 'member' as const,
      relation: 'unit' as const,
    })),
    ...person.supervises.map((unitId) => ({
      unitId,
      role: 'leader' as const,
      relation: 'supervised' as const,
    })),
  ]
  const units = held.filter(({ role, relation }) => mayByRole(role, relation, action))
  return [...new Set(units.map(({ unitId }) => unitId))]
}

/** In which roles the actor stands to the target, and how. */
function standingsOf(actor: PersonView, target: AccessTarget): { role: Role; relation: Relation }[] {
  if (target.treeId !== actor.treeId) return [{ role: 'member', relation: 'other-tree' }]
  if (target.personId === actor.id) {
    return [
      { role: 'member', relation: 'self' },
      ...actor.posts.map(({ role }) => ({ role, relation: 'self' as const })),
    ]
  }
  return target.units.flatMap((line) => [
    ...actor.posts.map((post) => ({ role: post.role, relation: relationTo(post.unitId, line) })),
    ...actor.memberships.map(({ unitId }) => ({
      role: 'member' as const,
      relation: relationTo(unitId, line),
    })),
    ...actor.supervises
      .filter((unitId) => relationTo(unitId, line) !== 'other-branch')
      .map(() => ({ role: 'leader' as const, relation: 'supervised' as const })),
  ])
}

function relationTo(unitId: string, line: UnitLine): Relation {
  if (unitId === line.unitId) return 'unit'
  return line.ancestors.includes(unitId) ? 'branch' : 'other-branch'
}

function withSelf(rights: Rights): Rights {
  return Object.fromEntries(
    ACTOR_ROLES.filter((role) => role !== 'operator' || rights.operator).map((role) => [
      role,
      role === 'operator' ? EVERY : ['self', ...(rights[role] ?? [])],
    ]),
  )
}
