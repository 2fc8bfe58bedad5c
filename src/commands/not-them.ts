import { unitsAllowing } from '../domain/access.ts'
import { shortId } from '../domain/short-id.ts'
import { foldVietnamese } from '../domain/vietnamese-fold.ts'
import { findLinkedAccount, listLinkedSince } from '../store/accounts.ts'
import { authorise } from '../store/authorise.ts'
import { partAccountOf } from '../store/part-account.ts'
import { listMembersOf, findPersonView } from '../store/people.ts'
import { dayOf } from '../time.ts'
import type { Command, Turn } from './command.ts'
import { keepDecision } from './consent-text.ts'
import { tellOwner, tellParted } from './tell-joined.ts'

const RECENT_MS = 7 * 24 * 60 * 60 * 1000

/** `không phải`: the answer to "somebody joined" where nothing can be pressed. Parts the account again. */
export const notThem: Command = {
  name: 'not-them',
  slash: 'khongphai',
  words: ['khong phai', 'khong phai dong chi ay'],
  where: 'private',
  for: ['secretary', 'deputy', 'office'],
  hidden: true,
  run: async (turn, argument) => {
    const person = turn.person!
    const day = dayOf(turn.now)
    const members = await listMembersOf(turn.tx, unitsAllowing(person, 'unbind-account'), day)
    const others = members.filter((member) => member.id !== person.id && isNamed(member.fullName, argument))
    const since = new Date(turn.now.getTime() - RECENT_MS)
    const recent = await listLinkedSince(
      turn.tx,
      others.map((member) => member.id),
      since,
    )
    const [only] = recent
    if (recent.length <= 1) return partAccount(turn, only?.id ?? null)
    const names = new Map(others.map((member) => [member.id, member.fullName]))
    const choices = recent.map((account) => [
      { action: `roster:not-them:${shortId(account.id)}`, label: names.get(account.personId) ?? '' },
    ])
    await turn.reply('not-them-which', {}, { choices })
  },
}

function isNamed(fullName: string, argument: string): boolean {
  return foldVietnamese(fullName).includes(foldVietnamese(argument))
}

/**
 * Parts an account from its person, who can join again with a new code. What was consented to is void, unless
 * the person is there on another account too, where they are told.
 */
export async function partAccount(turn: Turn, accountId: string | null): Promise<void> {
  const account = accountId ? await findLinkedAccount(turn.tx, accountId) : null
  const { person } = turn
  if (!account) {
    await turn.reply('not-them-nobody')
    return
  }
  const target = { personId: account.personId, details: { accountId: account.id } }
  if (!person || !(await authorise(turn, person, 'unbind-account', target))) {
    await turn.reply('roster-not-yours')
    return
  }
  const parted = await findPersonView(turn.tx, account.personId, dayOf(turn.now))
  await partAccountOf(turn, account, (purpose, decision) => keepDecision(turn, parted!, purpose, decision))
  await tellParted(turn, account, 'not-them-parted', `parted:${turn.updateId}:${account.id}`)
  await tellOwner(turn, account, `parted-other:${turn.updateId}:${account.id}`)
  await turn.reply('not-them-done', { name: parted?.fullName ?? '' })
}
