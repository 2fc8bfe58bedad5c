import { addDays, type Day, mondayOf } from '../time.ts'
import type { GroupReminder, HeldBack, HeldReason, NudgeMessage } from './nudge-world.ts'
import type { RehearsedOrganisation } from './rehearsal-world.ts'

/** Kinds of messages, in the order in which they are told. */
export const REHEARSED_KINDS = ['reply', 'nudge', 'group', 'topic', 'digest', 'week-line', 'snooze'] as const
export type RehearsedKind = (typeof REHEARSED_KINDS)[number]

/** One month of one bot. */
export interface BotMonthCount {
  bot: string
  quota: number | null
  /** `2026-03`. */
  month: string
  all: number
  byKind: Partial<Record<RehearsedKind, number>>
}

/** What a group would read. */
export interface RehearsedPost {
  day: Day
  groupId: string
  reminders: readonly GroupReminder[]
}

/** What came of a rehearsal. */
export interface Rehearsal {
  from: Day
  to: Day
  people: number
  units: number
  reachable: number
  months: BotMonthCount[]
  /** The most unasked messages that one person gets in a week; null when nobody gets any. */
  worstWeek: { monday: Day; messages: number; people: number } | null
  held: { reason: HeldReason; kind: RehearsedKind; count: number; people: number }[]
  posts: RehearsedPost[]
  /** Things with a date: done in time, done late, not done by the end or by their date. */
  answers: { inTime: number; late: number; open: number }
}

/** Counts while a rehearsal runs. */
export interface RehearsalTally {
  begin(today: Day): void
  sent(kind: RehearsedKind, message: NudgeMessage): void
  /** Answers of the bot to a person who does something. */
  replied(personId: string | null, messages: number): void
  held(held: Pick<HeldBack, 'reason' | 'personId' | 'groupId'>, kind: RehearsedKind, about: string): void
  /** Unasked messages of this week by person. */
  week(): ReadonlyMap<string, number>
  /** Messages of a bot in this month. */
  used(botId: string): number
  close(owed: readonly { dueOn: Day; doneOn: Day | null }[], to: Day): Rehearsal
}

export function startTally(organisation: RehearsedOrganisation, from: Day): RehearsalTally {
  const { bots, botOf, people, units, reachable } = organisation
  let today = from
  let week = new Map<string, number>()
  let worst: Rehearsal['worstWeek'] = null
  const months = new Map<string, BotMonthCount>()
  const heldOnce = new Set<string>()
  const held = new Map<string, { reason: HeldReason; kind: RehearsedKind; count: number; who: Set<string> }>()
  const posts: RehearsedPost[] = []

  const monthOf = (botId: string): BotMonthCount => {
    const month = today.slice(0, 7)
    const key = `${botId} ${month}`
    const { name, quota } = bots.get(botId)!
    const found = months.get(key) ?? { bot: name, quota, month, all: 0, byKind: {} }
    months.set(key, found)
    return found
  }
  const count = (id: string, kind: RehearsedKind, messages: number) => {
    const botId = botOf.get(id)
    if (botId === undefined || !bots.has(botId)) return
    const month = monthOf(botId)
    month.all += messages
    month.byKind[kind] = (month.byKind[kind] ?? 0) + messages
  }
  const closeWeek = () => {
    const most = Math.max(0, ...week.values())
    if (most === 0 || (worst && worst.messages >= most)) return
    const monday = mondayOf(addDays(today, -1))
    worst = { monday, messages: most, people: [...week.values()].filter((each) => each === most).length }
  }

  return {
    begin: (day) => {
      if (day !== from && mondayOf(day) === day) {
        today = day
        closeWeek()
        week = new Map()
      }
      today = day
    },
    sent: (kind, message) => {
      if (message.to === 'group') {
        posts.push({ day: today, groupId: message.groupId, reminders: message.reminders })
        return count(message.groupId, kind, 1)
      }
      const isAsked = message.to === 'person' && message.asked
      count(message.personId, isAsked ? 'snooze' : kind, 1)
      if (!isAsked) week.set(message.personId, (week.get(message.personId) ?? 0) + 1)
    },
    replied: (personId, messages) => {
      if (personId !== null) count(personId, 'reply', messages)
    },
    held: ({ reason, personId, groupId }, kind, about) => {
      const who = personId ?? groupId ?? '-'
      const once = `${reason} ${who} ${about}`
      if (heldOnce.has(once)) return
      heldOnce.add(once)
      const key = `${reason} ${kind}`
      const group = held.get(key) ?? { reason, kind, count: 0, who: new Set<string>() }
      group.count += 1
      group.who.add(who)
      held.set(key, group)
    },
    week: () => week,
    used: (botId) => {
      const bot = bots.get(botId)!
      return monthOf(botId).all + (today.slice(0, 7) === from.slice(0, 7) ? bot.used : 0)
    },
    close: (owed, to) => {
      today = addDays(to, 1)
      closeWeek()
      const order = new Map([...bots.values()].map(({ name }, i) => [name, i]))
      const due = owed.filter(({ dueOn }) => dueOn <= to)
      const done = due.filter(({ doneOn }) => doneOn !== null && doneOn <= to)
      const inTime = done.filter(({ doneOn, dueOn }) => doneOn! <= dueOn).length
      return {
        from,
        to,
        people: people.length,
        units: units.length,
        reachable: reachable.size,
        months: [...months.values()]
          .filter(({ all }) => all > 0)
          .sort((a, b) => order.get(a.bot)! - order.get(b.bot)! || (a.month < b.month ? -1 : 1)),
        worstWeek: worst,
        held: [...held.values()]
          .map(({ who, ...group }) => ({ ...group, people: who.size }))
          .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1)),
        posts,
        answers: { inTime, late: done.length - inTime, open: due.length - done.length },
      }
    },
  }
}
