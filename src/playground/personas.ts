export type PlaygroundChannel = 'telegram' | 'zalo'

/** Somebody whom the visitor of the playground can be. */
export interface Persona {
  /** Short name, as typed after `say` and `read`; key on the Zalo server, username on the Telegram server. */
  name: string
  fullName: string
  /** Id on the Telegram server. */
  telegramId: number
  /** Code in the roster of the sample. */
  member: string
  /** Code of the unit that invites them. */
  unit: string
  /** Where they talk unless another channel is named. */
  channel: PlaygroundChannel
  /** Joins by itself at the first start; the others are left to the visitor. */
  joins: boolean
  about: { vi: string; en: string }
}

/** A group chat of a unit, with the bot in it. */
export interface PlaygroundGroup {
  /** Short name, as typed after `--group`; key on the Zalo server. */
  name: string
  title: string
  channel: PlaygroundChannel
  /** Id on the Telegram server. */
  telegramId?: number
  /** Code of the unit whose group it is. */
  unit: string
  /** The persona who brings the bot in: the unit's secretary. */
  owner: string
  members: readonly string[]
}

export const PERSONAS: readonly Persona[] = []

export const GROUPS: readonly PlaygroundGroup[] = []

export function findPersona(name: string): Persona | null {
  return PERSONAS.find((persona) => persona.name === name.toLowerCase()) ?? null
}

export function findGroup(name: string): PlaygroundGroup | null {
  return GROUPS.find((group) => group.name === name.toLowerCase()) ?? null
}
