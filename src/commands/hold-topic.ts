import { longId, shortId } from '../domain/short-id.ts'
import { readDate } from '../domain/vietnamese-days.ts'
import { readVerb } from '../domain/vietnamese-verbs.ts'
import { authorise } from '../store/authorise.ts'
import { listHolders } from '../store/people.ts'
import { listRecipients } from '../store/recipients.ts'
import { listTopicHolds, releaseTopic, saveTopicHold, type TopicHold } from '../store/topic-holds.ts'
import { listPostedTopics } from '../store/topic-posts.ts'
import { addDays, type Day, dayOf, formatDay, realDay } from '../time.ts'
import type { Command, Turn } from './command.ts'
import { findOwnTopic, listOwnTopics, type OwnTopic, topicTitle } from './find-topics.ts'

const HOLD = 'hold'
/** Topics of so many days ahead may be held back. */
const DAYS_AHEAD = 92
const MOST = 8

/** The topic about which a day is being asked. */
interface Asked {
  programmeId: string
  topicCode: string
}

/** `/hoan`: the office holds back a topic that was not sent yet, until a day or until it says so. */
export const holdTopic: Command = {
  name: HOLD,
  slash: 'hoan',
  words: ['hoan', 'hoan gui', 'hoan chuyen de'],
  where: 'private',
  for: ['office'],
  hearsFirst: true,
  run: showTopics,
  actions: {
    ask: (turn, [programme, code]) => withTopic(turn, programme, code, askUntil),
    until: (turn, [programme, code, day]) =>
      withTopic(turn, programme, code, (_, topic) => hold(turn, topic, day === 'open' ? null : readDay(day))),
    send: (turn, [programme, code]) => withTopic(turn, programme, code, release),
  },
  onText: async (turn, text, state) => {
    const { programmeId, topicCode } = state as Asked
    if (readVerb(text) !== null) return false
    const topic = await findOwnTopic(turn, 'hold-topic', programmeId, topicCode)
    if (!topic) return false
    const today = dayOf(turn.now)
    const read = readDate(text, today)
    if (!('day' in read)) await turn.reply('hold-day-unreadable')
    else if (read.day <= today) await turn.reply('hold-day-past', { day: formatDay(read.day) })
    else await hold(turn, topic, read.day)
    return true
  },
}

async function showTopics(turn: Turn): Promise<void> {
  const today = dayOf(turn.now)
  const choices = []
  const fresh: OwnTopic[] = []
  for (const topic of await listOwnTopics(turn, 'hold-topic')) {
    const { programme, span } = topic
    const held = await findHold(turn, topic)
    const place = `${shortId(programme.id)}:${span.topic.code}`
    const title = topicTitle(topic, turn.locale)
    if (held) {
      choices.push([
        { action: `${HOLD}:send:${place}`, label: turn.t(turn.locale, 'hold-choice-send', { title }) },
      ])
      continue
    }
    const isAhead = span.to >= today && span.from <= addDays(today, DAYS_AHEAD)
    if (!isAhead || (await wasPosted(turn, topic))) continue
    fresh.push(topic)
    const day = formatDay(span.from < programme.liveFrom ? programme.liveFrom : span.from)
    choices.push([
      { action: `${HOLD}:ask:${place}`, label: turn.t(turn.locale, 'hold-choice-hold', { title, day }) },
    ])
  }
  if (choices.length === 0) return void (await turn.reply('hold-none'))
  const [only] = fresh
  if (choices.length === 1 && only) return askUntil(turn, only)
  await turn.reply('hold-which', {}, { choices: choices.slice(0, MOST) })
}

async function askUntil(turn: Turn, topic: OwnTopic): Promise<void> {
  if (await wasPosted(turn, topic)) return void (await turn.reply('hold-too-late'))
  const { programme, span } = topic
  const place = `${shortId(programme.id)}:${span.topic.code}`
  const today = dayOf(turn.now)
  const first = span.from > today ? span.from : today
  const t = (key: string, values?: Record<string, string | number>) => turn.t(turn.locale, key, values)
  const until = (day: Day) => ({
    action: `${HOLD}:until:${place}:${day}`,
    label: t('hold-until', { day: formatDay(day) }),
  })
  await turn.setDialog({
    kind: HOLD,
    state: { programmeId: programme.id, topicCode: span.topic.code } satisfies Asked,
  })
  await turn.reply(
    'hold-how-long',
    { title: topicTitle(topic, turn.locale) },
    {
      choices: [
        [until(addDays(first, 1))],
        [until(addDays(first, 7))],
        [{ action: `${HOLD}:until:${place}:open`, label: t('hold-until-said') }],
      ],
    },
  )
}

async function hold(turn: Turn, topic: OwnTopic, until: Day | null): Promise<void> {
  const { person } = turn
  const { programme, span } = topic
  const details = { programme: programme.id, topic: span.topic.code, until }
  if (await wasPosted(turn, topic)) return void (await turn.reply('hold-too-late'))
  if (!person || !(await authorise(turn, person, 'hold-topic', { unitId: programme.ownerUnitId, details })))
    return void (await turn.reply('hold-gone'))
  const row = { programmeId: programme.id, topicCode: span.topic.code, until }
  await saveTopicHold(turn, { ...row, by: person.id })
  if (turn.dialog?.kind === HOLD) await turn.setDialog(null)
  const day = until ? formatDay(until) : ''
  const isOver = until !== null && until > span.to
  const title = topicTitle(topic, turn.locale)
  await turn.reply(isOver ? 'hold-held-over' : until ? 'hold-held' : 'hold-held-open', { title, day })
  await tellColleagues(turn, topic, until ? 'hold-told' : 'hold-told-open', day)
}

async function release(turn: Turn, topic: OwnTopic): Promise<void> {
  const { person } = turn
  const { programme, span } = topic
  const details = { programme: programme.id, topic: span.topic.code, released: true }
  if (!(await findHold(turn, topic))) return void (await turn.reply('hold-gone'))
  if (!person || !(await authorise(turn, person, 'hold-topic', { unitId: programme.ownerUnitId, details })))
    return void (await turn.reply('hold-gone'))
  await releaseTopic(turn, { programmeId: programme.id, topicCode: span.topic.code })
  await turn.reply('hold-released', { title: topicTitle(topic, turn.locale) })
  await tellColleagues(turn, topic, 'hold-told-released', '')
}

/** The rest of the office saw the same notice: they hear what became of it. */
async function tellColleagues(turn: Turn, topic: OwnTopic, key: string, day: string): Promise<void> {
  const { ownerUnitId, treeId } = topic.programme
  const office = await listHolders(turn.tx, ownerUnitId, ['office'], dayOf(turn.now))
  const others = office.map(({ id }) => id).filter((id) => id !== turn.person?.id)
  if (others.length === 0) return
  for (const [personId, to] of await listRecipients(turn.tx, treeId, others))
    await turn.say({
      to,
      words: { key, values: { title: topicTitle(topic, to.locale), day, name: turn.person?.fullName ?? '' } },
      class: 'reply',
      topic: 'notice',
      uniqueKey: `hold:${turn.updateId}:${personId}`,
    })
}

async function findHold(turn: Turn, { programme, span }: OwnTopic): Promise<TopicHold | null> {
  const holds = await listTopicHolds(turn.tx, programme.id, dayOf(turn.now))
  return holds.find(({ topicCode }) => topicCode === span.topic.code) ?? null
}

async function wasPosted(turn: Turn, { programme, span }: OwnTopic): Promise<boolean> {
  const posted = await listPostedTopics(turn.tx, programme.id)
  return posted.some(({ topicCode }) => topicCode === span.topic.code)
}

async function withTopic(
  turn: Turn,
  programme: string | undefined,
  code: string | undefined,
  does: (turn: Turn, topic: OwnTopic) => Promise<void>,
): Promise<void> {
  const topic = await findOwnTopic(turn, 'hold-topic', longId(programme ?? ''), code)
  await (topic ? does(turn, topic) : turn.reply('hold-gone'))
}

function readDay(text: string | undefined): Day | null {
  const [year, month, date] = (text ?? '').split('-').map(Number)
  return year && month && date ? realDay(year, month, date) : null
}
