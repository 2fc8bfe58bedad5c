import type { Tools } from '../commands/command.ts'
import { describeTopic } from '../domain/describe-topic.ts'
import { periodWords } from '../domain/period-words.ts'
import { type TopicSpan, topicsToPost } from '../domain/plan-topics.ts'
import { programmeSpan } from '../domain/programme.ts'
import { shortId } from '../domain/short-id.ts'
import { branchOf } from '../domain/unit-tree.ts'
import { endOfWaking } from '../domain/waking-hours.ts'
import type { SayTarget } from '../outbox/say.ts'
import { type LiveProgramme, listLiveProgrammes } from '../store/live-programmes.ts'
import { listMemberIds } from '../store/people.ts'
import { listOutsiders, listReaches } from '../store/reach.ts'
import { listGroups, listRecipients } from '../store/recipients.ts'
import { listUnitStaff } from '../store/unit-staff.ts'
import { listTopicHolds } from '../store/topic-holds.ts'
import { listUnits } from '../store/units.ts'
import { dayOf, quarterOf, machineTimeOf } from '../time.ts'
import { pasterOf } from './paster.ts'
import { type PlannedMessage, withoutSaid } from './planned-message.ts'

/** One topic on its way to one chat. */
export interface Post {
  programme: LiveProgramme
  span: TopicSpan
  to: SayTarget
  key: string
  /** Product time after which it is no longer the topic to study. */
  until: Date
  /** Words for a group that the reader pastes there. */
  isPasted?: boolean
  /** Those who read it answer to their secretary, not to the bot. */
  isClosed?: boolean
}

/**
 * The topics of one tree that are current and were not posted yet: to every bound group of the programme's
 * branch and to every member in private, once each. Who joins later in the quarter gets the quarter's
 * topic then.
 */
export async function planTopics(tools: Tools, treeId: string): Promise<PlannedMessage[]> {
  const posts = await listTopicPosts(tools, treeId)
  const words = new Map<string, string>()
  return (await withoutSaid(tools, posts, ({ key }) => key)).map((post) => messageOf(tools, post, words))
}

/** Every post of the topics that are current at `tools.now`, said before or not; what is held back is left out. */
export async function listTopicPosts(tools: Tools, treeId: string): Promise<Post[]> {
  const { tx, now } = tools
  const today = dayOf(now)
  const programmes = await listLiveProgrammes(tx, treeId, today)
  if (programmes.length === 0) return []
  const units = await listUnits(tx, treeId, today)
  const reaches = await listReaches(tx, treeId, today)
  const outside = await listOutsiders(tx, treeId, today)
  const posts: Post[] = []
  for (const programme of programmes) {
    const owner = units.find((unit) => unit.id === programme.ownerUnitId)
    const held = new Set((await listTopicHolds(tx, programme.id, today)).map(({ topicCode }) => topicCode))
    const current = owner ? topicsToPost(programme.content, programme.liveFrom, now, owner.zone) : []
    const spans = current.filter(({ topic }) => !held.has(topic.code))
    if (!owner || spans.length === 0) continue
    const branch = branchOf(owner.id, units)
    const members = await listMemberIds(tx, branch, today)
    const recipients = await listRecipients(tx, treeId)
    const groups = await listGroups(tx, treeId)
    const staff = await listUnitStaff(tx, treeId, today)
    const pasted = branch.flatMap((unitId) => {
      const isClosed = reaches.get(unitId) === 'secretary'
      // A committee above the cells has no meeting of its own to tell.
      const isTold = (!isClosed && groups.has(unitId)) || (isClosed && !staff.get(unitId)?.members)
      const posts = staff.get(unitId)?.posts ?? []
      const to = isTold ? null : pasterOf(tools, posts, recipients, isClosed)
      return to ? [{ unitId, to, isClosed }] : []
    })
    const inGroups = branch.flatMap((unitId) =>
      reaches.get(unitId) === 'members' ? (groups.get(unitId) ?? []) : [],
    )
    for (const span of spans) {
      const key = `topic:${programme.id}:${span.topic.code}`
      const until = endOfWaking(span.to, owner.zone)
      for (const to of inGroups)
        posts.push({ programme, span, to, until, key: `${key}:group:${to.chatId}:${to.threadId ?? ''}` })
      for (const { unitId, to, isClosed } of pasted)
        posts.push({ programme, span, to, until, key: `${key}:paste:${unitId}`, isPasted: true, isClosed })
      for (const personId of members) {
        const to = outside.has(personId) ? null : recipients.get(personId)
        if (to) posts.push({ programme, span, to, until, key: `${key}:person:${personId}` })
      }
    }
  }
  // One group may serve several units: it hears a topic once.
  return [...new Map(posts.map((post) => [post.key, post])).values()]
}

function messageOf(tools: Tools, post: Post, words: Map<string, string>): PlannedMessage {
  const { programme, span, to, key, until } = post
  const t = (name: string, values?: Record<string, string | number>) => tools.t(to.locale, name, values)
  const { buttons } = tools.bots.can(to.botId)
  // Thousands get the same words: they are put together once.
  const bot = post.isPasted ? (tools.bots.connected(to.botId)?.displayName ?? '') : null
  const wording = [programme.id, span.topic.code, to.kind, to.locale, buttons, bot, post.isClosed].join(':')
  const text = words.get(wording) ?? (bot === null ? textOf(post, buttons, t) : pastedText(post, bot, t))
  words.set(wording, text)
  const action = `topic:studied:${shortId(programme.id)}:${span.topic.code}`
  return {
    request: {
      to,
      words: { text },
      choices: post.isPasted ? [] : [[{ action, label: t('topic-post-studied') }]],
      class: 'scheduled',
      topic: 'topic',
      uniqueKey: key,
      staleAt: machineTimeOf(until, tools),
    },
  }
}

function textOf(
  { programme, span, to }: Post,
  buttons: boolean,
  t: (key: string, values?: Record<string, string | number>) => string,
): string {
  const hint = to.kind === 'private' ? 'private' : buttons ? 'group' : 'group-words'
  return [
    t(`topic-post-${to.kind}-head`, { period: spanWords(programme, span, t) }),
    describeTopic(programme.content, span, to.locale, t),
    t(`topic-post-hint-${hint}`),
  ].join('\n\n')
}

/** A topic as people read it in private. */
export function topicText(
  programme: LiveProgramme,
  span: TopicSpan,
  locale: 'vi' | 'en',
  t: (key: string, values?: Record<string, string | number>) => string,
): string {
  return [
    t('topic-post-private-head', { period: spanWords(programme, span, t) }),
    describeTopic(programme.content, span, locale, t),
    t('topic-post-hint-private'),
  ].join('\n\n')
}

/** The group's post, to be pasted by the reader: answers go to the bot in private. */
function pastedText(
  { programme, span, to, isClosed }: Post,
  bot: string,
  t: (key: string, values?: Record<string, string | number>) => string,
): string {
  const head = t('topic-post-group-head', { period: spanWords(programme, span, t) })
  return [
    `${t('paste-head')}\n${head}`,
    describeTopic(programme.content, span, to.locale, t),
    isClosed ? t('paste-topic-hint-closed') : t('paste-topic-hint', { bot }),
  ].join('\n\n')
}

/** `quý I/2026`, `năm 2026`, `toàn khóa`. */
function spanWords(
  programme: LiveProgramme,
  { kind, topic, from }: TopicSpan,
  t: (key: string, values?: Record<string, string | number>) => string,
): string {
  if (kind === 'term') return t('topic-post-term')
  const year = topic.year ?? programmeSpan(programme.content).from
  return periodWords(kind === 'year' ? `${year}` : `${year}-Q${topic.quarter ?? quarterOf(from)}`, t)
}
