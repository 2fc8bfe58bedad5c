import type { Logger } from '../log.ts'

/** What every adapter is given from outside. */
export interface AdapterSetup {
  /** Machine time. */
  machine: () => Date
  /** [0, 1), for spreading waits. */
  random: () => number
  log: Pick<Logger, 'info' | 'warn'>
}
