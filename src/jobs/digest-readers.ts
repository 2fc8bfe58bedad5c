import type { Tools } from '../commands/command.ts'
import type { PersonView, Role, UnitView } from '../domain/person.ts'
import { DIGEST_ROLES, digestScope } from '../domain/unit-tree.ts'
import type { SayTarget } from '../outbox/say.ts'
import type { AuditEntry } from '../store/audit.ts'
import { listRecipients } from '../store/recipients.ts'
import { listHoldersOfTree } from '../store/tree-people.ts'
import type { Day } from '../time.ts'

/** Somebody who is told the figures of a branch, and where. */
export interface DigestReader {
  person: PersonView
  to: SayTarget
  /** The units, in their order. */
  scope: string[]
}

/** Every leader, secretary and office of a tree who can be written to, each with their own branch. */
export async function listDigestReaders(
  { tx }: Pick<Tools, 'tx'>,
  treeId: string,
  units: readonly UnitView[],
  today: Day,
): Promise<DigestReader[]> {
  const holders = await listHoldersOfTree(tx, treeId, DIGEST_ROLES, today)
  const recipients = await listRecipients(
    tx,
    treeId,
    holders.map(({ id }) => id),
  )
  return holders.flatMap((person): DigestReader[] => {
    const to = recipients.get(person.id)
    const scope = to ? digestScope(person, units) : []
    return to && scope.length > 0 ? [{ person, to, scope }] : []
  })
}

/** That somebody was shown the figures of their branch. */
export function figuresSeen({ person, scope }: Pick<DigestReader, 'person' | 'scope'>): AuditEntry {
  return {
    treeId: person.treeId,
    actorPersonId: person.id,
    actorRole: roleOf(person),
    action: 'see-figures',
    details: { units: scope.length },
  }
}

function roleOf(person: PersonView): Role {
  return DIGEST_ROLES.find((role) => person.posts.some((post) => post.role === role)) ?? 'leader'
}
