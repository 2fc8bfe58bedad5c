import { kindFits, type AudienceRule, type PostRule } from './audience-rule.ts'
import type { Obligation } from './obligation.ts'
import type { PersonView, UnitView } from './person.ts'
import type { Programme } from './programme.ts'
import type { Position } from './programme-parts.ts'
import { foldVietnamese } from './vietnamese-fold.ts'

/** What a rule is asked against: the programme, its owner and the units of the tree as of one day. */
export interface AudienceWorld {
  programme: Pick<Programme, 'key_leaders' | 'positions'>
  /** Unit that issued the programme. */
  ownerUnitId: string
  units: ReadonlyMap<string, UnitView>
}

/** `owes`; `may-volunteer` (not asked, may take it on); `no`. */
export type AudienceAnswer = 'owes' | 'may-volunteer' | 'no'

/** A person as rules see them. `PersonView` is one. */
export type RosterPerson = Pick<PersonView, 'memberships' | 'posts'>
type Membership = RosterPerson['memberships'][number]
type Post = RosterPerson['posts'][number]

/**
 * Whether a person owes an obligation. Somebody exempt from sessions owes nothing; a membership that is not
 * exempt decides. However many posts a person holds, it is owed once.
 */
export function isPersonInAudience(
  obligation: Pick<Obligation, 'audience' | 'may_volunteer'>,
  person: RosterPerson,
  world: AudienceWorld,
): AudienceAnswer {
  if (findFittingMembership(obligation.audience, person, world)) return 'owes'
  const { may_volunteer: offer } = obligation
  if (offer && person.memberships.some((membership) => personFits(offer, person, membership, world)))
    return 'may-volunteer'
  return 'no'
}

/** Whether a unit owes an obligation. */
export function isUnitInAudience(
  obligation: Pick<Obligation, 'audience' | 'may_volunteer'>,
  unit: UnitView,
  world: AudienceWorld,
): AudienceAnswer {
  if (unitFits(obligation.audience, unit, world)) return 'owes'
  return obligation.may_volunteer && unitFits(obligation.may_volunteer, unit, world) ? 'may-volunteer' : 'no'
}

/**
 * The unit in which a person files: among the memberships by which they owe it (or, for volunteers, may take
 * it on) a cell before any other unit, then by code. Null when there is none.
 */
export function filingUnitOf(
  obligation: Pick<Obligation, 'audience' | 'may_volunteer'>,
  person: RosterPerson,
  world: AudienceWorld,
): UnitView | null {
  const owing = fittingMemberships(obligation.audience, person, world)
  const offer = obligation.may_volunteer
  const offered = offer ? person.memberships.filter((each) => personFits(offer, person, each, world)) : []
  const units = (owing.length > 0 ? owing : offered).map((each) => world.units.get(each.unitId)!)
  return units.sort((a, b) => placeOf(a) - placeOf(b) || (a.code < b.code ? -1 : 1))[0] ?? null
}

function placeOf(unit: UnitView): number {
  return kindFits(unit.kind, ['cell-*']) ? 0 : 1
}

/** Whether the programme's rule makes this person a key leader. */
export function isKeyLeader(person: RosterPerson, world: AudienceWorld): boolean {
  return person.memberships.some((each) => personFits(world.programme.key_leaders, person, each, world))
}

/** The form by which a person files: the first of `form_for` that fits, else the obligation's own. */
export function formCodeFor(
  obligation: Pick<Obligation, 'form' | 'form_for'>,
  person: RosterPerson,
  world: AudienceWorld,
): string | undefined {
  return obligation.form_for.find(({ who }) => personFitsRule(who, person, world))?.form ?? obligation.form
}

/** Whether a person fits a rule by any membership, exempt ones included: receiving bodies, copies. */
export function personFitsRule(rule: AudienceRule, person: RosterPerson, world: AudienceWorld): boolean {
  return person.memberships.some((each) => personFits(rule, person, each, world))
}

/** The post that decides what a person with several writes; null for somebody without any. */
export function highestPostOf(person: RosterPerson, world: AudienceWorld): Post | null {
  const ranked = person.posts.map((post) => ({ post, rank: rankOf(post, world) }))
  ranked.sort((a, b) => {
    for (const [at, value] of a.rank.entries()) if (value !== b.rank[at]) return value - b.rank[at]!
    return a.post.unitId < b.post.unitId ? -1 : 1
  })
  return ranked[0]?.post ?? null
}

const ROLE_ORDER = ['secretary', 'deputy', 'leader', 'office', 'contact', 'member'] as const

// The programme's own ranking first, then the roster's number, then the role.
function rankOf(post: Post, world: AudienceWorld): number[] {
  const named = world.programme.positions.findIndex((position) => holdsPosition(post, position, world))
  return [
    named < 0 ? Number.MAX_SAFE_INTEGER : named,
    post.positionRank ?? Number.MAX_SAFE_INTEGER,
    ROLE_ORDER.indexOf(post.role),
  ]
}

function holdsPosition(post: Post, position: Position, world: AudienceWorld): boolean {
  const kind = world.units.get(post.unitId)?.kind ?? ''
  if (position.unit_kinds && !kindFits(kind, position.unit_kinds)) return false
  if (position.role) return post.role === position.role
  const held = (post.position ?? '').split(';').map((name) => foldVietnamese(name))
  const names = typeof position.name === 'string' ? [position.name] : [position.name.vi, position.name.en]
  return [...names, ...position.aliases].some((name) => held.includes(foldVietnamese(name)))
}

function findFittingMembership(rule: AudienceRule, person: RosterPerson, world: AudienceWorld) {
  return fittingMemberships(rule, person, world)[0] ?? null
}

function fittingMemberships(rule: AudienceRule, person: RosterPerson, world: AudienceWorld): Membership[] {
  return person.memberships.filter((each) => !each.exempt && personFits(rule, person, each, world))
}

function personFits(
  rule: AudienceRule,
  person: RosterPerson,
  membership: Membership,
  world: AudienceWorld,
): boolean {
  const unit = world.units.get(membership.unitId)
  if (!unit) return false
  const { categories, post } = rule
  return (
    unitSaysYes(rule, unit, world) &&
    (!categories || categories.includes(membership.category)) &&
    (!post || person.posts.some((held) => postFits(post, held, world))) &&
    (rule.key_leader === undefined || isKeyLeader(person, world) === rule.key_leader) &&
    (rule.marked_key_leader === undefined ||
      person.posts.some((held) => held.keyLeader) === rule.marked_key_leader) &&
    (!rule.any || rule.any.some((inner) => personFits(inner, person, membership, world))) &&
    (!rule.all || rule.all.every((inner) => personFits(inner, person, membership, world))) &&
    (!rule.not || !personFits(rule.not, person, membership, world))
  )
}

function unitFits(rule: AudienceRule, unit: UnitView, world: AudienceWorld): boolean {
  return (
    unitSaysYes(rule, unit, world) &&
    (!rule.any || rule.any.some((inner) => unitFits(inner, unit, world))) &&
    (!rule.all || rule.all.every((inner) => unitFits(inner, unit, world))) &&
    (!rule.not || !unitFits(rule.not, unit, world))
  )
}

function unitSaysYes(rule: AudienceRule, unit: UnitView, world: AudienceWorld): boolean {
  return (
    (!rule.unit_kinds || kindFits(unit.kind, rule.unit_kinds)) &&
    (!rule.units || rule.units.includes(unit.code)) &&
    (!rule.owner || unit.id === world.ownerUnitId) &&
    (!rule.under_owner || unit.parentId === world.ownerUnitId)
  )
}

function postFits(rule: PostRule, post: Post, world: AudienceWorld): boolean {
  const unit = world.units.get(post.unitId)
  if (!unit) return false
  const { roles, positions, unit_kinds: kinds, not_unit_kinds: notKinds } = rule
  return (
    (!roles || roles.includes(post.role)) &&
    (!kinds || kindFits(unit.kind, kinds)) &&
    (!notKinds || !kindFits(unit.kind, notKinds)) &&
    (!rule.in_owner || unit.id === world.ownerUnitId) &&
    (!positions ||
      world.programme.positions.some(
        (position) => positions.includes(position.code) && holdsPosition(post, position, world),
      ))
  )
}
