import type { StageName } from './nudge-stage.ts'

/**
 * How made-up people behave. Our estimates: most act when a deadline is near, few by themselves, some never.
 * They are rates of a rehearsal, not figures of any document.
 */
export const HABITS = {
  /** A reminder makes the person do it within `days`. */
  afterReminder: { invitation: 0.35, reminder: 0.45, 'last-day': 0.55, late: 0.4 } satisfies Record<
    StageName,
    number
  >,
  /** A post in the group, for each who still owes it. */
  afterGroupPost: 0.08,
  /** The secretary rings whom the list names. */
  afterNames: 0.3,
  /** A leader rings the unit. */
  afterEscalation: 0.4,
  /** On any day on which it is shown and not yet due, by oneself. */
  byOneself: 0.015,
  /** A reminder is put off to the evening. */
  putOff: 0.06,
  /** A topic is read and answered with a tap. */
  topicAnswered: 0.6,
  days: 3,
} as const
