import { randomBytes } from 'node:crypto'
import { link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { monotonicMs } from '../../time.ts'
import { ClusterError } from './cluster-error.ts'
import { identityOf, isIdentityAlive } from './process-identity.ts'

const POLL_MS = 20
const FREE = 'free'

/**
 * Runs `work` while no other process (and no other caller in this one) holds the lock kept in `folder`.
 * A lock whose holder died is taken over. Throws ClusterError after `patienceMs`.
 *
 * The folder holds files named by rising numbers; the highest one is the lock. Its content is the holder,
 * or `free`. Taking it over means creating the next number, which only one contender can: unlike removing
 * a stale lock file, that cannot remove a fresh one by mistake.
 */
export async function withFileLock<T>(
  folder: string,
  work: () => Promise<T>,
  patienceMs = 120_000,
): Promise<T> {
  await mkdir(folder, { recursive: true })
  const draft = join(folder, `draft-${process.pid}-${randomBytes(4).toString('hex')}`)
  await writeFile(draft, await identityOf(process.pid))
  const held = await acquire(folder, draft, patienceMs)
  try {
    return await work()
  } finally {
    await writeFile(join(folder, String(held)), FREE)
  }
}

async function acquire(folder: string, draft: string, patienceMs: number): Promise<number> {
  try {
    return await contend(folder, draft, patienceMs)
  } finally {
    await rm(draft, { force: true })
  }
}

async function contend(folder: string, draft: string, patienceMs: number): Promise<number> {
  const deadline = monotonicMs() + patienceMs
  for (;;) {
    const top = await highest(folder)
    const holder = top === 0 ? FREE : await readFile(join(folder, String(top)), 'utf8').catch(() => null)
    if (holder !== null && (holder === FREE || !(await isIdentityAlive(holder)))) {
      if (await claim(folder, draft, top + 1)) return top + 1
    } else if (monotonicMs() > deadline) {
      throw new ClusterError(`Process ${holder?.split(' ', 1)[0]} has kept the lock ${folder} for too long.`)
    }
    await sleep(POLL_MS)
  }
}

async function claim(folder: string, draft: string, number: number): Promise<boolean> {
  const path = join(folder, String(number))
  try {
    await link(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
  // Our look at the folder may have been old: then a higher number exists by now and ours means nothing.
  if ((await highest(folder)) > number) {
    await rm(path, { force: true })
    return false
  }
  for (const lower of await numbers(folder)) {
    if (lower < number) await rm(join(folder, String(lower)), { force: true })
  }
  return true
}

async function highest(folder: string): Promise<number> {
  return Math.max(0, ...(await numbers(folder)))
}

async function numbers(folder: string): Promise<number[]> {
  return (await readdir(folder)).map(Number).filter(Number.isInteger)
}
