import { z } from 'zod'
import { audienceRule } from './audience-rule.ts'
import { formDefinition, wordingSchema } from './form-definition.ts'
import { obligationSchema } from './obligation.ts'
import type { Period, YearSpan } from './period.ts'
import {
  basisSchema,
  codeSchema,
  daySchema,
  materialSchema,
  nudgeSchema,
  positionSchema,
  receivingBodySchema,
  remindingSchema,
  type Reminding,
  topicSchema,
  topicSetSchema,
  vocabularySchema,
  yearSchema,
} from './programme-parts.ts'

const common = {
  code: codeSchema,
  /** As on the document: `107-KH/ThU`. Empty where the plan at hand does not show it. */
  number: z.string().optional(),
  date: daySchema.optional(),
  issuing_body: z.string(),
  title: wordingSchema,
  /** A plan for one year; a plan for several has `term`. */
  year: yearSchema.optional(),
  term: z.strictObject({ from: yearSchema, to: yearSchema }).optional(),
  /** Code of the programme of a level above that this one carries out. */
  implements: codeSchema.optional(),
  bases: z.array(basisSchema).default([]),
  vocabulary: vocabularySchema,
  /** Posts from the highest to the lowest: where a person holds several, the first decides. */
  positions: z.array(positionSchema).default([]),
  /** Who counts as key leader; default: whom the roster marks. */
  key_leaders: audienceRule.prefault({ marked_key_leader: true }),
  receiving_bodies: z.array(receivingBodySchema).default([]),
  topics: z
    .strictObject({
      term: z.array(topicSchema).default([]),
      year: topicSetSchema.prefault({ mode: 'none' }),
      quarter: topicSetSchema.prefault({ mode: 'none' }),
    })
    .prefault({}),
  materials: z.array(materialSchema).default([]),
  nudges: nudgeSchema.prefault({}),
  reminding: remindingSchema.prefault({}),
  obligations: z.array(obligationSchema).min(1),
}

/** One programme: a unit's plan for a year or a term, its forms put in. */
export const programmeSchema = z.strictObject({ ...common, forms: z.array(formDefinition).default([]) })

/**
 * A programme file as it is written: a form may stand in a file of its own, named relative to the programme
 * file, and the year may follow the clock (`{year}` in any text then becomes that year).
 */
export const programmeFileSchema = z.strictObject({
  ...common,
  code: z.string(),
  year: z.union([yearSchema, z.literal('follows-clock')]).optional(),
  forms: z.array(z.union([z.string().regex(/\.ya?ml$/), formDefinition])).default([]),
})

export type Programme = z.infer<typeof programmeSchema>

/** The years a programme runs over. */
export function programmeSpan(programme: Pick<Programme, 'year' | 'term'>): YearSpan {
  if (programme.term) return programme.term
  const year = programme.year ?? 0
  return { from: year, to: year }
}

/** How a programme reminds; one that was stored before there were such settings gets the defaults. */
export function remindingOf(programme: { reminding?: Reminding }): Reminding {
  return programme.reminding ?? remindingSchema.parse({})
}

/** What is said by round, for one round: `Q1` fits `2026-Q1`, a whole key goes first. */
export function forPeriod<T extends string>(said: T | Record<string, T>, period: Period): T | undefined {
  if (typeof said === 'string') return said
  return said[period] ?? said[period.slice(5)]
}

/** JSON Schema (draft 2020-12) of a programme file, for editors. */
export function programmeJsonSchema(): object {
  return z.toJSONSchema(programmeFileSchema, { io: 'input', reused: 'ref' })
}
