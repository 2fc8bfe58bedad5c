import { formatDay } from '../time.ts'
import { wordsOf } from './form-definition.ts'
import type { TopicSpan } from './plan-topics.ts'
import type { Programme } from './programme.ts'
import type { Topic } from './programme-parts.ts'
import { lastGoodDayOf, listRounds } from './rounds.ts'

type Words = (key: string, values?: Record<string, string | number>) => string

/**
 * A topic as people read it: title, brief, what to do by when, materials. `t` gives the sentences of one
 * language. The texts are the programme's own; what it does not say is left out.
 */
export function describeTopic(
  programme: Programme,
  { topic, kind, mode }: Pick<TopicSpan, 'topic' | 'kind' | 'mode'>,
  locale: 'vi' | 'en',
  t: Words,
): string {
  const paragraphs = [t('topic-post-title', { title: wordsOf(topic.title, locale) })]
  if (mode === 'suggested') paragraphs.push(noteOf(programme, kind, locale) ?? t('topic-post-suggested'))
  if (topic.brief) paragraphs.push(wordsOf(topic.brief, locale))
  const due = dueOfTopic(programme, topic)
  if (topic.what_to_do) paragraphs.push(t('topic-post-to-do', { text: wordsOf(topic.what_to_do, locale) }))
  if (due) paragraphs.push(t('topic-post-due', due))
  const materials = [...topic.materials].map(({ title, link, citation }) =>
    [`- ${title}`, citation, link].filter(Boolean).join('\n  '),
  )
  if (materials.length > 0) paragraphs.push([t('topic-post-materials'), ...materials].join('\n'))
  return paragraphs.join('\n\n')
}

/** How units may use a topic that the plan only suggests, in the plan's words. */
function noteOf(programme: Programme, kind: TopicSpan['kind'], locale: 'vi' | 'en'): string | null {
  const note = kind === 'term' ? undefined : programme.topics[kind].note
  return note ? wordsOf(note, locale) : null
}

/** The last good day by which a topic is studied, and the words of the plan; null where none is set. */
function dueOfTopic(programme: Programme, topic: Topic): { due: string; phrase: string } | null {
  const obligation = programme.obligations.find((one) => one.code === topic.obligation)
  if (!obligation) return null
  const year = topic.year ?? programme.year
  const rounds = listRounds(programme, obligation)
  const round =
    rounds.find(({ period }) => topic.quarter !== undefined && period === `${year}-Q${topic.quarter}`) ??
    rounds.find(({ period }) => period === String(year)) ??
    (rounds.length === 1 ? rounds[0] : undefined)
  const day = round && lastGoodDayOf(round.due)
  return round && day ? { due: formatDay(day), phrase: round.due.phrase } : null
}
