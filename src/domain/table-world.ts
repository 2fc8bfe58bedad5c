import type { Day } from '../time.ts'
import type { UnitView } from './person.ts'
import type { RollUpFacts } from './roll-up.ts'

/** One unit's report of one session. */
export interface SessionReport {
  unitId: string
  period: string
  /** What decides to which quarter it belongs. */
  day: Day
  late: boolean
  /** By the names that forms give them. */
  figures: Readonly<Record<string, number>>
  heldOn: Day | null
  handbookOn: Day | null
  grade: string | null
  /** Null where there are none or the reader may not see them. */
  proposals: string | null
}

/** What the tables of one quarter are made of. Facts reach back over the year. */
export interface TableWorld {
  facts: RollUpFacts
  reports: readonly SessionReport[]
  /** In the order of the rows; units that owe nothing get none. */
  units: readonly UnitView[]
  members: ReadonlyMap<string, number>
  year: number
  quarter: 1 | 2 | 3 | 4
  /** What is studied in the quarter; null where the programme leaves it open. */
  topic: string | null
}
