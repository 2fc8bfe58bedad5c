import type { Tools } from '../commands/command.ts'
import { listUnitHeads } from '../commands/tell-joined.ts'
import { listEndedPosts } from '../store/acting-posts.ts'
import { listPersonViews } from '../store/people.ts'
import { listRecipients } from '../store/recipients.ts'
import { findUnit } from '../store/units.ts'
import { addDays, dayOf } from '../time.ts'
import type { PlannedMessage } from './planned-message.ts'

/** After an outage of more days nobody needs to hear of it any more. */
const DAYS = 7

/** Tells whoever stood in for a secretary that it is over, and those who answer for the unit. */
export async function planEndedPosts(tools: Tools, treeId: string): Promise<PlannedMessage[]> {
  const { tx, now } = tools
  const today = dayOf(now)
  const planned: PlannedMessage[] = []
  for (const post of await listEndedPosts(tx, treeId, { after: addDays(today, -DAYS), to: today })) {
    const [person] = await listPersonViews(tx, [post.personId], today)
    const unit = (await findUnit(tx, post.unitId, today))?.name ?? ''
    const own = (await listRecipients(tx, treeId, [post.personId])).get(post.personId)
    const heads = await listUnitHeads(tools, post.unitId, [post.personId])
    for (const to of [...(own ? [{ ...own, accountId: null }] : []), ...heads]) {
      const isOwn = to.personId === post.personId
      planned.push({
        request: {
          to,
          words: {
            key: isOwn ? `acting-ended-${post.role}` : 'acting-ended-other',
            values: { unit, name: person?.fullName ?? '' },
          },
          class: 'scheduled',
          topic: 'post',
          uniqueKey: `acting-ended:${post.id}:${post.endedOn}:${to.personId}`,
        },
      })
    }
  }
  return planned
}
