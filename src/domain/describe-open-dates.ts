import { wordsOf } from './form-definition.ts'
import type { OpenDate } from './open-dates.ts'
import { titleWithPeriod } from './period-words.ts'
import type { Programme } from './programme.ts'

/** The open dates of a programme as its office reads them, with the plan's own words. */
export function describeOpenDates(
  programme: Programme,
  open: readonly OpenDate[],
  locale: 'vi' | 'en',
  t: (key: string, values?: Record<string, string | number>) => string,
): string {
  const lines = open.map(
    ({ title, period, phrase }) =>
      `- ${t('dates-open-line', { title: titleWithPeriod(wordsOf(title, locale), period, t), phrase })}`,
  )
  return [t('dates-open-head', { programme: wordsOf(programme.title, locale) }), ...lines].join('\n')
}
