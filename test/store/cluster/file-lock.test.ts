import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { withFileLock } from '../../../src/store/cluster/file-lock.ts'
import { identityOf } from '../../../src/store/cluster/process-identity.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nhipquy-lock-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

async function tenAtOnce(): Promise<number> {
  let inside = 0
  let most = 0
  const work = async () => {
    inside += 1
    most = Math.max(most, inside)
    await sleep(3)
    inside -= 1
  }
  await Promise.all(Array.from({ length: 10 }, () => withFileLock(folder, work)))
  return most
}

test('ten callers at once enter one by one, and leave one file behind', async () => {
  expect(await tenAtOnce()).toBe(1)
  expect(await readdir(folder)).toHaveLength(1)
})

test('the holder was killed: ten contenders take over, one by one', async () => {
  await writeFile(join(folder, '7'), '999999999 - -')
  expect(await tenAtOnce()).toBe(1)
})

test('the number of the killed holder belongs to another process now: it is taken over', async () => {
  const other = (await identityOf(process.pid)).replace(/ \d+ /, ' 1 ')
  await writeFile(join(folder, '1'), other)
  expect(await withFileLock(folder, async () => 'inside', 1_000)).toBe('inside')
})

test('the holder lives: whoever waits too long is told its number', async () => {
  await writeFile(join(folder, '1'), await identityOf(process.pid))
  await expect(withFileLock(folder, async () => 'inside', 50)).rejects.toThrow(
    `Process ${process.pid} has kept`,
  )
})

test('what the work throws comes through, and the lock is free again', async () => {
  await mkdir(folder, { recursive: true })
  await expect(withFileLock(folder, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await withFileLock(folder, async () => 'inside')).toBe('inside')
})
