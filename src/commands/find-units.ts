import { type Action, unitsAllowing } from '../domain/access.ts'
import type { UnitView } from '../domain/person.ts'
import { foldVietnamese } from '../domain/vietnamese-fold.ts'
import { mayDo } from '../store/authorise.ts'
import { listUnitsById, unitsBelow } from '../store/units.ts'
import { dayOf } from '../time.ts'
import type { Turn } from './command.ts'

/** The units in which the person of this turn may do something, those below their posts too, in tree order. */
export async function listUnitsInReach(turn: Turn, action: Action): Promise<UnitView[]> {
  const person = turn.person!
  const day = dayOf(turn.now)
  const reach = new Set<string>()
  for (const unitId of unitsAllowing(person, action)) {
    for (const each of await unitsBelow(turn.tx, unitId, day)) reach.add(each)
  }
  const units = await listUnitsById(turn.tx, [...reach], day)
  const allowed: UnitView[] = []
  for (const unit of units) {
    if (await mayDo(turn, person, action, { unitId: unit.id })) allowed.push(unit)
  }
  return allowed
}

/** Those of these units that a person means: by code or whole name, else by a part of the name. */
export function unitsMeant(units: readonly UnitView[], typed: string): UnitView[] {
  const wanted = foldVietnamese(typed.trim())
  if (wanted === '') return []
  const named = units.filter(({ code, name }) => [code, name].some((word) => foldVietnamese(word) === wanted))
  return named.length > 0 ? named : units.filter(({ name }) => foldVietnamese(name).includes(wanted))
}
