import { z } from 'zod'
import { audienceRule } from './audience-rule.ts'
import { wordingSchema } from './form-definition.ts'
import { codeSchema, daySchema, daySomeYearSchema, materialSchema, nudgeSchema } from './programme-parts.ts'

/** What sort of thing is owed; messages and digests group by it. Forms are named separately. */
const obligationKind = z.enum([
  'topic-study',
  'plan',
  'pledge',
  'session-report',
  'report',
  'model',
  'evaluation',
  'exemplar',
  'supervision',
  'standards',
  'propaganda',
  'pressing-issue',
  'breakthrough-task',
  'commendation',
  'conference',
  'activity',
  'training',
  'dialogue',
])

/** `Q1`, `H2`, `03`, `2022`, `2022-Q1`: a round of a repeated duty, in any year or in one. */
const periodKey = z
  .string()
  .regex(
    /^(?:once|(?:\d{4}-)?(?:H[12]|Q[1-4]|0[1-9]|1[0-2])|\d{4})$/,
    'a period: Q1, H2, 03, 2022 or 2022-Q1',
  )

const byPeriod = <T extends z.ZodType>(one: T) => z.union([one, z.record(periodKey, one)])

const bodyRoute = z.strictObject({
  /** The unit's own secretary, the level above, the programme's office, or a body of `receiving_bodies`. */
  to: z.enum(['own-unit', 'parent-unit', 'office', 'body']),
  /** Code of a receiving body, with `to: body`. */
  body: codeSchema.optional(),
})

/** Where a filing goes. Nobody receives their own: it then goes one level up. */
const route = bodyRoute.extend({
  /** Officials for whom another body receives; the first rule that fits decides. */
  except: z.array(bodyRoute.extend({ who: audienceRule })).default([]),
  /** One more copy from people whom this rule names (heads of units). */
  copy: bodyRoute.extend({ who: audienceRule }).optional(),
})

/** Something an audience owes by a date. */
export const obligationSchema = z.strictObject({
  code: codeSchema,
  title: wordingSchema,
  /** Where the plan says it: `II.3.2`. */
  section: z.string().min(1),
  kind: obligationKind,
  /** Who owes it: each person of the audience, or each unit. */
  subject: z.enum(['person', 'unit']),
  audience: audienceRule,
  /** Who does not owe it but may take it on. */
  may_volunteer: audienceRule.optional(),
  repeats: z.enum(['once', 'yearly', 'half-year', 'quarterly', 'monthly']).default('once'),
  /** First and last round that counts, where they are not those of the programme. */
  from: periodKey.optional(),
  until: periodKey.optional(),
  /** Rounds in which it is not owed. */
  except: z.array(periodKey).default([]),
  /** The plan's own words for the deadline; where rounds differ, by round. */
  due: byPeriod(z.string().min(1)),
  /** The last good day, where the words alone do not give it or give it wrongly. */
  due_on: byPeriod(daySomeYearSchema).optional(),
  /** First day on which it is shown as owed; default: first day of the quarter in which it falls due. */
  opens_on: byPeriod(daySomeYearSchema).optional(),
  /** Shown, never nudged. */
  ongoing: z.boolean().default(false),
  /** Code of a form; without one it is closed by one line and, if wished, a photo. */
  form: z.string().optional(),
  /** Another form for some of the people, the first rule that fits decides: what key leaders add. */
  form_for: z.array(z.strictObject({ who: audienceRule, form: z.string() })).default([]),
  needs_photo: z.boolean().default(false),
  route: route.optional(),
  /** Whether the cell sees what its members filed. */
  visibility: z.enum(['private', 'cell']).default('private'),
  /** Whether people may answer in front of the group of their unit; only with `visibility: cell`. */
  answer_in_group: z.boolean().default(false),
  /** False: a deputy drafts what the unit owes, as a contact does, and the secretary confirms it. Default: both sign. */
  deputy_signs: z.boolean().optional(),
  nudges: nudgeSchema.optional(),
  /** The duty of a parent programme that this one carries out: one thing owed, never later than there. */
  fulfils: z.strictObject({ programme: codeSchema, obligation: codeSchema }).optional(),
  /** What the plan wants counted; a hint, never a wall. */
  targets: z
    .array(
      z.strictObject({
        what: wordingSchema,
        at_least: z.number(),
        /** `%` or nothing for a count. */
        unit: z.string().optional(),
        by: daySchema.optional(),
        for_unit_kinds: z.array(z.string()).optional(),
      }),
    )
    .default([]),
  /** Who is charged with leading it, by role. */
  supervisor: wordingSchema.optional(),
  brief: wordingSchema.optional(),
  what_to_do: wordingSchema.optional(),
  materials: z.array(materialSchema).default([]),
})

export type Obligation = z.infer<typeof obligationSchema>
export type RouteTarget = z.infer<typeof bodyRoute>
