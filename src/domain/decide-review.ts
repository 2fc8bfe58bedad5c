import type { Role } from './person.ts'
import type { ReviewOutcome, SubmissionState } from './submission-state.ts'

/** A unit with those who hold posts in it on the day. */
export interface ReviewBody {
  unitId: string
  posts: readonly { personId: string; role: Role }[]
}

/** The body that the route of a programme names. */
export type ReceivingBodyName = 'own-unit' | 'parent-unit' | 'office' | 'body'

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
  /** Members of the programme's own receiving body, where the route names one (`body`). */
  bodyMembers: readonly string[]
}

const RECEIVING: readonly Role[] = ['secretary', 'deputy']
const FILING: readonly Role[] = ['secretary', 'deputy', 'contact']

/**
 * The people who may receive a submission. Nobody receives their own: a secretary's pledge goes to the
 * deputy, and where there is none to the level above; what a unit files is never received in that unit.
 * Empty where the tree has nobody for it.
 */
export function decideReceivers(to: ReceivingBodyName, author: Authorship, world: ReviewWorld): string[] {
  const excluded = new Set(author.authors)
  if (author.personId) excluded.add(author.personId)
  else {
    for (const post of world.path[0]?.posts ?? []) {
      if (FILING.includes(post.role)) excluded.add(post.personId)
    }
  }
  const office = () => holdersIn(world.path, ['office'], excluded)
  if (to === 'office') return office()
  const members = to === 'body' ? world.bodyMembers.filter((personId) => !excluded.has(personId)) : []
  if (members.length > 0) return members
  const aboveOnly = to === 'parent-unit' || !author.personId
  const receivers = holdersIn(world.path.slice(aboveOnly ? 1 : 0), RECEIVING, excluded)
  return receivers.length > 0 ? receivers : office()
}

/** The people who get one more copy, to follow it; they need not answer, and nobody gets it twice. */
export function decideCopyReaders(
  to: ReceivingBodyName,
  author: Authorship,
  world: ReviewWorld,
  receivers: readonly string[],
): string[] {
  return decideReceivers(to, author, world).filter((personId) => !receivers.includes(personId))
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
