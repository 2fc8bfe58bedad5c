import type { Command } from '../commands/command.ts'
import { foldVietnamese } from '../domain/vietnamese-fold.ts'

/** A command and what was typed behind it. */
export interface Match {
  command: Command
  argument: string
}

type ChatKind = 'private' | 'group'

/** `/baocao quý 1`, `/báo cáo`, `/start@Bot CODE`. Null: no slash, or no such command. */
export function matchSlash(commands: readonly Command[], text: string, kind: ChatKind): Match | null {
  const parts = /^\/([\p{L}\p{M}\d_]+)(?:@\S+)?(?:\s+([\s\S]*))?$/u.exec(text.trim())
  if (!parts) return null
  const word = foldVietnamese(parts[1]!)
  const argument = (parts[2] ?? '').trim()
  const started = word === 'start' && argument ? bySlash(commands, foldVietnamese(argument), kind) : null
  // A link into the private chat may carry the name of a command.
  if (started) return { command: started, argument: '' }
  const command = bySlash(commands, word, kind)
  if (command) return { command, argument }
  return matchWords(commands, text.trim().slice(1), kind)
}

/** A command whose words are the whole text (`whole`), or its first words. The longest words win. */
export function matchWords(
  commands: readonly Command[],
  text: string,
  kind: ChatKind,
  whole = false,
): Match | null {
  const typed = text.trim().split(/\s+/)
  let best: Match | null = null
  let bestLength = 0
  for (const command of inOrder(commands, kind)) {
    for (const spelling of spellingsOf(command)) {
      const length = spelling.split(' ').length
      if (length <= bestLength || length > typed.length || (whole && length !== typed.length)) continue
      if (isShort(spelling) && typed.length > 2 && !command.takesText) continue
      if (foldTyped(typed.slice(0, length).join(' ')) !== spelling) continue
      best = { command, argument: typed.slice(length).join(' ') }
      bestLength = length
    }
  }
  return best
}

/** As typed, without case, diacritics and the full stop at the end. */
export function foldTyped(text: string): string {
  return foldVietnamese(text).replace(/[\s.,;:!?]+$/, '')
}

/** One syllable begins many a sentence (`nhóm tôi có …`): it takes one word behind it, such as a code. */
function isShort(spelling: string): boolean {
  return spelling.length <= 5 && !spelling.includes(' ')
}

const spellings = new WeakMap<Command, string[]>()

function spellingsOf(command: Command): string[] {
  const known = spellings.get(command)
  if (known) return known
  const made = [...command.words, command.slash, ...(command.aliases ?? [])].map(foldTyped)
  spellings.set(command, made)
  return made
}

function bySlash(commands: readonly Command[], word: string, kind: ChatKind): Command | null {
  return (
    inOrder(commands, kind).find(
      (command) => command.slash === word || (command.aliases ?? []).includes(word),
    ) ?? null
  )
}

/** Those of this kind of chat first: one word may mean different things in a group and in private. */
function inOrder(commands: readonly Command[], kind: ChatKind): Command[] {
  const fits = (command: Command) => command.where === 'both' || command.where === kind
  return [...commands.filter(fits), ...commands.filter((command) => !fits(command))]
}
