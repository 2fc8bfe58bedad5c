import type { Role } from './person.ts'
import type { ReviewOutcome, SubmissionState } from './submission-state.ts'

/** A unit with those who hold posts in it on the day. */
export interface ReviewBody {
  unitId: string
  posts: readonly { personId: string; role: Role }[]
}

/** The body that the route of a programme names. */
export type ReceivingBody = 'own-unit' | 'parent-unit' | 'office' | 'named-body'

/** Who files, and for whom. */
export interface Authorship {
  /** Null: the unit files. */
  personId: string | null
  /** Who signed or typed it: they never receive it. */
  authors: readonly string[]
}

export interface ReviewWorld {
  /** The unit of the submission and the units above it, nearest first. */
  path: readonly ReviewBody[]
  /** The body named by the programme and the units above it, nearest first. */
  namedPath?: readonly ReviewBody[]
}

const RECEIVING: readonly Role[] = ['secretary', 'deputy']
const FILING: readonly Role[] = ['secretary', 'deputy', 'contact']

/**
 * The people who may receive a submission. Nobody receives their own: a secretary's pledge goes to the
 * deputy, and where there is none to the level above; what a unit files is never received in that unit.
 * Empty where the tree has nobody for it.
 */
export function decideReviewers(body: ReceivingBody, author: Authorship, world: ReviewWorld): string[] {
  const own = world.path[0]
  const excluded = new Set(author.authors)
  if (author.personId) excluded.add(author.personId)
  else for (const post of own?.posts ?? []) if (FILING.includes(post.role)) excluded.add(post.personId)

  if (body === 'office') return holdersIn(world.path, ['office'], excluded)
  const path = body === 'named-body' ? (world.namedPath ?? []) : world.path
  const first = body === 'parent-unit' || (body === 'own-unit' && !author.personId) ? 1 : 0
  const receivers = holdersIn(path.slice(first), RECEIVING, excluded)
  return receivers.length > 0 ? receivers : holdersIn(world.path, ['office'], excluded)
}

/** The people above who get one more copy of a head's pledge, to follow it; they need not answer. */
export function decideCopyReaders(
  author: Authorship,
  world: ReviewWorld,
  receivers: readonly string[],
): string[] {
  const head = world.path[0]?.posts.some(
    (post) => post.personId === author.personId && post.role === 'secretary',
  )
  if (!head) return []
  const above = holdersIn(world.path.slice(1), RECEIVING, new Set(author.authors))
  return above.filter((personId) => personId !== author.personId && !receivers.includes(personId))
}

/** Holders of these roles in the nearest unit that has any. */
function holdersIn(
  path: readonly ReviewBody[],
  roles: readonly Role[],
  excluded: ReadonlySet<string>,
): string[] {
  for (const body of path) {
    const holders = body.posts.filter((post) => roles.includes(post.role) && !excluded.has(post.personId))
    if (holders.length > 0) return [...new Set(holders.map((post) => post.personId))]
  }
  return []
}

/** What becomes of a receiver's answer to one version. */
export type ReviewDecision =
  | { kind: 'reviewed'; state: SubmissionState }
  | { kind: 'not-receiver' }
  /** A newer version was filed meanwhile: it is shown instead. */
  | { kind: 'newer-version' }
  | { kind: 'already-received' }
  | { kind: 'already-sent-back' }

/**
 * Whether `reviewerId` may say `outcome` about version `number`. A received submission can still be sent
 * back (its version stays); nothing else changes it.
 */
export function decideReview(
  submission: { state: SubmissionState; currentNumber: number },
  receivers: readonly string[],
  answer: { reviewerId: string; number: number; outcome: ReviewOutcome },
): ReviewDecision {
  if (!receivers.includes(answer.reviewerId)) return { kind: 'not-receiver' }
  if (answer.number !== submission.currentNumber) return { kind: 'newer-version' }
  if (submission.state === 'commented') return { kind: 'already-sent-back' }
  if (submission.state === 'received' && answer.outcome === 'received') return { kind: 'already-received' }
  return { kind: 'reviewed', state: answer.outcome }
}
