import { addDays, type Day, weekdayOf } from '../time.ts'

/** What a person can ask of whoever keeps their data. */
export const DATA_REQUESTS = ['withdraw', 'correct', 'copy', 'delete'] as const
export type DataRequest = (typeof DATA_REQUESTS)[number]

/** `approved`: a deletion that is decided and not yet carried out. */
export type DataCaseState = 'open' | 'approved' | 'done' | 'refused'

interface Terms {
  /** Working days in which receipt is acknowledged. */
  acknowledge: number
  /** Days in which it is answered. */
  answer: number
  /** Days that may be added, once; null: no extension is known to be allowed. */
  extend: number | null
  mayRefuse: boolean
}

/**
 * The clocks of Law 91/2025/QH15 Art. 4 and Decree 356/2025 Art. 5. An extension is known for taking consent
 * back alone; it stops the processing at once, so it is the one that nobody can refuse.
 */
const TERMS: Record<DataRequest, Terms> = {
  withdraw: { acknowledge: 2, answer: 15, extend: 15, mayRefuse: false },
  correct: { acknowledge: 2, answer: 10, extend: null, mayRefuse: true },
  copy: { acknowledge: 2, answer: 10, extend: null, mayRefuse: true },
  delete: { acknowledge: 2, answer: 20, extend: null, mayRefuse: true },
}

/** The last days, counted from the day after receipt, on which it may be acknowledged and answered. */
export function legalClock(request: DataRequest, receivedOn: Day): { acknowledgeBy: Day; answerBy: Day } {
  const { acknowledge, answer } = TERMS[request]
  return { acknowledgeBy: addWorkingDays(receivedOn, acknowledge), answerBy: addDays(receivedOn, answer) }
}

/** The last day after an extension; null where the law allows none, or none any more. */
export function extendedClock(
  request: DataRequest,
  clock: { dueOn: Day; extendedFrom: Day | null },
): Day | null {
  const { extend } = TERMS[request]
  return extend === null || clock.extendedFrom !== null ? null : addDays(clock.dueOn, extend)
}

export function mayRefuse(request: DataRequest): boolean {
  return TERMS[request].mayRefuse
}

/** How near the end of the clock is; null: nobody is reminded yet. */
export type ClockStage = 'soon' | 'last-day' | 'over'

/** `soon` begins three working days before the last day. */
export function clockStage(dueOn: Day, today: Day): ClockStage | null {
  if (today > dueOn) return 'over'
  if (today === dueOn) return 'last-day'
  return today >= addWorkingDays(dueOn, -3) ? 'soon' : null
}

/**
 * Monday to Friday. Public holidays are not taken off: they are set anew each year, and without them the day
 * is never too late.
 */
export function addWorkingDays(day: Day, count: number): Day {
  const step = count < 0 ? -1 : 1
  let at = day
  for (let left = Math.abs(count); left > 0;) {
    at = addDays(at, step)
    if (weekdayOf(at) <= 5) left -= 1
  }
  return at
}
