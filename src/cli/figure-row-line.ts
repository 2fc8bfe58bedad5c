import type { FigureRow } from '../store/figure-rows.ts'

/** A row as `name=value` pairs; what is empty or false, and ids that only join rows, are left out. */
export function figureRowLine(row: FigureRow): string {
  return Object.entries(row)
    .filter(([name, value]) => value !== null && value !== false && name !== 'obligation_id')
    .map(([name, value]) => (value === true ? name : `${name}=${value}`))
    .join(' ')
}
