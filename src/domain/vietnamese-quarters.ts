import { plain } from './vietnamese-text.ts'

const names: Record<string, number> = {
  '1': 1,
  i: 1,
  mot: 1,
  nhat: 1,
  dau: 1,
  '2': 2,
  ii: 2,
  hai: 2,
  '3': 3,
  iii: 3,
  ba: 3,
  '4': 4,
  iv: 4,
  bon: 4,
  tu: 4,
}

/** `quý 3`, `Q3`, `III`, `quý ba năm 2026`, `III/2026`; the year is null where none is said. */
export function readQuarter(text: string): { quarter: number; year: number | null } | null {
  const said = plain(text).replace(/^(?:(?:het|cuoi|trong) )+/, '')
  const found =
    /^(?:quy|qui|q)?[ .]*(1|2|3|4|iii|ii|iv|i|mot|nhat|dau|hai|ba|bon|tu)(?:\s*[/-]\s*|\s+nam\s+|\s+)?(\d{4})?$/.exec(
      said,
    )
  if (!found) return null
  return { quarter: names[found[1]!]!, year: found[2] ? Number(found[2]) : null }
}
