import { longId, shortId } from '../domain/short-id.ts'
import {
  findLinkedAccount,
  findPreferredChannel,
  type LinkedAccount,
  listAccountsOf,
  savePreferredChannel,
} from '../store/accounts.ts'
import { recordAudit } from '../store/audit.ts'
import { authorise } from '../store/authorise.ts'
import { partAccountOf } from '../store/part-account.ts'
import { listRecipients } from '../store/recipients.ts'
import { dayOf, formatDay } from '../time.ts'
import type { Command, Turn } from './command.ts'
import { keepDecision } from './consent-text.ts'
import { sayNewPhoneCode } from './link-channel.ts'
import { channelName, tellParted } from './tell-joined.ts'

/** `/taikhoan`: on which accounts I am, where I am written to, a code for a new telephone, parting a lost one. */
export const accounts: Command = {
  name: 'accounts',
  slash: 'taikhoan',
  words: ['tai khoan', 'tai khoan cua toi', 'mat may', 'mat dien thoai', 'doi may', 'doi dien thoai'],
  where: 'private',
  for: 'joined',
  run: (turn) => showAccounts(turn),
  actions: {
    show: (turn) => showAccounts(turn),
    prefer: (turn, [channel]) => prefer(turn, channel ?? ''),
    drop: (turn, [account]) => askDrop(turn, longId(account ?? '')),
    part: (turn, [account]) => drop(turn, longId(account ?? '')),
    code: (turn) => sayNewPhoneCode(turn),
  },
}

/** `Zalo · từ 02/3/2026`: how one account is told from another. */
export function accountLabel(turn: Turn, account: LinkedAccount): string {
  const on = formatDay(dayOf(account.linkedAt))
  return turn.t(turn.locale, 'account-label', { channel: channelName(turn.t, turn.locale, account), on })
}

async function showAccounts(turn: Turn): Promise<void> {
  const person = turn.person!
  const word = (key: string, values?: Record<string, string>) => turn.t(turn.locale, key, values)
  const own = await listAccountsOf(turn.tx, [person.id])
  const target = (await listRecipients(turn.tx, person.treeId, [person.id])).get(person.id)
  const lines = own.map((account) => {
    const marks = [
      account.id === turn.account?.id ? word('account-here') : null,
      account.id === target?.accountId ? word('account-gets') : null,
      account.state === 'unreachable' ? word('account-blocked') : null,
    ].filter((mark) => mark !== null)
    return `• ${[accountLabel(turn, account), ...marks].join(', ')}`
  })
  const elsewhere = own.filter((account) => account.id !== target?.accountId && account.state === 'linked')
  const others = own.filter((account) => account.id !== turn.account?.id)
  const named = (account: LinkedAccount) => ({ channel: channelName(turn.t, turn.locale, account) })
  const wished = new Map(elsewhere.map((account) => [account.channel, named(account)]))
  const choices = [
    ...[...wished].map(([channel, values]) => [
      { action: `accounts:prefer:${channel}`, label: word('account-prefer', values) },
    ]),
    ...others.map((account) => [
      {
        action: `accounts:drop:${shortId(account.id)}`,
        label: word('account-drop', { account: accountLabel(turn, account) }),
      },
    ]),
    [{ action: 'accounts:code', label: word('account-code') }],
  ]
  await turn.reply('account-overview', { accounts: lines.join('\n') }, { choices })
}

async function prefer(turn: Turn, channel: string): Promise<void> {
  const person = turn.person
  const own = person ? await listAccountsOf(turn.tx, [person.id]) : []
  const wished = own.find((account) => account.channel === channel && account.state === 'linked')
  if (!person || !wished || !(await authorise(turn, person, 'link-channel', { personId: person.id }))) {
    await turn.reply('account-gone')
    return
  }
  const former = await findPreferredChannel(turn.tx, person.id)
  if (former !== channel) await savePreferredChannel(turn, person.id, channel)
  await turn.reply('account-preferred', { channel: channelName(turn.t, turn.locale, wished) })
}

/** One of the person's own accounts, other than the one they are writing from. */
async function findOther(turn: Turn, accountId: string | null): Promise<LinkedAccount | null> {
  const account = accountId ? await findLinkedAccount(turn.tx, accountId) : null
  const isOther = account?.personId === turn.person?.id && account?.id !== turn.account?.id
  if (account && turn.person && isOther) return account
  await turn.reply('account-gone')
  return null
}

async function askDrop(turn: Turn, accountId: string | null): Promise<void> {
  const account = await findOther(turn, accountId)
  if (!account) return
  const word = (key: string) => turn.t(turn.locale, key)
  await turn.reply(
    'account-drop-ask',
    { account: accountLabel(turn, account) },
    {
      choices: [
        [{ action: `accounts:part:${shortId(account.id)}`, label: word('account-drop-yes') }],
        [{ action: 'accounts:show', label: word('account-drop-no') }],
      ],
    },
  )
}

async function drop(turn: Turn, accountId: string | null): Promise<void> {
  const account = await findOther(turn, accountId)
  const person = turn.person
  if (!account || !person) return
  const target = { personId: person.id, details: { accountId: account.id } }
  if (!(await authorise(turn, person, 'unbind-account', target))) return
  // What one does about oneself is not on record by itself; that an account was lost should be.
  await recordAudit(turn, {
    treeId: person.treeId,
    actorPersonId: person.id,
    actorRole: 'member',
    action: 'unbind-account',
    aboutPersonId: person.id,
    details: { accountId: account.id },
  })
  await partAccountOf(turn, account, (purpose, decision) => keepDecision(turn, person, purpose, decision))
  await tellParted(turn, account, 'account-parted', `parted:${turn.updateId}:${account.id}`)
  await turn.reply('account-dropped', { account: accountLabel(turn, account) })
}
