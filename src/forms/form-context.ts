import type { NamedPerson } from '../domain/vietnamese-names.ts'
import type { Day } from '../time.ts'

/** A ready-made item of a group, values as a person would type them. */
export interface ItemExample {
  answers: Record<string, string>
  /** Brought over from an earlier year's unfinished deeds, not an example of the programme. */
  carried?: boolean
}

/** What a form may know besides its state: passed in at every step, never kept. */
export interface FormContext {
  /** Product time's day in the unit's zone. */
  today: Day
  locale: 'vi' | 'en'
  /** The unit's people in the order of its list: `people` fields count and name them. */
  roster: readonly NamedPerson[]
  /** Known to be away for a while: not expected, and no mistake when they are named among the absent. */
  away?: readonly NamedPerson[]
  /** Values of `prefilled` fields by their source. */
  prefill: Readonly<Record<string, string | number>>
  /** Which examples of a group are offered. */
  unitKind?: string
  /** Further examples by group id, shown before the programme's. */
  examples?: Readonly<Record<string, readonly ItemExample[]>>
  /** Whom to call when nothing helps. */
  contact?: string
  /** A long text at least this long waits for more pieces (characters); default 0: every one waits. */
  pieceLength?: number
}
