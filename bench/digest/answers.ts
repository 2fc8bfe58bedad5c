/** A figure of one reader: done of due, and a week before. */
export interface FigureAnswer {
  person: string
  kind: string
  now: number
  of: number
  before: number
}

/** A unit that is late, in the digest of one reader. */
export interface LateAnswer {
  person: string
  unit: string
  open: number
  days: number
}

/** What both sides return. */
export interface Answers {
  figures: FigureAnswer[]
  late: LateAnswer[]
  /** People who are reminded, once each. */
  nudges: string[]
}

/** One line per row, sorted: two answers are the same when these are. */
export function linesOf({ figures, late, nudges }: Answers): string[] {
  return [
    ...figures.map((one) => `figure ${one.person} ${one.kind} ${one.now}/${one.of} ${one.before}`).sort(),
    ...late.map((one) => `late ${one.person} ${one.unit} ${one.open} ${one.days}`).sort(),
    ...nudges.map((person) => `nudge ${person}`).sort(),
  ]
}

/** The first lines in which two answers differ; empty when they are the same row by row. */
export function differences(ours: Answers, theirs: Answers): string[] {
  const [a, b] = [linesOf(ours), linesOf(theirs)]
  const inOurs = new Set(a)
  const inTheirs = new Set(b)
  const found = [
    ...a.filter((line) => !inTheirs.has(line)).map((line) => `only ours: ${line}`),
    ...b.filter((line) => !inOurs.has(line)).map((line) => `only SQL: ${line}`),
  ]
  return found.length === 0 && a.length !== b.length ? ['rows are doubled'] : found.slice(0, 20)
}
