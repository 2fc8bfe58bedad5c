import type { Day } from '../time.ts'

/**
 * Where a figure comes from: counted person by person (`each`), or a sum that somebody stated in a report
 * (`stated`). Readers are shown which: `từng người`, `số tổng`.
 */
export type FigureSource = 'each' | 'stated'

/** What is owed and done of one obligation with one date in one unit. */
export interface RoundFact {
  unitId: string
  obligationId: string
  /** Kind of the obligation (`session-report`, `pledge` …). */
  kind: string
  title: string
  subject: 'people' | 'units'
  period: string
  /** Null: no date; then `day` is the day on which it was filed. */
  dueOn: Day | null
  /** What decides to which quarter it belongs. */
  day: Day
  /** Owed by those who count: not voluntary, not from before the bot, not by somebody who refused. */
  total: number
  done: number
  /** Of those done: after the day. */
  doneLate: number
  /** Everything filed, voluntary and earlier things too. */
  filed: number
  /** `stated`: a total that the unit gave; nothing: counted person by person. */
  source?: FigureSource
  /** 1 where the unit said nothing of its people outside the bot. */
  unstated?: number
}

/** A figure read from filings, summed over one unit and round. */
export interface MeasureFact {
  unitId: string
  kind: string
  subject: 'people' | 'units'
  day: Day
  name: string
  /** The form's own words for it, where the name is not one of the product's. */
  label: string
  source: FigureSource
  value: number
}

/** Deeds promised in one unit, by how far they are. */
export interface DeedFact {
  unitId: string
  subject: 'people' | 'units'
  day: Day
  status: 'planned' | 'doing' | 'done' | 'not-done'
  count: number
}

/** What a quarter or a year is summed from. */
export interface RollUpFacts {
  rounds: readonly RoundFact[]
  measures: readonly MeasureFact[]
  deeds: readonly DeedFact[]
}

/** First and last day of what is summed. */
export interface Span {
  from: Day
  to: Day
}
