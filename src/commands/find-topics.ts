import type { Action } from '../domain/access.ts'
import { wordsOf } from '../domain/form-definition.ts'
import { listTopicSpans, type TopicSpan } from '../domain/plan-topics.ts'
import { mayDo } from '../store/authorise.ts'
import { type LiveProgramme, listLiveProgrammes } from '../store/live-programmes.ts'
import type { Turn } from './command.ts'

/** A topic of a programme that this person's office runs. */
export interface OwnTopic {
  programme: LiveProgramme
  span: TopicSpan
}

/** The topics about which this person may do something, in the order of their days. */
export async function listOwnTopics(turn: Turn, action: Action): Promise<OwnTopic[]> {
  const { person } = turn
  if (!person) return []
  const own: OwnTopic[] = []
  for (const programme of await listLiveProgrammes(turn.tx, person.treeId)) {
    if (!(await mayDo(turn, person, action, { unitId: programme.ownerUnitId }))) continue
    own.push(...listTopicSpans(programme.content).map((span) => ({ programme, span })))
  }
  return own.sort((a, b) => a.span.from.localeCompare(b.span.from))
}

/** One of them. */
export async function findOwnTopic(
  turn: Turn,
  action: Action,
  programmeId: string | null | undefined,
  topicCode: string | undefined,
): Promise<OwnTopic | null> {
  const own = await listOwnTopics(turn, action)
  return (
    own.find(({ programme, span }) => programme.id === programmeId && span.topic.code === topicCode) ?? null
  )
}

export function topicTitle({ span }: OwnTopic, locale: 'vi' | 'en'): string {
  return wordsOf(span.topic.title, locale)
}
