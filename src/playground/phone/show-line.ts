import type { ChatLine } from './phone.ts'

/** Buttons that are longer together stand below each other. */
const WIDTH = 70
const SYMBOLS = { photo: '🖼 ', document: '📎 ' }

/** A line of a chat for the terminal: who, the words indented, the buttons numbered. */
export function showLine(line: ChatLine, self: string): string {
  const words = `${line.attachment ? SYMBOLS[line.attachment] : ''}${line.text}`
  if (!line.isBot) return `${line.from ?? self} › ${words.replaceAll('\n', '\n  ')}`
  const labels = line.buttons.map(
    ({ label, url }, index) => `[${index + 1}] ${label}${url ? ` → ${url}` : ''}`,
  )
  const buttons = labels.join('  ').length <= WIDTH ? [labels.join('  ')] : labels
  const rows = [...words.split('\n'), ...buttons].map((row) => (row === '' ? '' : `  ${row}`))
  return [`${line.from ?? ''}:`, ...rows].join('\n').trimEnd()
}
