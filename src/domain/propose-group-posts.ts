import { decideGroupCounts } from './face-saving.ts'
import type { NudgeRound } from './nudge-rounds.ts'
import { findStage, groupOffsets } from './nudge-stage.ts'
import type { GroupReminder, NudgeUnit, NudgeWorld, PasteReminder } from './nudge-world.ts'
import { baseOf, isReached, roundKey } from './reminder-parts.ts'

/**
 * What the groups of a unit hear of a round, by counts; where a bot may not enter it, what its
 * secretary may paste.
 * A post that can be changed is made at the first stage and stays; others are as many as the programme
 * allows, the nearest to the deadline first.
 */
export function proposeGroupPosts(
  round: NudgeRound,
  unit: NudgeUnit,
  world: NudgeWorld,
  now: Date,
): (GroupReminder | PasteReminder)[] {
  if (!round.forGroup) return []
  const offsets = groupOffsets(round.rules.offsets)
  const first = findStage(offsets, round, unit.calendar, now)
  if (!first) return []
  const { asked, missing, subject } = round
  const words = {
    counts:
      subject === 'unit'
        ? ({ kind: 'no-counts' } as const)
        : decideGroupCounts(asked.length, asked.length - missing.length, unit.members),
    subject,
    assignmentId: subject === 'unit' ? missing[0]!.assignmentId : null,
  }
  const few = [...offsets].sort((a, b) => a - b).slice(0, round.rules.groupPosts)
  const repeated = findStage(few, round, unit.calendar, now)
  const posts = unit.groups.flatMap(({ id, living }): GroupReminder[] => {
    const stage = living ? first : repeated
    if (!stage) return []
    const name = roundKey(round, living ? { offset: 0 } : stage)
    return [
      {
        ...baseOf(round, stage),
        ...words,
        key: `nudge:${living ? 'living' : 'group'}:${id}:${name}`,
        worth: stage.isLastBefore ? 5 : 4,
        kind: 'group',
        groupId: id,
      },
    ]
  })
  const { paster } = unit
  if (unit.groups.length > 0 || !repeated || paster === null || !isReached(paster, world)) return posts
  return [
    {
      ...baseOf(round, repeated),
      ...words,
      key: `nudge:paste:${roundKey(round, repeated)}`,
      worth: 1,
      kind: 'paste',
      personId: paster,
    },
  ]
}

/**
 * One more post in place of private reminders for which the month has no messages left, as long as the
 * programme's number of posts leaves room beside those that have their day.
 */
export function postInstead(round: NudgeRound, unit: NudgeUnit, now: Date): GroupReminder[] {
  const stage = findStage(round.rules.offsets.private, round, unit.calendar, now)
  if (!stage || stage.offset < 0 || !round.forGroup || round.subject === 'unit') return []
  const planned = groupOffsets(round.rules.offsets).length
  if (planned >= round.rules.groupPosts) return []
  const { asked, missing } = round
  return unit.groups
    .filter(({ living }) => !living)
    .map(({ id }) => ({
      ...baseOf(round, stage),
      counts: decideGroupCounts(asked.length, asked.length - missing.length, unit.members),
      subject: 'people' as const,
      assignmentId: null,
      // One for each deadline: what is left of the number is not spent on more than that.
      key: `nudge:group:${id}:${roundKey(round, { offset: 0 })}:instead`,
      worth: 5,
      kind: 'group' as const,
      groupId: id,
    }))
}
