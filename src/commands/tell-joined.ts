import type { PersonView } from '../domain/person.ts'
import { shortId } from '../domain/short-id.ts'
import type { SayTarget } from '../outbox/say.ts'
import type { LinkedAccount } from '../store/accounts.ts'
import { listHolders, listPersonViews } from '../store/people.ts'
import { listRecipients } from '../store/recipients.ts'
import { ancestorsOf, findUnit } from '../store/units.ts'
import { dayOf } from '../time.ts'
import type { Tools, Translate, Turn } from './command.ts'

/** Tells the secretaries of the unit who has just joined, so that a wrong hand is noticed the same day. */
export async function tellSecretaries(turn: Turn, unitId: string, joined: PersonView): Promise<void> {
  const account = turn.account!
  const unit = await findUnit(turn.tx, unitId, dayOf(turn.now))
  for (const to of await listUnitHeads(turn, unitId, [joined.id])) {
    await turn.say({
      to,
      words: { key: 'joined-notice', values: { name: joined.fullName, unit: unit?.name ?? '' } },
      choices: [
        [
          {
            action: `roster:not-them:${shortId(account.id)}`,
            label: turn.t(to.locale, 'joined-not-them'),
          },
        ],
      ],
      class: 'scheduled',
      topic: 'notice',
      uniqueKey: `joined:${turn.updateId}:${to.personId}`,
    })
  }
}

/** The old account of somebody who joined with a new one on the same bot learns that it was parted. */
export async function tellMovedAccount(turn: Turn, old: LinkedAccount): Promise<void> {
  await tellParted(turn, old, 'joined-elsewhere', `moved:${turn.updateId}:${old.id}`)
}

/** The person whose account was parted by somebody else learns it where they are still reached. */
export async function tellOwner(tools: Tools, parted: LinkedAccount, uniqueKey: string): Promise<void> {
  const [person] = await listPersonViews(tools.tx, [parted.personId], dayOf(tools.now))
  const to = person && (await listRecipients(tools.tx, person.treeId, [person.id])).get(person.id)
  if (!to) return
  const where = channelName(tools.t, to.locale, parted)
  await tools.say({
    to: { ...to, accountId: null },
    words: { key: 'account-parted-elsewhere', values: { channel: where } },
    class: 'scheduled',
    topic: 'notice',
    uniqueKey,
  })
}

/** A channel as people call it. */
export function channelName(t: Translate, locale: 'vi' | 'en', { channel }: { channel: string }): string {
  return t(locale, `account-channel-${channel}`)
}

/** Says into the private chat of an account why it no longer belongs to anybody. */
export async function tellParted(
  turn: Tools & { locale: 'vi' | 'en' },
  account: LinkedAccount,
  key: string,
  uniqueKey: string,
): Promise<void> {
  if (!account.chatId) return
  await turn.say({
    to: { chatId: account.chatId, botId: account.botId, kind: 'private', locale: turn.locale },
    words: { key },
    class: 'reply',
    topic: 'notice',
    uniqueKey,
  })
}

/**
 * Who answers for a unit in private: its secretaries, else its deputies, else the nearest office above.
 * Without account, so that a notice never takes the numbers of a question that somebody is answering.
 */
export async function listUnitHeads(
  tools: Pick<Tools, 'tx' | 'now'>,
  unitId: string,
  except: readonly string[] = [],
): Promise<SayTarget[]> {
  const { tx } = tools
  const day = dayOf(tools.now)
  const line = [unitId, ...(await ancestorsOf(tx, unitId, day))]
  const circles = [
    await listHolders(tx, unitId, ['secretary'], day),
    await listHolders(tx, unitId, ['deputy'], day),
  ]
  for (const each of line) circles.push(await listHolders(tx, each, ['office'], day))
  for (const circle of circles) {
    const people = circle.filter((person) => !except.includes(person.id))
    const [first] = people
    if (!first) continue
    const ids = people.map((person) => person.id)
    const reached = [...(await listRecipients(tx, first.treeId, ids)).values()]
    if (reached.length > 0) return reached.map((to) => ({ ...to, accountId: null }))
  }
  return []
}
