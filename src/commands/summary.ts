import { describeDigest } from '../domain/describe-digest.ts'
import { planDigest } from '../domain/plan-digest.ts'
import { reportParagraph } from '../domain/report-paragraph.ts'
import { periodKey, quarterAt, readRollUpPeriod } from '../domain/roll-up-span.ts'
import { longId, shortId } from '../domain/short-id.ts'
import { scopeWords, unitsBelowTop } from '../domain/unit-tree.ts'
import { foldVietnamese } from '../domain/vietnamese-fold.ts'
import { dayOf } from '../time.ts'
import type { Command, Turn } from './command.ts'
import { countNow } from './summary-counts.ts'
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
  run: async (turn, argument) => {
    const scope = await ownScope(turn)
    if (!scope) return void (await turn.reply('progress-no-right'))
    const wanted = foldVietnamese(argument)
    if (wanted === '') return sendFigures(turn, scope, ALL)
    const fitting = findFitting(wanted, scope)
    const [only] = fitting
    if (!only) return void (await turn.reply('progress-unknown-unit', { unit: argument.trim().slice(0, 60) }))
    if (fitting.length === 1) return sendFigures(turn, narrowScope(scope, only.id)!, shortId(only.id))
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
  const { year, quarter } = quarterAt(today)
  await turn.replyText(paragraph ? `${text}\n\n${t('paragraph-head')}\n${paragraph}` : text, {
    choices: [
      ...downChoices(scope, place, 0, turn),
      ...(unitsBelowTop(unitIds, units).length > 1
        ? [[{ action: `summary:bars:${place}`, label: t('picture-button') }]]
        : []),
      [
        {
          action: `summary:file:${place}:${periodKey({ kind: 'quarter', year, quarter })}`,
          label: t('summary-file-button', { quarter: `${ROMAN[quarter]}/${year}` }),
        },
      ],
    ],
  })
}

const ROMAN = ['', 'I', 'II', 'III', 'IV'] as const

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
