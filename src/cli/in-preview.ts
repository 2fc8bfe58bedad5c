import type { Tools } from '../commands/command.ts'

class Undo extends Error {}

/** Runs `work` at a savepoint that is always taken back, inside a transaction that goes on. */
export async function inPreview<T>(tx: Tools['tx'], work: (tx: Tools['tx']) => Promise<T>): Promise<T> {
  let result: { value: T } | undefined
  try {
    await tx.transaction(async (inner) => {
      result = { value: await work(inner) }
      throw new Undo()
    })
  } catch (error) {
    if (!(error instanceof Undo)) throw error
  }
  if (!result) throw new Error('a preview ended without a result')
  return result.value
}
