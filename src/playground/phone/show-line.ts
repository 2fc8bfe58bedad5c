import type { ChatLine } from './phone.ts'

const SYMBOLS = { photo: '🖼 ', document: '📎 ' }

/** A line of a chat for the terminal: who, the words indented, the buttons numbered. */
export function showLine(line: ChatLine, self: string): string {
  const words = `${line.attachment ? SYMBOLS[line.attachment] : ''}${line.text}`
  if (!line.isBot) return `${line.from ?? self} › ${words.replaceAll('\n', '\n  ')}`
  const buttons = line.buttons.map(
    ({ label, url }, index) => `[${index + 1}] ${label}${url ? ` → ${url}` : ''}`,
  )
  const rows = [...words.split('\n'), ...(buttons.length > 0 ? [buttons.join('  ')] : [])]
  return [`${line.from ?? ''}:`, ...rows.map((row) => (row === '' ? '' : `  ${row}`))].join('\n')
}
