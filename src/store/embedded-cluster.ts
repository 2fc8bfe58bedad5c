import { access, chown, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from '../log.ts'
import { monotonicMs } from '../time.ts'
import { ClusterError } from './cluster/cluster-error.ts'
import { resolveClusterDirectory, type ClusterDirectory } from './cluster/cluster-directory.ts'
import { bePresent, clusterUrl, type Presence } from './cluster/connect-cluster.ts'
import { withFileLock } from './cluster/file-lock.ts'
import { initialiseCluster } from './cluster/initialise-cluster.ts'
import { locatePostgresBinaries } from './cluster/postgres-binaries.ts'
import { disownPostmasterPid, findPostmaster } from './cluster/postmaster-pid.ts'
import { startPostmaster } from './cluster/start-postmaster.ts'
import { stopPostmaster } from './cluster/stop-postmaster.ts'
import { isRoot, type SystemAccount } from './cluster/system-account.ts'
import { isConnectionError } from './connection-lost.ts'

export interface ClusterOptions {
  dataDir: string
  log: Logger
  /** False makes a cluster that may be lost with the machine: for tests. */
  durable?: boolean
  /** Where root keeps what the server's account cannot reach in DATA_DIR, first choice first. */
  elsewhere?: readonly string[]
}

/** This process's share of the database under DATA_DIR. */
export interface Cluster {
  /** The maintenance database `postgres`, as superuser on loopback; see `ensureDatabase`. */
  url: string
  /** False when another process had started it. */
  startedByUs: boolean
  /** Close all connections first. Stops the server unless somebody else is connected. */
  release(): Promise<void>
}

const PORT_FILE = 'port'
const SILENT_MS = 15_000
const RECOVERY_MS = 300_000
// https://www.postgresql.org/docs/18/errcodes-appendix.html
const CANNOT_CONNECT_NOW = '57P03'
const TOO_MANY_CONNECTIONS = '53300'

/**
 * Starts the Postgres server under `dataDir`, or joins the one that runs there. Any number of processes
 * may do so; the last to release stops it. A server orphaned by kill -9 is joined. While open, a server
 * that died is started again on the same port, so that pools reconnect by themselves.
 */
export async function openCluster(options: ClusterOptions): Promise<Cluster> {
  const { log } = options
  // Others may walk through as root's server account must; what is private inside has modes of its own.
  await mkdir(options.dataDir, { recursive: true, mode: isRoot() ? 0o711 : 0o700 })
  const lock = join(options.dataDir, 'postgres.lock')
  const state = { released: false }
  let restoring: Promise<void> | null = null

  const open = (port: number | null) => withFileLock(lock, () => ensureRunning(options, port, onLost))
  let running = await open(null)
  const { url, startedByUs } = running

  function onLost(): void {
    if (!state.released) restoring ??= restore().finally(() => (restoring = null))
  }

  async function restore(): Promise<void> {
    log.warn({}, 'the connection to the database server was lost')
    for (let waitMs = 50; !state.released; waitMs = Math.min(waitMs * 2, 5_000)) {
      try {
        await running.presence.end()
        running = await open(Number(new URL(url).port))
        log.info({ startedByUs: running.startedByUs }, 'the database server runs again')
        return
      } catch (error) {
        log.error({ err: error }, 'the database server cannot be brought back yet')
        await sleep(waitMs)
      }
    }
  }

  async function leave(): Promise<void> {
    const { presence, directory } = running
    const others = await presence.othersConnected().catch(() => true)
    await presence.end()
    if (others) return log.info({}, 'the database server stays up for others')
    await stopPostmaster(directory.pgdata)
    log.info({}, 'the database server is stopped')
  }

  return {
    url,
    startedByUs,
    release: async () => {
      if (state.released) return
      state.released = true
      await restoring
      await withFileLock(lock, leave)
    },
  }
}

interface Running {
  directory: ClusterDirectory
  presence: Presence
  url: string
  startedByUs: boolean
}

/** Call under the lock. `port`: only this one will do. */
async function ensureRunning(
  options: ClusterOptions,
  port: number | null,
  onLost: () => void,
): Promise<Running> {
  const { dataDir, log, durable = true, elsewhere } = options
  const binaries = await locatePostgresBinaries()
  const directory = await resolveClusterDirectory({ dataDir, log, binaries, ...(elsewhere && { elsewhere }) })
  const { pgdata, account } = directory
  const joined = await joinRunning(pgdata, port, log, onLost)
  if (joined) return { directory, ...joined, startedByUs: false }
  if (!(await exists(join(pgdata, 'PG_VERSION')))) {
    await initialiseCluster(directory.binaries, pgdata, account, durable)
    log.info({ dir: pgdata }, 'a database is created')
  }
  await disownPostmasterPid(pgdata)
  const preferredPort = await readPort(pgdata)
  const startedOn = await startPostmaster({ ...directory, port, preferredPort, durable })
  if (startedOn !== preferredPort) await writePort(pgdata, startedOn, account)
  log.info({ port: startedOn }, 'the database server is started')
  const url = await clusterUrl(pgdata, startedOn)
  return { directory, presence: await bePresent(url, onLost), url, startedByUs: true }
}

/** Null when no server runs, or when the one that ran had to be stopped. */
async function joinRunning(
  pgdata: string,
  port: number | null,
  log: Logger,
  onLost: () => void,
): Promise<{ presence: Presence; url: string } | null> {
  let silentSince = monotonicMs()
  for (const since = monotonicMs(); ; await sleep(50)) {
    const found = await findPostmaster(pgdata)
    if (!found) return null
    if (port !== null && found.port !== port) {
      throw new ClusterError('The database server has moved to another port: start this process again.')
    }
    const url = await clusterUrl(pgdata, found.port)
    try {
      return { presence: await bePresent(url, onLost), url }
    } catch (error) {
      const code = (error as { code?: string }).code ?? ''
      if (!isConnectionError(error) || code === TOO_MANY_CONNECTIONS) throw error
      // It answers that it is starting, recovering or stopping.
      if (code === CANNOT_CONNECT_NOW) silentSince = monotonicMs()
    }
    if (monotonicMs() - silentSince > SILENT_MS || monotonicMs() - since > RECOVERY_MS) {
      log.warn({ pid: found.pid }, 'a database server runs but does not answer; it is stopped')
      await stopPostmaster(pgdata)
      return null
    }
  }
}

/** The port of last time: keeping it lets pools of other processes find a restarted server. */
async function readPort(pgdata: string): Promise<number | null> {
  const port = Number.parseInt(await readFile(join(pgdata, PORT_FILE), 'utf8').catch(() => ''), 10)
  return Number.isInteger(port) ? port : null
}

async function writePort(pgdata: string, port: number, account: SystemAccount | null): Promise<void> {
  const path = join(pgdata, PORT_FILE)
  await writeFile(path, `${port}\n`)
  if (account) await chown(path, account.uid, account.gid)
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
