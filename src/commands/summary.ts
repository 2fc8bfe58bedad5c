import { describeDigest } from '../domain/describe-digest.ts'
import { planDigest } from '../domain/plan-digest.ts'
import { reportParagraph } from '../domain/report-paragraph.ts'
import { periodKey, quarterAt, readRollUpPeriod, type RollUpPeriod } from '../domain/roll-up-span.ts'
import { longId, shortId } from '../domain/short-id.ts'
import { scopeWords, unitsBelowTop } from '../domain/unit-tree.ts'
import { foldVietnamese } from '../domain/vietnamese-fold.ts'
import { type Day, dayOf } from '../time.ts'
import type { Command, Turn } from './command.ts'
import { countNow } from './summary-counts.ts'
import { sendPeriod } from './summary-period.ts'
import { sendTable } from './summary-file.ts'
import { sendPicture } from './summary-picture.ts'
import {
  authoriseScope,
  findFitting,
  narrowScope,
  scopeOfPerson,
  type SummaryScope,
} from './summary-scope.ts'

const MOST_CHOICES = 8
/** Stands for the whole scope where a unit's id would be. */
const ALL = 'all'

type Choice = { action: string; label: string }

/** `/tonghop [unit]`: the figures of one's branch now, or of one unit in it; down to sub-units, out as a table. */
export const summary: Command = {
  name: 'summary',
  slash: 'tonghop',
  words: ['tong hop'],
  where: 'private',
  for: ['leader', 'secretary', 'deputy', 'office'],
  run: async (turn, typed) => {
    const scope = await ownScope(turn)
    if (!scope) return void (await turn.reply('progress-no-right'))
    const { unit: argument, period } = splitPeriod(typed, dayOf(turn.now))
    const wanted = foldVietnamese(argument)
    if (wanted === '' && period) return sendPeriodOr(turn, scope, period)
    if (wanted === '') return sendFigures(turn, scope, ALL)
    const fitting = findFitting(wanted, scope)
    const [only] = fitting
    if (!only) return void (await turn.reply('progress-unknown-unit', { unit: argument.trim().slice(0, 60) }))
    const narrow = narrowScope(scope, only.id)!
    if (fitting.length === 1 && period) return sendPeriodOr(turn, narrow, period)
    if (fitting.length === 1) return sendFigures(turn, narrow, shortId(only.id))
    const choices = fitting.slice(0, MOST_CHOICES + 1).map((unit) => [unitChoice(unit)])
    await turn.reply('progress-several-units', { count: fitting.length }, { choices })
  },
  actions: {
    all: (turn) => within(turn, ALL, (scope) => sendFigures(turn, scope, ALL)),
    unit: (turn, [place = '']) => within(turn, place, (scope) => sendFigures(turn, scope, place)),
    page: (turn, [place = '', from = '']) =>
      within(turn, place, async (scope) => {
        const choices = downChoices(scope, place, Number(from) || 0, turn)
        await turn.reply('summary-sub-units', {}, { choices })
      }),
    bars: (turn, [place = '']) =>
      within(turn, place, async (scope) => {
        if (!(await sendPicture(turn, scope, place === ALL ? null : place)))
          await turn.reply('progress-no-right')
      }),
    period: (turn, [place = '', key = '']) =>
      within(turn, place, async (scope) => {
        const period = readRollUpPeriod(key, dayOf(turn.now))
        if (period) await sendPeriodOr(turn, scope, period)
      }),
    file: (turn, [place = '', key = '']) =>
      within(turn, place, async (scope) => {
        const period = readRollUpPeriod(key, dayOf(turn.now))
        if (period?.kind === 'quarter') await sendTable(turn, scope, place === ALL ? null : place, period)
      }),
  },
}

async function ownScope(turn: Turn): Promise<SummaryScope | null> {
  return turn.person ? scopeOfPerson(turn, turn.person) : null
}

/** `trường quý 1`: a unit and, behind it, a quarter or a year. */
function splitPeriod(typed: string, today: Day): { unit: string; period: RollUpPeriod | null } {
  const whole = readRollUpPeriod(typed, today)
  if (whole) return { unit: '', period: whole }
  const [, unit, said] =
    /^(.*?)[\s,]+((?:quý|quy|qúy|q|năm|nam)[\s.]*\S.*)$/iu.exec(typed.normalize('NFC')) ?? []
  const period = said === undefined ? null : readRollUpPeriod(said, today)
  return period ? { unit: unit ?? '', period } : { unit: typed, period: null }
}

async function sendPeriodOr(turn: Turn, scope: SummaryScope, period: RollUpPeriod): Promise<void> {
  if (!(await sendPeriod(turn, scope, period))) await turn.reply('progress-no-right')
}

/** A press may be old: what it is about is looked up, and allowed, again. */
async function within(turn: Turn, place: string, act: (scope: SummaryScope) => Promise<void>): Promise<void> {
  const own = await ownScope(turn)
  const unitId = longId(place)
  const scope = own && (place === ALL ? own : unitId ? narrowScope(own, unitId) : null)
  if (scope) await act(scope)
  else await turn.reply('progress-no-right')
}

async function sendFigures(turn: Turn, scope: SummaryScope, place: string): Promise<void> {
  const { person, locale } = turn
  if (!person) return
  if (!(await authoriseScope(turn, person, 'see-figures', scope)))
    return void (await turn.reply('progress-no-right'))
  const { unitIds, tops, units } = scope
  const t = (key: string, values?: Record<string, string | number>) => turn.t(locale, key, values)
  const today = dayOf(turn.now, tops[0]?.zone)
  const counts = await countNow(turn, person.treeId, unitIds, locale, today)
  const digest = planDigest(counts, unitIds, today)
  const owing = units.filter(({ id }) => unitIds.includes(id) && counts.has(id))
  const paragraph = reportParagraph(
    digest,
    owing.every(({ kind }) => kind.startsWith('cell')),
    today,
    t,
  )
  const text = describeDigest(digest, scopeWords(unitIds, units), today, t)
  await turn.replyText(paragraph ? `${text}\n\n${t('paragraph-head')}\n${paragraph}` : text, {
    choices: [...downChoices(scope, place, 0, turn), ...formChoices(scope, place, today, t)],
  })
}

const ROMAN = ['', 'I', 'II', 'III', 'IV'] as const

/** The same figures as a picture, as a table, over a quarter and over the year. */
function formChoices(
  { unitIds, units }: SummaryScope,
  place: string,
  today: Day,
  t: (key: string, values?: Record<string, string | number>) => string,
): Choice[][] {
  const { year, quarter } = quarterAt(today)
  const key = periodKey({ kind: 'quarter', year, quarter })
  const named = { quarter: `${ROMAN[quarter]}/${year}` }
  const picture = { action: `summary:bars:${place}`, label: t('picture-button') }
  const table = { action: `summary:file:${place}:${key}`, label: t('summary-file-button', named) }
  return [
    unitsBelowTop(unitIds, units).length > 1 ? [picture, table] : [table],
    [
      { action: `summary:period:${place}:${key}`, label: t('rollup-button-quarter', named) },
      { action: `summary:period:${place}:${year}`, label: t('rollup-button-year', { year: String(year) }) },
    ],
  ]
}

function downChoices(scope: SummaryScope, place: string, from: number, turn: Turn): Choice[][] {
  const below = unitsBelowTop(scope.unitIds, scope.units)
  // The only top of the scope is what is being shown.
  if (below.length === 0 || (below.length === 1 && scope.tops.includes(below[0]!))) return []
  const shown = below.slice(from, from + MOST_CHOICES).map((unit) => [unitChoice(unit)])
  const next = from + MOST_CHOICES
  if (next < below.length)
    shown.push([
      { action: `summary:page:${place}:${next}`, label: turn.t(turn.locale, 'summary-more-units') },
    ])
  return shown
}

function unitChoice({ id, name }: { id: string; name: string }): Choice {
  return { action: `summary:unit:${shortId(id)}`, label: name }
}
