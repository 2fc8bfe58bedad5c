import { longId } from '../domain/short-id.ts'
import { type SnoozeChoice, SNOOZE_CHOICES, snoozeTime } from '../domain/snooze-time.ts'
import { listOpenInBatch } from '../store/reminders.ts'
import { saveSnoozes } from '../store/snoozes.ts'
import { findEarliestDue } from '../store/owed-things.ts'
import { dayOf, formatShortDay, wallTime } from '../time.ts'
import type { Command, Turn } from './command.ts'

/** `Tối nay`, `Ngày mai`, `3 ngày`, `Để sau` under a reminder: the wish is kept, no stage is lost by it. */
export const snooze: Command = {
  name: 'snooze',
  slash: 'nhaclai',
  words: [],
  where: 'private',
  for: 'joined',
  hidden: true,
  run: async (turn) => void (await turn.reply('snooze-later')),
  actions: Object.fromEntries(
    SNOOZE_CHOICES.map((choice) => [choice, (turn: Turn, [batch]: string[]) => keep(turn, choice, batch)]),
  ),
}

async function keep(turn: Turn, choice: SnoozeChoice, batch: string | undefined): Promise<void> {
  const { tx, person, now } = turn
  const batchId = longId(batch ?? '')
  if (!person || !batchId) return
  const assignmentIds = await listOpenInBatch(tx, batchId, person.id)
  if (assignmentIds.length === 0) {
    await turn.reply('snooze-nothing')
    return
  }
  const due = await findEarliestDue(tx, assignmentIds)
  const zone = due.zone
  const until = snoozeTime(choice, zone, now)
  await saveSnoozes(turn, { personId: person.id, assignmentIds, choice, until })
  if (!until) {
    await turn.reply('snooze-later')
    return
  }
  const { hour, minute } = wallTime(until, zone)
  const isPast = due.dueOn !== null && due.dueOn < dayOf(until, zone) && due.dueOn >= dayOf(now, zone)
  await turn.reply(isPast ? 'snooze-done-late' : 'snooze-done', {
    time: `${hour}:${String(minute).padStart(2, '0')}`,
    day: formatShortDay(dayOf(until, zone)),
    ...(isPast && { due: formatShortDay(due.dueOn!) }),
  })
}
