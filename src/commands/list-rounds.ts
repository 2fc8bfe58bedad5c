import { listRounds } from '../domain/rounds.ts'
import { type BindingRow, listBindingProgrammes } from '../store/binding-programmes.ts'
import { countRound } from '../store/open-rounds.ts'
import { findRoundChange } from '../store/round-changes.ts'
import { addDays, type Day, dayOf } from '../time.ts'
import type { Tools } from './command.ts'

/** A round as the office sees it. */
export interface OfficeRound {
  binding: BindingRow
  obligation: string
  obligationId: string
  period: string
  opensOn: Day
  /** Last good day; null: none (yet). */
  dueOn: Day | null
  state: 'waiting' | 'open' | 'closed'
  total: number
  done: number
}

const DAYS_AHEAD = 60
const DAYS_BACK = 120

/** Rounds that run, come soon or ended lately, of these programmes, by day; those that nobody owes are left out. */
export async function listOfficeRounds(
  tools: Pick<Tools, 'tx' | 'now'>,
  bindings: readonly BindingRow[],
): Promise<OfficeRound[]> {
  const today = dayOf(tools.now)
  const rounds: OfficeRound[] = []
  for (const binding of bindings) {
    const { programme, officeDates, openings = [], obligationIds } = binding
    for (const obligation of programme.obligations) {
      const obligationId = obligationIds.get(obligation.code)
      if (!obligationId || obligation.ongoing) continue
      for (const round of listRounds(programme, obligation, officeDates, openings)) {
        const dueOn = round.due.kind === 'on' || round.due.kind === 'expected' ? round.due.lastGoodDay : null
        const isNear =
          round.opensOn <= addDays(today, DAYS_AHEAD) &&
          (dueOn === null || dueOn >= addDays(today, -DAYS_BACK))
        if (!isNear) continue
        const { period, opensOn } = round
        const { total, done } = await countRound(tools.tx, { obligationId, period })
        if (total === 0) continue
        const isClosed = (await findRoundChange(tools.tx, { obligationId, period })) === 'closed'
        const state = isClosed ? 'closed' : opensOn > today ? 'waiting' : 'open'
        rounds.push({
          binding,
          obligation: obligation.code,
          obligationId,
          period,
          opensOn,
          dueOn,
          state,
          total,
          done,
        })
      }
    }
  }
  return rounds.sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'))
}

/** As `listOfficeRounds`, for every programme of a tree. */
export async function listTreeRounds(
  tools: Pick<Tools, 'tx' | 'now'>,
  treeId: string,
): Promise<OfficeRound[]> {
  return listOfficeRounds(tools, await listBindingProgrammes(tools.tx, treeId))
}
