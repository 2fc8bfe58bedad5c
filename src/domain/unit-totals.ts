import type { CountedThing } from './plan-digest.ts'
import type { FigureSource, RoundFact } from './roll-up.ts'
import { readNumber, readRatio } from './vietnamese-numbers.ts'
import { plain } from './vietnamese-text.ts'

/** What is stated for a whole unit: people who did it, out of how many, and deeds where they were counted. */
export interface UnitTotal {
  done: number
  total: number
  deeds: number | null
}

/** More than this is a slip of the finger. */
const MOST = 100_000

const ALL = /^(?:du|du ca|tat ca|het|xong het|ca chi bo|100\s*%)$/

/**
 * A total as people type it: `23/25 đồng chí, 48 việc`, `23 trên 25`, `hai ba trong hai lăm`, `23` or `đủ` (out of
 * those who owe it). Null when it is not one.
 */
export function readTotals(text: string, owed: number): UnitTotal | null {
  const [said = '', ...rest] = partsOf(text)
  if (rest.length > 1) return null
  const deeds = rest[0] === undefined ? null : readNumber(rest[0], { whole: true })
  if (rest[0] !== undefined && (deeds === null || !isCount(deeds))) return null
  const counted = ALL.test(plain(said))
    ? { part: owed, whole: owed }
    : (readRatio(said) ?? partOf(said, owed))
  if (!counted || !isCount(counted.part) || !isCount(counted.whole)) return null
  return { done: counted.part, total: counted.whole, deeds }
}

/** `23/25 đồng chí 48 việc` without a comma is two parts too. */
function partsOf(text: string): string[] {
  const parts = text
    .split(/\s*[,;\n]\s*|\s+(?:và|va)\s+/i)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const [only, another] = parts
  if (!only || another !== undefined) return parts
  const joined = /^(.*?\d\s*(?:\/|trên|tren|trong)\s*\d+[^\d]*?)\s+(\d+[^\d/]*)$/i.exec(only)
  return joined ? [joined[1]!, joined[2]!] : parts
}

function partOf(said: string, owed: number): { part: number; whole: number } | null {
  const part = readNumber(said, { whole: true })
  return part === null ? null : { part, whole: owed }
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= MOST
}

/** Why a total cannot be kept as typed (`totals-wrong-…`); null: it can. */
export type TotalProblem = 'more-than-all' | 'fewer-than-filed' | 'no-people'

/** `filed`: entries of people of the unit that are there already: a total counts them too. */
export function checkTotals({ done, total }: UnitTotal, filed: number): TotalProblem | null {
  if (total === 0) return 'no-people'
  if (done > total) return 'more-than-all'
  return done < filed ? 'fewer-than-filed' : null
}

/** Whether a total may be stated or changed: before the deadline by all who may, after it only for the first time. */
export function mayState(
  round: { dueOn: string; stated: boolean },
  today: string,
  isOffice: boolean,
): boolean {
  return isOffice || !round.stated || today <= round.dueOn
}

/**
 * One figure of what was entered person by person and of a total of the same round, which counts those people
 * too: never their sum. Once the entries say as much, they are the figure.
 */
export function countOnce(
  each: { done: number; total: number },
  stated: UnitTotal | undefined,
): { done: number; total: number; source: FigureSource } {
  if (!stated || (each.done >= stated.done && each.total >= stated.total)) return { ...each, source: 'each' }
  const done = Math.max(each.done, stated.done)
  return { done, total: Math.max(each.total, stated.total, done), source: 'stated' }
}

/** One obligation and period in one unit, as totals are looked up by. */
export function roundKey(of: { unitId: string; obligationId: string; period: string }): string {
  return [of.unitId, of.obligationId, of.period].join(':')
}

type Totals = ReadonlyMap<string, UnitTotal>

/** Counts with the totals that were stated in their place; `before`: as they stood when the last digest went out. */
export function withTotals(things: readonly CountedThing[], totals: Totals, before: Totals): CountedThing[] {
  return byRound(things)
    .map(({ rows: [first, ...rest], key }) => {
      const whole = rest.reduce(mergeThings, first)
      const counted = countOnce(whole, whole.subject === 'people' ? totals.get(key) : undefined)
      if (counted.source === 'each') return [first, ...rest]
      const then = countOnce({ ...whole, done: whole.done - whole.doneSinceLastWeek }, before.get(key))
      const { unstated: _, ...thing } = whole
      return [
        {
          ...thing,
          done: counted.done,
          total: counted.total,
          doneSinceLastWeek: Math.max(0, counted.done - then.done),
          stated: { done: counted.done, total: counted.total, deeds: totals.get(key)?.deeds ?? 0 },
        },
      ]
    })
    .flat()
}

/** The same for the rounds of tables; `deeds`: where deeds were stated, by round. */
export function withStatedRounds(
  rounds: readonly RoundFact[],
  totals: Totals,
): { rounds: RoundFact[]; deeds: Map<string, number> } {
  const deeds = new Map<string, number>()
  const all = byRound(rounds).flatMap(({ rows: [first, ...rest], key }): RoundFact[] => {
    const whole = rest.reduce(mergeRounds, first)
    const stated = whole.subject === 'people' ? totals.get(key) : undefined
    const counted = countOnce(whole, stated)
    if (!stated || counted.source === 'each') return [first, ...rest]
    if (stated.deeds !== null) deeds.set(key, stated.deeds)
    const { unstated: _, ...round } = whole
    return [{ ...round, ...counted, filed: Math.max(round.filed, counted.done) }]
  })
  return { rounds: all, deeds }
}

/** Rows of one unit and round, of which some may have a date of their own, together. */
function byRound<T extends { unitId: string; obligationId: string; period: string; subject: string }>(
  rows: readonly T[],
): { key: string; rows: [T, ...T[]] }[] {
  const found = new Map<string, { key: string; rows: [T, ...T[]] }>()
  for (const row of rows) {
    const of = `${roundKey(row)}:${row.subject}`
    const known = found.get(of)
    if (known) known.rows.push(row)
    else found.set(of, { key: roundKey(row), rows: [row] })
  }
  return [...found.values()]
}

function mergeThings(a: CountedThing, b: CountedThing): CountedThing {
  return {
    ...(a.dueOn >= b.dueOn ? a : b),
    total: a.total + b.total,
    done: a.done + b.done,
    doneSinceLastWeek: a.doneSinceLastWeek + b.doneSinceLastWeek,
  }
}

function mergeRounds(a: RoundFact, b: RoundFact): RoundFact {
  return {
    ...(a.day >= b.day ? a : b),
    total: a.total + b.total,
    done: a.done + b.done,
    doneLate: a.doneLate + b.doneLate,
    filed: a.filed + b.filed,
  }
}
