const LONGEST_MS = 30_000

/** Wait before try `failures + 1`: 1, 2, 4 … 30 s, shortened by up to a quarter so that replicas spread. */
export function backOffMs(failures: number, random: () => number): number {
  const full = Math.min(LONGEST_MS, 1000 * 2 ** Math.max(0, failures - 1))
  return Math.round(full * (1 - random() / 4))
}

/** Resolves after `ms`, or as soon as `signal` aborts. */
export function wait(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve()
    const done = (): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal?.addEventListener('abort', done, { once: true })
  })
}
