/** Kinds of receipts, by the letters that people read: report, pledge, another duty. */
export type ReceiptKind = 'BC' | 'CK' | 'NV'
/** A case about somebody's data (`dữ liệu`). */
type CaseKind = 'DL'

/** Without letters and digits that are mistaken for one another when read aloud or copied by hand. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const LENGTH = 4

/** A fresh code such as `BC-7K2M`; `random` gives that many random bytes. Unique only after the store asked. */
export function nextReceiptCode(kind: ReceiptKind | CaseKind, random: (size: number) => Uint8Array): string {
  const letters = [...random(LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length])
  return `${kind}-${letters.join('')}`
}

/** The code in what was typed (`bc 7k2m`, `BC7K2M`), as it is stored; null when there is none. */
export function findReceiptCode(text: string): string | null {
  return codeIn(text, /(?:^|[^A-Z0-9])(BC|CK|NV)[\s–-]*([2-9A-HJKMNP-Z]{4})(?![A-Z0-9])/u)
}

/** As `findReceiptCode`, for a case about somebody's data. */
export function findCaseCode(text: string): string | null {
  return codeIn(text, /(?:^|[^A-Z0-9])(DL)[\s–-]*([2-9A-HJKMNP-Z]{4})(?![A-Z0-9])/u)
}

function codeIn(text: string, pattern: RegExp): string | null {
  const match = pattern.exec(text.normalize('NFKC').toUpperCase())
  return match ? `${match[1]}-${match[2]}` : null
}
