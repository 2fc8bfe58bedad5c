import type { Day } from '../time.ts'

/**
 * A submission waits for its receiver (`filed`), was received, was sent back with a comment, or asks for
 * no review at all (`final`).
 */
export type SubmissionState = 'filed' | 'received' | 'commented' | 'final'

/** What a receiver says about a version. */
export type ReviewOutcome = 'received' | 'commented'

/** Whether what was filed may be filed again, and why not. */
export type Refiling =
  | { kind: 'may-refile'; because: 'sent-back' | 'before-deadline' }
  /** The received version is frozen. */
  | { kind: 'was-received' }
  /** After the deadline only what was sent back is changed. */
  | { kind: 'deadline-passed'; dueOn: Day }

/**
 * Until the deadline (`dueOn`, the last good day; null: none) a filing may be replaced by a new version,
 * afterwards only when it was sent back; once received it is frozen. `today` is a day of the unit's zone.
 */
export function decideRefiling(state: SubmissionState, dueOn: Day | null, today: Day): Refiling {
  if (state === 'received') return { kind: 'was-received' }
  if (state === 'commented') return { kind: 'may-refile', because: 'sent-back' }
  if (dueOn && today > dueOn) return { kind: 'deadline-passed', dueOn }
  return { kind: 'may-refile', because: 'before-deadline' }
}

/** The state after a version was filed. */
export function stateAfterFiling(reviewed: boolean): SubmissionState {
  return reviewed ? 'filed' : 'final'
}

/** Whether a filing on `today` is late. What was due before the bot was used is never late. */
export function isLate(dueOn: Day | null, today: Day, beforeBot: boolean): boolean {
  return dueOn !== null && !beforeBot && today > dueOn
}
