import { strFromU8, unzipSync, zipSync } from 'fflate'

/** Why a file is no workbook that we read; a key of the locales (`cli-import-problem-<reason>`). */
export type WorkbookRefusal =
  | 'old-workbook'
  | 'broken-workbook'
  | 'workbook-too-large'
  | 'macros'
  | 'external-links'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'too-many-sheets'

/** A workbook that is refused. */
export class RefusedWorkbook extends Error {
  override readonly name = 'RefusedWorkbook'

  readonly reason: WorkbookRefusal

  constructor(reason: WorkbookRefusal) {
    super(reason)
    this.reason = reason
  }
}

export interface UnpackLimits {
  /** Of all parts together, unpacked. */
  unpackedBytes: number
  rows: number
  columns: number
  sheets: number
}

// Compound files: .xls of Excel 97-2003, and .xlsx behind a password.
const OLD_HEAD = [0xd0, 0xcf, 0x11, 0xe0]
const MAX_PARTS = 1_000
const MACROS = /vbaProject|\/(?:macrosheets|dialogsheets|activeX|embeddings|ctrlProps)\//i
const OUTSIDE = /^xl\/(?:externalLinks\/|connections\.xml$|queryTables\/|model\/)/i
const NEEDED =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/sharedStrings\.xml|xl\/styles\.xml|xl\/worksheets\/[^/]+\.xml)$/i

/**
 * Unpacks an `.xlsx` within limits and packs again, without compression, only the parts that hold cells: a
 * reader behind it never meets more than was looked at here. Throws `RefusedWorkbook`.
 */
export function unpackWorkbook(bytes: Buffer, limits: UnpackLimits): Buffer {
  if (OLD_HEAD.every((byte, index) => bytes[index] === byte)) throw new RefusedWorkbook('old-workbook')
  const parts = unpack(bytes, limits)
  const sheets = Object.keys(parts).filter((name) => name.startsWith('xl/worksheets/'))
  if (sheets.length === 0) throw new RefusedWorkbook('broken-workbook')
  if (sheets.length > limits.sheets) throw new RefusedWorkbook('too-many-sheets')
  for (const [name, content] of Object.entries(parts)) {
    // Entities are how a small XML text grows without end; no office program writes them.
    if (/<!(?:DOCTYPE|ENTITY)/i.test(strFromU8(content.subarray(0, 4096), true))) {
      throw new RefusedWorkbook('broken-workbook')
    }
    if (sheets.includes(name)) checkPlaces(strFromU8(content), limits)
  }
  return Buffer.from(zipSync(parts, { level: 0 }))
}

function unpack(bytes: Buffer, limits: UnpackLimits): Record<string, Uint8Array> {
  let count = 0
  let size = 0
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        count += 1
        size += originalSize
        if (count > MAX_PARTS || size > limits.unpackedBytes) throw new RefusedWorkbook('workbook-too-large')
        if (MACROS.test(name)) throw new RefusedWorkbook('macros')
        if (OUTSIDE.test(name)) throw new RefusedWorkbook('external-links')
        return NEEDED.test(name)
      },
    })
  } catch (error) {
    if (error instanceof RefusedWorkbook) throw error
    throw new RefusedWorkbook('broken-workbook')
  }
}

/**
 * A cell far out (`XFD1048576`) would make a reader build everything before it. Rows and cells alone have an
 * attribute `r`.
 */
function checkPlaces(xml: string, limits: UnpackLimits): void {
  for (const [, place] of xml.matchAll(/\sr\s*=\s*["']([^"']*)["']/g)) {
    const parts = /^([A-Z]{0,3})(\d{1,7})$/.exec(place!)
    if (!parts) throw new RefusedWorkbook('broken-workbook')
    if (Number(parts[2]) > limits.rows) throw new RefusedWorkbook('too-many-rows')
    if (columnNumber(parts[1]!) > limits.columns) throw new RefusedWorkbook('too-many-columns')
  }
}

/** `A` → 1, `AB` → 28. */
function columnNumber(letters: string): number {
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

/** 1 → `A`, 28 → `AB`: the column as Excel shows it. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  }
  return letters
}
