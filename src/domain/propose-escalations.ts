import { addDays, type Day, wallTime } from '../time.ts'
import type { NudgeRound } from './nudge-rounds.ts'
import { describe, dayOfStage, ESCALATION_DAYS, type Stage } from './nudge-stage.ts'
import type { EscalationReminder, HeldBack, NudgeUnit, NudgeWorld, Reminder } from './nudge-world.ts'
import { baseOf, firstReached, heldBack } from './reminder-parts.ts'
import { endOfWaking, isAwake } from './waking-hours.ts'

const STEPS = ['leader', 'office'] as const

/**
 * Units that are late by so many days, told upward by counts: first to who supervises them, then to the
 * office. Each step has one key for each unit, obligation and period, whoever is told.
 */
export function proposeEscalations(
  rounds: readonly NudgeRound[],
  units: ReadonlyMap<string, NudgeUnit>,
  world: NudgeWorld,
  now: Date,
  { reminders, held }: { reminders: Reminder[]; held: HeldBack[] },
): void {
  for (const late of lateUnits(rounds)) {
    const unit = units.get(late.round.unitId)
    if (!unit || !isAwake(now, unit.calendar.zone, unit.calendar.hours)) continue
    for (const step of STEPS) {
      const stage = stageOf(late.round, step, unit, now)
      if (!stage) continue
      const own = new Set([...unit.filers, ...unit.readers].flat())
      const ranks = (step === 'leader' ? unit.leaders : unit.office).map((rank) =>
        rank.filter((personId) => !own.has(personId)),
      )
      const [personId] = firstReached(ranks, world)
      if (personId === undefined) held.push(heldBack(late.round, stage, { reason: 'nobody-to-tell' }))
      else reminders.push(escalation(late, stage, step, personId))
    }
  }
}

interface LateUnit {
  round: NudgeRound
  missing: string[]
  /** Things, of people or of the unit. */
  open: number
  total: number
}

/** Rounds with something missing; of several dates of one obligation and period the one that most owe. */
function lateUnits(rounds: readonly NudgeRound[]): LateUnit[] {
  return rounds
    .filter((round) => round.missing.length > 0 && round.forGroup)
    .map((round) => ({
      round,
      missing: round.missing.flatMap(({ personId }) => personId ?? []),
      open: round.missing.length,
      total: round.asked.length,
    }))
}

function stageOf(
  { dueOn, rules }: NudgeRound,
  step: (typeof STEPS)[number],
  { calendar }: NudgeUnit,
  now: Date,
): Stage | null {
  const offset = -rules.escalate[step]
  const today: Day = wallTime(now, calendar.zone).day
  const from = dayOfStage(dueOn, offset, calendar.isWorking)
  if (today < from || today > addDays(from, ESCALATION_DAYS) || !calendar.isWorking(today)) return null
  const daysLeft = Math.round((Date.parse(dueOn) - Date.parse(today)) / 86_400_000)
  return {
    offset,
    ...describe([offset], offset, daysLeft),
    until: endOfWaking(today, calendar.zone, calendar.hours),
  }
}

function escalation(
  { round, missing, open, total }: LateUnit,
  stage: Stage,
  step: (typeof STEPS)[number],
  personId: string,
): EscalationReminder {
  const { subject, unitId, obligationId, period, rules } = round
  return {
    ...baseOf(round, stage),
    key: `escalate:${step}:${unitId}:${obligationId}:${period}:${subject}`,
    worth: 3,
    kind: 'escalation',
    step,
    personId,
    subject,
    missing: open,
    total,
    names: rules.namesToLeaders && step === 'leader' ? missing : [],
  }
}
