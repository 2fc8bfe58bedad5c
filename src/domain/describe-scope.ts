import type { ScopeWords } from './unit-tree.ts'

/** Whose figures these are: one unit, a unit with what is below it, or several branches. */
export function scopeLine(
  { top, count }: Pick<ScopeWords, 'top' | 'count'>,
  t: (key: string, values?: Record<string, string | number>) => string,
): string {
  if (top === null) return t('digest-scope-several', { count })
  return count === 1 ? t('digest-scope-one', { unit: top }) : t('digest-scope', { unit: top, count })
}
