import { wordsOf } from '../domain/form-definition.ts'
import { titleWithPeriod } from '../domain/period-words.ts'
import type { OwedThing } from '../store/open-assignments.ts'
import { type Day, formatDay } from '../time.ts'
import type { Turn } from './command.ts'

/** A sentence of `locales/` in one reader's language. */
export type Words = (key: string, values?: Record<string, string | number>) => string

export function wordsFor({ t, locale }: Pick<Turn, 't' | 'locale'>): Words {
  return (key, values) => t(locale, key, values)
}

/** `Bản đăng ký cá nhân – năm 2026`; with the unit's name where the unit owes it. */
export function titleOf(thing: OwedThing, locale: 'vi' | 'en', t: Words): string {
  const title = titleWithPeriod(wordsOf(thing.obligation.title, locale), thing.period, t)
  return thing.personId === null ? `${title} (${thing.unit.name})` : title
}

/** By when, in the way people check it: the last good day and the words of the plan. */
export function dueWords(thing: OwedThing, t: Words): string {
  if (thing.dueOn) return t('work-due', { due: formatDay(thing.dueOn), phrase: thing.duePhrase })
  return t(thing.obligation.ongoing ? 'work-due-ongoing' : 'work-due-unset', { phrase: thing.duePhrase })
}

/** Whether it is already shown as owed. */
export function isOpened(thing: OwedThing, today: Day): boolean {
  return thing.opensOn === null || thing.opensOn <= today
}

/** The programme's own words for a receiver's two answers. */
export function reviewWords(
  thing: Pick<OwedThing, 'programme'>,
  locale: 'vi' | 'en',
): { received: string; commented: string } {
  const { received, commented } = thing.programme.vocabulary.review
  return { received: wordsOf(received, locale), commented: wordsOf(commented, locale) }
}
