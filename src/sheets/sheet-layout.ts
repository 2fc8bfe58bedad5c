import { code, type Codec, day, structure, text } from './cell-codecs.ts'
import { AUDIENCES } from './programme-words.ts'

/**
 * Where each part of a programme stands in its workbook. Every row begins with what it is; rows that belong to
 * another one stand under it. Both directions follow these tables, so that nothing is lost in either.
 */

export interface Field {
  /** Key of `columns`. */
  column: string
  path: readonly string[]
  codec: Codec
  /** Column of the English words, for what is said in two languages. */
  english?: string
}

export interface RowKind {
  /** What stands in the first column. */
  label: string
  /** From the part that the row belongs to (else the programme) to its own. */
  at: readonly string[]
  /** One part; one of a list; an entry of a record, its key in the column `code`; one of a list in a record. */
  as: 'one' | 'list' | 'record' | 'record-list'
  /** The property and value by which rows of one list are told apart. */
  is?: readonly [string, string]
  fields: readonly Field[]
  children?: readonly RowKind[]
  /** Written also when it is empty, as a hint of what may be said. */
  always?: boolean
}

export interface SheetLayout {
  name: string
  columns: Record<string, { header: string; width: number }>
  rows: readonly RowKind[]
}

export const SCHEDULE_SHEET = 'Lịch báo cáo'

export const SCHEDULE_COLUMNS = {
  kind: { header: 'Dòng', width: 8 },
  code: { header: 'Mã nhiệm vụ', width: 22 },
  period: { header: 'Kỳ', width: 12 },
  due: { header: 'Thời hạn (lời của kế hoạch)', width: 44 },
  due_on: { header: 'Hạn cuối (ngày)', width: 16 },
  opens_on: { header: 'Hiện từ ngày', width: 16 },
}

/** The three things that may be said by round; each a text for all rounds or a record by round. */
export const BY_PERIOD = [
  ['due', text],
  ['due_on', day],
  ['opens_on', day],
] as const

export const rule = structure(AUDIENCES)

export const field = (column: string, path: string, codec: Codec = text): Field => ({
  column,
  path: path.split('.'),
  codec,
})
/** Words in one language or two. */
export const worded = (column: string, path: string, english = `${column}_en`): Field => ({
  column,
  path: path === '' ? [] : path.split('.'),
  codec: text,
  english,
})

export const said = (label: string, path: string, codec: Codec = text, always = false): RowKind => ({
  label,
  at: [],
  as: 'one',
  fields: [field('name', path, codec)],
  always,
})
export const saidInWords = (label: string, path: string, always = false): RowKind => ({
  label,
  at: [],
  as: 'one',
  fields: [worded('name', path)],
  always,
})
export const named = (label: string, path: string): RowKind => ({
  label,
  at: path.split('.'),
  as: 'record',
  fields: [worded('name', '')],
})

export const material: RowKind = {
  label: 'Tài liệu',
  at: ['materials'],
  as: 'list',
  fields: [
    field('name', 'title'),
    field('link', 'link', code),
    field('file', 'file', code),
    field('citation', 'citation'),
  ],
}

export const NAME = {
  name: { header: 'Nội dung', width: 56 },
  name_en: { header: 'Nội dung (tiếng Anh)', width: 30 },
}
export const MATERIAL_COLUMNS = {
  link: { header: 'Liên kết', width: 24 },
  file: { header: 'Tệp', width: 20 },
  citation: { header: 'Trích dẫn', width: 30 },
}

export const WORDS = {
  brief: { header: 'Tóm tắt, ghi chú', width: 44 },
  brief_en: { header: 'Tóm tắt (tiếng Anh)', width: 24 },
  what: { header: 'Cần làm gì', width: 44 },
  what_en: { header: 'Cần làm gì (tiếng Anh)', width: 24 },
}
