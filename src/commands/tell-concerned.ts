import { rankFilers } from '../domain/unit-speakers.ts'
import type { SayTarget } from '../outbox/say.ts'
import { listGroups, listRecipients } from '../store/recipients.ts'
import { listOwing } from '../store/open-rounds.ts'
import { listUnitStaff } from '../store/unit-staff.ts'
import { dayOf } from '../time.ts'
import { whenAwake } from '../jobs/when-awake.ts'
import type { Tools, Translate } from './command.ts'

/** News about what people still owe. */
export interface News {
  treeId: string
  assignmentIds: readonly string[]
  /** What makes it the only one of its kind. */
  key: string
  /** Locale keys: to a person, and to the groups of their units; null: groups are not told. */
  person: string
  group: string | null
  /** Values of the sentence in the reader's language; `rounds`: what of it this reader owes. */
  values(locale: 'vi' | 'en', rounds: ReadonlySet<string>): Record<string, string | number>
}

/** Tells whoever owes these things, and once each group of the units, when people are awake. Returns how many people. */
export async function tellConcerned(tools: Tools, news: News): Promise<number> {
  const { tx } = tools
  const owing = await listOwing(tx, news.assignmentIds)
  const staff = await listUnitStaff(tx, news.treeId, dayOf(tools.now))
  const recipients = await listRecipients(tx, news.treeId)
  const rounds = new Map<string, Set<string>>()
  const ofUnits = new Map<string, Set<string>>()
  for (const { personId, unitId, obligationId, period } of owing) {
    const ranks = personId === null ? rankFilers(staff.get(unitId)?.posts ?? []) : [[personId]]
    const told = ranks.find((rank) => rank.some((id) => recipients.has(id))) ?? []
    for (const id of told) add(rounds, id, `${obligationId}:${period}`)
    add(ofUnits, unitId, `${obligationId}:${period}`)
  }
  const say = (to: SayTarget, reader: string, key: string, own: ReadonlySet<string>) =>
    tools.say({
      to,
      words: { key, values: news.values(to.locale, own) },
      class: 'scheduled',
      topic: 'notice',
      uniqueKey: `${news.key}:${reader}`,
      ...whenAwake(tools),
    })
  let people = 0
  for (const [personId, own] of rounds) {
    const to = recipients.get(personId)
    if (!to) continue
    await say(to, personId, news.person, own)
    people += 1
  }
  if (news.group === null) return people
  const groups = await listGroups(tx, news.treeId)
  for (const [unitId, own] of ofUnits)
    for (const to of groups.get(unitId) ?? [])
      await say(to, `${to.chatId}:${to.threadId ?? ''}`, news.group, own)
  return people
}

/** The words of a reader's locale for a list of lines. */
export function linesIn(
  t: Translate,
  locale: 'vi' | 'en',
  key: string,
  lines: readonly Record<string, string | number>[],
): string {
  return lines.map((values) => t(locale, key, values)).join('\n')
}

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key)
  if (set) set.add(value)
  else map.set(key, new Set([value]))
}
