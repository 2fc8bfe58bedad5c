import type { Tools } from '../commands/command.ts'
import { topicsToPost, type TopicSpan } from '../domain/plan-topics.ts'
import { shortId } from '../domain/short-id.ts'
import { branchOf } from '../domain/unit-tree.ts'
import { endOfWaking, isAwake } from '../domain/waking-hours.ts'
import { type LiveProgramme, listLiveProgrammes } from '../store/live-programmes.ts'
import { listHolders, listMembersOf } from '../store/people.ts'
import { listRecipients } from '../store/recipients.ts'
import { listTopicHolds } from '../store/topic-holds.ts'
import { listPostedTopics } from '../store/topic-posts.ts'
import { findUnit, listUnits } from '../store/units.ts'
import { addDays, type Day, dayOf, formatDay, instantOf, machineTimeOf } from '../time.ts'
import type { PlannedMessage } from './planned-message.ts'
import { listTopicPosts, type Post, topicText } from './send-topics.ts'

const POSTING_HOUR = '08:00'
const MOST_UNITS = 12

/**
 * On the day before a topic goes out the office is shown its words and who will get it, and may hold it back.
 * Somebody who joins later gets the topic without a further notice.
 */
export async function planTopicPreviews(tools: Tools, treeId: string): Promise<PlannedMessage[]> {
  const { tx, now } = tools
  const planned: PlannedMessage[] = []
  const tomorrow = addDays(dayOf(now), 1)
  for (const programme of await listLiveProgrammes(tx, treeId, tomorrow)) {
    const owner = await findUnit(tx, programme.ownerUnitId, dayOf(now))
    if (!owner || !isAwake(now, owner.zone)) continue
    const spans = await newTomorrow(tools, programme, owner.zone)
    if (spans.length === 0) continue
    const office = await listHolders(tx, owner.id, ['office'], dayOf(now))
    const targets = await listRecipients(
      tx,
      treeId,
      office.map(({ id }) => id),
    )
    if (targets.size === 0) continue
    const at = instantOf(tomorrow, POSTING_HOUR, owner.zone)
    const posts = await listTopicPosts({ ...tools, now: at }, treeId)
    for (const span of spans) {
      const own = posts.filter(
        (post) => post.programme.id === programme.id && post.span.topic.code === span.topic.code,
      )
      for (const [personId, to] of targets)
        planned.push({
          request: {
            to,
            words: { text: await textOf(tools, programme, span, own, to.locale, tomorrow) },
            choices: [
              [
                {
                  action: `hold:ask:${shortId(programme.id)}:${span.topic.code}`,
                  label: tools.t(to.locale, 'hold-do'),
                },
              ],
            ],
            class: 'scheduled',
            topic: 'preview',
            uniqueKey: `topic-preview:${programme.id}:${span.topic.code}:${tomorrow}:${personId}`,
            staleAt: machineTimeOf(endOfWaking(dayOf(now), owner.zone), tools),
          },
        })
    }
  }
  return planned
}

/** Topics that begin to be sent tomorrow: not today, and nobody was sent them before. */
async function newTomorrow(tools: Tools, programme: LiveProgramme, zone: string): Promise<TopicSpan[]> {
  const { tx, now } = tools
  const today = dayOf(now, zone)
  const posted = new Set((await listPostedTopics(tx, programme.id)).map(({ topicCode }) => topicCode))
  const going = async (day: Day) => {
    const held = new Set((await listTopicHolds(tx, programme.id, day)).map(({ topicCode }) => topicCode))
    const at = instantOf(day, POSTING_HOUR, zone)
    const spans = topicsToPost(programme.content, programme.liveFrom, at, zone)
    return spans.filter(({ topic }) => !held.has(topic.code))
  }
  const goingToday = new Set((await going(today)).map(({ topic }) => topic.code))
  return (await going(addDays(today, 1))).filter(
    ({ topic }) => !goingToday.has(topic.code) && !posted.has(topic.code),
  )
}

async function textOf(
  tools: Tools,
  programme: LiveProgramme,
  span: TopicSpan,
  posts: readonly Post[],
  locale: 'vi' | 'en',
  day: Day,
): Promise<string> {
  const t = (key: string, values?: Record<string, string | number>) => tools.t(locale, key, values)
  const count = (kind: 'private' | 'group', isPasted: boolean) =>
    posts.filter((post) => post.to.kind === kind && (post.isPasted ?? false) === isPasted).length
  const people = count('private', false)
  return [
    t('preview-head', { day: formatDay(day), hour: POSTING_HOUR }),
    t('preview-recipients', { people, groups: count('group', false), pasters: count('private', true) }),
    await unitLines(tools, programme, posts, t),
    t('preview-words'),
    topicText(programme, span, locale, t),
    t('preview-how'),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** How many people of each unit get it, as far as there are few units. */
async function unitLines(
  { tx, now }: Tools,
  programme: LiveProgramme,
  posts: readonly Post[],
  t: (key: string, values?: Record<string, string | number>) => string,
): Promise<string> {
  const today = dayOf(now)
  const units = await listUnits(tx, programme.treeId, today)
  const reached = new Set(
    posts.flatMap(({ to, isPasted }) => (to.kind === 'private' && !isPasted ? (to.personId ?? []) : [])),
  )
  const counts = new Map<string, number>()
  for (const person of await listMembersOf(tx, branchOf(programme.ownerUnitId, units), today))
    for (const { unitId } of reached.has(person.id) ? person.memberships : [])
      counts.set(unitId, (counts.get(unitId) ?? 0) + 1)
  const reading = units.filter(({ id }) => counts.has(id))
  const shown = reading
    .slice(0, MOST_UNITS)
    .map(({ id, name }) => t('preview-unit', { unit: name, count: counts.get(id)! }))
  const rest = reading.length - shown.length
  return [...shown, ...(rest > 0 ? [t('preview-more-units', { count: rest })] : [])].join('\n')
}
