import { describeDigest } from '../domain/describe-digest.ts'
import { titleWithPeriod } from '../domain/period-words.ts'
import type { UnitView } from '../domain/person.ts'
import { planDigest } from '../domain/plan-digest.ts'
import { longId, shortId } from '../domain/short-id.ts'
import { branchOf, digestScope, scopeWords } from '../domain/unit-tree.ts'
import { foldVietnamese } from '../domain/vietnamese-fold.ts'
import { authorise } from '../store/authorise.ts'
import { listCountedThings } from '../store/counted-things.ts'
import { listUnits } from '../store/units.ts'
import { dayOf } from '../time.ts'
import type { Command, Turn } from './command.ts'

const WEEK_MS = 7 * 86_400_000
const MOST_CHOICES = 9

/** `/tonghop [unit]`: the figures of one's branch now, or of one unit in it. */
export const summary: Command = {
  name: 'summary',
  slash: 'tonghop',
  words: ['tổng hợp'],
  where: 'private',
  for: ['leader', 'secretary', 'deputy', 'office'],
  run: async (turn, argument) => {
    const found = await scopeOf(turn)
    if (!found) return void (await turn.reply('progress-no-right'))
    const wanted = foldVietnamese(argument)
    if (wanted === '') return sendFigures(turn, found.scope, found.units)
    const fitting = found.units.filter(
      (unit) =>
        found.scope.includes(unit.id) &&
        (foldVietnamese(unit.code) === wanted || foldVietnamese(unit.name).includes(wanted)),
    )
    const [only] = fitting
    if (!only) return void (await turn.reply('progress-unknown-unit', { unit: argument.trim().slice(0, 60) }))
    if (fitting.length === 1) return sendUnit(turn, only.id)
    await turn.reply('progress-several-units', undefined, {
      choices: fitting
        .slice(0, MOST_CHOICES)
        .map((unit) => [{ action: `summary:unit:${shortId(unit.id)}`, label: unit.name }]),
    })
  },
  actions: {
    unit: async (turn, [short]) => {
      const unitId = longId(short ?? '')
      if (unitId) await sendUnit(turn, unitId)
    },
  },
}

async function scopeOf(turn: Turn): Promise<{ scope: string[]; units: UnitView[] } | null> {
  if (!turn.person) return null
  const units = await listUnits(turn.tx, turn.person.treeId, dayOf(turn.now))
  const deputyOf = turn.person.posts.filter((post) => post.role === 'deputy')
  const scope = new Set([
    ...digestScope(turn.person, units),
    ...deputyOf.flatMap((post) => branchOf(post.unitId, units)),
  ])
  const ordered = units.filter((unit) => scope.has(unit.id)).map((unit) => unit.id)
  return ordered.length > 0 ? { scope: ordered, units } : null
}

async function sendUnit(turn: Turn, unitId: string): Promise<void> {
  const found = await scopeOf(turn)
  if (!found?.scope.includes(unitId)) return void (await turn.reply('progress-no-right'))
  const branch = new Set(branchOf(unitId, found.units))
  await sendFigures(
    turn,
    found.scope.filter((id) => branch.has(id)),
    found.units,
  )
}

async function sendFigures(turn: Turn, scope: string[], units: UnitView[]): Promise<void> {
  const { person, locale } = turn
  if (!person) return
  for (const unitId of scope) {
    const about = units.find((unit) => unit.id === unitId)
    const onTop = !about?.parentId || !scope.includes(about.parentId)
    if (onTop && !(await authorise(turn, person, 'see-figures', { unitId }))) {
      await turn.reply('progress-no-right')
      return
    }
  }
  const t = (key: string, values?: Record<string, string | number>) => turn.t(locale, key, values)
  const today = dayOf(turn.now, units.find((unit) => unit.id === scope[0])?.zone)
  const things = await listCountedThings(turn.tx, person.treeId, locale, (title, period) =>
    titleWithPeriod(title, period, t),
  )
  const digest = planDigest(things, scope, today, new Date(turn.now.getTime() - WEEK_MS))
  await turn.replyText(describeDigest(digest, scopeWords(scope, units), today, t))
}
