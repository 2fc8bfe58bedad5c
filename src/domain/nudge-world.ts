import type { Day } from '../time.ts'
import type { GroupCounts } from './face-saving.ts'
import type { LocalCalendar, NudgeOffsets, Stage } from './nudge-stage.ts'

/** What one obligation's programme says about reminding. */
export interface NudgeRules {
  offsets: NudgeOffsets
  /** Days after the deadline on which a late unit is told upward, by counts. */
  escalate: { leader: number; office: number }
  /** Most posts into one group before one deadline, where posts cannot be changed. */
  groupPosts: number
  /** The programme lets leaders see names of those who are late. */
  namesToLeaders: boolean
}

/** One thing owed, as the planner sees it. */
export interface OwedThing {
  assignmentId: string
  obligationId: string
  period: string
  unitId: string
  /** Null: the unit owes it, whoever files for it is told. */
  personId: string | null
  /** Null: no date yet, or `thường xuyên`; never nudged. */
  dueOn: Day | null
  done: boolean
  beforeBot: boolean
  voluntary: boolean
  /** Shown from this day on; reminders do not come earlier. */
  opensOn: Day | null
  rules: NudgeRules
}

/** People by rank: the first rank in which somebody is reached is told. */
export type Ranks = readonly (readonly string[])[]

/** A unit with those who can be told. */
export interface NudgeUnit {
  id: string
  calendar: LocalCalendar
  members: number
  /** Bound groups: where counts go. `living`: a post in it can be changed later. */
  groups: readonly { id: string; living: boolean }[]
  /** Who pastes into the unit's group what a bot may not post there; null: nobody has to. */
  paster: string | null
  /** Who files, or drafts, what the unit owes. */
  filers: Ranks
  /** Who may see the names of its members. */
  readers: Ranks
  /** Supervising leaders, then those who lead above it. */
  leaders: Ranks
  office: Ranks
  /** Harvest, exams …: only the last reminder before a deadline comes. */
  isBusy: (day: Day) => boolean
}

/** A wish to be reminded again; `until` is product time. */
export interface Snooze {
  id: string
  personId: string
  thing: OwedThing
  until: Date
}

/** What a bot may still send in this month, where its platform counts. */
export interface BotBudget {
  quota: number
  used: number
  /** Answers to people expected before the month ends. */
  dialogs: number
  /** Last reminders before deadlines that are still to come in this month, after today. */
  lastDays: number
}

/** All that the planner decides by. Sets and maps are by person id, except where they say otherwise. */
export interface NudgeWorld {
  things: readonly OwedThing[]
  units: readonly NudgeUnit[]
  /** People who joined, can be reached and did not refuse messages. */
  reachable: ReadonlySet<string>
  /** People who refused or withdrew: not nudged, and not counted as missing. */
  refusing: ReadonlySet<string>
  /** People who are away today: as those who refuse, until they are back. */
  away: ReadonlySet<string>
  /** People who joined and said yes, and whose every chat is closed to us. */
  unreachable: ReadonlySet<string>
  /** People whose only bot has no message left in this month: their secretary is told instead. */
  outOfMessages: ReadonlySet<string>
  /** People who asked for the last reminder only. */
  sparing: ReadonlySet<string>
  snoozes: readonly Snooze[]
  /** Most unasked messages to one person in a week (Monday to Sunday). */
  perWeek: number
  /** What each got of them in this week so far. */
  sentThisWeek: ReadonlyMap<string, number>
  /** Which bot serves a person or a group; who is missing here is not counted. */
  botOf: ReadonlyMap<string, string>
  budgets: ReadonlyMap<string, BotBudget>
}

interface ReminderBase extends Stage {
  /** Said once, ever. */
  key: string
  dueOn: Day
  obligationId: string
  period: string
  unitId: string
  /** What it is worth when not everything can be sent: 5 the last before a deadline … 1. */
  worth: number
}

/** Something to be done by whoever reads it. `asked`: they wanted to be reminded now. */
export type TaskReminder = ReminderBase & {
  kind: 'task'
  personId: string
  assignmentId: string
  forUnit: boolean
  asked: boolean
}

/** Names for the secretary of their own cell, themselves left out. */
export type NamesReminder = ReminderBase & {
  kind: 'names'
  personId: string
  missing: readonly string[]
  done: number
  total: number
}

/** Those of the secretary's cell whom the reminder did not reach. */
export type UnreachedReminder = ReminderBase & {
  kind: 'unreached'
  personId: string
  people: readonly string[]
}

/** A late unit, told upward once for each step. */
export type EscalationReminder = ReminderBase & {
  kind: 'escalation'
  step: 'leader' | 'office'
  personId: string
  subject: 'people' | 'unit'
  missing: number
  total: number
  /** Only where the programme says so. */
  names: readonly string[]
}

interface GroupWords {
  counts: GroupCounts
  subject: 'people' | 'unit'
  assignmentId: string | null
}

/** What a group hears. */
export type GroupReminder = ReminderBase & GroupWords & { kind: 'group'; groupId: string }

/** The same for whoever pastes it into the group of a unit in which a bot may not post. */
export type PasteReminder = ReminderBase & GroupWords & { kind: 'paste'; personId: string }

export type PersonReminder = TaskReminder | NamesReminder | UnreachedReminder | EscalationReminder
export type Reminder = PersonReminder | GroupReminder | PasteReminder

/** Why something is not said now. */
export type HeldReason =
  | 'ceiling'
  | 'budget'
  | 'busy-season'
  | 'own-wish'
  | 'away'
  | 'refused'
  | 'not-joined'
  | 'unreachable'
  | 'nobody-to-tell'

/** One thing that is not said now, and why. Null person: a group, or nobody. */
export interface HeldBack {
  reason: HeldReason
  personId: string | null
  groupId: string | null
  unitId: string
  obligationId: string
  period: string
  dueOn: Day
  offset: number
}

/** One message with everything that goes together. */
export type NudgeMessage =
  | {
      to: 'person'
      personId: string
      worth: number
      until: Date
      /** Only what the person asked for: outside the ceiling. */
      asked: boolean
      reminders: readonly PersonReminder[]
    }
  | { to: 'paste'; personId: string; worth: number; until: Date; reminders: readonly PasteReminder[] }
  | {
      to: 'group'
      groupId: string
      dueOn: Day
      /** The post stays and is changed as the count rises: its key is said once for one deadline. */
      living: boolean
      worth: number
      until: Date
      reminders: readonly GroupReminder[]
    }

/** What to send, what stands in living posts now, and what is held back. */
export interface NudgePlan {
  messages: NudgeMessage[]
  /** Living posts whose time runs, as they should read now. */
  livingPosts: (NudgeMessage & { to: 'group' })[]
  held: HeldBack[]
}
