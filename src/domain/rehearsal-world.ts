import type { NudgeUnit } from './nudge-world.ts'
import type { PlannedPerson, PlannedUnit } from './wanted-assignments.ts'

/** A bot as a rehearsal knows it. */
export interface RehearsedBot {
  /** `zalo 1`, or its handle. */
  name: string
  /** Messages of a month; null where the platform does not count. */
  quota: number | null
  /** Messages that it sent already in the month in which the rehearsal begins. */
  used: number
}

/** The people, made up or real, on whom a rehearsal is played; nobody is written to. */
export interface RehearsedOrganisation {
  ownerUnitId: string
  units: readonly PlannedUnit[]
  people: readonly PlannedPerson[]
  nudgeUnits: readonly NudgeUnit[]
  /** By person id, as in `NudgeWorld`. */
  reachable: ReadonlySet<string>
  refusing: ReadonlySet<string>
  unreachable: ReadonlySet<string>
  /** Which bot serves a person or a group. */
  botOf: ReadonlyMap<string, string>
  bots: ReadonlyMap<string, RehearsedBot>
}
