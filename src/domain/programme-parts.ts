import { z } from 'zod'
import { realDay } from '../time.ts'
import { audienceRule } from './audience-rule.ts'
import { wordingSchema } from './form-definition.ts'

/** The smaller parts of a programme file. */

export const codeSchema = z.string().regex(/^[a-z0-9][a-z0-9_-]*$/, 'lower-case letters, digits, - and _')

export const daySchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a day as YYYY-MM-DD')
  .refine((day) => {
    const [year, month, date] = day.split('-').map(Number) as [number, number, number]
    return realDay(year, month, date) !== null
  }, 'a day that is not in the calendar')

/** A day, or a month and day of any year: `2026-03-09`, `03-09`. */
export const daySomeYearSchema = z
  .string()
  .regex(/^(?:\d{4}-)?(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, 'a day as YYYY-MM-DD or MM-DD')

export const yearSchema = z.int().min(1990).max(2200)

/** A document that the programme rests on or that a topic cites. */
export const basisSchema = z.strictObject({
  number: z.string().optional(),
  date: daySchema.optional(),
  title: z.string(),
  issuing_body: z.string().optional(),
  effective_from: daySchema.optional(),
  /** The document that took its place. */
  replaced_by: z.string().optional(),
})

export const materialSchema = z.strictObject({
  title: z.string(),
  link: z.url({ protocol: /^https$/ }).optional(),
  /** Path beside the programme file. */
  file: z.string().optional(),
  citation: z.string().optional(),
})

export const reviewWordsSchema = z.strictObject({
  received: wordingSchema.default({ vi: 'Đã tiếp nhận', en: 'Received' }),
  commented: wordingSchema.default({ vi: 'Góp ý', en: 'Commented' }),
})

/** The programme's own words. Kinds of unit and categories must be named here to be used in a rule. */
export const vocabularySchema = z.strictObject({
  unit_kinds: z.record(codeSchema, wordingSchema),
  categories: z.record(codeSchema, wordingSchema),
  /** How people of a category are addressed; `default` for the others. */
  address: z.record(z.string(), wordingSchema).prefault({ default: { vi: 'đồng chí', en: 'comrade' } }),
  roles: z.record(z.string(), wordingSchema).default({}),
  /** Who drafts the programme, receives and aggregates. */
  office: wordingSchema.optional(),
  pledge: wordingSchema.optional(),
  deed: wordingSchema.optional(),
  session: wordingSchema.optional(),
  review: reviewWordsSchema.prefault({}),
})

/** A post that the programme ranks: by its names in the roster, or by role and kind of unit. */
export const positionSchema = z.strictObject({
  code: codeSchema,
  name: wordingSchema,
  /** Further names under which a roster may hold it. */
  aliases: z.array(z.string()).default([]),
  role: z.enum(['secretary', 'deputy', 'contact', 'leader', 'office']).optional(),
  unit_kinds: z.array(z.string()).optional(),
})

/** A body that receives what is filed; its members are found by a rule. */
export const receivingBodySchema = z.strictObject({
  code: codeSchema,
  name: wordingSchema,
  members: audienceRule,
})

/** Days before the last good day; negative ones after it. */
export const nudgeSchema = z.strictObject({
  group: z.array(z.int().min(0)).default([7, 1]),
  private: z.array(z.int()).default([3, 0, -1]),
  secretary: z.array(z.int()).default([1, -1]),
})

const hour = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'an hour as HH:MM')

/** Weeks in which a unit has no time for papers: harvest, exams. */
const busySeasonSchema = z.strictObject({
  from: daySomeYearSchema,
  to: daySomeYearSchema,
  /** Kinds of unit as in audience rules, or codes of single units; neither: every unit. */
  unit_kinds: z.array(z.string()).optional(),
  units: z.array(z.string()).optional(),
  name: wordingSchema.optional(),
})

/** How the programme reminds, beside the days of `nudges`. */
export const remindingSchema = z.strictObject({
  /** Most unasked messages to one person in a week, over everything. */
  per_week: z.int().min(1).max(21).default(3),
  /** Nobody is written to from `from` to `until` of the next morning; reminders go from 8:00 on at the earliest. */
  quiet: z.strictObject({ from: hour, until: hour }).default({ from: '21:00', until: '06:30' }),
  /** Most posts into a group before one deadline, where a post cannot be changed later. */
  group_posts: z.int().min(0).default(2),
  /** Days after a deadline on which the supervising leader, then the office hears of a late unit, by counts. */
  escalate: z
    .strictObject({ leader: z.int().min(1).default(3), office: z.int().min(1).default(7) })
    .prefault({}),
  /** Leaders may see who is late. */
  names_to_leaders: z.boolean().default(false),
  busy_seasons: z.array(busySeasonSchema).default([]),
  /** Days off and days made up for that the public calendar does not have. */
  holidays: z.array(daySchema).default([]),
  working_days: z.array(daySchema).default([]),
})

export type Reminding = z.infer<typeof remindingSchema>

export const topicSchema = z.strictObject({
  code: codeSchema,
  title: wordingSchema,
  /** Where the plan says it: `II.2.1`. */
  section: z.string().optional(),
  year: yearSchema.optional(),
  quarter: z.int().min(1).max(4).optional(),
  /** Day on which it is posted; default: the first day of its quarter or year. */
  posts_on: daySomeYearSchema.optional(),
  brief: wordingSchema.optional(),
  what_to_do: wordingSchema.optional(),
  materials: z.array(materialSchema).default([]),
  /** The obligation by which it is studied: what must be done by when. */
  obligation: codeSchema.optional(),
})

/** `fixed`; `suggested` (units may adapt); `list` (to draw from); `none`. */
export const topicModeSchema = z.enum(['fixed', 'suggested', 'list', 'none'])

export const topicSetSchema = z.strictObject({
  mode: topicModeSchema,
  section: z.string().optional(),
  /** How units may use them. */
  note: wordingSchema.optional(),
  items: z.array(topicSchema).default([]),
})

export type Position = z.infer<typeof positionSchema>
export type Topic = z.infer<typeof topicSchema>
export type TopicMode = z.infer<typeof topicModeSchema>
