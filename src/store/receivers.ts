import { and, eq, inArray } from 'drizzle-orm'
import { decideAccess } from '../domain/access.ts'
import { type AudienceWorld, isUnitInAudience, personFitsRule } from '../domain/audience.ts'
import type { AudienceRule } from '../domain/audience-rule.ts'
import {
  type Authorship,
  decideCopyReaders,
  decideReceivers,
  type ReviewBody,
  type ReviewWorld,
} from '../domain/decide-review.ts'
import type { Obligation, RouteTarget } from '../domain/obligation.ts'
import type { PersonView, Role } from '../domain/person.ts'
import type { Programme } from '../domain/programme.ts'
import { type Day, dayOf } from '../time.ts'
import { holdsOn } from './as-of.ts'
import type { Tx } from './database.ts'
import { listPersonViews } from './people.ts'
import { posts } from './schema/index.ts'
import { linesOf, listUnits } from './units.ts'

/** What is to be received, and by the rules of which programme. */
export interface RoutedThing {
  treeId: string
  programme: Programme
  ownerUnitId: string
  obligation: Obligation
  /** Null: the unit files. */
  personId: string | null
  unitId: string
}

export interface Receivers {
  /** Asked to answer; empty where the programme asks nobody. */
  receivers: string[]
  /** Get one more copy and need not answer. */
  copies: string[]
}

/** Who receives a filing, by the route of its obligation and the posts of today. */
export async function listReceivers(
  work: { tx: Tx; now: Date },
  thing: RoutedThing,
  authors: readonly string[],
): Promise<Receivers> {
  const { route } = thing.obligation
  if (!route) return { receivers: [], copies: [] }
  const { tx } = work
  const today = dayOf(work.now)
  const units = await listUnits(tx, thing.treeId, today)
  const { programme, ownerUnitId } = thing
  const audience = { programme, ownerUnitId, units: new Map(units.map((unit) => [unit.id, unit])) }
  const path = await postsAlong(tx, thing.unitId, today)
  const author: Authorship = { personId: thing.personId, authors }
  const isMeant = await ruleFor(tx, thing, audience, today)

  const target: RouteTarget = route.except.find(({ who }) => isMeant(who)) ?? route
  const world = async (to: RouteTarget): Promise<ReviewWorld> => ({
    path,
    bodyMembers: to.to === 'body' ? await bodyMembers(tx, thing, to.body, audience, today) : [],
  })
  const asked = decideReceivers(target.to, author, await world(target))
  const receivers = await whoMayReview(tx, thing, path, asked, today)
  const { copy } = route
  if (!copy || !isMeant(copy.who)) return { receivers, copies: [] }
  const copies = decideCopyReaders(copy.to, author, await world(copy), receivers)
  return { receivers, copies: await whoMayReview(tx, thing, path, copies, today) }
}

/** The unit and the units above it with their posts, nearest first. */
async function postsAlong(tx: Tx, unitId: string, day: Day): Promise<ReviewBody[]> {
  const line = [unitId, ...((await linesOf(tx, [unitId], day)).get(unitId) ?? [])]
  const rows = await tx
    .select({ unitId: posts.unitId, personId: posts.personId, role: posts.role })
    .from(posts)
    .where(and(inArray(posts.unitId, line), holdsOn(posts, day)))
    .orderBy(posts.validFrom, posts.id)
  return line.map((id) => ({
    unitId: id,
    posts: rows
      .filter((row) => row.unitId === id)
      .map(({ personId, role }) => ({ personId, role: role as Role })),
  }))
}

/** Whether a rule of the route means whoever files. */
async function ruleFor(
  tx: Tx,
  thing: RoutedThing,
  world: AudienceWorld,
  day: Day,
): Promise<(rule: AudienceRule) => boolean> {
  if (!thing.personId) {
    const unit = world.units.get(thing.unitId)
    return (rule) => unit !== undefined && isUnitInAudience({ audience: rule }, unit, world) === 'owes'
  }
  const [person] = await listPersonViews(tx, [thing.personId], day)
  return (rule) => person !== undefined && personFitsRule(rule, person, world)
}

/** Members of a receiving body: among all who hold a post in the tree. */
async function bodyMembers(
  tx: Tx,
  thing: RoutedThing,
  code: string | undefined,
  world: AudienceWorld,
  day: Day,
): Promise<string[]> {
  const body = thing.programme.receiving_bodies.find((one) => one.code === code)
  if (!body) return []
  const holders = await tx
    .selectDistinct({ personId: posts.personId })
    .from(posts)
    .where(and(eq(posts.treeId, thing.treeId), holdsOn(posts, day)))
  const people = await listPersonViews(
    tx,
    holders.map((holder) => holder.personId),
    day,
  )
  return people.filter((person) => personFitsRule(body.members, person, world)).map((person) => person.id)
}

/** The route names whom to ask; the access table has the last word. */
async function whoMayReview(
  tx: Tx,
  thing: RoutedThing,
  path: readonly ReviewBody[],
  personIds: readonly string[],
  day: Day,
): Promise<string[]> {
  const [, ...ancestors] = path.map((body) => body.unitId)
  const people = await listPersonViews(tx, personIds, day)
  const mayReview = (person: PersonView) =>
    decideAccess(person, 'review', {
      treeId: thing.treeId,
      ...(thing.personId && { personId: thing.personId }),
      units: [{ unitId: thing.unitId, ancestors }],
    }).allowed
  const allowed = new Set(people.filter(mayReview).map((person) => person.id))
  return personIds.filter((personId) => allowed.has(personId))
}
