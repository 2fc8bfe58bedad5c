import { planWeeks } from '../../src/jobs/plan-weeks.ts'
import { decideReminders } from '../../src/jobs/send-nudges.ts'
import { type Parts, withTools } from '../../src/tools.ts'
import type { Answers } from './answers.ts'

/**
 * The product's own planning at two hours of the Monday, as its jobs run it up to where words are made: the
 * digests, then the reminders.
 */
export async function answerByProduct(
  parts: Parts,
  treeId: string,
  at: (time: string) => Date,
): Promise<Answers & { digestMs: number; nudgeMs: number }> {
  const partsAt = (time: string): Parts => ({
    ...parts,
    clock: { machine: () => at(time), product: () => at(time) },
  })
  const started = performance.now()
  const weeks = await withTools(partsAt('07:30'), (tools) => planWeeks(tools, treeId))
  const figures = (weeks?.reports ?? []).flatMap(({ reader, weekly }) =>
    weekly.figures.map(({ kind, now, of, before }) => ({ person: reader.person.id, kind, now, of, before })),
  )
  const late = (weeks?.reports ?? []).flatMap(({ reader, late: units }) =>
    units.map(({ unitId, open, daysLate }) => ({
      person: reader.person.id,
      unit: unitId,
      open,
      days: daysLate,
    })),
  )
  const between = performance.now()
  const decided = await withTools(partsAt('09:00'), (tools) => decideReminders(tools, treeId))
  const nudges = (decided?.plan.messages ?? []).flatMap((message) =>
    message.to === 'person' && message.reminders.some(({ kind }) => kind === 'task')
      ? [message.personId]
      : [],
  )
  const ended = performance.now()
  return {
    figures,
    late,
    nudges: [...new Set(nudges)],
    digestMs: between - started,
    nudgeMs: ended - between,
  }
}
