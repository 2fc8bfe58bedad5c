import type { Day } from '../time.ts'

/** How a member stands in a unit: what offices write in the column `status`. */
export type MemberStatus = 'official' | 'probationary' | 'exempt' | 'away' | 'left'

/** Which of these hold of somebody who is still there; an official member who is here has none to speak of. */
export function statusesOf(
  membership: { category: string; exempt: boolean } | undefined,
  awayUntil: Day | null,
): Exclude<MemberStatus, 'official'>[] {
  if (!membership) return ['left']
  return [
    ...(membership.category === 'probationary' ? ['probationary' as const] : []),
    ...(membership.exempt ? ['exempt' as const] : []),
    ...(awayUntil ? ['away' as const] : []),
  ]
}
