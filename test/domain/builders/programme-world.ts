import type { AudienceWorld, RosterPerson } from '../../../src/domain/audience.ts'
import type { PersonView, UnitView } from '../../../src/domain/person.ts'
import { programmeSchema, type Programme } from '../../../src/domain/programme.ts'

/** An invented commune: its committee, two cells of places, one of an agency, one of a school, an agency. */
export const UNITS: UnitView[] = [
  unit('committee', 'committee-commune', null),
  unit('street', 'cell-street', 'committee'),
  unit('village', 'cell-village', 'committee'),
  unit('office', 'cell-agency', 'committee'),
  unit('school', 'cell-school', 'committee'),
  unit('people-committee', 'agency', 'committee'),
]

function unit(id: string, kind: string, parentId: string | null): UnitView {
  return { id, treeId: 'tree', code: id.toUpperCase(), name: id, kind, parentId, zone: 'Asia/Ho_Chi_Minh' }
}

export function worldOf(programme: Programme, units: readonly UnitView[] = UNITS): AudienceWorld {
  return { programme, ownerUnitId: 'committee', units: new Map(units.map((each) => [each.id, each])) }
}

/** `in` is a unit, or `unit:category`, or `unit:category:exempt`; `as` is `role@unit` or `role@unit:position`. */
export function person(
  belongs: string[],
  holds: string[] = [],
  more: { keyLeader?: boolean } = {},
): RosterPerson {
  return {
    memberships: belongs.map((text) => {
      const [unitId, category = 'party-member', exempt] = text.split(':') as [string, string?, string?]
      return { unitId, category, exempt: exempt !== undefined, workplace: null }
    }),
    posts: holds.map((text) => {
      const [role, place] = text.split('@') as [PersonView['posts'][number]['role'], string]
      const [unitId, position] = place.split(':') as [string, string?]
      return {
        unitId,
        role,
        position: position ?? null,
        positionRank: null,
        keyLeader: more.keyLeader ?? false,
      }
    }),
  }
}

const BASE = {
  code: 'sample',
  issuing_body: 'Đảng ủy xã Mẫu',
  title: 'Kế hoạch mẫu',
  year: 2023,
  vocabulary: {
    unit_kinds: {
      'committee-commune': 'Đảng ủy xã',
      'cell-street': 'Chi bộ tổ dân phố',
      'cell-village': 'Chi bộ thôn, bản',
      'cell-agency': 'Chi bộ cơ quan',
      'cell-school': 'Chi bộ trường học',
      agency: 'Cơ quan',
    },
    categories: {
      'party-member': 'đảng viên',
      probationary: 'đảng viên dự bị',
      'civil-servant': 'công chức',
      worker: 'người lao động',
    },
  },
  positions: [
    { code: 'committee-secretary', name: 'Bí thư Đảng ủy', role: 'secretary', unit_kinds: ['committee-*'] },
    { code: 'head-of-school', name: 'Hiệu trưởng', aliases: ['Hiệu trưởng nhà trường'] },
    { code: 'executive-committee', name: 'Ủy viên Ban Chấp hành Đảng bộ' },
  ],
}

const DUTY = {
  code: 'duty',
  title: 'Việc mẫu',
  section: 'II.1',
  kind: 'report',
  subject: 'unit',
  audience: { unit_kinds: ['cell-*'] },
  due: 'trước ngày 10/3/2023',
}

/** The sample programme with these obligations, each on top of a plain one. */
export function programmeOf(obligations: object[] = [{}], more: object = {}): Programme {
  return programmeSchema.parse({
    ...BASE,
    ...more,
    obligations: obligations.map((each) => ({ ...DUTY, ...each })),
  })
}
