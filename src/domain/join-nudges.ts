import type {
  GroupReminder,
  NudgeMessage,
  NudgeUnit,
  PasteReminder,
  PersonReminder,
  Reminder,
} from './nudge-world.ts'

/**
 * One message for everything that one person is told now, one for everything that a group hears of one
 * deadline, and one with everything that a secretary may paste.
 */
export function joinNudges(reminders: readonly Reminder[], units: readonly NudgeUnit[]): NudgeMessage[] {
  const living = new Set(
    units.flatMap(({ groups }) => groups.filter((group) => group.living).map(({ id }) => id)),
  )
  const messages: NudgeMessage[] = []
  const put = (name: string, reminder: Reminder) => {
    const list = joined.get(name)
    if (list) list.push(reminder)
    else joined.set(name, [reminder])
  }
  const joined = new Map<string, Reminder[]>()
  for (const reminder of reminders) {
    if (reminder.kind === 'group') put(`group:${reminder.groupId}:${reminder.dueOn}`, reminder)
    else put(`${reminder.kind === 'paste' ? 'paste' : 'person'}:${reminder.personId}`, reminder)
  }
  for (const list of joined.values()) {
    const [first] = list
    const worth = Math.max(...list.map((each) => each.worth))
    // Everything in it must still be true when it arrives.
    const until = list.reduce((least, each) => (each.until < least ? each.until : least), first!.until)
    if (first!.kind === 'group') {
      const { groupId, dueOn } = first!
      const isLiving = living.has(groupId)
      const posts = list as GroupReminder[]
      messages.push({ to: 'group', groupId, dueOn, living: isLiving, worth, until, reminders: posts })
    } else if (first!.kind === 'paste') {
      const { personId } = first!
      messages.push({ to: 'paste', personId, worth, until, reminders: list as PasteReminder[] })
    } else {
      const { personId } = first!
      const own = inOrder(list as PersonReminder[])
      const asked = own.every((each) => each.kind === 'task' && each.asked)
      messages.push({ to: 'person', personId, worth, until, asked, reminders: own })
    }
  }
  return messages
}

const ORDER = { task: 0, names: 1, unreached: 2, escalation: 3 } as const

/** One's own tasks first, each once: one that was asked for and is due anyway stands there once. */
function inOrder(reminders: readonly PersonReminder[]): PersonReminder[] {
  return [...reminders].sort(
    (a, b) => ORDER[a.kind] - ORDER[b.kind] || (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0),
  )
}
