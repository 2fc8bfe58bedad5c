import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { ClusterError } from './cluster-error.ts'
import { programPath, type PostgresBinaries } from './postgres-binaries.ts'
import type { SystemAccount } from './system-account.ts'

export const SUPERUSER = 'postgres'
export const PASSWORD_FILE = 'superuser-password'

/**
 * Creates an empty cluster at `pgdata`: UTF-8, data checksums, text in code-point order with Unicode case
 * rules (a list for people sorts by the collation `vi-x-icu`), password in a 0600 file. It is made beside
 * and renamed, so that a process killed half way leaves nothing that looks like a cluster.
 */
export async function initialiseCluster(
  binaries: PostgresBinaries,
  pgdata: string,
  account: SystemAccount | null,
  durable: boolean,
): Promise<void> {
  const parent = dirname(pgdata)
  const prefix = `${basename(pgdata)}.init-`
  await removeLeftovers(parent, prefix)
  const workshop = join(parent, `${prefix}${process.pid}-${randomBytes(4).toString('hex')}`)
  const data = join(workshop, 'data')
  const password = join(workshop, 'password')
  await mkdir(workshop, { mode: 0o700 })
  try {
    await writeFile(password, randomBytes(24).toString('hex'), { mode: 0o600 })
    if (account) {
      await chown(password, account.uid, account.gid)
      await chown(workshop, account.uid, account.gid)
    }
    await runInitdb(programPath(binaries, 'initdb'), data, password, account, durable)
    await rename(password, join(data, PASSWORD_FILE))
    await rename(data, pgdata)
    if (durable) await syncFolder(parent)
  } finally {
    await rm(workshop, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** The environment of the server's programs: nothing of ours, above all no token and no secret. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' }
}

async function removeLeftovers(parent: string, prefix: string): Promise<void> {
  for (const name of await readdir(parent)) {
    if (name.startsWith(prefix)) await rm(join(parent, name), { recursive: true, force: true, maxRetries: 3 })
  }
}

async function runInitdb(
  program: string,
  data: string,
  password: string,
  account: SystemAccount | null,
  durable: boolean,
): Promise<void> {
  const args = [
    `--pgdata=${data}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${password}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
    ...(durable ? [] : ['--no-sync']),
  ]
  const child = spawn(program, args, {
    cwd: '/',
    env: serverEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(account && { uid: account.uid, gid: account.gid }),
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-1000)
  })
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      if (code === 0) resolve()
      else reject(new ClusterError(`initdb failed (${signal ?? code}): ${said.trim()}`))
    })
  })
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
