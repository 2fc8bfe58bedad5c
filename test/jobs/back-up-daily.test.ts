import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { backUpDaily } from '../../src/jobs/back-up-daily.ts'
import { findLastBackups } from '../../src/store/backups.ts'
import { startTestApp, type TestApp } from '../support/start-test-app.ts'

let app: TestApp
let dir: string

beforeAll(async () => {
  app = await startTestApp({ now: '2026-03-02T01:00+07:00' })
  dir = await mkdtemp(join(tmpdir(), 'nhipquy-nightly-'))
})
afterAll(async () => {
  await app.close()
  await rm(dir, { recursive: true })
})

const write = async (file: string) => {
  await writeFile(file, 'as a backup', { flag: 'wx' })
  return { bytes: 11 }
}
const full = () => Promise.reject(Object.assign(new Error('no space'), { code: 'ENOSPC' }))
const at = (when: string, does: typeof write = write) => {
  app.clock.set(when)
  return backUpDaily(app.parts, { dir, keep: 3, write: does })
}

test('one a day after two in the night; a failed one again after an hour; three are kept, other files stay', async () => {
  await writeFile(join(dir, 'of-the-office.txt'), 'not ours')
  expect(await at('2026-03-02T01:59+07:00')).toBeNull()
  expect(await at('2026-03-02T02:00+07:00')).toBe('nhipquy-2026-03-02-0200.nqb')
  expect(await at('2026-03-02T02:10+07:00')).toBeNull()
  expect(await at('2026-03-02T23:00+07:00')).toBeNull()

  await expect(at('2026-03-03T02:00+07:00', full)).rejects.toThrow('no space')
  expect(await at('2026-03-03T02:30+07:00')).toBeNull()
  expect((await findLastBackups(app.database.db)).last?.errorCode).toBe('ENOSPC')
  expect(await at('2026-03-03T03:00+07:00')).toBe('nhipquy-2026-03-03-0300.nqb')
  expect((await findLastBackups(app.database.db)).last?.errorCode).toBeNull()

  for (const day of ['04', '05']) await at(`2026-03-${day}T07:15+07:00`)
  expect((await readdir(dir)).sort()).toEqual([
    'nhipquy-2026-03-03-0300.nqb',
    'nhipquy-2026-03-04-0715.nqb',
    'nhipquy-2026-03-05-0715.nqb',
    'of-the-office.txt',
  ])
})
