import type { PersonView, UnitView } from './person.ts'
import { branchOf } from './unit-tree.ts'

/** A change of the tree as the operator asks for it; units and members by code. */
export type UnitChange =
  | { kind: 'rename'; unit: string; name: string; unitKind?: string }
  | { kind: 'move'; unit: string; under: string }
  | ({ kind: 'merge'; units: string[]; into: string } & NewUnit)
  | ({ kind: 'split'; unit: string; into: string; members: string[] } & NewUnit)

interface NewUnit {
  /** Of a unit that is new. */
  name?: string
  unitKind?: string
  under?: string
  /** Who is secretary there afterwards. */
  secretary?: string
}

/** What one person belongs to, holds and supervises. */
export type PersonPlaces = Pick<PersonView, 'memberships' | 'posts' | 'supervises'>

export interface PlacedPerson extends PersonPlaces {
  id: string
  code: string
}

export interface UnitChangeProblem {
  reason:
    | 'unknown-unit'
    | 'unknown-member'
    | 'root'
    | 'circle'
    | 'nothing-changes'
    | 'too-few'
    | 'exists'
    | 'name-missing'
    | 'not-a-member'
    | 'several-secretaries'
  value: string
}

/** What is to be written. A unit that is new has the id that was given. */
export interface UnitChangePlan {
  saves: {
    id: string
    isNew: boolean
    code: string
    name: string
    kind: string
    parentId: string | null
  }[]
  /** Units that end, with the one in which they go on. */
  closes: { id: string; into: string }[]
  people: { id: string; after: PersonPlaces }[]
  /** Units whose people are told. */
  concerned: string[]
  problems: UnitChangeProblem[]
}

/** What a change would do to a tree as it is. `newId`: of the unit that may come. With any problem nothing may be applied. */
export function planUnitChange(
  change: UnitChange,
  units: readonly UnitView[],
  people: readonly PlacedPerson[],
  newId: string,
): UnitChangePlan {
  const plan: UnitChangePlan = { saves: [], closes: [], people: [], concerned: [], problems: [] }
  const world: World = { units, people, newId, plan }
  if (change.kind === 'rename') planRename(change, world)
  else if (change.kind === 'move') planMove(change, world)
  else if (change.kind === 'merge') planMerge(change, world)
  else planSplit(change, world)
  return plan.problems.length > 0
    ? { saves: [], closes: [], people: [], concerned: [], problems: plan.problems }
    : plan
}

interface World {
  units: readonly UnitView[]
  people: readonly PlacedPerson[]
  newId: string
  plan: UnitChangePlan
}

function planRename(change: UnitChange & { kind: 'rename' }, world: World): void {
  const unit = find(world, change.unit)
  if (!unit) return
  const kind = change.unitKind ?? unit.kind
  if (unit.name === change.name && unit.kind === kind) return refuse(world, 'nothing-changes', change.unit)
  world.plan.saves.push({ ...shapeOf(unit), name: change.name, kind })
  world.plan.concerned.push(unit.id)
}

function planMove(change: UnitChange & { kind: 'move' }, world: World): void {
  const unit = find(world, change.unit)
  const under = find(world, change.under)
  if (!unit || !under) return
  if (unit.parentId === null) return refuse(world, 'root', change.unit)
  if (unit.parentId === under.id) return refuse(world, 'nothing-changes', change.unit)
  if (branchOf(unit.id, world.units).includes(under.id)) return refuse(world, 'circle', change.under)
  world.plan.saves.push({ ...shapeOf(unit), parentId: under.id })
  world.plan.concerned.push(unit.id)
}

function planMerge(change: UnitChange & { kind: 'merge' }, world: World): void {
  const { plan, units } = world
  const existing = units.find(({ code }) => code === change.into)
  const codes = [...new Set(change.units)].filter((code) => code !== change.into)
  const sources = codes.flatMap((code) => find(world, code) ?? [])
  if (sources.length < codes.length) return
  if (codes.length + (existing ? 1 : 0) < 2) return refuse(world, 'too-few', change.into)
  for (const source of sources) if (source.parentId === null) refuse(world, 'root', source.code)
  const first = sources[0]!
  const target = existing ? shapeOf(existing) : newUnit(change, first, world)
  if (!target) return
  const gone = new Set(sources.map(({ id }) => id))
  const parent = parentAfter(change, target, world)
  const inside = new Set(sources.flatMap(({ id }) => branchOf(id, units)))
  if (inside.has(target.id) || (parent && inside.has(parent))) return refuse(world, 'circle', change.into)
  const after = {
    ...target,
    parentId: parent,
    name: change.name ?? target.name,
    kind: change.unitKind ?? target.kind,
  }
  if (!existing || JSON.stringify(shapeOf(existing)) !== JSON.stringify(after)) plan.saves.push(after)
  for (const unit of units)
    if (unit.parentId && gone.has(unit.parentId) && !gone.has(unit.id))
      plan.saves.push({ ...shapeOf(unit), parentId: target.id })
  plan.closes.push(...sources.map(({ id }) => ({ id, into: target.id })))
  plan.concerned.push(...gone, target.id)
  placeMerged(change, world, target.id, gone)
}

function planSplit(change: UnitChange & { kind: 'split' }, world: World): void {
  const { plan, units, people } = world
  const unit = find(world, change.unit)
  if (!unit) return
  if (units.some(({ code }) => code === change.into)) return refuse(world, 'exists', change.into)
  if (change.members.length === 0) return refuse(world, 'too-few', change.into)
  const target = newUnit(change, unit, world)
  if (!target) return
  const parentId = parentAfter(change, target, world) ?? unit.id
  plan.saves.push({ ...target, parentId })
  plan.concerned.push(unit.id, target.id)
  const going = new Set(change.members)
  for (const code of going) {
    const person = people.find((each) => each.code === code)
    if (!person) refuse(world, 'unknown-member', code)
    else if (!person.memberships.some(({ unitId }) => unitId === unit.id)) refuse(world, 'not-a-member', code)
  }
  if (change.secretary !== undefined && !going.has(change.secretary))
    refuse(world, 'not-a-member', change.secretary)
  for (const person of people) {
    if (!going.has(person.code)) continue
    const after = movePlaces(person, new Set([unit.id]), target.id)
    // Who led the old unit does not lead the new one by that alone.
    const posts = after.posts.filter((post) => post.unitId !== target.id || post.role === 'member')
    if (person.code === change.secretary) posts.push(secretaryOf(target.id))
    plan.people.push({ id: person.id, after: { ...after, posts } })
  }
}

/** Everybody of the units that end belongs to the target; it has one secretary, the others become deputies. */
function placeMerged(
  change: UnitChange & { kind: 'merge' },
  world: World,
  targetId: string,
  gone: ReadonlySet<string>,
): void {
  const { people, plan } = world
  const secretaries = people.filter(({ posts }) =>
    posts.some(({ role, unitId }) => role === 'secretary' && (gone.has(unitId) || unitId === targetId)),
  )
  const own = people.find(({ posts }) =>
    posts.some(({ role, unitId }) => role === 'secretary' && unitId === targetId),
  )
  const chosen =
    change.secretary ?? own?.code ?? (secretaries.length === 1 ? secretaries[0]!.code : undefined)
  if (chosen === undefined && secretaries.length > 1)
    refuse(world, 'several-secretaries', secretaries.map(({ code }) => code).join(', '))
  if (chosen !== undefined && !people.some(({ code }) => code === chosen))
    refuse(world, 'unknown-member', chosen)
  for (const person of people) {
    const after = movePlaces(person, gone, targetId)
    const posts = onePostEach(
      after.posts.map((post) =>
        post.unitId === targetId && post.role === 'secretary' && person.code !== chosen
          ? { ...post, role: 'deputy' as const }
          : post,
      ),
    )
    if (person.code === chosen && !posts.some((post) => isSecretary(post, targetId)))
      posts.push(secretaryOf(targetId))
    const placed = { ...after, posts }
    if (JSON.stringify(placed) !== JSON.stringify(placesOf(person)))
      plan.people.push({ id: person.id, after: placed })
  }
}

function movePlaces(person: PlacedPerson, from: ReadonlySet<string>, to: string): PersonPlaces {
  const place = <Row extends { unitId: string }>(row: Row) =>
    from.has(row.unitId) ? { ...row, unitId: to } : row
  const memberships = person.memberships.map(place)
  return {
    // Who belonged to two of them belongs once.
    memberships: memberships.filter(
      ({ unitId }, at) => memberships.findIndex((each) => each.unitId === unitId) === at,
    ),
    posts: onePostEach(person.posts.map(place)),
    supervises: [...new Set(person.supervises.map((unitId) => (from.has(unitId) ? to : unitId)))],
  }
}

function onePostEach(posts: PersonPlaces['posts']): PersonPlaces['posts'] {
  return posts.filter(
    ({ unitId, role }, at) => posts.findIndex((each) => each.unitId === unitId && each.role === role) === at,
  )
}

function placesOf({ memberships, posts, supervises }: PlacedPerson): PersonPlaces {
  return { memberships, posts, supervises }
}

function isSecretary(post: PersonPlaces['posts'][0], unitId: string): boolean {
  return post.role === 'secretary' && post.unitId === unitId
}

function secretaryOf(unitId: string): PersonPlaces['posts'][0] {
  return { unitId, role: 'secretary', position: null, positionRank: null, keyLeader: false }
}

type Shape = UnitChangePlan['saves'][0]

function shapeOf({ id, code, name, kind, parentId }: UnitView): Shape {
  return { id, isNew: false, code, name, kind, parentId }
}

/** A unit that is like another, under a new code and name; null after saying what is missing. */
function newUnit(change: NewUnit & { into: string }, like: UnitView, world: World): Shape | null {
  if (change.name === undefined) {
    refuse(world, 'name-missing', change.into)
    return null
  }
  const { kind, parentId } = like
  const unitKind = change.unitKind ?? kind
  return { id: world.newId, isNew: true, code: change.into, name: change.name, kind: unitKind, parentId }
}

function parentAfter({ under }: NewUnit, target: Shape, world: World): string | null {
  return under === undefined ? target.parentId : (find(world, under)?.id ?? null)
}

function find(world: World, code: string): UnitView | null {
  const unit = world.units.find((each) => each.code === code)
  if (!unit) refuse(world, 'unknown-unit', code)
  return unit ?? null
}

function refuse({ plan }: Pick<World, 'plan'>, reason: UnitChangeProblem['reason'], value: string): void {
  plan.problems.push({ reason, value })
}
