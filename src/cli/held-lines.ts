import type { HeldMessage } from '../jobs/hold-planned.ts'
import type { CliDeps } from './cli-deps.ts'

/** Things that are not said now, by kind of message and reason. */
export type HeldCounts = { topic: string; reason: string; count: number; people: number }[]

/** Counts what is held back: how many things, of how many people. */
export function countHeld(held: readonly HeldMessage[]): HeldCounts {
  const groups = new Map<string, { topic: string; reason: string; count: number; people: Set<string> }>()
  for (const { topic, reason, personId } of held) {
    const key = `${topic}:${reason}`
    const group = groups.get(key) ?? { topic, reason, count: 0, people: new Set() }
    group.count += 1
    if (personId !== null) group.people.add(personId)
    groups.set(key, group)
  }
  return [...groups.values()].map((group) => ({ ...group, people: group.people.size }))
}

/** The counts in words, the reason first. */
export function heldLines(counts: HeldCounts, t: CliDeps['t']): string[] {
  if (counts.length === 0) return []
  return [
    t('cli-held'),
    ...counts.map(({ topic, reason, count, people }) => {
      return `  ${t('cli-held-line', { reason: t(`held-${reason}`), topic, count, people })}`
    }),
  ]
}
