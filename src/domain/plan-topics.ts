import { addDays, type Day, lastDayOfMonth, quarterOf, wallTime } from '../time.ts'
import { programmeSpan, type Programme } from './programme.ts'
import type { Topic, TopicMode } from './programme-parts.ts'
import { dayInYear } from './rounds.ts'
import { isAwake } from './waking-hours.ts'

/** A topic and the days on which it is the one to study. */
export interface TopicSpan {
  topic: Topic
  kind: 'term' | 'year' | 'quarter'
  mode: TopicMode
  from: Day
  /** Last day. */
  to: Day
}

/**
 * All topics of a programme with the days on which each is current: a quarter topic in its quarter, a year
 * topic in its year. A list to draw from has no days of its own unless the file gives them.
 */
export function listTopicSpans(programme: Programme): TopicSpan[] {
  const { from, to } = programmeSpan(programme)
  const spans: TopicSpan[] = programme.topics.term.map((topic) => ({
    topic,
    kind: 'term',
    mode: 'fixed',
    from: postDay(topic, from) ?? `${from}-01-01`,
    to: `${to}-12-31`,
  }))
  const { year, quarter } = programme.topics
  for (const topic of year.items) {
    const inYear = topic.year ?? from
    spans.push({
      topic,
      kind: 'year',
      mode: year.mode,
      from: postDay(topic, inYear) ?? `${inYear}-01-01`,
      to: topic.year === undefined ? `${to}-12-31` : `${inYear}-12-31`,
    })
  }
  for (const topic of quarter.items) {
    const inYear = topic.year ?? from
    const posts = postDay(topic, inYear)
    if (topic.quarter === undefined && posts === null) continue
    const last = lastDayOfMonth(inYear, (topic.quarter ?? quarterOf(posts!)) * 3)
    const first = topic.quarter === undefined ? posts! : firstOfQuarter(inYear, topic.quarter)
    spans.push({ topic, kind: 'quarter', mode: quarter.mode, from: posts ?? first, to: last })
  }
  return spans
}

/** Topics that are current on a day: the quarter's before the year's before the term's. */
export function currentTopics(programme: Programme, today: Day): TopicSpan[] {
  const order = ['quarter', 'year', 'term']
  return listTopicSpans(programme)
    .filter((span) => span.from <= today && today <= span.to)
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || b.from.localeCompare(a.from))
}

/**
 * Topics to post at `now`: those that are current, from 08:00 of their day on. Where the programme goes
 * live in the middle of a quarter, that quarter's topic is posted then; what is over is never posted.
 */
export function topicsToPost(programme: Programme, liveFrom: Day, now: Date, zone: string): TopicSpan[] {
  const { day } = wallTime(now, zone)
  if (day < liveFrom || !isAwake(now, zone)) return []
  return (
    currentTopics(programme, day)
      // A topic of the whole term or year is posted in its first three months, not to each newcomer for years.
      .filter(({ kind, from }) => kind === 'quarter' || day <= addDays(from > liveFrom ? from : liveFrom, 90))
      // The most particular comes last: it is the one to be answered.
      .reverse()
  )
}

function postDay(topic: Topic, year: number): Day | null {
  return topic.posts_on === undefined ? null : dayInYear(topic.posts_on, year)
}

function firstOfQuarter(year: number, quarter: number): Day {
  return `${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01`
}
