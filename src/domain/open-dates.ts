import type { Wording } from './form-definition.ts'
import type { Period } from './period.ts'
import type { Programme } from './programme.ts'
import { listRounds, type OfficeDate } from './rounds.ts'

/** A date that the plan leaves to a later document or to an event: the office is asked for it. */
export interface OpenDate {
  obligation: string
  title: Wording
  period: Period
  /** The plan's words. */
  phrase: string
}

/** Every round of a programme that waits for a date, in the order of the plan. */
export function listOpenDates(programme: Programme, officeDates: readonly OfficeDate[] = []): OpenDate[] {
  return programme.obligations.flatMap((obligation) =>
    listRounds(programme, obligation, officeDates)
      .filter(
        ({ due }) =>
          due.kind === 'not-set' ||
          due.kind === 'after-event' ||
          (due.kind === 'expected' && due.lastGoodDay === null),
      )
      .map(({ period, due }) => ({
        obligation: obligation.code,
        title: obligation.title,
        period,
        phrase: due.phrase,
      })),
  )
}
