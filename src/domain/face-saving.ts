/** Fewer missing than this and a count points at people. */
const FEWEST_MISSING = 5
/** In a smaller circle everybody can work out who is meant. */
const SMALLEST_CIRCLE = 10

/** What a group may be told about how many have answered. */
export type GroupCounts =
  | { kind: 'counts'; done: number; total: number; missing: number }
  | { kind: 'no-counts' }

/**
 * Counts for a group, or none where a name could be guessed from them: fewer than 5 missing, or fewer
 * than 10 members (or people who owe it). The number who have answered gives the missing away, so both go.
 */
export function decideGroupCounts(total: number, done: number, members: number): GroupCounts {
  const missing = total - done
  if (missing < FEWEST_MISSING || Math.min(total, members) < SMALLEST_CIRCLE) return { kind: 'no-counts' }
  return { kind: 'counts', done, total, missing }
}
