import { kindFits } from './audience-rule.ts'
import { planBotAssignment } from './assign-bots.ts'
import type { NudgeUnit } from './nudge-world.ts'
import type { PersonView } from './person.ts'
import type { Programme } from './programme.ts'
import type { RehearsedBot, RehearsedOrganisation } from './rehearsal-world.ts'
import type { TreeRules } from './tree-rules.ts'
import type { PlannedPerson, PlannedUnit } from './wanted-assignments.ts'

/** How many are made up, and of what chance. */
export interface Invented {
  people: number
  units: number
  random: () => number
}

/** Shares of people; estimates, on the careful side. */
const JOINED = 0.85
const REFUSING = 0.03
const UNREACHABLE = 0.03
/** Shares of units: on Telegram, and with a group to which a bot is bound. */
const ON_TELEGRAM = 0.25
const WITH_GROUP = 0.6
/** A Zalo bot is filled to nine tenths of its fifty people, as `bot assign` does. */
const ZALO = { people: 45, groups: 3, messages: 1_500 }
const ZONE = 'Asia/Ho_Chi_Minh'
const TREE = 'rehearsal'
const SINCE = '2000-01-01'

type Kind = string

/**
 * An organisation that a programme could be meant for: a committee on top, the kinds of unit that the
 * programme names below it, cells with a secretary and a deputy, leaders who supervise them and an office.
 */
export function inventOrganisation(
  programme: Programme,
  rules: TreeRules,
  { people: peopleWanted, units: unitsWanted, random }: Invented,
): RehearsedOrganisation {
  const units = inventUnits(programme, unitsWanted)
  const cells = units.filter(({ kind }) => kindFits(kind, ['cell-*']))
  const people: PlannedPerson[] = []
  const add = (unit: PlannedUnit, category: string): PlannedPerson => {
    const person: PlannedPerson = {
      id: `p${people.length + 1}`,
      joinedOn: SINCE,
      memberships: [{ unitId: unit.id, category, exempt: false, workplace: null }],
      posts: [],
    }
    people.push(person)
    return person
  }
  for (let i = 0; i < Math.max(peopleWanted, cells.length * 2); i += 1) {
    const cell = cells[i % cells.length]!
    const person = add(cell, categoryOf(programme, cell.kind, random))
    const nth = Math.floor(i / cells.length)
    if (nth < 2) person.posts.push(postIn(programme, cell, nth === 0 ? 'secretary' : 'deputy'))
  }
  giveUpperPosts(programme, units, people)
  return { ...reachOf(units, people, rules, random), ownerUnitId: units[0]!.id, units, people }
}

/** The top first, then what stands between, the cells last. */
function inventUnits(programme: Programme, wanted: number): PlannedUnit[] {
  const kinds = Object.keys(programme.vocabulary.unit_kinds)
  const top = kinds.find((kind) => kind.startsWith('committee')) ?? kinds[0] ?? 'committee'
  const cellKinds = kinds.filter((kind) => kind.startsWith('cell-'))
  const between = kinds.filter(
    (kind) => kind !== top && (kind.startsWith('committee') || kind === 'grassroots'),
  )
  const others = kinds.filter((kind) => !kindFits(kind, ['cell-*', 'committee-*', 'grassroots']))
  const upper = Math.min(Math.floor(wanted / 3), between.length + others.length)
  const units: PlannedUnit[] = []
  const add = (kind: Kind, parentId: string | null): PlannedUnit => {
    const code = `U${String(units.length + 1).padStart(2, '0')}`
    const name = `${wordOf(programme, kind)} ${units.length + 1}`
    const unit = { id: code, treeId: TREE, code, name, kind, parentId, zone: ZONE, since: SINCE }
    units.push(unit)
    return unit
  }
  const root = add(top, null)
  const middle = [...between, ...others].slice(0, upper).map((kind) => add(kind, root.id))
  const parents = [root, ...middle.filter(({ kind }) => between.includes(kind))]
  for (let i = 0; units.length < Math.max(wanted, 2); i += 1)
    add(cellKinds[i % Math.max(cellKinds.length, 1)] ?? 'cell', parents[i % parents.length]!.id)
  return units
}

function wordOf(programme: Programme, kind: Kind): string {
  const word = programme.vocabulary.unit_kinds[kind]
  return typeof word === 'string' ? word : (word?.vi ?? kind)
}

/** In an office or a school some are no Party members, where the programme knows such people. */
function categoryOf(programme: Programme, kind: Kind, random: () => number): string {
  const known = Object.keys(programme.vocabulary.categories)
  const member = known.includes('party-member') ? 'party-member' : (known[0] ?? 'party-member')
  const others = known.filter((category) => !['party-member', 'probationary'].includes(category))
  const works = /agency|school|health|police|enterprise/.test(kind)
  const draw = random()
  if (!works || draw < 0.6 || others.length === 0) return member
  return others[Math.floor(((draw - 0.6) / 0.4) * others.length)] ?? member
}

function postIn(programme: Programme, unit: PlannedUnit, role: 'secretary' | 'deputy' | 'leader' | 'office') {
  const rank = programme.positions.findIndex(
    (position) => position.role === role && kindFits(unit.kind, position.unit_kinds ?? [unit.kind]),
  )
  const position = programme.positions[rank]?.code ?? null
  const positionRank = position === null ? null : rank
  return { unitId: unit.id, role, position, positionRank, keyLeader: role === 'secretary' }
}

/** Secretaries of the first cells also speak for the units above; some of the next are leaders and the office. */
function giveUpperPosts(
  programme: Programme,
  units: readonly PlannedUnit[],
  people: readonly PlannedPerson[],
) {
  const [top] = units
  const middle = units.filter(({ kind, parentId }) => parentId !== null && !kindFits(kind, ['cell-*']))
  middle.forEach((unit, i) => people[i % people.length]!.posts.push(postIn(programme, unit, 'secretary')))
  const free = people.filter(({ posts }) => posts.length === 0)
  const roles = ['office', 'secretary', 'leader', 'leader', 'leader'] as const
  roles.forEach((role, i) => free[i]?.posts.push(postIn(programme, top!, role)))
  // Whoever the programme names by position in its own unit is there too.
  const named = programme.positions.filter(({ unit_kinds: kinds }) => kinds && kindFits(top!.kind, kinds))
  named.slice(0, 12).forEach(({ code, role }, i) =>
    free[roles.length + i]?.posts.push({
      unitId: top!.id,
      role: role ?? 'member',
      position: code,
      positionRank: i,
      keyLeader: true,
    }),
  )
}

function reachOf(
  units: readonly PlannedUnit[],
  people: readonly PlannedPerson[],
  rules: TreeRules,
  random: () => number,
): Pick<RehearsedOrganisation, 'nudgeUnits' | 'reachable' | 'refusing' | 'unreachable' | 'botOf' | 'bots'> {
  const draws = new Map(people.map(({ id }) => [id, random()]))
  const drawOf = ({ id, posts }: PlannedPerson) => (posts.length > 0 ? 0 : draws.get(id)!)
  const within = (from: number, to: number) =>
    new Set(people.filter((each) => drawOf(each) >= from && drawOf(each) < to).map(({ id }) => id))
  const reachable = within(0, JOINED)
  const refusing = within(JOINED, JOINED + REFUSING)
  const unreachable = within(JOINED + REFUSING, JOINED + REFUSING + UNREACHABLE)
  const members = new Map<string, PlannedPerson[]>()
  for (const person of people)
    for (const { unitId } of person.memberships) members.set(unitId, [...(members.get(unitId) ?? []), person])
  const filled = units.filter(({ id }) => members.has(id))
  const withGroup = new Set(filled.filter(() => random() < WITH_GROUP).map(({ id }) => id))
  const onTelegram = new Set(filled.filter(() => random() < ON_TELEGRAM).map(({ id }) => id))
  const { botOfUnit, bots } = dealBots(
    filled.map(({ id }) => ({
      unitId: id,
      people: members.get(id)!.length,
      groups: withGroup.has(id) ? 1 : 0,
    })),
    onTelegram,
  )
  const botOf = new Map<string, string>()
  for (const unit of filled) {
    for (const { id } of members.get(unit.id)!) botOf.set(id, botOfUnit.get(unit.id)!)
    if (withGroup.has(unit.id)) botOf.set(`group ${unit.id}`, botOfUnit.get(unit.id)!)
  }
  const leaders = holders(people, units[0]!.id, 'leader')
  const office = holders(people, units[0]!.id, 'office')
  const nudgeUnits = units.map((unit, i): NudgeUnit => {
    const speakers = (['secretary', 'deputy'] as const)
      .map((role) => holders(people, unit.id, role))
      .filter((rank) => rank.length > 0)
    const isTop = unit.parentId === null
    return {
      id: unit.id,
      calendar: { zone: unit.zone, isWorking: rules.isWorking, hours: rules.hours },
      members: members.get(unit.id)?.length ?? 0,
      groups: withGroup.has(unit.id) ? [{ id: `group ${unit.id}`, living: onTelegram.has(unit.id) }] : [],
      paster: null,
      filers: isTop ? [office, ...speakers] : speakers,
      readers: speakers,
      leaders: leaders.length > 0 && !isTop ? [[leaders[i % leaders.length]!], leaders] : [],
      office: isTop ? [] : [office],
      isBusy: (day) => rules.isBusy(unit, day),
    }
  })
  return { nudgeUnits, reachable, refusing, unreachable, botOf, bots }
}

function holders(
  people: readonly PlannedPerson[],
  unitId: string,
  role: PersonView['posts'][number]['role'],
): string[] {
  return people
    .filter(({ posts }) => posts.some((post) => post.unitId === unitId && post.role === role))
    .map(({ id }) => id)
}

/** One Telegram bot, and as many Zalo bots as their limits ask for. */
function dealBots(
  units: readonly { unitId: string; people: number; groups: number }[],
  onTelegram: ReadonlySet<string>,
) {
  const botOfUnit = new Map<string, string>()
  const bots = new Map<string, RehearsedBot>()
  for (const { unitId } of units.filter((unit) => onTelegram.has(unit.unitId))) {
    botOfUnit.set(unitId, 'telegram-1')
    bots.set('telegram-1', { name: 'telegram 1', quota: null, used: 0 })
  }
  const rest = units
    .filter((unit) => !onTelegram.has(unit.unitId))
    .map((unit) => ({ ...unit, officers: 2, ownBotId: null, inheritedBotId: null }))
  for (let count = 1; rest.length > 0 && count <= rest.length; count += 1) {
    const ids = Array.from({ length: count }, (_, i) => `zalo-${i + 1}`)
    const plan = planBotAssignment(rest, ids, {
      people: Math.max(ZALO.people, ...rest.map(({ people }) => people)),
      groups: ZALO.groups,
    })
    if (count < rest.length && plan.placements.some(({ serves }) => serves !== 'all')) continue
    for (const { unitId, botId } of plan.placements) botOfUnit.set(unitId, botId)
    for (const id of ids) bots.set(id, { name: id.replace('-', ' '), quota: ZALO.messages, used: 0 })
    break
  }
  return { botOfUnit, bots }
}
