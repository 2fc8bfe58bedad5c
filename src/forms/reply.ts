import type { Path } from './answers.ts'

/** What a step decided to say; the prompt itself is made of the state afterwards. */
export type Reply =
  | { kind: 'prompt' }
  | { kind: 'help' }
  | { kind: 'position' }
  | { kind: 'overview' }
  | { kind: 'stale'; why: 'old-button' | 'crossed' }
  | { kind: 'answer-changed'; paths: Path[] }
  | { kind: 'fragment-kept'; path: Path; length: number; first: boolean }
  | { kind: 'file-kept'; path: Path; count: number; max: number }
  | { kind: 'nothing' }
  | { kind: 'paused' }
  | { kind: 'cancelled' }
  | { kind: 'confirmed' }

export const prompt: Reply = { kind: 'prompt' }

/** The same, after the step was made. */
export function done(_made: unknown): Reply {
  return prompt
}
