import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { silentLogger } from '../../src/log.ts'
import { openCluster } from '../../src/store/embedded-cluster.ts'
import { ensureDatabase } from '../../src/store/ensure-database.ts'
import { migrateDatabase } from '../../src/store/migrate.ts'
import { stopPostmaster } from '../../src/store/cluster/stop-postmaster.ts'
import { reachableTmp } from './reachable-tmp.ts'
import { TEMPLATE } from './test-database.ts'

const PREFIX = 'nhipquy-test-'

/** One Postgres server for the whole run, with one migrated database to copy; gone afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const tmp = await reachableTmp()
  await sweepLeftovers(tmp)
  const dataDir = await mkdtemp(join(tmp, `${PREFIX}${process.pid}-`))
  // mkdtemp keeps everybody else out; as root the server runs as another user.
  await chmod(dataDir, 0o711)
  const elsewhere = [join(dataDir, 'elsewhere')]
  const cluster = await openCluster({ dataDir, log: silentLogger(), durable: false, elsewhere })
  const url = await ensureDatabase(cluster.url, TEMPLATE)
  await migrateDatabase(url)
  project.provide('clusterUrl', cluster.url)
  return async () => {
    await cluster.release()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** A run that was killed leaves its server behind: its process number is in the folder's name. */
async function sweepLeftovers(tmp: string): Promise<void> {
  for (const name of await readdir(tmp)) {
    const pid = name.startsWith(PREFIX) ? Number.parseInt(name.slice(PREFIX.length), 10) : 0
    if (!(pid > 0) || isRunning(pid)) continue
    const dataDir = join(tmp, name)
    for (const entry of await readdir(dataDir).catch(() => [])) {
      if (/^postgres-\d+$/.test(entry)) await stopPostmaster(join(dataDir, entry))
    }
    await rm(dataDir, { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
