/** Kinds of operator trouble, in the order in which they are listed. */
export const TROUBLE_KINDS = ['bot-stopped', 'disk', 'backup', 'clock', 'quota', 'failed', 'parked'] as const
export type TroubleKind = (typeof TROUBLE_KINDS)[number]

/** Something that is wrong now. */
export interface Trouble {
  kind: TroubleKind
  /** Tells several of a kind apart: a bot's handle, a folder; empty where there is only one. */
  subject: string
  values: Record<string, string | number>
}

/** A trouble that was seen before and is not over. Times are machine time. */
export interface OpenTrouble extends Trouble {
  id: string
  lastSeenAt: Date
  toldAt: Date | null
  mutedUntil: Date | null
}

/** What one look changes. */
export interface AlertPlan {
  begins: Trouble[]
  /** Still there, with the figures of now. */
  stays: { id: string; values: Trouble['values'] }[]
  /** To be told now: what begins (no id yet) or was seen before and could not be told then. */
  tell: { id: string | null; trouble: Trouble }[]
  /** Over; `tell`: the office knew of it. */
  ends: { open: OpenTrouble; tell: boolean }[]
}

/** Something that comes and goes is one trouble: it is over when it has been away this long. */
const AWAY_MS = 15 * 60_000
/** Nobody can wait with these until morning: nothing is received or kept meanwhile. */
const URGENT: ReadonlySet<TroubleKind> = new Set(['bot-stopped', 'disk'])

/**
 * Tells a trouble once when it comes and once when it is over. What is muted is not told until the mute ends.
 * Outside waking hours only the urgent kinds are told; the rest is told in the morning, if it is still there.
 */
export function planAlerts(
  found: readonly Trouble[],
  open: readonly OpenTrouble[],
  now: Date,
  isAwake: boolean,
): AlertPlan {
  const plan: AlertPlan = { begins: [], stays: [], tell: [], ends: [] }
  const known = new Map(open.map((each) => [keyOf(each), each]))
  const mayTell = (kind: TroubleKind) => isAwake || URGENT.has(kind)
  for (const trouble of found) {
    const before = known.get(keyOf(trouble))
    if (!before) {
      plan.begins.push(trouble)
      if (mayTell(trouble.kind)) plan.tell.push({ id: null, trouble })
      continue
    }
    plan.stays.push({ id: before.id, values: trouble.values })
    const isMuted = before.mutedUntil !== null && before.mutedUntil > now
    if (before.toldAt === null && !isMuted && mayTell(trouble.kind))
      plan.tell.push({ id: before.id, trouble })
  }
  const seen = new Set(found.map(keyOf))
  for (const each of open) {
    if (seen.has(keyOf(each)) || now.getTime() - each.lastSeenAt.getTime() < AWAY_MS) continue
    if (each.toldAt !== null && !mayTell(each.kind)) continue
    plan.ends.push({ open: each, tell: each.toldAt !== null })
  }
  return plan
}

function keyOf({ kind, subject }: Pick<Trouble, 'kind' | 'subject'>): string {
  return `${kind}\n${subject}`
}
