import { type Day, formatDay } from '../time.ts'
import type { DropOff } from './drop-off.ts'

type Words = (key: string, values?: Record<string, string | number>) => string

/** Longer lists are counted from here on. */
const MOST = 10

/** What is missing or doubled in the roster of some units. */
export interface DataQuality {
  /** Names of units that have members and no secretary. */
  withoutSecretary: string[]
  /** Names of units that have members and no bound group. */
  withoutGroup: string[]
  /** Members who cannot be written to, by unit. */
  withoutAccount: { unit: string; count: number; members: number }[]
  /** Members without a telephone number, by unit. */
  withoutPhone: { unit: string; count: number; members: number }[]
  /** People who may be one and the same: codes and full name. */
  duplicates: { name: string; codes: string[] }[]
  /** Codes of people who belong to no unit. */
  withoutUnit: string[]
}

/** The list for the office. Empty parts are left out. */
export function describeQuality(quality: DataQuality, today: Day, t: Words): string {
  const counted = (rows: DataQuality['withoutAccount']) =>
    rows.map(({ unit, count, members }) => t('quality-unit-count', { unit, count, members }))
  const parts = [
    part('quality-no-secretary', quality.withoutSecretary, t),
    part('quality-no-group', quality.withoutGroup, t),
    part('quality-no-account', counted(quality.withoutAccount), t),
    part('quality-no-phone', counted(quality.withoutPhone), t),
    part(
      'quality-duplicates',
      quality.duplicates.map(({ name, codes }) => `${name}: ${codes.join(', ')}`),
      t,
    ),
    part('quality-no-unit', quality.withoutUnit, t),
  ].filter((text) => text !== '')
  return [
    t('quality-head', { day: formatDay(today) }),
    ...(parts.length > 0 ? parts : [t('quality-clean')]),
  ].join('\n\n')
}

/** Where forms stand still: task, question, count. */
export function describeDropOff(places: readonly DropOff[], t: Words): string {
  if (places.length === 0) return t('dropoff-none')
  const lines = places.map(({ title, question, label, count }) =>
    question === null
      ? t('dropoff-unsent', { title, count })
      : t('dropoff-line', { title, question, label: label ?? '', count }),
  )
  return [t('dropoff-head'), ...lines.map((line) => `- ${line}`)].join('\n')
}

function part(key: string, lines: readonly string[], t: Words): string {
  if (lines.length === 0) return ''
  const more = lines.length - MOST
  return [
    t(key, { count: lines.length }),
    ...lines.slice(0, MOST).map((line) => `- ${line}`),
    ...(more > 0 ? [`- ${t('quality-more', { count: more })}`] : []),
  ].join('\n')
}
