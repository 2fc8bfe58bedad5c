import { plain } from './vietnamese-text.ts'

const digitWords: Record<string, number> = {
  khong: 0,
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  lam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
}
const scales: Record<string, number> = { nghin: 1000, ngan: 1000, trieu: 1_000_000 }
const nothing = new Set(['khong', 'khong co', 'khong ai', 'ko', 'ko co', 'chua', 'chua co', 'none'])
const countedThings =
  /^(?:dong chi|d\/c|dc|nguoi|viec|viec lam|dang vien|luot|luot nguoi|diem|ho|ho gia dinh|cuoc|buoi|y kien|lan|phut|gio|cai|bai|phan tram|tap the|ca nhan|mo hinh|can bo|trang|ngay)$/

/** `hai mươi ba`, `một trăm linh năm`, `hai tư`; takes `plain` text, null when it is not all number words. */
export function readNumberWords(text: string): number | null {
  let total = 0
  let section = 0
  let digit: number | null = null
  /** What a last bare digit stands for: after `trăm` it counts tens (`một trăm hai` is 120). */
  let tail = 1
  for (const word of text.split(' ')) {
    const scale = scales[word]
    if (word in digitWords) {
      // `lăm` only follows tens; alone it is no number (`lắm`).
      if (word === 'lam' && digit === null && section === 0) return null
      if (digit !== null) {
        if (digit < 2) return null
        section += digit * 10
      }
      digit = digitWords[word]!
    } else if (word === 'muoi' || word === 'chuc') {
      section += (digit ?? 1) * 10
      digit = null
      tail = 1
    } else if (word === 'tram') {
      section += (digit ?? 1) * 100
      digit = null
      tail = 10
    } else if (scale) {
      total += (section + (digit ?? 0) || 1) * scale
      section = 0
      digit = null
      tail = scale / 10
    } else if (word === 'linh' || word === 'le') {
      if (digit !== null || total + section === 0) return null
      tail = 1
    } else {
      return null
    }
  }
  return total + section + (digit ?? 0) * (digit === null ? 1 : tail)
}

/**
 * A number as people write it: `23`, `1.200`, `1,5`, `98,3 %`, `25 đồng chí`, `hai mươi ba`, `chưa có` (0).
 * Comma is the decimal sign; with `whole`, `1,200` is read as twelve hundred. Null when it is no number.
 */
export function readNumber(text: string, { whole = false } = {}): number | null {
  const said = plain(text).replace(/^(?:(?:co|la|duoc|khoang|tong so|tong cong|tong) )+(?=\S)/, '')
  if (nothing.has(said) || nothing.has(plain(text))) return 0
  const written = /^([+-]?\d[\d., ]*?)\s*(?:%|([a-z][a-z/ ]*))?$/.exec(said)
  if (written) {
    const value = readDigits(written[1]!, whole)
    const [first, ...rest] = (written[2] ?? '').split(' ')
    const scale = first === 'tram' ? 100 : scales[first ?? '']
    if (value === null) return null
    if (scale) return value * scale
    return rest.length < 4 ? value : null
  }
  const words = said.split(' ')
  for (let length = words.length; length > 0; length -= 1) {
    const value = readNumberWords(words.slice(0, length).join(' '))
    const rest = words.slice(length).join(' ')
    if (value !== null && (rest === '' || countedThings.test(rest))) return value
  }
  return null
}

/** `23/25`, `23 trên 25`, `hai ba trong hai lăm đồng chí`; null when it is not two whole numbers. */
export function readRatio(text: string): { part: number; whole: number } | null {
  const said = plain(text).replace(/^(?:(?:co mat|du|co|duoc|dat) )+/, '')
  const sides = /^(.+?)\s*(?:\/(?!c)| tren(?: tong so)? | trong(?: tong so)? )\s*(.+)$/.exec(said)
  if (!sides) return null
  const part = readNumber(sides[1]!, { whole: true })
  const whole = readNumber(sides[2]!, { whole: true })
  if (part === null || whole === null || !Number.isInteger(part) || !Number.isInteger(whole)) return null
  return part < 0 || whole < 0 ? null : { part, whole }
}

function readDigits(text: string, whole: boolean): number | null {
  const digits = text.replace(/(\d) (?=\d{3}(?!\d))/g, '$1').trim()
  if (/^[+-]?\d+$/.test(digits)) return Number(digits)
  if (/^[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(digits))
    return Number(digits.replaceAll('.', '').replace(',', '.'))
  if (/^[+-]?\d{1,3}(?:,\d{3}){2,}$/.test(digits) || (whole && /^[+-]?\d{1,3}(?:,\d{3})+$/.test(digits)))
    return Number(digits.replaceAll(',', ''))
  if (/^[+-]?\d+[.,]\d+$/.test(digits)) return Number(digits.replace(',', '.'))
  return null
}
