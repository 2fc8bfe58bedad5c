/** The value below which this share of the list lies (nearest rank). Throws for an empty list. */
export function quantile(list: readonly number[], share: number): number {
  const sorted = [...list].sort((a, b) => a - b)
  const found = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
  if (found === undefined) throw new Error('nothing was measured')
  return found
}

export function median(list: readonly number[]): number {
  return quantile(list, 0.5)
}
