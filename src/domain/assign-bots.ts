/** A unit with people of its own, as one channel's bots have to serve it. */
export interface UnitToServe {
  unitId: string
  /** Everybody of it whom the bot is to talk to. */
  people: number
  /** Those who file for it: secretaries, deputies, contacts. */
  officers: number
  /** Group chats it needs; at least one where its members are served, none where only its secretary is. */
  groups: number
  /** The bot assigned to the unit itself; kept. */
  ownBotId: string | null
  /** The bot inherited from the nearest assigned unit above; kept while it has room. */
  inheritedBotId: string | null
}

/** Most that one bot may serve; null: no ceiling. */
export interface BotLimit {
  people: number | null
  groups: number | null
}

export interface BotPlacement {
  unitId: string
  botId: string
  /** `officers`: the bots do not suffice for all members, so only those who file are served. */
  serves: 'all' | 'officers'
  /** Nothing to write: the unit has or inherits this bot already. */
  isKept: boolean
}

export interface BotPlan {
  placements: BotPlacement[]
  /** Units for which no bot has room, not even for those who file. */
  unplaced: string[]
  /** Bots that what is assigned to them asks more of than they can serve: a unit was opened, or has grown. */
  overfull: { botId: string; people: number }[]
}

interface Load {
  botId: string
  people: number
  groups: number
}

/**
 * Spreads units over the bots of one channel. A unit is never split; what is assigned stays. When the bots
 * do not suffice for everybody, those who file are placed first, for every unit, and whole units after them.
 */
export function planBotAssignment(
  units: readonly UnitToServe[],
  botIds: readonly string[],
  limit: BotLimit,
): BotPlan {
  const loads = botIds.map((botId) => ({ botId, people: 0, groups: 0 }))
  const fixed = units.filter((unit) => unit.ownBotId !== null && botIds.includes(unit.ownBotId))
  const free = units.filter((unit) => !fixed.includes(unit))
  const placements: BotPlacement[] = fixed.map((unit) => {
    const load = loads.find((each) => each.botId === unit.ownBotId)!
    fill(load, unit.people, unit.groups)
    return { unitId: unit.unitId, botId: load.botId, serves: 'all', isKept: true }
  })
  const before = loads.map((load) => ({ ...load }))
  const overfull = loads
    .filter((load) => !isWithin(load.people, limit.people))
    .map(({ botId, people }) => ({ botId, people }))
  const everybody = placeWhole(free, loads, limit)
  if (everybody) return { placements: [...placements, ...everybody], unplaced: [], overfull }
  return { ...placeOfficersFirst(free, before, limit, placements), overfull }
}

/** All members of every unit, or null when they do not fit. Large units first, so that gaps take the small. */
function placeWhole(units: readonly UnitToServe[], loads: Load[], limit: BotLimit): BotPlacement[] | null {
  const placements: BotPlacement[] = []
  for (const unit of bySize(units, (each) => each.people)) {
    const load = firstWithRoom(unit, loads, limit, unit.people, unit.groups)
    if (!load) return null
    fill(load, unit.people, unit.groups)
    placements.push(placed(unit, load, 'all'))
  }
  return placements
}

function placeOfficersFirst(
  units: readonly UnitToServe[],
  loads: Load[],
  limit: BotLimit,
  fixed: readonly BotPlacement[],
): Omit<BotPlan, 'overfull'> {
  const placements = new Map<string, BotPlacement>()
  const unplaced: string[] = []
  for (const unit of bySize(units, (each) => each.officers)) {
    const load = firstWithRoom(unit, loads, limit, unit.officers, 0)
    if (!load) {
      unplaced.push(unit.unitId)
      continue
    }
    fill(load, unit.officers, 0)
    placements.set(unit.unitId, placed(unit, load, 'officers'))
  }
  // Small units first: so most units get everybody.
  for (const unit of bySize(units, (each) => -each.people)) {
    const placement = placements.get(unit.unitId)
    const load = loads.find((each) => each.botId === placement?.botId)
    const more = unit.people - unit.officers
    if (!placement || !load || !hasRoom(load, limit, more, unit.groups)) continue
    fill(load, more, unit.groups)
    placement.serves = 'all'
  }
  return { placements: [...fixed, ...placements.values()], unplaced }
}

function firstWithRoom(
  unit: UnitToServe,
  loads: readonly Load[],
  limit: BotLimit,
  people: number,
  groups: number,
): Load | undefined {
  const inherited = loads.find((load) => load.botId === unit.inheritedBotId)
  if (inherited && hasRoom(inherited, limit, people, groups)) return inherited
  return loads.find((load) => hasRoom(load, limit, people, groups))
}

function hasRoom(load: Load, limit: BotLimit, people: number, groups: number): boolean {
  return isWithin(load.people + people, limit.people) && isWithin(load.groups + groups, limit.groups)
}

function isWithin(used: number, most: number | null): boolean {
  return most === null || used <= most
}

function fill(load: Load, people: number, groups: number): void {
  load.people += people
  load.groups += groups
}

function placed(unit: UnitToServe, load: Load, serves: 'all' | 'officers'): BotPlacement {
  return {
    unitId: unit.unitId,
    botId: load.botId,
    serves,
    isKept: unit.inheritedBotId === load.botId,
  }
}

/** Largest first; equal ones in the order given, so that the same roster gives the same plan. */
function bySize(units: readonly UnitToServe[], size: (unit: UnitToServe) => number): UnitToServe[] {
  return [...units].sort((a, b) => size(b) - size(a))
}
