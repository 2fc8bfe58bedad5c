import type { PersonView } from '../domain/person.ts'
import type { Command, Turn } from './command.ts'

/** Whether a command is for this person at all. Every command and action still asks about its own target. */
export function isFor(command: Pick<Command, 'for'>, person: PersonView | null): boolean {
  if (command.for === 'anyone') return true
  if (!person) return false
  if (command.for === 'joined') return true
  const roles = command.for
  return roles.includes('member') || person.posts.some((post) => roles.includes(post.role))
}

/** The commands to show to this person in this kind of chat, in the order of the registry. */
export function listOffered(
  commands: readonly Command[],
  person: PersonView | null,
  chatKind: 'private' | 'group',
): Command[] {
  return commands.filter(
    (command) =>
      !command.hidden && isFor(command, person) && (command.where === 'both' || command.where === chatKind),
  )
}

const MENU_LINES = 9

/** A numbered menu: one line per command, labels `menu-<name>`; pressing runs the command. */
export function menuOf(
  turn: Turn,
  commands: readonly Command[],
): { choices: { action: string; label: string }[][] } {
  const choices = listOffered(commands, turn.person, turn.chat.kind)
    .filter(({ onlyInDialog }) => !onlyInDialog || turn.dialog !== null)
    .slice(0, MENU_LINES)
    .map(({ name }) => [{ action: `${name}:run`, label: turn.t(turn.locale, `menu-${name}`) }])
  return { choices }
}
