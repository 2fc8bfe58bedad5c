import { tmpdir } from 'node:os'
import { findServerAccount, isRoot, mayWalk } from '../../src/store/cluster/system-account.ts'

/** A folder for temporary files that the account may reach which runs the server for root. */
export async function reachableTmp(): Promise<string> {
  if (!isRoot()) return tmpdir()
  const account = await findServerAccount()
  for (const folder of [tmpdir(), '/tmp', '/var/tmp']) {
    if (await mayWalk(folder, account)) return folder
  }
  throw new Error(`${account.name} can reach no folder for temporary files`)
}
