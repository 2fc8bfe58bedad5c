/** Runs a command of the operator as typed and gives what it printed. */
export type Operate = (words: readonly string[]) => Promise<{ code: number; out: string[]; err: string[] }>

/** The sample and this release do not fit: a command refused, or a bot did not answer. */
export class SampleError extends Error {
  override readonly name = 'SampleError'
}

/** What a command printed, one string. Throws `SampleError` when it refused. */
export async function runCommand(operate: Operate, ...words: string[]): Promise<string> {
  const { code, out, err } = await operate(words)
  if (code !== 0) throw new SampleError(`nhipquy ${words.join(' ')}: ${[...err, ...out].join('\n')}`)
  return out.join('\n')
}
