/**
 * The words by which the plans say a date, matched on folded text (`foldVietnamese`). `due-date.ts` decides
 * what they mean.
 */

/** A date that the text names; the year is null where the text leaves it out. */
export interface NamedDate {
  unit: 'day' | 'month' | 'quarter' | 'half' | 'year'
  /** `previous`, `next`: said relative to the programme's year. */
  year: number | 'previous' | 'next' | null
  month?: number
  day?: number
  quarter?: number
  half?: number
  /** `trước …`: the date itself is too late. */
  before: boolean
  /** `từ …`, `sau …`: a beginning, not an end. */
  start: boolean
  at: number
  end: number
}

const YEAR = String.raw`(?:\s*[/.-]\s*|\s*,?\s*(?:cua\s+)?nam\s+)(\d{4})`
const RELATIVE_YEAR = String.raw`\s*,?\s*(?:cua\s+)?nam\s+(truoc|sau|lien truoc|ke tiep)\b(?:\s+do)?`
const SLASH = String.raw`\s*[/.-]\s*`

const DAY_WITH_YEAR = new RegExp(String.raw`\b(\d{1,2})${SLASH}(\d{1,2})${SLASH}(\d{4}|\d{2})\b`, 'g')
const DAY_IN_WORDS = new RegExp(
  String.raw`\b(\d{1,2})\s+thang\s+(\d{1,2})\b(?!\s*[/.-]\s*\d{1,2}\s*[/.-])(?:${YEAR}|${RELATIVE_YEAR})?`,
  'g',
)
const DAY_WITHOUT_YEAR = new RegExp(
  String.raw`\b(\d{1,2})\s*/\s*(\d{1,2})\b(?!${SLASH}\d)(?:${RELATIVE_YEAR})?`,
  'g',
)
const MONTH = new RegExp(String.raw`\bthang\s+(\d{1,2})\b(?:${YEAR}|${RELATIVE_YEAR})?`, 'g')
const MONTH_IN_FIGURES = new RegExp(String.raw`\b(\d{1,2})${SLASH}(\d{4})\b`, 'g')
const QUARTER = new RegExp(String.raw`\bqu\s?[yi]?\s+(iv|i{1,3}|[1-4])\b(?:${YEAR}|${RELATIVE_YEAR})?`, 'g')
const HALF = new RegExp(String.raw`\b0?6\s+thang\s+(dau|cuoi)\s*(?:nam)?(?:\s+(\d{4}))?\b`, 'g')
const YEAR_END = /\b(?:het|cuoi|trong|truoc|ket thuc)\s+nam\b(?:\s+(\d{4}))?/g
const YEAR_BARE = /\bnam\s+(\d{4})\b/g

const ROMAN: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4 }

/** Every date that the folded text names, finer ones first; a stretch of text is read once. */
export function findNamedDates(folded: string): NamedDate[] {
  let text = folded
  const found: NamedDate[] = []
  const read = (pattern: RegExp, build: (match: RegExpExecArray) => Partial<NamedDate> | null) => {
    for (const match of text.matchAll(pattern)) {
      const parts = build(match)
      if (!parts) continue
      const { before, start } = edgeOf(text, match.index)
      const end = match.index + match[0].length
      found.push({ unit: 'day', year: null, before, start, at: match.index, end, ...parts })
      // Read once: what a finer pattern took is blanked for the coarser ones.
      text = text.slice(0, match.index) + '#'.repeat(match[0].length) + text.slice(end)
    }
  }
  read(DAY_WITH_YEAR, (m) => ({ day: +m[1]!, month: +m[2]!, year: fullYear(m[3]!) }))
  read(DAY_IN_WORDS, (m) => ({ day: +m[1]!, month: +m[2]!, year: yearOf(m[3], m[4]) }))
  read(HALF, (m) => ({ unit: 'half', half: m[1] === 'dau' ? 1 : 2, year: yearOf(m[2]) }))
  read(MONTH, (m) => ({ unit: 'month', month: +m[1]!, year: yearOf(m[2], m[3]) }))
  read(QUARTER, (m) => ({ unit: 'quarter', quarter: ROMAN[m[1]!] ?? +m[1]!, year: yearOf(m[2], m[3]) }))
  read(MONTH_IN_FIGURES, (m) => ({ unit: 'month', month: +m[1]!, year: +m[2]! }))
  read(DAY_WITHOUT_YEAR, (m) => ({ day: +m[1]!, month: +m[2]!, year: yearOf(undefined, m[3]) }))
  read(YEAR_END, (m) => {
    const before = m[0].startsWith('truoc')
    return before && m[1] === undefined ? null : { unit: 'year', year: yearOf(m[1]), before }
  })
  read(YEAR_BARE, (m) => ({ unit: 'year', year: +m[1]! }))
  return found
}

function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text)
}

function yearOf(year: string | undefined, relative?: string): NamedDate['year'] {
  if (year !== undefined) return Number(year)
  if (relative === undefined) return null
  return relative === 'truoc' || relative === 'lien truoc' ? 'previous' : 'next'
}

// `trước 17 giờ ngày 10/3`: the day itself is still good until that hour.
const HOUR_BEFORE =
  /\btruoc\s+\d{1,2}\s*(?:gio|h|:)\s*(?:\d{1,2}\s*(?:phut)?)?\s*,?\s*(?:cua\s+)?(?:ngay\s+)?$/
const BEFORE = /\btruoc\s+(?:ngay\s+|thoi diem\s+)?$/
const START = /\b(?:tu|sau|ke tu)\s+(?:ngay\s+)?$/

function edgeOf(text: string, at: number): { before: boolean; start: boolean } {
  const lead = text.slice(0, at)
  return { before: BEFORE.test(lead) && !HOUR_BEFORE.test(lead), start: START.test(lead) }
}

/** The number and date of a cited document: its date is no deadline. */
export const CITED_DOCUMENT =
  /\b(?:so\s+)?\d+\s*[-/]\s*[a-z]{2,}[a-z/-]*\s*,?\s*(?:ngay\s+)?\d{1,2}\s*\/\s*\d{1,2}\s*\/\s*\d{4}/g

/** `riêng năm 2021 … tháng 12/2021`: another date in one year. */
export const ONE_YEAR_APART = /[([;,]?\s*\brieng\s+nam\s+(\d{4})\b\s*[:,]?\s*([^)\];]*)[)\]]?/

/** `tính từ năm 2022`: nothing is owed before. */
export const COUNTED_FROM = /[([]?\s*\b(?:tinh|ke|bat dau|ap dung|thuc hien)\s+tu\s+nam\s+(\d{4})\b\s*[)\]]?/

/** `trừ năm 2021`: nothing is owed in it. */
export const EXCEPT_YEAR = /[([]?\s*\btru\s+nam\s+(\d{4})\b\s*[)\]]?/

/** The middle or the beginning of something: too vague for a deadline. */
export const VAGUE = /(?<!thang )\b(?:dau|giua|trung tuan|thuong tuan)\s+(?:thang|quy|nam)\b/

export const EXPECTED = /\bdu kien\b/
export const ONGOING = /\b(?:thuong xuyen|lien tuc|hang ngay|suot nam)\b/
export const SET_LATER =
  /\b(?:van ban rieng|van ban cu the|van ban sau|cu the sau|(?:se )?thong bao sau|se co thong bao|quy dinh trong huong dan|huong dan rieng|ke hoach rieng|khong neu thoi gian|chua neu thoi gian)\b/
export const SET_ELSEWHERE =
  /\btheo\s+(?:ke hoach|huong dan|quy dinh|yeu cau|chi dao|thong bao|phan cap|lich)\b/
export const AFTER_EVENT =
  /\b(?:ngay\s+)?sau\s+(?!do\b)(?=[a-z])|\bkhi\s+co\b|\b(?:nhan|vao)\s+dip\b|\bcung voi\b/

export const EVERY_MONTH = /\b(?:h[a ]ng|moi|tung|dinh ky|theo)\s+thang\b/
export const EVERY_QUARTER = /\b(?:h[a ]ng|moi|tung|dinh ky|theo)\s+quy\b(?!\s+(?:dinh|che|trinh|hoach|mo))/
export const EVERY_HALF = /\b0?6\s+thang\b/
export const EVERY_YEAR = /\b(?:h[a ]ng|moi|tung|dinh ky|theo)\s+nam\b/
