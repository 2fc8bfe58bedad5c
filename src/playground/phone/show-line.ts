import type { ChatLine, LineButton } from './phone.ts'
import { sortButtons } from './pick-button.ts'

/** Choices that are longer together stand below each other. */
const WIDTH = 70
const SYMBOLS = { photo: '🖼 ', document: '📎 ' }

/** A line of a chat for the terminal: who, the words indented, the choices numbered. */
export function showLine(line: ChatLine, self: string): string {
  const words = `${line.attachment ? SYMBOLS[line.attachment] : ''}${line.text}`
  if (!line.isBot) return `${line.from ?? self} › ${words.replaceAll('\n', '\n  ')}`
  const { choices, steering } = sortButtons(line)
  const numbered = choices.map((button, index) => `[${index + 1}] ${shown(button)}`)
  const together = numbered.join('  ')
  const rows = [
    ...words.split('\n'),
    ...(together !== '' && together.length <= WIDTH ? [together] : numbered),
    ...(steering.length > 0 ? [steering.map((button) => `[${shown(button)}]`).join(' ')] : []),
  ]
  return [`${line.from ?? ''}:`, ...rows.map((row) => (row === '' ? '' : `  ${row}`))].join('\n')
}

function shown({ label, url }: LineButton): string {
  return url === undefined ? label : `${label} → ${url}`
}
