import type { NudgeRound } from './nudge-rounds.ts'
import type { Stage } from './nudge-stage.ts'
import type { HeldBack, HeldReason, NudgeWorld, Ranks, TaskReminder } from './nudge-world.ts'

type RoundName = Pick<NudgeRound, 'obligationId' | 'period' | 'unitId' | 'dueOn'>

/** The key of one stage of one thing for one person. */
export function taskKey(assignmentId: string, dueOn: string, offset: number, personId: string): string {
  return `nudge:${assignmentId}:${dueOn}:${offset}:${personId}`
}

/** What a task is worth at a stage: 5 for the last word before the deadline. */
export function taskWorth({ isLastBefore, name }: Pick<Stage, 'isLastBefore' | 'name'>): number {
  if (isLastBefore) return 5
  return name === 'reminder' ? 4 : 2
}

/** A round at one stage, as keys name it. */
export function roundKey(
  { unitId, obligationId, period, dueOn }: RoundName,
  { offset }: Pick<Stage, 'offset'>,
): string {
  return [unitId, obligationId, period, dueOn, offset].join(':')
}

/** What every reminder of a round carries. */
export function baseOf({ obligationId, period, unitId, dueOn }: RoundName, stage: Stage) {
  return { ...stage, obligationId, period, unitId, dueOn }
}

/** What one person is told to do at a stage; without an owner the unit owes it. */
export function taskReminder(
  { assignmentId, personId: owner }: { assignmentId: string; personId: string | null },
  round: RoundName,
  stage: Stage,
  personId: string,
): TaskReminder {
  return {
    ...baseOf(round, stage),
    key: taskKey(assignmentId, round.dueOn, stage.offset, personId),
    worth: taskWorth(stage),
    kind: 'task',
    personId,
    assignmentId,
    forUnit: owner === null,
    asked: false,
  }
}

/** Something of a round that is not said. */
export function heldBack(
  { obligationId, period, unitId, dueOn }: RoundName,
  { offset }: Pick<Stage, 'offset'>,
  why: { reason: HeldReason; personId?: string | null; groupId?: string | null },
): HeldBack {
  const { reason, personId = null, groupId = null } = why
  return { reason, personId, groupId, obligationId, period, unitId, dueOn, offset }
}

/** The people of the first rank in which somebody can be told. */
export function firstReached(
  ranks: Ranks,
  world: Pick<NudgeWorld, 'reachable' | 'refusing' | 'away'>,
): readonly string[] {
  for (const rank of ranks) {
    const reached = rank.filter((personId) => isReached(personId, world) && !world.away.has(personId))
    if (reached.length > 0) return reached
  }
  return []
}

/** Whether a person may be written to and can be. */
export function isReached(
  personId: string,
  { reachable, refusing }: Pick<NudgeWorld, 'reachable' | 'refusing'>,
): boolean {
  return reachable.has(personId) && !refusing.has(personId)
}
