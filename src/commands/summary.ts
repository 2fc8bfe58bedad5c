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
  words: ['tong hop'],
  where: 'private',
  for: ['leader', 'secretary', 'deputy', 'office'],
  run: async (turn, argument) => {
    const found = await scopeOf(turn)
    if (!found) return void (await turn.reply('progress-no-right'))
    const wanted = foldVietnamese(argument)
    if (wanted === '') return sendFigures(turn, found.scope, found.units)
    const fitting = findFitting(wanted, found)
    const [only] = fitting
    if (!only) return void (await turn.reply('progress-unknown-unit', { unit: argument.trim().slice(0, 60) }))
    if (fitting.length === 1) return sendUnit(turn, only.id)
    await turn.reply(
      'progress-several-units',
      { count: fitting.length },
      {
        choices: fitting
          .slice(0, MOST_CHOICES)
          .map((unit) => [{ action: `summary:unit:${shortId(unit.id)}`, label: unit.name }]),
      },
    )
  },
  actions: {
    all: async (turn) => {
      const found = await scopeOf(turn)
      if (found) await sendFigures(turn, found.scope, found.units)
      else await turn.reply('progress-no-right')
    },
    unit: async (turn, [short]) => {
      const unitId = longId(short ?? '')
      if (unitId) await sendUnit(turn, unitId)
    },
  },
}

/** Units of one's scope by code or whole name, else by a part of the name. */
function findFitting(wanted: string, { scope, units }: { scope: string[]; units: UnitView[] }): UnitView[] {
  const inside = new Set(scope)
  const own = units.filter((unit) => inside.has(unit.id))
  const named = own.filter(({ code, name }) => [code, name].some((word) => foldVietnamese(word) === wanted))
  return named.length > 0 ? named : own.filter(({ name }) => foldVietnamese(name).includes(wanted))
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
  const inside = new Set(scope)
  const tops = units.filter(({ id, parentId }) => inside.has(id) && !(parentId && inside.has(parentId)))
  for (const { id } of tops) {
    if (await authorise(turn, person, 'see-figures', { unitId: id })) continue
    await turn.reply('progress-no-right')
    return
  }
  const t = (key: string, values?: Record<string, string | number>) => turn.t(locale, key, values)
  const today = dayOf(turn.now, tops[0]?.zone)
  const counts = await listCountedThings(turn.tx, {
    treeId: person.treeId,
    day: today,
    lastWeek: new Date(turn.now.getTime() - WEEK_MS),
    locale,
    titleOf: (title, period) => titleWithPeriod(title, period, t),
    unitIds: scope,
  })
  const digest = planDigest(counts, scope, today)
  await turn.replyText(describeDigest(digest, scopeWords(scope, units), today, t))
}
