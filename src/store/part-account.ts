import { type LinkedAccount, listAccountsOf, unlinkAccount } from './accounts.ts'
import type { StoreTools } from './audit.ts'
import { type ConsentDecision, listGranted } from './consents.ts'
import { revokeInvites } from './invites.ts'
import type { ConsentPurpose } from './recipients.ts'

/**
 * Parts an account from its person at once: what was queued there is not sent, codes that it may have shown
 * are worth nothing. Whoever is left without any account has not agreed to anything in chat any more: `keep`
 * writes each such decision down. Returns the accounts that stay.
 */
export async function partAccountOf(
  tools: StoreTools,
  account: LinkedAccount,
  keep: (purpose: ConsentPurpose, decision: ConsentDecision) => Promise<unknown>,
): Promise<LinkedAccount[]> {
  await unlinkAccount(tools, account.id)
  await revokeInvites(tools, account.personId, ['link'])
  const left = await listAccountsOf(tools.tx, [account.personId])
  if (left.length === 0) {
    for (const purpose of await listGranted(tools.tx, account.personId)) await keep(purpose, 'void')
  }
  return left
}
