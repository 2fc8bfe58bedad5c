import type { Choice } from '../channels/channel-adapter.ts'
import { foldTyped } from './match-command.ts'

/** The choice that a typed number (`2`, `2.`, `số 2`) or label picks; null: none of them. */
export function pickChoice(choices: readonly Choice[], text: string): Choice | null {
  const typed = foldTyped(text)
  const number = /^(?:(?:so|chon|muc|cau) )?(\d{1,2})\)?$/.exec(typed)?.[1]
  if (number) return choices[Number(number) - 1] ?? null
  return choices.find(({ label }) => foldTyped(label) === typed) ?? null
}
