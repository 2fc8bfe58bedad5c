import { type Day, daysBetween } from '../time.ts'
import type { DeedFact, FigureSource, MeasureFact, RollUpFacts, RoundFact, Span } from './roll-up.ts'

/** One line of a roll-up. */
export interface RollUpFigure {
  /** Stable: what `status --explain` takes. */
  key: string
  /** Set where the words are the form's own. */
  label: string | null
  value: number
  /** Out of how many; null: a count by itself. */
  of: number | null
  source: FigureSource
  /** By kind of unit, where reports tell a figure level by level and it comes from more than one. */
  byKind: { kind: string; value: number }[]
}

/** Told level by level. */
const LEVELLED = new Set([
  'inspections',
  'exemplars',
  'exemplars_collective',
  'exemplars_individual',
  'exemplars_household',
  'exemplars_model',
])

/** Order in which known figures are told; what a form adds beyond them comes after. */
const KNOWN: readonly string[] = [
  'participation',
  'sessions',
  'conferences',
  'conference_attendances',
  'participants',
  'broadcasts',
  'broadcast_attendances',
  'video_showings',
  'material_copies',
  'documents_issued',
  'collective-pledges',
  'deeds_collective',
  'personal-pledges',
  'deeds_individual',
  'deeds-done',
  'inspections',
  'models',
  'models_proposed',
  'exemplars',
  'exemplars_collective',
  'exemplars_individual',
  'exemplars_household',
  'exemplars_model',
  'on-time',
  'late-units',
  'longest-late',
]

/** Parts of other figures, and what is owed twice over. */
const PARTS = new Set([
  'members_due',
  'members_present',
  'members_excused',
  'members_unexcused',
  'sessions_held',
  'participants_due',
  'proposals',
])

/**
 * Every figure that the data of these units (with their kinds) holds for a span, in the order in which reports give them. A figure
 * of which nothing was owed and nothing filed is left out.
 */
export function planRollUp(
  facts: RollUpFacts,
  kinds: ReadonlyMap<string, string>,
  span: Span,
  today: Day,
): RollUpFigure[] {
  const inSpan = ({ unitId, day }: { unitId: string; day: Day }) =>
    kinds.has(unitId) && span.from <= day && day <= span.to
  const rounds = facts.rounds.filter(inSpan)
  const measured = sumMeasures(facts.measures.filter(inSpan), kinds)
  const deeds = facts.deeds.filter(inSpan)
  const figures = [
    ...fromRounds(rounds, today),
    ...fromDeeds(deeds),
    ...shareOf('participation', measured, 'members_present', 'members_due'),
    ...shareOf('participants', measured, 'participants', 'participants_due'),
    ...[...measured.values()].filter(({ key }) => !PARTS.has(key) && key !== 'participants'),
  ]
  return figures.sort((a, b) => placeOf(a.key) - placeOf(b.key) || a.key.localeCompare(b.key))
}

function placeOf(key: string): number {
  return KNOWN.includes(key) ? KNOWN.indexOf(key) : KNOWN.length
}

function fromRounds(rounds: readonly RoundFact[], today: Day): RollUpFigure[] {
  const sessions = rounds.filter(({ kind, subject }) => kind === 'session-report' && subject === 'units')
  const pledges = rounds.filter(({ kind }) => kind === 'pledge')
  const due = rounds.filter(({ dueOn }) => dueOn !== null && dueOn < today)
  const owing = new Set(due.filter(({ total }) => total > 0).map(({ unitId }) => unitId))
  // A total that a unit stated makes nobody late: those people are outside the bot.
  const behind = due.filter(({ done, total, source }) => done < total && source !== 'stated')
  const late = new Set(behind.map(({ unitId }) => unitId))
  const each = { label: null, source: 'each' as const, byKind: [] }
  const onTime = sum(due, ({ done, doneLate }) => done - doneLate)
  return [
    {
      key: 'sessions',
      value: sum(sessions, ({ done }) => done),
      of: sum(sessions, ({ total }) => total),
      ...each,
    },
    ...(['units', 'people'] as const).map((subject) => {
      const ofSubject = pledges.filter((round) => round.subject === subject)
      const total = sum(ofSubject, (round) => round.total)
      const filed = sum(ofSubject, (round) => round.filed)
      const key = subject === 'units' ? 'collective-pledges' : 'personal-pledges'
      const isStated = ofSubject.some(({ source }) => source === 'stated')
      const figure = { key, value: filed, of: total === 0 ? null : Math.max(total, filed), ...each }
      return isStated ? { ...figure, source: 'stated' as const } : figure
    }),
    { key: 'on-time', value: onTime, of: sum(due, ({ total }) => total), ...each },
    { key: 'late-units', value: late.size, of: owing.size, ...each },
    { key: 'longest-late', value: longestLate(behind, today), of: null, ...each },
  ].filter(({ value, of }) => value > 0 || (of ?? 0) > 0)
}

function fromDeeds(deeds: readonly DeedFact[]): RollUpFigure[] {
  const of = sum(deeds, ({ count }) => count)
  const done = sum(deeds, ({ status, count }) => (status === 'done' ? count : 0))
  return of === 0 ? [] : [{ key: 'deeds-done', label: null, value: done, of, source: 'each', byKind: [] }]
}

function sumMeasures(
  measures: readonly MeasureFact[],
  kinds: ReadonlyMap<string, string>,
): Map<string, RollUpFigure> {
  const sums = new Map<string, RollUpFigure>()
  for (const { name, label, value, source, unitId } of measures) {
    const figure = sums.get(name) ?? {
      key: name,
      label: KNOWN.includes(name) ? null : label,
      value: 0,
      of: null,
      source,
      byKind: [],
    }
    figure.value += value
    // One stated part makes the whole a stated one.
    if (source === 'stated') figure.source = source
    if (LEVELLED.has(name)) addToKind(figure, kinds.get(unitId) ?? '', value)
    sums.set(name, figure)
  }
  for (const figure of sums.values()) if (figure.byKind.length < 2) figure.byKind = []
  return sums
}

function addToKind({ byKind }: RollUpFigure, kind: string, value: number): void {
  const known = byKind.find((one) => one.kind === kind)
  if (known) known.value += value
  else byKind.push({ kind, value })
}

function shareOf(
  key: string,
  measured: ReadonlyMap<string, RollUpFigure>,
  part: string,
  whole: string,
): RollUpFigure[] {
  const value = measured.get(part)
  if (!value) return []
  return [
    {
      key,
      label: null,
      value: value.value,
      of: measured.get(whole)?.value ?? null,
      source: value.source,
      byKind: [],
    },
  ]
}

/** Days since the oldest thing of these rounds that is still open was due; 0 when nothing is. */
function longestLate(rounds: readonly RoundFact[], today: Day): number {
  return Math.max(
    0,
    ...rounds.filter(({ done, total }) => done < total).map(({ dueOn }) => daysBetween(dueOn!, today)),
  )
}

function sum<T>(list: readonly T[], of: (one: T) => number): number {
  return list.reduce((total, one) => total + of(one), 0)
}
