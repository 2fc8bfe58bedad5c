import { changeRound, type RoundChange, type RoundChangeOutcome } from '../store/round-changes.ts'
import { formatDay } from '../time.ts'
import type { Tools } from './command.ts'
import type { OfficeRound } from './list-rounds.ts'
import { roundTitles } from './round-titles.ts'
import { tellConcerned } from './tell-concerned.ts'

/** Changes a round and tells whoever still owes something of it. Who may do so has been decided before. */
export async function changeRoundAndTell(
  tools: Tools,
  request: { treeId: string; round: OfficeRound; change: RoundChange; by: string; reason: string },
): Promise<{ outcome: RoundChangeOutcome; told: number }> {
  const { treeId, round, change, by, reason } = request
  const { obligationId, period, dueOn } = round
  const outcome = await changeRound(tools, { treeId, obligationId, period, change, by, reason })
  if (outcome.outcome === 'refused') return { outcome, told: 0 }
  const title = await roundTitles(tools, treeId)
  const told = await tellConcerned(tools, {
    treeId,
    assignmentIds: outcome.about,
    key: `round:${outcome.id}`,
    person: `round-told-${change}`,
    group: `round-told-group-${change}`,
    values: (locale) => ({
      title: title(locale, round),
      due: dueOn ? formatDay(dueOn) : tools.t(locale, 'round-no-date'),
    }),
  })
  return { outcome, told }
}
