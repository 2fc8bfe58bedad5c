import { type Day, realDay } from '../time.ts'
import { decideContent } from './content-guard.ts'
import { periodDays, type Period, type YearSpan } from './period.ts'
import type { ColumnName, RosterRow, TableProblem } from './roster-columns.ts'
import { sortProblems } from './roster-columns.ts'
import { foldVietnamese } from './vietnamese-fold.ts'

/** One duty of a person or unit that the file may speak of. */
export interface PaperDuty {
  assignmentId: string
  treeId: string
  programme: string
  obligation: string
  /** As the plan calls it, in every language it is written in. */
  titles: readonly string[]
  span: YearSpan
  period: Period
  /** The round in words, in every language: `quý I/2026`. */
  periodNames: readonly string[]
  personId: string | null
  unitId: string
  state: 'open' | 'done' | 'withdrawn'
  /** What was filed before; null: nothing. */
  filed: {
    isPaper: boolean
    isReceived: boolean
    day: Day
    deeds: readonly string[]
    /** How its form keeps deeds: a form without room for them keeps one text. */
    keep(deeds: readonly string[]): readonly string[]
  } | null
}

/** Everything that rows may name, over every tree in reach. */
export interface PaperWorld {
  units: readonly { id: string; treeId: string; code: string }[]
  people: readonly { id: string; treeId: string; code: string; fullName: string }[]
  duties: readonly PaperDuty[]
  /** Codes and titles of everything that any published programme asks. */
  names: readonly string[]
}

/** One thing that was done on paper. */
export interface PaperEntry {
  line: number
  duty: PaperDuty
  /** Code and name of the person, or code of the unit. */
  who: string
  day: Day
  deeds: string[]
}

export interface DoneImport {
  /** Filed for the first time. */
  file: PaperEntry[]
  /** Entered from paper before, and the file says something else now. */
  correct: PaperEntry[]
  unchanged: number
  /** Answered in the bot already: left as it is. */
  inBot: PaperEntry[]
  problems: TableProblem[]
}

const MOST_DEEDS = 20
const MOST_CHARACTERS = 1000

/**
 * What a file of things done on paper would enter. Every row is one duty of one person or unit, done on one
 * day. `today`: a later day is no day on which something was done. With any problem nothing may be applied.
 */
export function planDoneImport(
  rows: readonly RosterRow[],
  world: PaperWorld,
  options: { today: Day; placeholder(number: number): string },
): DoneImport {
  const plan: DoneImport = { file: [], correct: [], unchanged: 0, inBot: [], problems: [] }
  const seen = new Map<string, number>()
  const known = indexWorld(world)
  for (const row of rows) {
    const entry = readEntry(row, known, options, plan.problems)
    if (!entry) continue
    const { duty } = entry
    const first = seen.get(duty.assignmentId)
    if (first !== undefined) {
      report(plan.problems, row, 'obligation', 'done-twice', { line: first })
      continue
    }
    seen.set(duty.assignmentId, row.line)
    if (duty.filed === null) plan.file.push(entry)
    else if (!duty.filed.isPaper) plan.inBot.push(entry)
    else if (isSame(entry, duty.filed)) plan.unchanged += 1
    else if (duty.filed.isReceived) report(plan.problems, row, 'obligation', 'done-received')
    else plan.correct.push(entry)
  }
  return { ...plan, problems: sortProblems(plan.problems) }
}

function isSame(entry: PaperEntry, filed: NonNullable<PaperDuty['filed']>): boolean {
  return entry.day === filed.day && JSON.stringify(filed.keep(entry.deeds)) === JSON.stringify(filed.deeds)
}

/** The world by what rows name. */
interface Known {
  units: Map<string, PaperWorld['units'][number][]>
  people: Map<string, PaperWorld['people'][number][]>
  /** By subject: `p:<person>`, `u:<unit>`. */
  duties: Map<string, PaperDuty[]>
  obligations: Set<string>
}

function indexWorld({ units, people, duties, names }: PaperWorld): Known {
  return {
    units: groupBy(units, ({ code }) => code),
    people: groupBy(people, ({ code }) => code),
    duties: groupBy(duties, ({ personId, unitId }) => (personId === null ? `u:${unitId}` : `p:${personId}`)),
    obligations: new Set(names.map(foldVietnamese)),
  }
}

function groupBy<One>(list: readonly One[], keyOf: (one: One) => string): Map<string, One[]> {
  const groups = new Map<string, One[]>()
  for (const one of list) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return groups
}

function readEntry(
  row: RosterRow,
  known: Known,
  options: { today: Day; placeholder(number: number): string },
  problems: TableProblem[],
): PaperEntry | null {
  const day = readDay(row, options.today, problems)
  const deeds = readDeeds(row, options.placeholder, problems)
  const subject = readSubject(row, known, problems)
  const named = row.text('obligation') ?? ''
  if (named === '') report(problems, row, 'obligation', 'empty', { column: 'obligation' })
  if (!subject || named === '') return null
  const word = foldVietnamese(named)
  const called = (duty: PaperDuty) =>
    [duty.obligation, ...duty.titles].some((name) => foldVietnamese(name) === word)
  const found = (known.duties.get(subject.key) ?? []).filter(called)
  if (found.length === 0) {
    // Is it a word that nobody knows, or a duty that this person or unit does not have?
    report(
      problems,
      row,
      'obligation',
      known.obligations.has(word) ? 'done-not-owed' : 'done-unknown-obligation',
      {
        text: named.slice(0, 60),
        who: subject.who,
      },
    )
    return null
  }
  const duty = pickRound(row, found, day, problems)
  if (!duty || !day || !deeds) return null
  return { line: row.line, duty, who: subject.who, day, deeds }
}

/** The round that the row names; else the only one, or the one into which the day falls. */
function pickRound(
  row: RosterRow,
  found: readonly PaperDuty[],
  day: Day | null,
  problems: TableProblem[],
): PaperDuty | null {
  const asked = row.text('period') ?? ''
  const live = found.filter(({ state }) => state !== 'withdrawn')
  if (live.length === 0) {
    report(problems, row, 'obligation', 'done-withdrawn')
    return null
  }
  const periods = live.map(({ period }) => period).join(', ')
  if (asked !== '') {
    const word = foldVietnamese(asked)
    const names = ({ period, periodNames }: PaperDuty) =>
      [period, ...periodNames, ...periodNames.map((name) => name.split('/')[0]!)].map(foldVietnamese)
    const named = live.filter((duty) => names(duty).includes(word))
    if (named.length === 1) return named[0]!
    report(problems, row, 'period', 'done-unknown-period', { text: asked.slice(0, 40), periods })
    return null
  }
  const inside = live.filter(({ period, span }) => {
    const { first, last } = periodDays(period, span)
    return day !== null && first <= day && day <= last
  })
  const [only, another] = live.length === 1 ? live : inside
  if (only && !another) return only
  if (day) report(problems, row, 'period', 'done-which-period', { periods })
  return null
}

interface Subject {
  who: string
  key: string
}

function readSubject(row: RosterRow, known: Known, problems: TableProblem[]): Subject | null {
  const memberCode = row.text('member_code') ?? ''
  const unitCode = row.text('unit_code') ?? ''
  if (memberCode === '' && unitCode === '') {
    const column = row.text('member_code') === undefined ? 'unit_code' : 'member_code'
    report(problems, row, column, 'done-nobody')
    return null
  }
  const units = known.units.get(unitCode) ?? []
  if (unitCode !== '' && units.length === 0) {
    report(problems, row, 'unit_code', 'unknown-unit', { unit: unitCode.slice(0, 40) })
    return null
  }
  if (memberCode === '') {
    if (units.length > 1) {
      report(problems, row, 'unit_code', 'ambiguous-unit', { unit: unitCode.slice(0, 40) })
      return null
    }
    const [unit] = units
    return { who: unit!.code, key: `u:${unit!.id}` }
  }
  const people = (known.people.get(memberCode) ?? []).filter(
    ({ treeId }) => units.length === 0 || units.some((unit) => unit.treeId === treeId),
  )
  const [person, another] = people
  if (!person || another) {
    const reason = person ? 'done-ambiguous-member' : 'done-unknown-member'
    report(problems, row, 'member_code', reason, { member: memberCode.slice(0, 40) })
    return null
  }
  return { who: `${person.code} ${person.fullName}`, key: `p:${person.id}` }
}

/** `05/3/2026` or `2026-03-05`, not after today. */
function readDay(row: RosterRow, today: Day, problems: TableProblem[]): Day | null {
  const text = row.text('date') ?? ''
  if (text === '') {
    report(problems, row, 'date', 'empty', { column: 'date' })
    return null
  }
  const [, date, month, year] = (/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []).map(Number)
  const [, first, second, third] = (/^(\d{4})-(\d{2})-(\d{2})(?:T.*)?$/.exec(text) ?? []).map(Number)
  const day = year ? realDay(year, month!, date!) : first ? realDay(first, second!, third!) : null
  if (!day) report(problems, row, 'date', 'bad-day', { text: text.slice(0, 40) })
  else if (day > today) report(problems, row, 'date', 'done-later', { text: text.slice(0, 40) })
  else return day
  return null
}

/** Deeds parted by semicolons, or how many there were: then each is named by its number. */
function readDeeds(
  row: RosterRow,
  placeholder: (number: number) => string,
  problems: TableProblem[],
): string[] | null {
  const text = (row.text('deeds') ?? '').trim()
  if (/^\d{1,6}$/.test(text)) {
    const count = Number(text)
    if (count <= MOST_DEEDS) return Array.from({ length: count }, (_, index) => placeholder(index + 1))
    report(problems, row, 'deeds', 'done-too-many', { most: MOST_DEEDS })
    return null
  }
  const deeds = text.split(';').flatMap((each) => each.trim() || [])
  const guarded = decideContent([text])
  if (guarded) report(problems, row, 'deeds', `done-${guarded}`)
  else if (deeds.length > MOST_DEEDS) report(problems, row, 'deeds', 'done-too-many', { most: MOST_DEEDS })
  else if (deeds.some((deed) => deed.length > MOST_CHARACTERS))
    report(problems, row, 'deeds', 'too-long', { characters: MOST_CHARACTERS })
  else return deeds
  return null
}

function report(
  problems: TableProblem[],
  row: RosterRow,
  column: ColumnName,
  reason: string,
  values: Record<string, string | number> = {},
): void {
  problems.push({ line: row.line, column: row.column(column), reason, values })
}
