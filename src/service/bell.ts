/** Wakes whoever waits. A ring while nobody waits is kept for the next one. */
export interface Bell {
  ring(): void
  /** Wakes one of several that wait. A ring while nobody waits is kept. */
  ringOne(): void
  /** Resolves at the next ring, after `ms`, or when `signal` aborts. */
  wait(ms: number, signal?: AbortSignal): Promise<void>
}

export function createBell(): Bell {
  const waiting = new Set<() => void>()
  let isRung = false
  return {
    ring: () => {
      isRung = waiting.size === 0
      for (const wake of waiting) wake()
    },
    ringOne: () => {
      const [wake] = waiting
      isRung = wake === undefined
      wake?.()
    },
    wait: (ms, signal) => {
      if (isRung || signal?.aborted) {
        isRung = false
        return Promise.resolve()
      }
      return new Promise((resolve) => {
        const wake = () => {
          clearTimeout(timer)
          signal?.removeEventListener('abort', wake)
          waiting.delete(wake)
          resolve()
        }
        const timer = setTimeout(wake, ms)
        signal?.addEventListener('abort', wake, { once: true })
        waiting.add(wake)
      })
    },
  }
}

/** Resolves after `ms`, or at once when `signal` aborts. */
export function rest(ms: number, signal?: AbortSignal): Promise<void> {
  return createBell().wait(ms, signal)
}
