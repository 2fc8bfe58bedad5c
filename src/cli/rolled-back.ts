import type { Tools } from '../commands/command.ts'
import { type Parts, withTools } from '../tools.ts'

class RollBack extends Error {}

/** Runs `work` in a transaction that is always rolled back: a preview by the code that does the real thing. */
export async function rolledBack<T>(parts: Parts, work: (tools: Tools) => Promise<T>): Promise<T> {
  let result: { value: T } | undefined
  try {
    await withTools(parts, async (tools) => {
      result = { value: await work(tools) }
      throw new RollBack()
    })
  } catch (error) {
    if (!(error instanceof RollBack)) throw error
  }
  if (!result) throw new Error('a preview ended without a result')
  return result.value
}
