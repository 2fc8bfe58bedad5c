import type { CountsByUnit } from '../domain/plan-digest.ts'
import { listCountedThings } from '../store/counted-things.ts'
import type { Day } from '../time.ts'
import type { Tools } from './command.ts'

const WEEK_MS = 7 * 86_400_000

/** The counts of these units now, with what was done in the last seven days. */
export function countNow(
  { tx, now, t }: Pick<Tools, 'tx' | 'now' | 't'>,
  treeId: string,
  unitIds: readonly string[],
  locale: 'vi' | 'en',
  today: Day,
): Promise<CountsByUnit> {
  return listCountedThings(tx, {
    treeId,
    day: today,
    lastWeek: new Date(now.getTime() - WEEK_MS),
    locale,
    t: (key, values) => t(locale, key, values),
    unitIds,
  })
}
