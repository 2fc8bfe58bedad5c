import type { SimpleField } from '../domain/form-definition.ts'

/** One answer in a message that answers several questions; `index` counts the questions asked. */
export interface AnswerPart {
  index: number
  text: string
}

const bullet = /^\s*(?:\d{1,2}[.)]|[-+•*–])\s+/
const isText = (field: SimpleField) => field.kind === 'short-text' || field.kind === 'long-text'
const isFigure = (field: SimpleField) => field.kind === 'number' || field.kind === 'ratio'

/**
 * Deals one message out to the questions that were asked together: one line each, else parted by `;`, by
 * commas where none is text, by spaces where all are figures; else the whole of it to the one question that
 * it fits. Null when it would be a guess.
 */
export function splitParts(
  fields: readonly SimpleField[],
  text: string,
  fits: (field: SimpleField, text: string) => boolean,
): AnswerPart[] | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.length === fields.length) return inOrder(lines.map((line) => line.replace(bullet, '')))
  if (lines.length > 1 && lines.length < fields.length) {
    const bare = lines.map((line) => line.replace(bullet, ''))
    if (bare.every((line, index) => fits(fields[index]!, line))) return inOrder(bare)
  }
  if (lines.length === 1) {
    const dealt = deal(fields, text)
    if (dealt) return inOrder(dealt)
  }
  return whole(fields, text, fits)
}

function deal(fields: readonly SimpleField[], line: string): string[] | null {
  const ways = [/\s*;\s*/]
  if (!fields.some(isText)) ways.push(/\s*,\s+|\s*,(?!\d)/)
  if (fields.every(isFigure)) ways.push(/\s+/)
  for (const way of ways) {
    const parts = line.trim().split(way)
    if (parts.length === fields.length && parts.every((part) => part !== '')) return parts
  }
  return null
}

function whole(
  fields: readonly SimpleField[],
  text: string,
  fits: (field: SimpleField, text: string) => boolean,
): AnswerPart[] | null {
  const fitting = fields.flatMap((field, index) => (fits(field, text) ? [index] : []))
  const specific = fitting.filter((index) => !isText(fields[index]!))
  if (fitting.length === 0) return fields.length > 0 && isText(fields[0]!) ? [{ index: 0, text }] : null
  if (specific.length === 1 && fields[specific[0]!]!.kind !== 'number') return [{ index: specific[0]!, text }]
  if (fitting.length === 1 && specific.length === 1) return [{ index: fitting[0]!, text }]
  // A text that could be any of several texts is the first, even if it is too long for it: what people type first is
  // what was asked first.
  return specific.length === 0 ? [{ index: fields.findIndex(isText), text }] : null
}

function inOrder(texts: readonly string[]): AnswerPart[] {
  return texts.map((text, index) => ({ index, text }))
}
