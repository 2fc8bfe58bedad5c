import { foldVietnamese } from '../domain/vietnamese-fold.ts'

const YES = new Set(['dong y', 'co', 'toi dong y', 'y', 'yes', 'agree', 'i agree', '1'])
const NO = new Set(['khong', 'khong dong y', 'toi khong dong y', 'n', 'no', 'k', 'ko', '2'])

/** A typed answer to `Đồng ý` / `Không`, shown in this order. Null: neither; politeness is no answer. */
export function readYesOrNo(text: string): boolean | null {
  const typed = foldVietnamese(text).replace(/[\s.,!]+$/, '')
  if (YES.has(typed)) return true
  return NO.has(typed) ? false : null
}
