import { decideGroupCounts } from '../domain/face-saving.ts'
import { listAway } from '../store/absences.ts'
import { countFiled, findGroupOfThread } from '../store/group-threads.ts'
import type { OwedThing } from '../store/open-assignments.ts'
import { listMembersOf } from '../store/people.ts'
import { listGroupUnits } from '../store/recipients.ts'
import { dayOf } from '../time.ts'
import type { Turn } from './command.ts'

/** What was begun in front of a group is filed: the group hears how many there are now, if anything. */
export async function tellGroup(turn: Turn, thing: OwedThing): Promise<void> {
  if (thing.personId === null) return
  const to = await findGroupOfThread(turn.tx, thing.id)
  if (!to) return
  const unitIds = await listGroupUnits(turn.tx, to.chatId)
  const members = await listMembersOf(turn.tx, unitIds, dayOf(turn.now))
  const away = await listAway(turn.tx, thing.treeId, dayOf(turn.now))
  const { done, total } = await countFiled(turn.tx, thing, unitIds, new Set(away.keys()))
  const counts = decideGroupCounts(total, done, members.length)
  const words =
    counts.kind === 'counts'
      ? { key: 'here-filed-counts', values: { done: counts.done, total: counts.total } }
      : { key: 'here-filed' }
  await turn.say({ to, words, class: 'reply', topic: 'reply', uniqueKey: `here-filed:${thing.id}` })
}
