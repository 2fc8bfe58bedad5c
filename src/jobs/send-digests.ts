import type { Tools } from '../commands/command.ts'
import { describeDigest } from '../domain/describe-digest.ts'
import { titleWithPeriod } from '../domain/period-words.ts'
import type { PersonView, UnitView } from '../domain/person.ts'
import { type CountedThing, planDigest } from '../domain/plan-digest.ts'
import { digestScope, scopeWords } from '../domain/unit-tree.ts'
import type { SayTarget } from '../outbox/say.ts'
import { recordAudit } from '../store/audit.ts'
import { listCountedThings } from '../store/counted-things.ts'
import { listLiveProgrammes } from '../store/live-programmes.ts'
import { listRecipients } from '../store/recipients.ts'
import { listTreePeople } from '../store/tree-people.ts'
import { listUnits } from '../store/units.ts'
import { addDays, dayOf, DEFAULT_ZONE, instantOf, mondayOf } from '../time.ts'

/** The weekly digest goes out on Monday at this hour … */
const HOUR = '07:30'
/** … and is caught up until the end of this many days later; after that the next one is near. */
const CATCH_UP_DAYS = 2

/**
 * Queues the weekly digests of one tree: every leader, secretary and office over their own branch, once a
 * week. Returns how many messages were queued.
 */
export async function sendDigests(tools: Tools, treeId: string): Promise<number> {
  const { tx, now } = tools
  const programmes = await listLiveProgrammes(tx, treeId)
  const started = programmes.some(({ liveFrom }) => liveFrom <= dayOf(now))
  if (!started) return 0
  const units = await listUnits(tx, treeId, dayOf(now))
  const zone = units.find((unit) => unit.parentId === null)?.zone ?? DEFAULT_ZONE
  const today = dayOf(now, zone)
  const monday = mondayOf(today)
  if (now < instantOf(monday, HOUR, zone) || today > addDays(monday, CATCH_UP_DAYS)) return 0

  const people = await listTreePeople(tx, treeId, today)
  const recipients = await listRecipients(tx, treeId)
  const readers = people.flatMap((person) => {
    const to = recipients.get(person.id)
    const scope = digestScope(person, units)
    return to && scope.length > 0 ? [{ person, to, scope }] : []
  })
  if (readers.length === 0) return 0

  const things = new Map<string, CountedThing[]>()
  let queued = 0
  for (const reader of readers) {
    const { locale } = reader.to
    if (!things.has(locale)) things.set(locale, await countedThings(tools, treeId, locale))
    queued += await sendDigest(tools, reader, units, things.get(locale) ?? [], monday, zone)
  }
  return queued
}

/** What the tree owes, titled in one language. */
export function countedThings(tools: Pick<Tools, 'tx' | 't'>, treeId: string, locale: 'vi' | 'en') {
  return listCountedThings(tools.tx, treeId, locale, (title, period) =>
    titleWithPeriod(title, period, (key, values) => tools.t(locale, key, values)),
  )
}

async function sendDigest(
  tools: Tools,
  { person, to, scope }: { person: PersonView; to: SayTarget; scope: string[] },
  units: readonly UnitView[],
  things: readonly CountedThing[],
  monday: string,
  zone: string,
): Promise<number> {
  const today = dayOf(tools.now, zone)
  const digest = planDigest(things, scope, today, instantOf(addDays(monday, -7), HOUR, zone))
  if (digest.lines.length === 0) return 0
  const text = describeDigest(digest, scopeWords(scope, units), today, (key, values) =>
    tools.t(to.locale, key, values),
  )
  const said = await tools.say({
    to,
    words: { text },
    class: 'scheduled',
    topic: 'digest',
    uniqueKey: `digest:${person.id}:${monday}`,
  })
  if (!said) return 0
  await recordAudit(tools, {
    treeId: person.treeId,
    actorPersonId: person.id,
    actorRole: person.posts[0]?.role ?? 'leader',
    action: 'see-figures',
    details: { units: scope.length },
  })
  return 1
}
