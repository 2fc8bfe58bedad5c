import { z } from 'zod'

/** What a person may do in a unit; the office runs the programme. */
export const postRole = z.enum(['member', 'secretary', 'deputy', 'contact', 'leader', 'office'])

/** Holding one post for which everything said here is true. */
const postRule = z.strictObject({
  roles: z.array(postRole).min(1).optional(),
  /** Codes of `positions`. */
  positions: z.array(z.string()).min(1).optional(),
  /** Kinds of unit in which the post is held; `cell-*` names all that begin so. */
  unit_kinds: z.array(z.string()).min(1).optional(),
  not_unit_kinds: z.array(z.string()).min(1).optional(),
  /** Held in the unit that issued the programme. */
  in_owner: z.literal(true).optional(),
})

/** A post that a person holds, by role, position and kind of unit. */
export type PostRule = z.infer<typeof postRule>

/**
 * Who is meant. Everything said in one rule must be true; `any` and `all` hold further rules, `not` turns
 * one round. For people, `categories`, `unit_kinds` and `units` speak of one and the same membership.
 */
export interface AudienceRule {
  everyone?: true | undefined
  /** Categories of membership: `party-member`, `civil-servant` … */
  categories?: string[] | undefined
  /** Kinds of the unit itself, or of the unit a person belongs to; `cell-*` names all that begin so. */
  unit_kinds?: string[] | undefined
  /** Codes of units. */
  units?: string[] | undefined
  /** The unit that issued the programme. */
  owner?: true | undefined
  /** A unit directly below the one that issued the programme (`trực thuộc`). */
  under_owner?: true | undefined
  post?: PostRule | undefined
  /** By the programme's `key_leaders` rule. */
  key_leader?: boolean | undefined
  /** Marked as key leader in the roster. */
  marked_key_leader?: boolean | undefined
  any?: AudienceRule[] | undefined
  all?: AudienceRule[] | undefined
  not?: AudienceRule | undefined
}

export const audienceRule: z.ZodType<AudienceRule> = z
  .strictObject({
    everyone: z.literal(true).optional(),
    categories: z.array(z.string()).min(1).optional(),
    unit_kinds: z.array(z.string()).min(1).optional(),
    units: z.array(z.string()).min(1).optional(),
    owner: z.literal(true).optional(),
    under_owner: z.literal(true).optional(),
    post: postRule.optional(),
    key_leader: z.boolean().optional(),
    marked_key_leader: z.boolean().optional(),
    any: z
      .array(z.lazy(() => audienceRule))
      .min(1)
      .optional(),
    all: z
      .array(z.lazy(() => audienceRule))
      .min(1)
      .optional(),
    not: z.lazy(() => audienceRule).optional(),
  })
  .refine((rule) => Object.keys(rule).length > 0, 'an empty rule; write "everyone: true" for all')
  .meta({ id: 'AudienceRule', description: 'Who is meant: all that is said in one rule must be true.' })

/**
 * Whether a kind of unit fits one of the patterns: the kind itself, or `cell-*` for `cell` and all that begin
 * with `cell-`.
 */
export function kindFits(kind: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) =>
    pattern.endsWith('-*')
      ? kind === pattern.slice(0, -2) || kind.startsWith(pattern.slice(0, -1))
      : kind === pattern,
  )
}
