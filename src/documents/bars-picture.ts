import { drawBars } from '../domain/draw-bars.ts'
import type { UnitView } from '../domain/person.ts'
import { planBars } from '../domain/plan-bars.ts'
import type { CountsByUnit } from '../domain/plan-digest.ts'
import { scopeWords, unitsBelowTop } from '../domain/unit-tree.ts'
import type { Day } from '../time.ts'
import { renderPicture } from './render-picture.ts'

export interface PictureFile {
  name: string
  mime: string
  base64: string
}

/** What a picture is drawn of. */
export interface PictureWorld {
  unitIds: readonly string[]
  units: readonly UnitView[]
  counts: CountsByUnit
  today: Day
}

/** Draws the bars of a scope; null where there is nothing to compare. Drawing takes some 10 ms: do it late. */
export function planPicture(
  { unitIds, units, counts, today }: PictureWorld,
  t: (key: string, values?: Record<string, string | number>) => string,
): (() => PictureFile) | null {
  const bars = planBars(unitsBelowTop(unitIds, units), counts, { unitIds, units }, today)
  if (!bars) return null
  const { top, count } = scopeWords(unitIds, units)
  const unit = top ?? t('picture-several', { count })
  return () => ({
    name: `tien-do-${today}.png`,
    mime: 'image/png',
    base64: renderPicture(drawBars(bars, { unit, today }, t)).toString('base64'),
  })
}
