import type { UnitView } from '../domain/person.ts'
import type { MemberImport, PersonShape } from '../domain/plan-member-import.ts'
import type { UnitImport, UnitShape } from '../domain/plan-unit-import.ts'
import { formatDay } from '../time.ts'

type Words = (key: string, values?: Record<string, string | number>) => string

/** One line for each unit that comes, changes or is missing: `+`, `~`, `?`. */
export function describeUnits(plan: UnitImport, t: Words): string[] {
  return [
    ...plan.changes.map(({ code, before, after }) =>
      before
        ? `~ ${code}: ${describeShape(before, t)} → ${describeShape(after, t)}`
        : `+ ${code}: ${describeShape(after, t)}`,
    ),
    ...plan.vanished.map(({ code, name }) => `? ${code}: ${name}: ${t('cli-import-vanished')}`),
  ]
}

function describeShape({ name, kind, parentCode, reach }: UnitShape, t: Words): string {
  return [name, kind, parentCode ?? '–', ...(reach ? [t(`reach-name-${reach}`)] : [])].join(' · ')
}

/** One line for each person who comes, changes, stays elsewhere too, or is missing. */
export function describeMembers(plan: MemberImport, units: readonly UnitView[], t: Words): string[] {
  const codes = new Map(units.map((unit) => [unit.id, unit.code]))
  const codeOf = (unitId: string) => codes.get(unitId) ?? '?'
  const facts = (shape: PersonShape) => describePerson(shape, codeOf, t)
  return [
    ...plan.changes.map(({ code, before, after }) => {
      if (!before) return `+ ${code} ${after.fullName}: ${facts(after).join('; ')}`
      const old = new Set(facts(before))
      const fresh = new Set(facts(after))
      const gone = [...old].filter((fact) => !fresh.has(fact)).map((fact) => `−${fact}`)
      const come = [...fresh].filter((fact) => !old.has(fact)).map((fact) => `+${fact}`)
      const renamed = before.fullName === after.fullName ? [] : [`${before.fullName} → ${after.fullName}`]
      const phone = before.phone === after.phone ? [] : [t('cli-import-phone')]
      return `~ ${code} ${after.fullName}: ${[...renamed, ...phone, ...gone, ...come].join('; ')}`
    }),
    ...plan.staying.map(({ code, unitIds }) =>
      t('cli-import-stays', { member: code, units: unitIds.map(codeOf).join(', ') }),
    ),
    ...plan.vanished.map(({ code, fullName }) => `? ${code} ${fullName}: ${t('cli-import-vanished')}`),
  ]
}

function describePerson(shape: PersonShape, codeOf: (unitId: string) => string, t: Words): string[] {
  return [
    ...shape.memberships.map(({ unitId, category, exempt, workplace }) =>
      [codeOf(unitId), category, exempt ? t('cli-import-exempt') : null, workplace].filter(Boolean).join(' '),
    ),
    ...shape.posts.map(({ unitId, role, position, positionRank, keyLeader }) =>
      [
        `${codeOf(unitId)} ${t('cli-import-role', { role })}`,
        position && `(${position})`,
        positionRank === null ? null : `#${positionRank}`,
        keyLeader ? t('cli-import-key-leader') : null,
      ]
        .filter(Boolean)
        .join(' '),
    ),
    ...(shape.awayUntil ? [t('cli-import-away', { day: formatDay(shape.awayUntil) })] : []),
    ...shape.supervises.map((unitId) => t('cli-import-supervises', { unit: codeOf(unitId) })),
  ]
}
