import { isBeforeBot, subjectKey, type WantedAssignment } from './wanted-assignments.ts'
import type { Period } from './period.ts'
import type { Programme } from './programme.ts'
import type { ProgrammeProblem } from './check-programme.ts'
import { lastGoodDayOf, listRounds, type OfficeDate } from './rounds.ts'

/**
 * An obligation may carry out one of a programme above (`fulfils`). It is then one thing owed: the
 * assignment of the programme above stays, with the earlier date of the two and the words of that date.
 * People and units whom only the lower programme asks owe it there.
 */
export function mergeFulfilments(
  wanted: readonly WantedAssignment[],
  programmes: readonly Programme[],
): WantedAssignment[] {
  if (!programmes.some((programme) => programme.obligations.some(({ fulfils }) => fulfils)))
    return [...wanted]
  const merged = new Map<string, WantedAssignment>()
  for (const each of wanted) merged.set(keyOf(each, each.programme, each.obligation, each.period), each)
  // The lowest first, so that a chain of three levels ends in its top.
  for (const programme of byDepth(programmes)) {
    const year = programme.year
    for (const obligation of programme.obligations) {
      const { fulfils } = obligation
      if (!fulfils) continue
      for (const each of wanted) {
        if (each.programme !== programme.code || each.obligation !== obligation.code) continue
        const own = keyOf(each, each.programme, each.obligation, each.period)
        const lower = merged.get(own)
        const above = roundsAbove(each.period, year)
          .map((period) => keyOf(each, fulfils.programme, fulfils.obligation, period))
          .find((key) => merged.get(key)?.owed)
        if (!lower?.owed || above === undefined) continue
        merged.set(above, withEarlierDate(merged.get(above)!, lower))
        merged.delete(own)
      }
    }
  }
  return [...merged.values()]
}

function withEarlierDate(above: WantedAssignment, lower: WantedAssignment): WantedAssignment {
  const { dueOn, duePhrase } = lower
  if (dueOn === null || (above.dueOn !== null && above.dueOn <= dueOn)) return above
  // An earlier local date that passed before the bot was in use leaves the date above to be kept.
  if (lower.beforeBot || isBeforeBot(dueOn, above.liveFrom)) return above
  const opensOn = lower.opensOn < above.opensOn ? lower.opensOn : above.opensOn
  return { ...above, dueOn, duePhrase, opensOn, beforeBot: false }
}

/** Where an obligation would be later than the one it carries out: it may only be earlier. */
export function checkFulfilments(
  programme: Programme,
  parents: readonly { programme: Programme; officeDates: readonly OfficeDate[] }[],
  officeDates: readonly OfficeDate[] = [],
): ProgrammeProblem[] {
  const problems: ProgrammeProblem[] = []
  for (const [at, obligation] of programme.obligations.entries()) {
    const { fulfils } = obligation
    const parent = parents.find((each) => each.programme.code === fulfils?.programme)
    if (!fulfils || !parent) continue
    const path = ['obligations', at, 'fulfils']
    const above = parent.programme.obligations.find((each) => each.code === fulfils.obligation)
    if (!above) {
      problems.push({ path, message: `"${fulfils.programme}" has no obligation "${fulfils.obligation}"` })
      continue
    }
    if (above.subject !== obligation.subject)
      problems.push({ path, message: `there each ${above.subject} owes it, here each ${obligation.subject}` })
    const roundsThere = listRounds(parent.programme, above, parent.officeDates)
    for (const round of listRounds(programme, obligation, officeDates)) {
      const there = roundsAbove(round.period, programme.year)
        .map((period) => roundsThere.find((each) => each.period === period))
        .find((each) => each !== undefined)
      const latest = there && lastGoodDayOf(there.due)
      const here = lastGoodDayOf(round.due)
      if (!latest || !here || here <= latest) continue
      const message = `due ${here} (${round.period}), but "${fulfils.programme}" wants it by ${latest}: the date may only be earlier`
      problems.push({ path: ['obligations', at, 'due'], message })
    }
  }
  return problems
}

/** The rounds above that a round may belong to: the same, or the year of a plan for one year, or the only one. */
function roundsAbove(period: Period, year: number | undefined): Period[] {
  if (period === 'once') return year === undefined ? ['once'] : ['once', String(year)]
  return /^\d{4}$/.test(period) ? [period, 'once'] : [period]
}

function keyOf(
  of: { personId: string | null; unitId: string },
  programme: string,
  obligation: string,
  period: Period,
): string {
  return `${programme}\n${obligation}\n${period}\n${subjectKey(of)}`
}

/** Programmes that carry out others before those that they carry out. */
function byDepth(programmes: readonly Programme[]): Programme[] {
  const depth = (programme: Programme, seen: ReadonlySet<string> = new Set()): number => {
    if (seen.has(programme.code)) return 0
    const inner = new Set([...seen, programme.code])
    const above = programme.obligations.map((each) =>
      programmes.find((other) => other.code === each.fulfils?.programme),
    )
    return Math.max(0, ...above.map((other) => (other ? 1 + depth(other, inner) : 0)))
  }
  return [...programmes].sort((a, b) => depth(b) - depth(a))
}
