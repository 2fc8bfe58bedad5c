import { wordsOf } from '../domain/form-definition.ts'
import type { UnitView } from '../domain/person.ts'
import { readExtension, waysToPart } from '../domain/read-extension.ts'
import { longId, shortId } from '../domain/short-id.ts'
import { foldVietnamese } from '../domain/vietnamese-fold.ts'
import { readVerb } from '../domain/vietnamese-verbs.ts'
import { type BindingRow, listBindingProgrammes } from '../store/binding-programmes.ts'
import { extendAssignments } from '../store/change-assignment.ts'
import { listOpenRounds, type OpenRound } from '../store/open-rounds.ts'
import { unitsBelow } from '../store/units.ts'
import { type Day, dayOf, formatDay } from '../time.ts'
import type { Command, Turn } from './command.ts'
import { listUnitsInReach, unitsMeant } from './find-units.ts'
import { roundTitles } from './round-titles.ts'
import { linesIn, tellConcerned } from './tell-concerned.ts'

const EXTEND = 'extend'
const MOST_CHOICES = 8
const SHORTEST_REASON = 3

/** What is being given more time: of a unit's branch, or wherever this person may. */
interface Asked {
  /** Null: every unit in reach. */
  unitId: string | null
  /** Rounds, as `obligation:period`; null: still to be chosen. */
  rounds: string[] | null
  day: Day
  reason: string | null
}

/** `/giahan ĐƠN VỊ|NHIỆM VỤ NGÀY`: the office gives more time; the reason is asked and kept, those concerned are told. */
export const extend: Command = {
  name: EXTEND,
  slash: 'giahan',
  words: ['gia han'],
  where: 'private',
  for: ['office'],
  takesText: true,
  hearsFirst: true,
  run: (turn, argument) => begin(turn, argument),
  actions: {
    unit: async (turn, [unit]) => {
      const asked = askedIn(turn)
      const unitId = longId(unit ?? '')
      if (asked && unitId) await chooseRounds(turn, { ...asked, unitId, rounds: null }, null)
      else await turn.reply('extend-gone')
    },
    round: async (turn, [obligation, period]) => {
      const asked = askedIn(turn)
      const obligationId = longId(obligation ?? '')
      if (!asked || !obligationId || !period) return void (await turn.reply('extend-gone'))
      await askReason(turn, { ...asked, rounds: [`${obligationId}:${period}`] })
    },
    all: async (turn) => {
      const asked = askedIn(turn)
      const rounds = asked && (await listRounds(turn, asked))
      if (!asked || !rounds) return void (await turn.reply('extend-gone'))
      await askReason(turn, { ...asked, rounds: rounds.map(keyOf) })
    },
    yes: (turn) => confirm(turn),
  },
  onText: async (turn, text, state) => {
    const asked = state as Asked
    if (asked.rounds === null || readVerb(text) !== null) return false
    const reason = text.trim()
    if (reason.length < SHORTEST_REASON) {
      await turn.reply('extend-why')
      return true
    }
    await readBack(turn, { ...asked, reason })
    return true
  },
}

function askedIn(turn: Turn): Asked | null {
  return turn.dialog?.kind === EXTEND ? (turn.dialog.state as Asked) : null
}

async function begin(turn: Turn, argument: string): Promise<void> {
  const today = dayOf(turn.now)
  const { about, day } = readExtension(argument, today)
  if (about === '' || day === null) return void (await turn.reply('extend-how'))
  if (day < today) return void (await turn.reply('extend-past', { day: formatDay(day) }))
  const asked: Asked = { unitId: null, rounds: null, day, reason: null }
  const reach = await listUnitsInReach(turn, EXTEND)
  const own = await listBindingProgrammes(turn.tx, turn.person!.treeId)
  const units = unitsMeant(reach, about)
  const named = obligationsMeant(own, about)
  if (units.length > 0 && named.length === 0) return chooseUnit(turn, asked, units, null)
  if (named.length > 0 && units.length === 0) return chooseRounds(turn, asked, named)
  for (const [before, behind] of waysToPart(about)) {
    for (const [unitWords, dutyWords] of [
      [before, behind],
      [behind, before],
    ] as const) {
      const someUnits = unitsMeant(reach, unitWords)
      const someDuties = obligationsMeant(own, dutyWords)
      if (someUnits.length > 0 && someDuties.length > 0) return chooseUnit(turn, asked, someUnits, someDuties)
    }
  }
  // Words that are both are a unit's name: a duty is rarely called like one.
  if (units.length > 0) return chooseUnit(turn, asked, units, null)
  await turn.reply('extend-unknown', { typed: about.slice(0, 60) })
}

async function chooseUnit(
  turn: Turn,
  asked: Asked,
  units: readonly UnitView[],
  obligationIds: readonly string[] | null,
): Promise<void> {
  const [only, another] = units
  if (only && !another) return chooseRounds(turn, { ...asked, unitId: only.id }, obligationIds)
  await turn.setDialog({ kind: EXTEND, state: asked })
  await turn.reply(
    'extend-which-unit',
    {},
    {
      choices: units
        .slice(0, MOST_CHOICES)
        .map(({ id, name }) => [{ action: `${EXTEND}:unit:${shortId(id)}`, label: name }]),
    },
  )
}

async function chooseRounds(
  turn: Turn,
  asked: Asked,
  obligationIds: readonly string[] | null,
): Promise<void> {
  const all = await listRounds(turn, asked)
  const rounds = all.filter((round) => obligationIds === null || obligationIds.includes(round.obligationId))
  const [only, another] = rounds
  if (!only) {
    await turn.setDialog(null)
    return void (await turn.reply('extend-nothing', { day: formatDay(asked.day) }))
  }
  if (!another) return askReason(turn, { ...asked, rounds: [keyOf(only)] })
  await turn.setDialog({ kind: EXTEND, state: asked })
  const titles = await roundTitles(turn, turn.person!.treeId)
  const choices = rounds.slice(0, MOST_CHOICES).map((round) => [
    {
      action: `${EXTEND}:round:${shortId(round.obligationId)}:${round.period}`,
      label: turn.t(turn.locale, 'extend-round', {
        title: titles(turn.locale, round),
        from: fromWords(round),
        count: round.assignmentIds.length,
      }),
    },
  ])
  if (obligationIds === null && rounds.length <= MOST_CHOICES)
    choices.push([
      { action: `${EXTEND}:all`, label: turn.t(turn.locale, 'extend-all', { count: rounds.length }) },
    ])
  await turn.reply('extend-which-round', { day: formatDay(asked.day) }, { choices })
}

async function askReason(turn: Turn, asked: Asked): Promise<void> {
  await turn.setDialog({ kind: EXTEND, state: asked })
  await turn.reply('extend-why')
}

async function readBack(turn: Turn, asked: Asked): Promise<void> {
  const rounds = await chosenRounds(turn, asked)
  if (rounds.length === 0) return void (await turn.reply('extend-gone'))
  await turn.setDialog({ kind: EXTEND, state: asked })
  const titles = await roundTitles(turn, turn.person!.treeId)
  const lines = rounds.map((round) => ({
    title: titles(turn.locale, round),
    from: fromWords(round),
    count: round.assignmentIds.length,
  }))
  await turn.reply(
    'extend-confirm',
    {
      lines: linesIn(turn.t, turn.locale, 'extend-line', lines),
      day: formatDay(asked.day),
      reason: asked.reason ?? '',
    },
    { choices: [[{ action: `${EXTEND}:yes`, label: turn.t(turn.locale, 'extend-yes') }]] },
  )
}

async function confirm(turn: Turn): Promise<void> {
  const asked = askedIn(turn)
  if (!asked?.reason || !turn.person) return void (await turn.reply('extend-gone'))
  await turn.setDialog(null)
  const rounds = await chosenRounds(turn, asked)
  const { day, reason } = asked
  const outcome = await extendAssignments(turn, {
    assignmentIds: rounds.flatMap(({ assignmentIds }) => assignmentIds),
    by: turn.person,
    reason,
    dueOn: day,
    // The phrase is read in chat, whatever the language of whoever gives the time.
    phrase: turn.t('vi', 'cli-assignment-phrase', { day: formatDay(day) }),
  })
  if (outcome.outcome === 'refused') return void (await turn.reply(`extend-refused-${outcome.reason}`))
  const titles = await roundTitles(turn, turn.person.treeId)
  const told = await tellConcerned(turn, {
    treeId: turn.person.treeId,
    assignmentIds: outcome.extended,
    key: `extend:${turn.updateId}`,
    person: 'extend-told',
    group: 'extend-told-group',
    values: (locale, own) => ({
      day: formatDay(day),
      lines: linesIn(
        turn.t,
        locale,
        'extend-told-line',
        rounds
          .filter((round) => own.has(keyOf(round)))
          .map((round) => ({ title: titles(locale, round), day: formatDay(day), from: fromWords(round) })),
      ),
    }),
  })
  await turn.reply('extend-done', { count: outcome.extended.length, day: formatDay(day), told })
}

/** The rounds that were chosen, as they stand now. */
async function chosenRounds(turn: Turn, asked: Asked): Promise<OpenRound[]> {
  return (await listRounds(turn, asked)).filter((round) => asked.rounds?.includes(keyOf(round)))
}

async function listRounds(turn: Turn, { unitId, day }: Asked): Promise<OpenRound[]> {
  const reach = (await listUnitsInReach(turn, EXTEND)).map(({ id }) => id)
  const today = dayOf(turn.now)
  const branch = unitId === null ? null : new Set(await unitsBelow(turn.tx, unitId, today))
  const own = await listBindingProgrammes(turn.tx, turn.person!.treeId)
  return listOpenRounds(turn.tx, {
    obligationIds: own.flatMap(({ obligationIds }) => [...obligationIds.values()]),
    unitIds: reach.filter((id) => branch === null || branch.has(id)),
    before: day,
    today,
  })
}

/** Ids of the duties that words mean: by code or whole title, else by a part of the title. */
function obligationsMeant(programmes: readonly BindingRow[], typed: string): string[] {
  const wanted = foldVietnamese(typed)
  if (wanted === '') return []
  const all = programmes.flatMap(({ programme, obligationIds }) =>
    programme.obligations.map(({ code, title }) => ({
      id: obligationIds.get(code),
      names: [code, wordsOf(title, 'vi'), wordsOf(title, 'en')].map(foldVietnamese),
    })),
  )
  const exact = all.filter(({ names }) => names.includes(wanted))
  const found =
    exact.length > 0 ? exact : all.filter(({ names }) => names.some((name) => name.includes(wanted)))
  return found.flatMap(({ id }) => id ?? [])
}

function fromWords({ from, to }: OpenRound): string {
  return from === to ? formatDay(from) : `${formatDay(from)} – ${formatDay(to)}`
}

function keyOf({ obligationId, period }: { obligationId: string; period: string }): string {
  return `${obligationId}:${period}`
}
