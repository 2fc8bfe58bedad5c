import { join } from 'node:path'
import type { Invitation } from './make-invitation.ts'
import { readPrivateFile, writePrivateFile } from './private-file.ts'

interface Kept {
  done: string[]
  codes: Record<string, Invitation>
}

/** How far the sample has come, and its codes, which cannot be read back from the product. */
export interface SampleState {
  /** Nothing was done here before. */
  isNew: boolean
  /** Does a step that was not done yet. Killed in the middle it is done again: it must bear that. */
  once(step: string, work: () => Promise<unknown>): Promise<void>
  /** The invitation left to the visitor, by the persona's name. */
  code(persona: string): Invitation | null
  keepCode(persona: string, code: Invitation): void
}

/** The state of the sample in the playground's directory. */
export function openSampleState(dataDir: string): SampleState {
  const file = join(dataDir, 'sample.json')
  const kept = (readPrivateFile(file) as Kept | null) ?? { done: [], codes: {} }
  return {
    isNew: kept.done.length === 0,
    once: async (step, work) => {
      if (kept.done.includes(step)) return
      await work()
      kept.done.push(step)
      writePrivateFile(file, kept)
    },
    code: (persona) => kept.codes[persona] ?? null,
    keepCode: (persona, code) => {
      kept.codes[persona] = code
      writePrivateFile(file, kept)
    },
  }
}
