import type { InviteLink } from '../commands/invite-links.ts'
import type { PersonView } from '../domain/person.ts'

/** One code as it is printed; `--json` prints exactly this. */
export interface PrintedInvite {
  /** Eight characters, without the dash that people are shown. */
  code: string
  /** Code of the unit. */
  unit: string
  /** Code of the member; null for a group. */
  member: string | null
  /** The first bot that serves the unit, and its link; null while there is none. */
  bot: string | null
  link: string | null
  /** ISO instant of product time. */
  expires: string
  /** All bots that serve the unit, one of each channel; left out when there is at most one. */
  bots?: InviteLink[]
}

/** A fresh code with whom it is for; null: a group. */
export interface MadeInvite {
  person: PersonView | null
  printed: PrintedInvite
  links: InviteLink[]
  expiresAt: Date
}
