import { kindFits } from '../../src/domain/audience-rule.ts'
import type { Role } from '../../src/domain/person.ts'
import type { Programme } from '../../src/domain/programme.ts'
import type { PlannedPerson, PlannedUnit } from '../../src/domain/wanted-assignments.ts'

const SINCE = '2020-01-01'

/**
 * An organisation that has everything a programme speaks of: below the owner one unit of every kind, in each
 * a secretary, a deputy and a member of every category; and a holder of every position.
 */
export function fullRoster(programme: Programme): { units: PlannedUnit[]; people: PlannedPerson[] } {
  const kinds = Object.keys(programme.vocabulary.unit_kinds)
  const ownerKind = kinds.find((kind) => kind.startsWith('committee-'))!
  const units = [unit('owner', ownerKind, null), ...kinds.map((kind) => unit(kind, kind, 'owner'))]
  const people: PlannedPerson[] = []
  const add = (id: string, unitId: string, category: string, post?: { role: Role; position?: string }) =>
    people.push({
      id,
      joinedOn: SINCE,
      memberships: [{ unitId, category, exempt: false, workplace: null }],
      posts: post
        ? [{ unitId, role: post.role, position: post.position ?? null, positionRank: null, keyLeader: false }]
        : [],
    })
  for (const { id } of units) {
    for (const role of ['secretary', 'deputy'] as const) add(`${role}@${id}`, id, 'party-member', { role })
    for (const category of Object.keys(programme.vocabulary.categories))
      add(`${category}@${id}`, id, category)
  }
  for (const { code, name, role, unit_kinds: where } of programme.positions) {
    const words = typeof name === 'string' ? name : name.vi
    const place = where ? kinds.find((kind) => kindFits(kind, where))! : 'owner'
    add(`position:${code}`, place, 'party-member', { role: role ?? 'leader', position: words })
  }
  return { units, people }
}

function unit(id: string, kind: string, parentId: string | null): PlannedUnit {
  const zone = 'Asia/Ho_Chi_Minh'
  return { id, treeId: 'tree', code: id, name: id, kind, parentId, zone, since: SINCE }
}
