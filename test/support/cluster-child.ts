import { createInterface } from 'node:readline'
import { silentLogger } from '../../src/log.ts'
import { openCluster } from '../../src/store/embedded-cluster.ts'

// A process that opens a cluster, says how, and releases it when told so on its standard input.
// Arguments: data directory, directory for what is kept elsewhere, and a user id to become first.
const [dataDir = '', elsewhere = '', uid = ''] = process.argv.slice(2)

if (uid) {
  process.setgroups?.([])
  process.setgid?.(Number(uid))
  process.setuid?.(Number(uid))
}

const cluster = await openCluster({ dataDir, log: silentLogger(), elsewhere: [elsewhere] })
process.stdout.write(`${JSON.stringify({ url: cluster.url, startedByUs: cluster.startedByUs })}\n`)
for await (const line of createInterface({ input: process.stdin })) {
  if (line === 'release') break
}
process.stdin.destroy()
await cluster.release()
