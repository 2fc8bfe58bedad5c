import type { Tools } from '../commands/command.ts'
import { describeTopic } from '../domain/describe-topic.ts'
import { type TopicSpan, topicsToPost } from '../domain/plan-topics.ts'
import { programmeSpan } from '../domain/programme.ts'
import { shortId } from '../domain/short-id.ts'
import { branchOf } from '../domain/unit-tree.ts'
import type { SayTarget } from '../outbox/say.ts'
import { type LiveProgramme, listLiveProgrammes } from '../store/live-programmes.ts'
import { listMembersOf } from '../store/people.ts'
import { listGroups, listRecipients } from '../store/recipients.ts'
import { listUnits } from '../store/units.ts'
import { dayOf } from '../time.ts'

/**
 * Posts the topics of one tree that are current: to every bound group of the programme's branch and to every
 * member in private, once each. Who joins later in the quarter gets the quarter's topic then. Returns how
 * many messages were queued.
 */
export async function sendTopics(tools: Tools, treeId: string): Promise<number> {
  const { tx, now } = tools
  const units = await listUnits(tx, treeId, dayOf(now))
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  let queued = 0
  for (const programme of await listLiveProgrammes(tx, treeId)) {
    const owner = byId.get(programme.ownerUnitId)
    if (!owner) continue
    const spans = topicsToPost(programme.content, programme.liveFrom, now, owner.zone)
    if (spans.length === 0) continue
    const branch = branchOf(owner.id, units)
    const members = await listMembersOf(tx, branch, dayOf(now, owner.zone))
    const recipients = await listRecipients(tx, treeId)
    const groups = await listGroups(tx, treeId)
    for (const span of spans) {
      for (const target of uniqueGroups(branch.flatMap((unitId) => groups.get(unitId) ?? [])))
        queued += await post(tools, programme, span, target, `group:${target.chatId}`)
      for (const member of members) {
        const target = recipients.get(member.id)
        if (target) queued += await post(tools, programme, span, target, `person:${member.id}`)
      }
    }
  }
  return queued
}

async function post(
  tools: Tools,
  programme: LiveProgramme,
  span: TopicSpan,
  to: SayTarget,
  whom: string,
): Promise<number> {
  const t = (key: string, values?: Record<string, string | number>) => tools.t(to.locale, key, values)
  const text = [
    t(`topic-post-${to.kind}-head`, { period: periodWords(programme, span, t) }),
    describeTopic(programme.content, span.topic, to.locale, t),
    t(`topic-post-hint-${to.kind}`),
  ].join('\n\n')
  const said = await tools.say({
    to,
    words: { text },
    choices: [
      [
        {
          action: `topic:studied:${shortId(programme.id)}:${span.topic.code}`,
          label: t('topic-post-studied'),
        },
      ],
    ],
    class: 'scheduled',
    topic: 'topic',
    uniqueKey: `topic:${programme.id}:${span.topic.code}:${whom}`,
  })
  return said ? 1 : 0
}

function periodWords(
  programme: LiveProgramme,
  { kind, topic, from }: TopicSpan,
  t: (key: string, values?: Record<string, string | number>) => string,
): string {
  const year = String(topic.year ?? programmeSpan(programme.content).from)
  if (kind === 'term') return t('topic-post-term')
  if (kind === 'year') return t('topic-post-year', { year })
  return t('topic-post-quarter', { quarter: topic.quarter ?? Math.ceil(Number(from.slice(5, 7)) / 3), year })
}

/** One group may serve several units: it hears a topic once. */
function uniqueGroups(targets: readonly SayTarget[]): SayTarget[] {
  return [...new Map(targets.map((target) => [`${target.chatId}:${target.threadId ?? ''}`, target])).values()]
}
