import type { ChatLine, LineButton } from './phone.ts'

/** The buttons of a line apart: choices, which the terminal numbers from 1, and those that steer. */
export function sortButtons({ buttons }: ChatLine): { choices: LineButton[]; steering: LineButton[] } {
  const shared = buttons.findIndex((row) => row.length > 1)
  const count = shared === -1 ? buttons.length : shared
  return { choices: buttons.slice(0, count).flat(), steering: buttons.slice(count).flat() }
}

/**
 * The button of the bot's newest message that a text names: a choice by its number, any by its label. Those
 * that steer go without numbers, for they stand under questions whose answer may be a number.
 */
export function pickButton(lines: readonly ChatLine[], text: string): LineButton | null {
  const line = lines.findLast((each) => each.isBot)
  if (!line) return null
  const wanted = text.trim()
  if (/^\d{1,2}$/.test(wanted)) return sortButtons(line).choices[Number(wanted) - 1] ?? null
  const same = (label: string) => label.localeCompare(wanted, 'vi', { sensitivity: 'accent' }) === 0
  return line.buttons.flat().find(({ label }) => same(label)) ?? null
}
