import type { MemberStatus } from './member-status.ts'
import type { Role } from './person.ts'
import { type Reach, REACHES } from './reach.ts'
import { foldVietnamese } from './vietnamese-fold.ts'
import {
  VIETNAMESE_CATEGORIES,
  VIETNAMESE_NO,
  VIETNAMESE_REACHES,
  VIETNAMESE_ROLES,
  VIETNAMESE_STATUSES,
  VIETNAMESE_UNIT_KINDS,
  VIETNAMESE_YES,
} from './vietnamese-headers.ts'

/** A role of the roster; `left` ends the membership of its row. */
export type RosterRole = Role | 'left'

const ROLES = Object.keys(VIETNAMESE_ROLES)
const SLUG = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/

/** The role that a cell names; empty is a member. Null: no such role. */
export function resolveRole(text: string): RosterRole | null {
  if (text === '') return 'member'
  return (word(text, ROLES) ?? alias(text, VIETNAMESE_ROLES)) as RosterRole | null
}

/** A status as written; empty says nothing. Null: no such status. */
export function resolveStatus(text: string): MemberStatus | '' | null {
  return text === '' ? '' : (alias(text, VIETNAMESE_STATUSES) as MemberStatus | null)
}

/** A reach: its English code or its Vietnamese name. Null: neither. */
export function resolveReach(text: string): Reach | null {
  return (word(text, REACHES) ?? alias(text, VIETNAMESE_REACHES)) as Reach | null
}

/** A category: an English code, or its Vietnamese name. Null: neither. */
export function resolveCategory(text: string): string | null {
  return alias(text, VIETNAMESE_CATEGORIES) ?? slug(text)
}

/** A kind of unit: any English code such as `cell-street`, or a usual Vietnamese name. Null: neither. */
export function resolveUnitKind(text: string): string | null {
  return alias(text, VIETNAMESE_UNIT_KINDS) ?? slug(text)
}

/** `x`, `1`, `có`, `true` … Null: neither yes nor no. */
export function resolveYesNo(text: string): boolean | null {
  const folded = foldVietnamese(text)
  if (VIETNAMESE_YES.some((yes) => foldVietnamese(yes) === folded)) return true
  return VIETNAMESE_NO.some((no) => foldVietnamese(no) === folded) ? false : null
}

function word(text: string, known: readonly string[]): string | null {
  return known.find((each) => each === text.toLowerCase()) ?? null
}

function alias(text: string, names: Record<string, readonly string[]>): string | null {
  let known = folded.get(names)
  if (!known) {
    const pairs = Object.entries(names).flatMap(([name, words]) =>
      words.map((each) => [foldVietnamese(each), name] as const),
    )
    // Of two that share a word the first is meant.
    known = new Map(pairs.reverse())
    folded.set(names, known)
  }
  return known.get(foldVietnamese(text)) ?? null
}

/** Names without diacritics, by their list: a file asks for them with every row. */
const folded = new WeakMap<object, ReadonlyMap<string, string>>()

function slug(text: string): string | null {
  const small = text.toLowerCase()
  return SLUG.test(small) ? small : null
}
