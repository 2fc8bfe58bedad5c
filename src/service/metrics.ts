import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import { countOutbox } from '../store/outbox.ts'
import { countPollGaps } from '../store/poll-gaps.ts'
import { countUpdates } from '../store/updates.ts'
import type { Database } from '../store/database.ts'

/** What Prometheus reads. Ids, states and counts only. */
export interface Metrics {
  stored(channel: string, count: number): void
  sent(channel: string, outcome: string, ms: number): void
  leaseHeld(name: string, isHeld: boolean): void
  /** The page as text; what is counted in the database is counted now. */
  render(): Promise<{ contentType: string; text: string }>
}

export function createMetrics(db: Database): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const storedUpdates = new Counter({
    name: 'nhipquy_updates_stored_total',
    help: 'Updates stored by this process',
    labelNames: ['channel'],
    registers,
  })
  const sendSeconds = new Histogram({
    name: 'nhipquy_send_seconds',
    help: 'Duration of sends by this process, until the result is kept',
    labelNames: ['channel', 'outcome'],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20],
    registers,
  })
  const leases = new Gauge({
    name: 'nhipquy_lease_held',
    help: '1 while this process holds the lease',
    labelNames: ['lease'],
    registers,
  })
  const updates = new Gauge({
    name: 'nhipquy_updates',
    help: 'Updates in the database by state',
    labelNames: ['state'],
    registers,
  })
  const outbox = new Gauge({
    name: 'nhipquy_outbox',
    help: 'Outgoing messages in the database by state and class',
    labelNames: ['state', 'class'],
    registers,
  })
  const gaps = new Gauge({
    name: 'nhipquy_poll_gaps',
    help: 'Spans in which a bot that keeps nothing was not polled',
    labelNames: ['bot'],
    registers,
  })

  return {
    stored: (channel, count) => storedUpdates.inc({ channel }, count),
    sent: (channel, outcome, ms) => sendSeconds.observe({ channel, outcome }, ms / 1000),
    leaseHeld: (lease, isHeld) => leases.set({ lease }, isHeld ? 1 : 0),
    render: async () => {
      for (const gauge of [updates, outbox, gaps]) gauge.reset()
      for (const row of await countUpdates(db)) updates.set({ state: row.state }, row.count)
      for (const row of await countOutbox(db)) outbox.set({ state: row.state, class: row.class }, row.count)
      for (const row of await countPollGaps(db)) gaps.set({ bot: row.botId }, row.count)
      return { contentType: registry.contentType, text: await registry.metrics() }
    },
  }
}
