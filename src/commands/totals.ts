import { wordsOf } from '../domain/form-definition.ts'
import { titleWithPeriod } from '../domain/period-words.ts'
import { type UnitView, unitsWithRole } from '../domain/person.ts'
import { longId, shortId } from '../domain/short-id.ts'
import { checkTotals, mayState, readTotals, type UnitTotal } from '../domain/unit-totals.ts'
import { ancestorsIn } from '../domain/unit-tree.ts'
import { authorise } from '../store/authorise.ts'
import { listLiveProgrammes } from '../store/live-programmes.ts'
import { listReaches } from '../store/reach.ts'
import {
  listTotalRounds,
  listTotals,
  saveTotal,
  type StatedTotal,
  type TotalRound,
} from '../store/unit-totals.ts'
import { listUnits } from '../store/units.ts'
import { dayOf, formatDay, formatShortDay } from '../time.ts'
import type { Command, Turn } from './command.ts'
import { listUnitsInReach, unitsMeant } from './find-units.ts'

const TOTALS = 'totals'
const PAGE = 8

/** What is being asked for, and what was typed and waits for a yes. */
interface Asked {
  unitId: string
  obligationId: string
  period: string
  typed?: UnitTotal
}

/** `/sotong`: how many of a unit have done it, where the bot does not talk to them one by one. */
export const totals: Command = {
  name: TOTALS,
  slash: 'sotong',
  words: ['so tong', 'gui so tong'],
  where: 'private',
  for: ['secretary', 'deputy', 'office'],
  run: async (turn, argument) => {
    const own = await listClosedUnits(turn)
    const meant = argument.trim() === '' ? own : unitsMeant(own, argument)
    const [only, another] = meant
    if (!only) await turn.reply(own.length === 0 ? 'totals-no-unit' : 'totals-unknown-unit')
    else if (!another) await showRounds(turn, only)
    else await askUnit(turn, meant, 0)
  },
  actions: {
    units: async (turn, [from]) => askUnit(turn, await listClosedUnits(turn), Number(from)),
    unit: async (turn, [unit]) => {
      const found = (await listClosedUnits(turn)).find(({ id }) => id === longId(unit ?? ''))
      await (found ? showRounds(turn, found) : turn.reply('totals-gone'))
    },
    // Which unit it is about was chosen just before: the id of the round alone fits a button.
    round: async (turn, [obligation, period]) => {
      const { unitId } = (turn.dialog?.kind === TOTALS ? turn.dialog.state : {}) as Partial<Asked>
      await askNumbers(turn, {
        unitId: unitId ?? '',
        obligationId: longId(obligation ?? '') ?? '',
        period: period ?? '',
      })
    },
    again: (turn) => withAsked(turn, (asked) => askNumbers(turn, asked)),
    save: (turn) => withAsked(turn, (asked) => save(turn, asked)),
  },
  again: (turn, state) => askNumbers(turn, state as Asked),
  onText: async (turn, text, state) => {
    const asked = state as Partial<Asked>
    const found = asked.obligationId ? await findRound(turn, asked as Asked) : null
    if (!found) return false
    await takeNumbers(turn, found, text)
    return true
  },
}

/** Units whose totals this person may state: those in which the bot talks to the secretary alone. */
async function listClosedUnits(turn: Turn): Promise<UnitView[]> {
  if (!turn.person) return []
  const reaches = await listReaches(turn.tx, turn.person.treeId, dayOf(turn.now))
  return (await listUnitsInReach(turn, 'state-totals')).filter(({ id }) => reaches.get(id) === 'secretary')
}

async function askUnit(turn: Turn, units: readonly UnitView[], from: number): Promise<void> {
  const start = Number.isInteger(from) && from > 0 ? from : 0
  const choices = units
    .slice(start, start + PAGE)
    .map(({ id, name }) => [{ action: `${TOTALS}:unit:${shortId(id)}`, label: name }])
  if (start + PAGE < units.length)
    choices.push([{ action: `${TOTALS}:units:${start + PAGE}`, label: turn.t(turn.locale, 'roster-more') }])
  await turn.reply('totals-which-unit', {}, { choices })
}

/** A round of a unit with its words and what was stated for it so far. */
interface Found {
  unit: UnitView
  round: TotalRound
  title: string
  stated: StatedTotal | undefined
  /** Whether numbers may still be given or changed. */
  isOpen: boolean
}

async function listFound(turn: Turn, unit: UnitView): Promise<Found[]> {
  const { tx, person } = turn
  const today = dayOf(turn.now, unit.zone)
  const live = await listLiveProgrammes(tx, unit.treeId, today)
  const rounds = await listTotalRounds(
    tx,
    unit.id,
    live.map(({ id }) => id),
    today,
  )
  const stated = await listTotals(tx, { treeId: unit.treeId, unitIds: [unit.id] })
  const isOffice = await actsForOffice(turn, unit)
  return rounds.flatMap((round) => {
    const { content } = live.find(({ id }) => id === round.programmeId)!
    const obligation = content.obligations.find(({ code }) => code === round.obligation)
    if (!obligation || !person) return []
    const own = stated.find((one) => one.obligationId === round.obligationId && one.period === round.period)
    const title = titleWithPeriod(wordsOf(obligation.title, turn.locale), round.period, (key, values) =>
      turn.t(turn.locale, key, values),
    )
    const isOpen = mayState({ dueOn: round.dueOn, stated: own !== undefined }, today, isOffice)
    return [{ unit, round, title, stated: own, isOpen }]
  })
}

async function actsForOffice(turn: Turn, unit: UnitView): Promise<boolean> {
  const offices = turn.person ? unitsWithRole(turn.person, 'office') : []
  if (offices.length === 0) return false
  const line = [unit.id, ...ancestorsIn(unit.id, await listUnits(turn.tx, unit.treeId, dayOf(turn.now)))]
  return offices.some((unitId) => line.includes(unitId))
}

async function showRounds(turn: Turn, unit: UnitView): Promise<void> {
  const rounds = await listFound(turn, unit)
  if (rounds.length === 0) {
    await turn.setDialog(null)
    return void (await turn.reply('totals-nothing', { unit: unit.name }))
  }
  await turn.setDialog({ kind: TOTALS, state: { unitId: unit.id } })
  const lines = rounds.slice(0, PAGE).map(({ title, stated, round }) =>
    turn.t(turn.locale, stated ? 'totals-line-stated' : 'totals-line-open', {
      title,
      due: formatShortDay(round.dueOn),
      numbers: stated ? numbersOf(turn, stated) : '',
    }),
  )
  const choices = rounds.slice(0, PAGE).map(({ title, round }) => [
    {
      action: `${TOTALS}:round:${shortId(round.obligationId)}:${round.period}`,
      label: `${title} · ${formatShortDay(round.dueOn)}`,
    },
  ])
  const head = turn.t(turn.locale, 'totals-which-round', { unit: unit.name })
  await turn.replyText([head, lines.map((line) => `• ${line}`).join('\n')].join('\n\n'), { choices })
}

async function withAsked(turn: Turn, does: (asked: Asked) => Promise<void>): Promise<void> {
  const asked = (turn.dialog?.kind === TOTALS ? turn.dialog.state : {}) as Partial<Asked>
  await (asked.obligationId ? does(asked as Asked) : turn.reply('totals-gone'))
}

/** The round as it stands now, if this person may state its total. */
async function findRound(turn: Turn, asked: Asked): Promise<Found | null> {
  const unit = (await listClosedUnits(turn)).find(({ id }) => id === asked.unitId)
  if (!unit) return null
  const rounds = await listFound(turn, unit)
  return (
    rounds.find(({ round }) => round.obligationId === asked.obligationId && round.period === asked.period) ??
    null
  )
}

async function askNumbers(turn: Turn, { unitId, obligationId, period }: Asked): Promise<void> {
  const found = await findRound(turn, { unitId, obligationId, period })
  if (!found) return void (await turn.reply('totals-gone'))
  const { round, title, stated, unit } = found
  const due = formatDay(round.dueOn)
  if (!found.isOpen) {
    await turn.setDialog(null)
    return void (await turn.reply('totals-closed', { title, due, numbers: numbersOf(turn, stated!) }))
  }
  await turn.setDialog({ kind: TOTALS, state: { unitId, obligationId, period } satisfies Asked })
  const values = { title, unit: unit.name, due, owed: round.owed, filed: round.filed }
  const parts = [turn.t(turn.locale, 'totals-ask', values)]
  if (round.filed > 0) parts.push(turn.t(turn.locale, 'totals-ask-filed', { filed: round.filed }))
  if (stated) parts.push(turn.t(turn.locale, 'totals-ask-before', { numbers: numbersOf(turn, stated) }))
  await turn.replyText(parts.join('\n'))
}

async function takeNumbers(turn: Turn, { unit, round, title }: Found, text: string): Promise<void> {
  const typed = readTotals(text, round.owed)
  if (!typed) return void (await turn.reply('totals-unreadable', { owed: round.owed }))
  const problem = checkTotals(typed, round.filed)
  if (problem)
    return void (await turn.reply(`totals-wrong-${problem}`, { filed: round.filed, owed: round.owed }))
  const { obligationId, period } = round
  await turn.setDialog({
    kind: TOTALS,
    state: { unitId: unit.id, obligationId, period, typed } satisfies Asked,
  })
  const word = (key: string) => turn.t(turn.locale, key)
  const other =
    typed.total === round.owed ? '' : turn.t(turn.locale, 'totals-other-whole', { owed: round.owed })
  await turn.reply(
    'totals-confirm',
    { title, unit: unit.name, numbers: numbersOf(turn, typed), other },
    {
      choices: [
        [{ action: `${TOTALS}:save`, label: word('totals-yes') }],
        [{ action: `${TOTALS}:again`, label: word('totals-change') }],
      ],
    },
  )
}

async function save(turn: Turn, asked: Asked): Promise<void> {
  const found = await findRound(turn, asked)
  const { typed, unitId, obligationId, period } = asked
  if (!found || !typed || !found.isOpen || checkTotals(typed, found.round.filed)) {
    await turn.reply('totals-gone')
    return
  }
  const details = { done: typed.done, total: typed.total, period }
  if (!(await authorise(turn, turn.person!, 'state-totals', { unitId, details })))
    return void (await turn.reply('totals-gone'))
  const isSaved = await saveTotal(turn, {
    treeId: found.unit.treeId,
    unitId,
    obligationId,
    period,
    ...typed,
    number: found.stated?.number ?? 0,
    statedBy: turn.person!.id,
  })
  await turn.setDialog(null)
  const isPast = dayOf(turn.now, found.unit.zone) > found.round.dueOn
  await turn.reply(!isSaved ? 'totals-gone' : isPast ? 'totals-saved-late' : 'totals-saved', {
    title: found.title,
    unit: found.unit.name,
    numbers: numbersOf(turn, typed),
    due: formatDay(found.round.dueOn),
  })
}

/** `23/25 đồng chí, 48 việc` */
function numbersOf(turn: Turn, { done, total, deeds }: UnitTotal): string {
  const people = turn.t(turn.locale, 'totals-numbers', { done, total })
  return deeds === null ? people : `${people}, ${turn.t(turn.locale, 'totals-deeds', { deeds })}`
}
