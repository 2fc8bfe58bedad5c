import type { Clock } from '../../src/time.ts'

/** Both clocks of a test: they stand still until they are moved. */
export interface TestClock extends Clock {
  /** Sets product time (ISO, or a day's clock such as `2026-03-09T08:00+07:00`); machine time moves along. */
  set(iso: string): void
  /** Moves both on: milliseconds, or `90s`, `10m`, `2h`, `3d`. */
  advance(span: number | string): void
  /** Moves machine time alone: waiting of the sender, which no person would notice. */
  wait(ms: number): void
}

const UNITS: Record<string, number> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }

export function createTestClock(startsAt: string): TestClock {
  let product = Date.parse(startsAt)
  let machine = product
  if (Number.isNaN(product)) throw new Error(`no instant: ${startsAt}`)
  return {
    machine: () => new Date(machine),
    product: () => new Date(product),
    set: (iso) => {
      const next = Date.parse(iso)
      if (Number.isNaN(next)) throw new Error(`no instant: ${iso}`)
      machine += Math.max(0, next - product)
      product = next
    },
    advance: (span) => {
      const [, count, unit] = /^(\d+)([smhd])$/.exec(String(span)) ?? []
      const ms = typeof span === 'number' ? span : Number(count) * (UNITS[unit ?? ''] ?? Number.NaN)
      if (Number.isNaN(ms)) throw new Error(`no span: ${span}`)
      machine += ms
      product += ms
    },
    wait: (ms) => {
      machine += ms
    },
  }
}
