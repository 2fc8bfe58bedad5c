import type { ChatLine, LineButton } from './phone.ts'

/** The button of the bot's newest message that a number (from 1) or a label names. */
export function pickButton(lines: readonly ChatLine[], text: string): LineButton | null {
  const buttons = lines.findLast((line) => line.isBot)?.buttons ?? []
  const wanted = text.trim()
  if (/^\d{1,2}$/.test(wanted)) return buttons[Number(wanted) - 1] ?? null
  const same = (label: string) => label.localeCompare(wanted, 'vi', { sensitivity: 'accent' }) === 0
  return buttons.find(({ label }) => same(label)) ?? null
}
