import { spawn } from 'node:child_process'
import { constants } from 'node:fs'
import { chown, open, readFile, stat, truncate } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { monotonicMs } from '../../time.ts'
import { ClusterError } from './cluster-error.ts'
import { serverEnvironment } from './initialise-cluster.ts'
import { programPath, type PostgresBinaries } from './postgres-binaries.ts'
import { readPostmasterPid } from './postmaster-pid.ts'
import type { SystemAccount } from './system-account.ts'

export interface StartOptions {
  binaries: PostgresBinaries
  pgdata: string
  account: SystemAccount | null
  /** Only this port will do; without it, any free one. */
  port: number | null
  /** Tried first when any port will do. */
  preferredPort: number | null
  /** False switches fsync off: for tests. */
  durable: boolean
}

const ATTEMPTS = 40
const RECOVERY_MS = 300_000
const LOG_FILE = 'server.log'
const LOG_LIMIT = 1_000_000

// LOG and worse only, without statements and details: what members write must not reach this file.
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  jit: 'off',
}

/** Starts the server and waits until it answers. Gives its port. */
export async function startPostmaster(options: StartOptions): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    const preferred = attempt === 1 ? options.preferredPort : null
    const port = options.port ?? preferred ?? (await freePort())
    const failure = await tryStart(options, port)
    if (failure === null) return port
    // Another program took the port; or backends of a killed server need a moment to notice and leave.
    const passing = /could not bind|could not create any TCP|pre-existing shared memory/.test(failure)
    if (!passing || attempt === ATTEMPTS) throw new ClusterError(`Postgres does not start: ${failure}`)
    await sleep(250)
  }
}

/** Null when it runs, otherwise the end of its log. */
async function tryStart(options: StartOptions, port: number): Promise<string | null> {
  const { pgdata, account } = options
  const logPath = join(pgdata, LOG_FILE)
  const log = await openLog(logPath, account)
  const logStart = (await log.stat()).size
  const settings = { ...SETTINGS, ...(!options.durable && { fsync: 'off', synchronous_commit: 'off' }) }
  const args = ['-D', pgdata, '-p', String(port)]
  for (const [name, value] of Object.entries(settings)) args.push('-c', `${name}=${value}`)
  const child = spawn(programPath(options.binaries, 'postgres'), args, {
    cwd: '/',
    env: serverEnvironment(),
    stdio: ['ignore', log.fd, log.fd],
    // A session of its own: Ctrl-C in a terminal must not stop the database before the service has drained.
    detached: true,
    ...(account && { uid: account.uid, gid: account.gid }),
  })
  let ended: string | null = null
  child.once('error', (error) => {
    ended = error.message
  })
  child.once('exit', (code, signal) => {
    ended = `it ended at once (${signal ?? code})`
  })
  child.unref()
  await log.close()
  const deadline = monotonicMs() + RECOVERY_MS
  while (monotonicMs() < deadline) {
    if (ended !== null)
      return `${ended as string}; ${(await readFile(logPath, 'utf8')).slice(logStart).trim()}`
    const written = await readPostmasterPid(pgdata)
    if (written?.pid === child.pid && written?.status === 'ready') return null
    await sleep(5)
  }
  throw new ClusterError(`Postgres was not ready after ${RECOVERY_MS / 1000} seconds; see ${logPath}`)
}

async function openLog(path: string, account: SystemAccount | null) {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  )
  if (size > LOG_LIMIT) await truncate(path)
  const { O_APPEND, O_CREAT, O_WRONLY, O_NOFOLLOW } = constants
  const log = await open(path, O_APPEND | O_CREAT | O_WRONLY | O_NOFOLLOW, 0o600)
  if (account) await chown(path, account.uid, account.gid)
  return log
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  await new Promise((resolve) => {
    server.close(resolve)
  })
  if (address === null || typeof address === 'string') throw new ClusterError('There is no free port.')
  return address.port
}
