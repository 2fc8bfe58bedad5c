import { describeTopic } from '../domain/describe-topic.ts'
import { decideGroupCounts } from '../domain/face-saving.ts'
import type { PersonView } from '../domain/person.ts'
import { currentTopics, listTopicSpans, type TopicSpan } from '../domain/plan-topics.ts'
import { longId, shortId } from '../domain/short-id.ts'
import { type LiveProgramme, listLiveProgrammes } from '../store/live-programmes.ts'
import { listMembersOf } from '../store/people.ts'
import { listGroupUnits, listRecipients } from '../store/recipients.ts'
import {
  countTopicAcknowledgements,
  findTopicAcknowledgement,
  saveTopicAcknowledgement,
} from '../store/topic-acknowledgements.ts'
import { ancestorsOf } from '../store/units.ts'
import { dayOf, formatDay } from '../time.ts'
import type { Command, Turn } from './command.ts'
import { wordsFor } from './thing-words.ts'

interface CurrentTopic {
  programme: LiveProgramme
  span: TopicSpan
}

/** `/chuyende`: what is studied now, and "đã nghiên cứu" about it. */
export const topic: Command = {
  name: 'topic',
  slash: 'chuyende',
  aliases: ['chude', 'topic'],
  words: ['chuyen de', 'chu de'],
  where: 'both',
  for: 'joined',
  run: showTopics,
  actions: {
    studied: async (turn, [programme, code]) => {
      const found = await findTopic(turn, longId(programme ?? ''), code)
      if (found && turn.person) await acknowledge(turn, turn.person, found)
      else await turn.reply(turn.person ? 'topic-gone' : 'topic-join-first')
    },
  },
}

/** `đã nghiên cứu`, said in private or in the group: about the topic that is current. */
export const topicStudied: Command = {
  name: 'studied',
  slash: 'danghiencuu',
  words: ['da nghien cuu', 'da hoc', 'da doc', 'studied'],
  where: 'both',
  for: 'joined',
  hidden: true,
  run: async (turn) => {
    const [first] = await listCurrent(turn, turn.person!)
    await (first ? acknowledge(turn, turn.person!, first) : turn.reply('topic-none'))
  },
}

async function showTopics(turn: Turn): Promise<void> {
  const t = wordsFor(turn)
  const current = await listCurrent(turn, turn.person!)
  if (current.length === 0) {
    await turn.reply('topic-none')
    return
  }
  for (const { programme, span } of firstOfEach(current)) {
    const at = await findTopicAcknowledgement(turn, programme.id, span.topic.code, turn.person!.id)
    const text = [
      describeTopic(programme.content, span, turn.locale, t),
      at && turn.chat.kind === 'private' ? t('topic-studied-on', { day: formatDay(dayOf(at)) }) : null,
    ]
    const choice = {
      action: `topic:studied:${shortId(programme.id)}:${span.topic.code}`,
      label: t('topic-post-studied'),
    }
    await turn.replyText(text.filter((line) => line !== null).join('\n\n'), {
      choices: at && turn.chat.kind === 'private' ? [] : [[choice]],
    })
  }
}

/** The most specific current topic of every programme. */
function firstOfEach(current: readonly CurrentTopic[]): CurrentTopic[] {
  return [...new Map([...current].reverse().map((one) => [one.programme.id, one])).values()].reverse()
}

async function acknowledge(turn: Turn, person: PersonView, { programme, span }: CurrentTopic): Promise<void> {
  const isNew = await saveTopicAcknowledgement(turn, {
    treeId: programme.treeId,
    programmeId: programme.id,
    topicCode: span.topic.code,
    personId: person.id,
    accountId: turn.account?.id ?? null,
  })
  if (turn.chat.kind === 'private') {
    await turn.reply(isNew ? 'topic-noted' : 'topic-noted-before')
    return
  }
  if (turn.update.body.kind !== 'button') {
    await turn.reply('topic-noted-group', { counts: await countsOf(turn, programme, span) })
    return
  }
  // Thirty presses under one post would bury the group: the answer goes to whoever pressed.
  const to = (await listRecipients(turn.tx, person.treeId, [person.id])).get(person.id)
  const uniqueKey = `studied:${programme.id}:${span.topic.code}:${person.id}`
  if (to) await turn.say({ to, words: { key: 'topic-noted' }, class: 'reply', topic: 'reply', uniqueKey })
}

/** How many of the group's units have said so; empty where a name could be guessed from it. */
async function countsOf(turn: Turn, programme: LiveProgramme, span: TopicSpan): Promise<string> {
  const unitIds = await listGroupUnits(turn.tx, turn.chat.id)
  const members = await listMembersOf(turn.tx, unitIds, dayOf(turn.now))
  const done = await countTopicAcknowledgements(
    turn,
    programme.id,
    span.topic.code,
    members.map((member) => member.id),
  )
  const counts = decideGroupCounts(members.length, done, members.length)
  if (counts.kind === 'no-counts') return ''
  return ` ${turn.t(turn.locale, 'topic-counts', { done: counts.done, total: counts.total })}`
}

/** Topics to study now, of every live programme under which the person falls. */
async function listCurrent(turn: Turn, person: PersonView): Promise<CurrentTopic[]> {
  const today = dayOf(turn.now)
  const above = new Set(person.memberships.map(({ unitId }) => unitId))
  for (const { unitId } of person.memberships) {
    for (const id of await ancestorsOf(turn.tx, unitId, today)) above.add(id)
  }
  const live = await listLiveProgrammes(turn.tx, person.treeId)
  return live
    .filter(({ ownerUnitId, liveFrom }) => above.has(ownerUnitId) && liveFrom <= today)
    .flatMap((programme) => currentTopics(programme.content, today).map((span) => ({ programme, span })))
}

async function findTopic(
  turn: Turn,
  programmeId: string | null,
  code: string | undefined,
): Promise<CurrentTopic | null> {
  if (!turn.person || !programmeId) return null
  const live = await listLiveProgrammes(turn.tx, turn.person.treeId)
  const programme = live.find(({ id }) => id === programmeId)
  const span = programme && listTopicSpans(programme.content).find(({ topic }) => topic.code === code)
  return programme && span ? { programme, span } : null
}
