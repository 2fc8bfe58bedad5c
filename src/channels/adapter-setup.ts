/** Fields of a log line of an adapter: ids, codes and spans, never text, names or URLs. */
export interface ChannelLogFields {
  channel: string
  bot?: string
  code?: string
  waitMs?: number
  err?: unknown
}

/** The part of the service's log that adapters write to. `event` is a fixed sentence. */
export interface ChannelLog {
  info(fields: ChannelLogFields, event: string): void
  warn(fields: ChannelLogFields, event: string): void
}

/** What every adapter is given from outside. */
export interface AdapterSetup {
  /** Machine time. */
  machine: () => Date
  /** [0, 1), for spreading waits. */
  random: () => number
  log: ChannelLog
}
