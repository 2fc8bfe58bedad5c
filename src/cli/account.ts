import type { Command } from 'commander'
import type { Tools } from '../commands/command.ts'
import { consentTextVersion } from '../commands/consent-text.ts'
import { tellOwner, tellParted } from '../commands/tell-joined.ts'
import type { PersonView } from '../domain/person.ts'
import {
  findLinkedAccount,
  findPreferredChannel,
  type LinkedAccount,
  listAccountsOf,
} from '../store/accounts.ts'
import { authorise } from '../store/authorise.ts'
import { saveConsent } from '../store/consents.ts'
import { partAccountOf } from '../store/part-account.ts'
import { findPersonByCode, findPersonView } from '../store/people.ts'
import { listTrees } from '../store/units.ts'
import { readSettings } from '../store/settings.ts'
import { dayOf, formatDay } from '../time.ts'
import type { CliDeps } from './cli-deps.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** `account list --member M` and `account revoke ID`: the chat accounts of one person; parting a lost one. */
export function registerAccount(program: Command, deps: CliDeps): void {
  const { openTools, print, problem, exitCode, t } = deps
  const parent = program.command('account')
  parent
    .command('list')
    .requiredOption('--member <code>')
    .option('--tree <code>')
    .action((options: { member: string; tree?: string }) =>
      openTools(async (tools) => {
        const found = await findMembers(tools, options)
        const [person] = found
        if (!person || found.length > 1) {
          problem(t(person ? 'cli-account-several' : 'cli-account-no-member', { member: options.member }))
          return exitCode(1)
        }
        const accounts = await listAccountsOf(tools.tx, [person.id])
        if (accounts.length === 0) print(t('cli-account-none', { member: options.member }))
        const preferred = await findPreferredChannel(tools.tx, person.id)
        for (const account of accounts) print(describe(account, preferred, t))
      }),
    )
  parent.command('revoke <id>').action((id: string) =>
    openTools(async (tools) => {
      const account = UUID.test(id) ? await findLinkedAccount(tools.tx, id) : null
      if (!account) {
        problem(t('cli-account-unknown', { id: id.slice(0, 40) }))
        return exitCode(1)
      }
      const left = await revoke(tools, account)
      print(t('cli-account-revoked', { channel: account.channel, left: left.length }))
    }),
  )
}

async function findMembers(tools: Tools, { member, tree }: { member: string; tree?: string }) {
  const found: PersonView[] = []
  for (const each of await listTrees(tools.tx)) {
    if (tree !== undefined && each.code !== tree) continue
    const person = await findPersonByCode(tools.tx, each.id, member, dayOf(tools.now))
    if (person) found.push(person)
  }
  return found
}

async function revoke(tools: Tools, account: LinkedAccount): Promise<LinkedAccount[]> {
  const { personId } = account
  const person = await findPersonView(tools.tx, personId, dayOf(tools.now))
  if (!person) throw new Error('an account belongs to somebody who is not there')
  await authorise(tools, 'operator', 'unbind-account', { personId, details: { accountId: account.id } })
  const settings = await readSettings(tools.tx)
  const left = await partAccountOf(tools, account, (purpose, decision) =>
    saveConsent(tools, {
      treeId: person.treeId,
      personId,
      purpose,
      decision,
      textVersion: consentTextVersion(tools.t, person.language, purpose, settings),
      channel: account.channel,
      botId: account.botId,
      accountId: account.id,
      messageExternalId: null,
    }),
  )
  const key = `revoked:${account.id}:${tools.now.toISOString()}`
  await tellParted({ ...tools, locale: person.language }, account, 'account-parted', key)
  await tellOwner(tools, account, `${key}:owner`)
  return left
}

function describe(account: LinkedAccount, preferred: string | null, t: CliDeps['t']): string {
  return t('cli-account-line', {
    id: account.id,
    channel: account.channel,
    bot: account.botName,
    on: formatDay(dayOf(account.linkedAt)),
    state: account.state,
    preferred: account.channel === preferred ? 'yes' : 'no',
  })
}
