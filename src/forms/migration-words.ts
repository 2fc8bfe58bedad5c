import { type FormDefinition, wordsOf } from '../domain/form-definition.ts'
import { itemsOf } from './answers.ts'
import type { FormState } from './form-state.ts'
import { describeValue, itemNumber, type Say } from './line-words.ts'
import type { FormLine } from './list-lines.ts'
import type { FieldChange, MigrationPlan } from './plan-migration.ts'

/** Longer lists are cut: the form itself asks what is new. */
const SHOWN = 6
const VALUE_LENGTH = 60

/** What became of answers that were given to an older version. */
type Told =
  | { kind: 'moved'; state: Pick<FormState, 'answers'>; plan: MigrationPlan }
  | { kind: 'stays'; lost: readonly FormLine[] }

/** What a newer version of a form changes for the person, in a few lines; null where they need to know nothing. */
export function describeMigration(
  migrated: Told,
  to: FormDefinition,
  t: Say,
  locale: 'vi' | 'en',
): string | null {
  if (migrated.kind === 'stays') {
    if (migrated.lost.length === 0) return null
    const lines = migrated.lost.slice(0, SHOWN).map((line) => {
      const value = line.value ? describeValue(line.value, t).replace(/\s+/g, ' ') : ''
      const cut = value.length > VALUE_LENGTH ? `${value.slice(0, VALUE_LENGTH - 1).trimEnd()}…` : value
      return `${line.number ? `${itemNumber(line.number)}. ` : ''}${line.label}: ${cut}`
    })
    return [t('form-migrate-stays'), ...lines].join('\n')
  }
  const { plan, state } = migrated
  const named = (kinds: readonly FieldChange['kind'][], answered?: boolean) =>
    plan.changes
      .filter(({ kind }) => kinds.includes(kind))
      .filter(({ path }) => answered === undefined || isAnswered(state, path) === answered)
      .slice(0, SHOWN)
      .map((change) => `${change.number}. ${labelOf(change, to, locale)}`)
      .join('; ')
  const parts: [string, string][] = [
    ['form-migrate-added', named(['added', 'replaced'])],
    ['form-migrate-needed', named(['needed'], false)],
    ['form-migrate-reworded', named(['reworded'], true)],
    ['form-migrate-removed', named(['removed'])],
  ]
  const lines = parts.flatMap(([key, lines]) => (lines === '' ? [] : [t(key, { lines })]))
  if (plan.renumbered) lines.push(t('form-migrate-renumbered'))
  return lines.length === 0 ? null : [t('form-migrate-moved'), ...lines].join('\n')
}

/** What is asked of every item is named with its group. */
function labelOf({ path, field }: FieldChange, to: FormDefinition, locale: 'vi' | 'en'): string {
  const own = wordsOf(field.short ?? field.label, locale)
  const group = path.includes('.') ? to.fields.find(({ id }) => id === path.split('.')[0]) : undefined
  return group ? `${wordsOf(group.short ?? group.label, locale)} – ${own}` : own
}

function isAnswered({ answers }: Pick<FormState, 'answers'>, path: string): boolean {
  const [field, inner] = path.split('.') as [string, string?]
  if (inner === undefined) return answers[field] !== undefined
  return itemsOf(answers, field).some((item) => item.answers[inner] !== undefined)
}
