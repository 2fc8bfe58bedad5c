import type { Tools } from '../commands/command.ts'
import { rankPasters, type UnitPost } from '../domain/unit-speakers.ts'
import type { SayTarget } from '../outbox/say.ts'

/**
 * Who pastes posts into a unit's group by hand, because the bot that writes to them may not enter groups or is
 * to talk to them alone (`isClosed`): the secretary, else a deputy. Null where the bot could be in the group
 * itself, or nobody is reached.
 */
export function pasterOf(
  { bots }: Pick<Tools, 'bots'>,
  posts: readonly UnitPost[],
  recipients: ReadonlyMap<string, SayTarget>,
  isClosed: boolean,
): SayTarget | null {
  const [first] = rankPasters(posts)
    .flat()
    .flatMap((personId) => recipients.get(personId) ?? [])
  return first && (isClosed || bots.connected(first.botId)?.canJoinGroups === false) ? first : null
}
