import { highestPostOf } from '../domain/audience.ts'
import { type FormDefinition, wordsOf } from '../domain/form-definition.ts'
import { periodWords } from '../domain/period-words.ts'
import type { PersonView } from '../domain/person.ts'
import { listTopicSpans } from '../domain/plan-topics.ts'
import { carryOver, type FormContext, type GroupItem } from '../forms/index.ts'
import { listAway } from '../store/absences.ts'
import { listUnfinishedDeeds } from '../store/deeds.ts'
import type { OwedThing } from '../store/open-assignments.ts'
import { listHolders, listMembersOf } from '../store/people.ts'
import { ancestorsOf, listUnitsById } from '../store/units.ts'
import { type Day, dayOf, formatDay } from '../time.ts'
import type { Tools } from './command.ts'
import { wordsFor } from './thing-words.ts'

/** A text of this length may have been split by the sender's app: more of it is waited for. */
const PIECE_LENGTH = 1500

/** What a form may know about the person, the unit and the day. `isStuck`: it may have to name whom to call. */
export async function formContextOf(
  tools: Tools,
  thing: OwedThing,
  definition: FormDefinition,
  person: PersonView,
  locale: 'vi' | 'en',
  isStuck = false,
): Promise<FormContext> {
  const today = dayOf(tools.now, thing.unit.zone)
  const fields = definition.fields.flatMap((field) => (field.kind === 'group' ? field.fields : [field]))
  const sources = new Set(fields.flatMap((field) => (field.kind === 'prefilled' ? [field.source] : [])))
  const needsPeople = fields.some((field) => field.kind === 'people') || sources.has('members_total')
  const { members, away } = needsPeople ? await membersOf(tools, thing, today) : { members: [], away: [] }
  const contact = isStuck ? await contactOf(tools, thing, person, today) : null
  return {
    today,
    locale,
    roster: members.map(({ id, fullName }) => ({ personId: id, name: fullName })),
    ...(away.length > 0 && { away: away.map(({ id, fullName }) => ({ personId: id, name: fullName })) }),
    prefill: await prefillOf(tools, thing, person, locale, today, sources, members.length + away.length),
    unitKind: thing.unit.kind,
    examples: await carriedDeeds(tools, thing, definition),
    ...(contact && { contact }),
    pieceLength: PIECE_LENGTH,
  }
}

/** Deeds of the pledge before this one that are not done: offered where the form asks for deeds. */
async function carriedDeeds(
  tools: Tools,
  thing: OwedThing,
  definition: FormDefinition,
): Promise<NonNullable<FormContext['examples']>> {
  const groups = definition.fields.flatMap((field) => (field.kind === 'group' && field.deeds ? [field] : []))
  const [group] = groups
  if (!group || thing.obligation.kind !== 'pledge') return {}
  const { id: assignmentId, personId, period } = thing
  const owner = { assignmentId, personId, unitId: thing.unit.id, period }
  const unfinished = await listUnfinishedDeeds(tools, owner)
  const carried = unfinished.flatMap((deed) => carryOver(group, deed.answers as GroupItem['answers']) ?? [])
  return carried.length > 0 ? { [group.id]: carried } : {}
}

/** Those who are expected at the unit's sessions, and those who are known to be away for a while. */
async function membersOf(
  tools: Tools,
  thing: OwedThing,
  today: Day,
): Promise<{ members: PersonView[]; away: PersonView[] }> {
  const members = (await listMembersOf(tools.tx, [thing.unit.id], today)).filter((member) =>
    member.memberships.some(({ unitId, exempt }) => unitId === thing.unit.id && !exempt),
  )
  const ids = members.map(({ id }) => id)
  const away = await listAway(tools.tx, thing.treeId, today, ids)
  return {
    members: members.filter(({ id }) => !away.has(id)),
    away: members.filter(({ id }) => away.has(id)),
  }
}

/** Whom to call: the unit's secretary, else a deputy; never the person themselves. */
async function contactOf(
  tools: Tools,
  thing: OwedThing,
  person: PersonView,
  today: Day,
): Promise<string | null> {
  const holders = await listHolders(tools.tx, thing.unit.id, ['secretary', 'deputy'], today)
  return holders.find((holder) => holder.id !== person.id)?.fullName ?? null
}

async function prefillOf(
  tools: Tools,
  thing: OwedThing,
  person: PersonView,
  locale: 'vi' | 'en',
  today: Day,
  sources: ReadonlySet<string>,
  membersTotal: number,
): Promise<Record<string, string | number>> {
  const t = wordsFor({ t: tools.t, locale })
  const year = Number((/^\d{4}/.exec(thing.period) ?? [today])[0]?.slice(0, 4))
  const known: Record<string, string | number | null> = {
    full_name: person.fullName,
    unit_name: thing.unit.name,
    members_total: membersTotal,
    date_today: formatDay(today),
    period: periodWords(thing.period, t),
    year: String(year),
    topic_title: topicTitle(thing, locale, today),
    programme_title: wordsOf(thing.programme.title, locale),
    programme_number: thing.programme.number ?? null,
  }
  if (sources.has('position')) known['position'] = await positionOf(tools, thing, person, today)
  if (sources.has('parent_unit_name')) known['parent_unit_name'] = await parentName(tools, thing, today)
  const filled = Object.entries(known).filter(([source, value]) => sources.has(source) && value)
  return Object.fromEntries(filled) as Record<string, string | number>
}

/** The topic that is studied in the round, as the programme calls it. */
function topicTitle(thing: OwedThing, locale: 'vi' | 'en', today: Day): string | null {
  const spans = listTopicSpans(thing.programme)
  const bound = spans.filter(({ topic }) => topic.obligation === thing.obligation.code)
  const quarter = /^(\d{4})-Q([1-4])$/.exec(thing.period)
  const ofRound =
    quarter && spans.find(({ kind, topic }) => kind === 'quarter' && topic.quarter === Number(quarter[2]))
  const found =
    ofRound ?? bound[0] ?? spans.find(({ kind, from, to }) => kind === 'year' && from <= today && today <= to)
  return found ? wordsOf(found.topic.title, locale) : null
}

/** The post that decides; empty for somebody without one. */
async function positionOf(
  tools: Tools,
  thing: OwedThing,
  person: PersonView,
  today: Day,
): Promise<string | null> {
  const unitIds = [...new Set(person.posts.map((post) => post.unitId))]
  const units = await listUnitsById(tools.tx, unitIds, today)
  const world = {
    programme: thing.programme,
    ownerUnitId: thing.ownerUnitId,
    units: new Map(units.map((unit) => [unit.id, unit])),
  }
  return highestPostOf(person, world)?.position ?? null
}

async function parentName(tools: Tools, thing: OwedThing, today: Day): Promise<string | null> {
  const [parentId] = await ancestorsOf(tools.tx, thing.unit.id, today)
  const [parent] = parentId ? await listUnitsById(tools.tx, [parentId], today) : []
  return parent?.name ?? null
}
