import type { Command } from '../commands/command.ts'
import type { FloodGuard } from '../inbox/flood-guard.ts'
import type { Bell } from './bell.ts'
import type { Metrics } from './metrics.ts'
import type { OpenApp } from './open-app.ts'

/** What the parts of the running service share. */
export interface ServiceState {
  app: OpenApp
  commands: readonly Command[]
  /** Names this process in leases and in rows on their way. */
  holder: string
  metrics: Metrics
  flood: FloodGuard
  /** Rings when an update was stored. */
  inbox: Bell
  /** Told that something was queued for a bot; null: look at all. */
  onQueued: Set<(botId: string | null) => void>
  /** Most messages of one bot on their way at once. */
  parallel: number
  /** Some tokens were not yet answered for: whose webhook is called may be known in a moment. */
  isConnecting: boolean
}
