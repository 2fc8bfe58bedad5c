import { longId, shortId } from '../domain/short-id.ts'
import { readVerb } from '../domain/vietnamese-verbs.ts'
import { whenAwake } from '../jobs/when-awake.ts'
import type { SayTarget } from '../outbox/say.ts'
import { authorise } from '../store/authorise.ts'
import { listRecipients } from '../store/recipients.ts'
import { listPostedTopics, listTopicPosts } from '../store/topic-posts.ts'
import type { Command, Turn } from './command.ts'
import { findOwnTopic, listOwnTopics, type OwnTopic, topicTitle } from './find-topics.ts'

const CORRECT = 'correct'
const MOST = 8
const SHORTEST = 10
const LONGEST = 2000

interface Asked {
  programmeId: string
  topicCode: string
  text: string | null
}

/** `/dinhchinh`: a correction goes to exactly those who were sent the topic, and to nobody else. */
export const correctTopic: Command = {
  name: CORRECT,
  slash: 'dinhchinh',
  words: ['dinh chinh'],
  where: 'private',
  for: ['office'],
  hearsFirst: true,
  run: showTopics,
  actions: {
    pick: (turn, [programme, code]) => withTopic(turn, longId(programme ?? ''), code, askWords),
    yes: async (turn) => {
      const asked = turn.dialog?.kind === CORRECT ? (turn.dialog.state as Asked) : null
      if (!asked?.text) return void (await turn.reply('correct-gone'))
      const { text } = asked
      await withTopic(turn, asked.programmeId, asked.topicCode, (_, topic) => send(turn, topic, text))
    },
  },
  onText: async (turn, text, state) => {
    const asked = state as Asked
    if (readVerb(text) !== null) return false
    const topic = await findOwnTopic(turn, 'correct-topic', asked.programmeId, asked.topicCode)
    if (!topic) return false
    const words = text.trim()
    if (words.length < SHORTEST || words.length > LONGEST)
      await turn.reply('correct-length', { shortest: String(SHORTEST), longest: String(LONGEST) })
    else await readBack(turn, topic, words)
    return true
  },
}

async function showTopics(turn: Turn): Promise<void> {
  const posted: OwnTopic[] = []
  const sent = new Map<string, ReadonlySet<string>>()
  for (const topic of await listOwnTopics(turn, 'correct-topic')) {
    const { programme, span } = topic
    if (!sent.has(programme.id)) {
      const rows = await listPostedTopics(turn.tx, programme.id)
      sent.set(programme.id, new Set(rows.map(({ topicCode }) => topicCode)))
    }
    if (sent.get(programme.id)!.has(span.topic.code)) posted.unshift(topic)
  }
  const [only, another] = posted
  if (!only) return void (await turn.reply('correct-none'))
  if (!another) return askWords(turn, only)
  const choices = posted.slice(0, MOST).map((topic) => [
    {
      action: `${CORRECT}:pick:${shortId(topic.programme.id)}:${topic.span.topic.code}`,
      label: topicTitle(topic, turn.locale),
    },
  ])
  await turn.reply('correct-which', {}, { choices })
}

async function askWords(turn: Turn, topic: OwnTopic): Promise<void> {
  const { programme, span } = topic
  await turn.setDialog({
    kind: CORRECT,
    state: { programmeId: programme.id, topicCode: span.topic.code, text: null } satisfies Asked,
  })
  await turn.reply('correct-words', { title: topicTitle(topic, turn.locale) })
}

async function readBack(turn: Turn, topic: OwnTopic, text: string): Promise<void> {
  const { programme, span } = topic
  const targets = await listTargets(turn, topic)
  await turn.setDialog({
    kind: CORRECT,
    state: { programmeId: programme.id, topicCode: span.topic.code, text } satisfies Asked,
  })
  await turn.reply(
    'correct-confirm',
    {
      people: targets.filter(({ kind }) => kind === 'person').length,
      groups: targets.filter(({ kind }) => kind === 'group').length,
      pasters: targets.filter(({ kind }) => kind === 'paste').length,
      words: turn.t(turn.locale, 'correct-told', { title: topicTitle(topic, turn.locale), text }),
    },
    { choices: [[{ action: `${CORRECT}:yes`, label: turn.t(turn.locale, 'correct-yes') }]] },
  )
}

async function send(turn: Turn, topic: OwnTopic, text: string): Promise<void> {
  const { person } = turn
  const { programme, span } = topic
  const targets = await listTargets(turn, topic)
  const details = { programme: programme.id, topic: span.topic.code, count: targets.length }
  if (
    !person ||
    !(await authorise(turn, person, 'correct-topic', { unitId: programme.ownerUnitId, details }))
  )
    return void (await turn.reply('correct-gone'))
  await turn.setDialog(null)
  for (const { to, kind, key } of targets) {
    const t = (name: string, values?: Record<string, string | number>) => turn.t(to.locale, name, values)
    const group = t('correct-told-group', { title: topicTitle(topic, to.locale), text })
    const words =
      kind === 'person'
        ? t('correct-told', { title: topicTitle(topic, to.locale), text })
        : kind === 'paste'
          ? `${t('paste-head')}\n${group}`
          : group
    await turn.say({
      to,
      words: { text: words },
      class: 'scheduled',
      topic: 'correction',
      uniqueKey: `correction:${turn.updateId}:${key}`,
      ...whenAwake(turn),
    })
  }
  await turn.reply('correct-sent', { count: targets.length })
}

interface Target {
  to: SayTarget
  kind: 'person' | 'group' | 'paste'
  key: string
}

/**
 * Where the topic went, as those readers can be reached today: who took back their consent or left since is not
 * written to any more; who joined since got no wrong words.
 */
async function listTargets(turn: Turn, { programme, span }: OwnTopic): Promise<Target[]> {
  const posts = await listTopicPosts(turn.tx, programme.id, span.topic.code)
  const readers = posts.flatMap(({ personId }) => personId ?? [])
  const recipients =
    readers.length > 0
      ? await listRecipients(turn.tx, programme.treeId, readers)
      : new Map<string, SayTarget>()
  return posts.flatMap((post): Target[] => {
    const { kind, personId, chatId, botId, threadId, chatLanguage, isActive } = post
    if (kind === 'group')
      return isActive
        ? [
            {
              kind,
              key: `group:${chatId}:${threadId ?? ''}`,
              to: { kind, chatId, botId, threadId, locale: chatLanguage },
            },
          ]
        : []
    const to = personId ? recipients.get(personId) : undefined
    return to ? [{ kind, key: `${kind}:${personId}`, to }] : []
  })
}

async function withTopic(
  turn: Turn,
  programmeId: string | null,
  code: string | undefined,
  does: (turn: Turn, topic: OwnTopic) => Promise<void>,
): Promise<void> {
  const topic = await findOwnTopic(turn, 'correct-topic', programmeId, code)
  await (topic ? does(turn, topic) : turn.reply('correct-gone'))
}
