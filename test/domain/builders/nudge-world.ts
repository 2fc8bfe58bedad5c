import type { NudgeRules, NudgeUnit, NudgeWorld, OwedThing } from '../../../src/domain/nudge-world.ts'
import { WAKING_HOURS } from '../../../src/domain/waking-hours.ts'
import { type Day, instantOf, weekdayOf } from '../../../src/time.ts'

export const ZONE = 'Asia/Ho_Chi_Minh'
export const at = (day: string, time = '08:00') => instantOf(day, time, ZONE)
export const isWeekday = (day: Day) => weekdayOf(day) < 6

export const RULES: NudgeRules = {
  offsets: { group: [7, 1], private: [3, 0, -1], secretary: [1, -1] },
  escalate: { leader: 3, office: 7 },
  groupPosts: 2,
  namesToLeaders: false,
}

/** Lan owes a pledge by Thursday 12/3/2026. */
export function owed(over: Partial<OwedThing> = {}): OwedThing {
  return {
    assignmentId: 'a-lan',
    obligationId: 'pledge',
    period: '2026',
    unitId: 'cell',
    personId: 'lan',
    dueOn: '2026-03-12',
    done: false,
    beforeBot: false,
    voluntary: false,
    opensOn: null,
    rules: RULES,
    ...over,
  }
}

/** A cell of 25 with one group, a secretary and a deputy, a supervising leader and an office above. */
export function cell(over: Partial<NudgeUnit> = {}): NudgeUnit {
  const speakers = [['bi-thu'], ['pho-bi-thu']]
  return {
    id: 'cell',
    calendar: { zone: ZONE, isWorking: isWeekday, hours: WAKING_HOURS },
    members: 25,
    groups: [{ id: 'group', living: false }],
    paster: null,
    filers: speakers,
    readers: speakers,
    leaders: [['lanh-dao']],
    office: [['van-phong']],
    isBusy: () => false,
    ...over,
  }
}

export function world(things: OwedThing[], over: Partial<NudgeWorld> = {}): NudgeWorld {
  return {
    things,
    units: [cell()],
    reachable: new Set([
      'lan',
      'bi-thu',
      'lanh-dao',
      'van-phong',
      ...things.flatMap((thing) => thing.personId ?? []),
    ]),
    refusing: new Set(),
    away: new Set(),
    unreachable: new Set(),
    outOfMessages: new Set(),
    sparing: new Set(),
    snoozes: [],
    perWeek: 3,
    sentThisWeek: new Map(),
    botOf: new Map(),
    budgets: new Map(),
    ...over,
  }
}
