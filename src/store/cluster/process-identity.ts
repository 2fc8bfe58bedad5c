import { execFile } from 'node:child_process'
import { readFile, readlink } from 'node:fs/promises'
import { promisify } from 'node:util'

/**
 * A text that no other process shares, even one that later gets the same number: process id, start in
 * ticks since boot, and boot. Where the system does not tell (not Linux) it is the id alone.
 */
export async function identityOf(pid: number): Promise<string> {
  const [stat, boot] = await Promise.all([processStat(pid), readText('/proc/sys/kernel/random/boot_id')])
  return [pid, stat?.startedAt ?? '-', boot?.trim() || '-'].join(' ')
}

/** Whether the process that `identityOf` described still runs. */
export async function isIdentityAlive(identity: string): Promise<boolean> {
  const pid = Number(identity.split(' ', 1)[0])
  return (await isAlive(pid)) && (await identityOf(pid)) === identity
}

/** A zombie counts as dead: where nobody reaps orphans it would stay for ever. */
export async function isAlive(pid: number): Promise<boolean> {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return (await processStat(pid))?.state !== 'Z'
}

/** Whether `pid` is a Postgres server whose data lie in `pgdata`. */
export async function isPostmasterOf(pid: number, pgdata: string): Promise<boolean> {
  if (!(await isAlive(pid))) return false
  // The server changes into its data directory.
  if (process.platform === 'linux') return (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === pgdata
  const { stdout } = await promisify(execFile)('ps', ['-o', 'comm=', '-p', String(pid)])
  return stdout.includes('postgres')
}

async function processStat(pid: number): Promise<{ state: string; startedAt: string } | null> {
  const text = await readText(`/proc/${pid}/stat`)
  if (!text) return null
  // The second field is the program's name in brackets and may itself hold spaces and brackets.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return { state: fields[0] ?? '', startedAt: fields[19] ?? '' }
}

async function readText(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(() => null)
}
