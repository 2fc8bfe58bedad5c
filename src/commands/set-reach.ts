import type { UnitView } from '../domain/person.ts'
import { type Reach, REACHES, reachesOf } from '../domain/reach.ts'
import { longId, shortId } from '../domain/short-id.ts'
import { branchOf } from '../domain/unit-tree.ts'
import { authorise } from '../store/authorise.ts'
import { countReach } from '../store/count-reach.ts'
import { saveReach } from '../store/reach.ts'
import { listUnits } from '../store/units.ts'
import { dayOf } from '../time.ts'
import type { Command, Turn } from './command.ts'
import { listUnitsInReach, unitsMeant } from './find-units.ts'

const REACH = 'reach'
const PAGE = 8

/** `/phamvi [unit]`: the office opens a unit to its members, or keeps it with its secretary. */
export const setReach: Command = {
  name: REACH,
  slash: 'phamvi',
  words: ['pham vi'],
  where: 'private',
  for: ['office'],
  run: async (turn, argument) => {
    const own = await listUnitsInReach(turn, 'set-reach')
    const meant = argument.trim() === '' ? own : unitsMeant(own, argument)
    const [only, another] = meant
    if (!only) await turn.reply('reach-unknown-unit', { unit: argument.trim().slice(0, 60) })
    else if (!another) await showUnit(turn, only)
    else await askUnit(turn, meant, 0)
  },
  actions: {
    units: async (turn, [from]) => {
      if (turn.person) await askUnit(turn, await listUnitsInReach(turn, 'set-reach'), Number(from))
    },
    show: (turn, [unit]) => withUnit(turn, unit, showUnit),
    set: (turn, [unit, reach]) => withUnit(turn, unit, (_, found) => change(turn, found, reach ?? '')),
  },
}

async function askUnit(turn: Turn, units: readonly UnitView[], from: number): Promise<void> {
  const start = Number.isInteger(from) && from > 0 ? from : 0
  const choices = units
    .slice(start, start + PAGE)
    .map(({ id, name }) => [{ action: `${REACH}:show:${shortId(id)}`, label: name }])
  if (start + PAGE < units.length)
    choices.push([{ action: `${REACH}:units:${start + PAGE}`, label: turn.t(turn.locale, 'roster-more') }])
  await turn.reply('reach-which-unit', {}, { choices })
}

async function withUnit(
  turn: Turn,
  short: string | undefined,
  does: (turn: Turn, unit: UnitView) => Promise<void>,
): Promise<void> {
  const own = turn.person ? await listUnitsInReach(turn, 'set-reach') : []
  const unit = own.find(({ id }) => id === longId(short ?? ''))
  await (unit ? does(turn, unit) : turn.reply('roster-not-yours'))
}

async function showUnit(turn: Turn, unit: UnitView): Promise<void> {
  const units = await listUnits(turn.tx, unit.treeId, dayOf(turn.now))
  const now = reachesOf(units).get(unit.id)!
  const choices = REACHES.filter((reach) => reach !== now).map((reach) => [
    {
      action: `${REACH}:set:${shortId(unit.id)}:${reach}`,
      label: turn.t(turn.locale, `reach-choose-${reach}`),
    },
  ])
  await turn.reply(
    `reach-shown-${now}`,
    { unit: unit.name, ...(await countsOf(turn, unit, units)) },
    { choices },
  )
}

async function change(turn: Turn, unit: UnitView, reach: string): Promise<void> {
  const wanted = REACHES.find((each) => each === reach)
  if (!wanted) return showUnit(turn, unit)
  const target = { unitId: unit.id, details: { reach: wanted satisfies Reach } }
  if (!(await authorise(turn, turn.person!, 'set-reach', target)))
    return void (await turn.reply('roster-not-yours'))
  await saveReach(turn.tx, unit.id, wanted)
  const units = await listUnits(turn.tx, unit.treeId, dayOf(turn.now))
  await turn.reply(`reach-set-${wanted}`, { unit: unit.name, ...(await countsOf(turn, unit, units)) })
}

/** Counts over the unit and what is below it; somebody in two units of a branch counts in both. */
async function countsOf(turn: Turn, unit: UnitView, units: readonly UnitView[]) {
  const branch = branchOf(unit.id, units)
  const counts = [...(await countReach(turn.tx, unit.treeId, dayOf(turn.now), branch)).values()]
  const sum = (of: 'members' | 'reached' | 'joined') => counts.reduce((total, one) => total + one[of], 0)
  return { count: branch.length, members: sum('members'), reached: sum('reached'), joined: sum('joined') }
}
