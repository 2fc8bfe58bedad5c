/**
 * What may go wrong with an answer. `answer`, `html429` and `html502` stand in for it (the call is not
 * processed); `dropConnection` closes before processing; `acceptThenDrop` and `malformedJson` process the
 * call and then lose or spoil the answer; `delay` processes it and answers late.
 */
export type Fault =
  | { kind: 'answer'; status: number; body: unknown }
  | { kind: 'html429' }
  | { kind: 'html502' }
  | { kind: 'delay'; ms: number }
  | { kind: 'dropConnection' }
  | { kind: 'acceptThenDrop' }
  | { kind: 'malformedJson' }

/** When a fault strikes. Without `probability` always; without `times` until cleared. */
export interface FaultRule {
  /** API method, or `*` for every one. */
  method: string
  fault: Fault
  /** How many answers it spoils; 1 unless a probability is given. */
  times?: number
  /** Matching calls to let pass first. */
  skip?: number
  /** 0 to 1, drawn from the server's seeded random numbers for each matching call. */
  probability?: number
  /** Only calls about this chat. */
  chat?: number | string
}

export interface FaultPlan {
  inject(rule: FaultRule): void
  clear(): void
  /** The fault that strikes this call, used up if its rule is counted. */
  take(method: string, chat: string | null): Fault | null
}

export function createFaultPlan(random: () => number): FaultPlan {
  let rules: { rule: FaultRule; skip: number; left: number }[] = []
  return {
    inject: (rule) => {
      const left = rule.times ?? (rule.probability === undefined ? 1 : Infinity)
      rules.push({ rule, skip: rule.skip ?? 0, left })
    },
    clear: () => {
      rules = []
    },
    take: (method, chat) => {
      for (const active of rules) {
        const { rule } = active
        if (rule.method !== '*' && rule.method !== method) continue
        if (rule.chat !== undefined && String(rule.chat) !== chat) continue
        if (active.skip > 0) {
          active.skip -= 1
          continue
        }
        if (rule.probability !== undefined && random() >= rule.probability) continue
        active.left -= 1
        rules = rules.filter((other) => other.left > 0)
        return rule.fault
      }
      return null
    },
  }
}
