import { z } from 'zod'

/**
 * A form as data: what a programme file says and what the form engine runs. Code knows field kinds and
 * measures, never a particular form. Wording is Vietnamese, with English beside it where the office gives it.
 */

const wording = z.union([z.string().min(1), z.strictObject({ vi: z.string().min(1), en: z.string().min(1) })])
/** Words for people: one string (Vietnamese), or both languages. */
export type Wording = z.infer<typeof wording>

const slug = z.string().regex(/^[a-z][a-z0-9_]*$/, 'lower-case letters, digits and _')

/** Shown only when an earlier answer fits. */
const condition = z.strictObject({
  field: slug,
  is: z.union([z.string(), z.number(), z.boolean()]).optional(),
  any_of: z.array(z.union([z.string(), z.number()])).optional(),
  answered: z.boolean().optional(),
})

const common = {
  id: slug,
  label: wording,
  /** Short name for the review and the printed form; default: the label. */
  short: wording.optional(),
  help: wording.optional(),
  example: wording.optional(),
  optional: z.boolean().default(false),
  when: condition.optional(),
  /** The figure that is read from this field, e.g. `members_present`. */
  measure: slug.optional(),
  /** Never asked or answered in front of a group. */
  private: z.boolean().optional(),
  /** Asked in one message together with the previous field (`1=… 2=…`). */
  with_previous: z.boolean().default(false),
}

/**
 * Names somebody as an example: a member who uses the bot is asked first, and the level above reads the name
 * only after their yes.
 */
const names_exemplar = z.boolean().optional()

const option = z.strictObject({
  id: slug,
  label: wording,
  measure: slug.optional(),
  /** Never chosen in front of a group, such as the mending of a shortcoming. */
  private: z.boolean().optional(),
})

const simpleKinds = [
  z.strictObject({
    ...common,
    kind: z.literal('short-text'),
    max: z.number().int().positive().default(200),
    names_exemplar,
  }),
  z.strictObject({
    ...common,
    kind: z.literal('long-text'),
    max: z.number().int().positive().default(4000),
    names_exemplar,
  }),
  z.strictObject({ ...common, kind: z.literal('choice'), options: z.array(option).min(2) }),
  z.strictObject({
    ...common,
    kind: z.literal('choices'),
    options: z.array(option).min(2),
    min: z.number().int().min(0).default(1),
    max: z.number().int().positive().optional(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('number'),
    min: z.number().optional(),
    max: z.number().optional(),
    whole: z.boolean().default(true),
    unit: wording.optional(),
  }),
  /** `23/25`: `measure` reads the first, `measure_of` the second. */
  z.strictObject({ ...common, kind: z.literal('ratio'), measure_of: slug.optional() }),
  z.strictObject({
    ...common,
    kind: z.literal('date'),
    /** Refuse days after today (a session that was held). */
    past_only: z.boolean().default(false),
  }),
  z.strictObject({ ...common, kind: z.literal('yes-no') }),
  z.strictObject({ ...common, kind: z.literal('photo'), max: z.number().int().positive().default(3) }),
  z.strictObject({ ...common, kind: z.literal('file'), max: z.number().int().positive().default(1) }),
  /**
   * People of the unit: everyone is present but those who are named absent, with or without reason.
   * Measures: `<measure>_due`, `<measure>_present`, `<measure>_excused`, `<measure>_unexcused`.
   */
  z.strictObject({ ...common, kind: z.literal('people') }),
  /** Filled from what the bot knows; shown, not asked: `full_name`, `position`, `unit_name`, `topic_title`, `members_total`, `date_today` … */
  z.strictObject({ ...common, kind: z.literal('prefilled'), source: slug }),
  /** Reckoned from other fields: share in per cent, sum, or count of a repeating group. */
  z.strictObject({
    ...common,
    kind: z.literal('computed'),
    percent: z.tuple([slug, slug]).optional(),
    sum: z.array(slug).min(1).optional(),
    count: slug.optional(),
  }),
] as const

const simpleField = z.discriminatedUnion('kind', [...simpleKinds])

const field = z.discriminatedUnion('kind', [
  ...simpleKinds,
  /** A repeating group, such as the deeds of a pledge. `measure` counts its items. */
  z.strictObject({
    ...common,
    kind: z.literal('group'),
    /** Name of one item: "việc làm". */
    item: wording,
    /** Usual number of items: a hint, never a wall. */
    usual: z.tuple([z.number().int().min(0), z.number().int().min(0)]).optional(),
    fields: z.array(simpleField).min(1),
    /** Items become deeds, followed through the year. */
    deeds: z.boolean().default(false),
    /** The item's field that names the kind of a deed. */
    deed_kind: slug.optional(),
    /** Ready-made items to choose and edit, by kind of unit (`any` for all). */
    examples: z.record(z.string(), z.array(z.record(slug, z.string()))).optional(),
  }),
])

export const formDefinition = z.strictObject({
  code: slug,
  title: wording,
  /** Said before the first question. */
  intro: wording.optional(),
  fields: z.array(field).min(1),
})

/** One form. */
export type FormDefinition = z.infer<typeof formDefinition>
/** One field, groups included. */
export type Field = z.infer<typeof field>
/** A field inside a group. */
export type SimpleField = z.infer<typeof simpleField>
export type FieldKind = Field['kind']
export type FieldCondition = z.infer<typeof condition>
export { wording as wordingSchema }

/** The words for one reader. */
export function wordsOf(words: Wording, locale: 'vi' | 'en'): string {
  return typeof words === 'string' ? words : words[locale]
}
