import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readOrCreateAppSecret } from '../../src/store/app-secret.ts'

let dataDir: string

beforeEach(async () => {
  dataDir = join(await mkdtemp(join(tmpdir(), 'nhipquy-secret-')), 'data')
})

afterEach(async () => {
  await rm(join(dataDir, '..'), { recursive: true })
})

test('the first start makes a secret that only its owner reads; later starts get the same one', async () => {
  const secret = await readOrCreateAppSecret(dataDir)
  expect(secret).toMatch(/^[\w-]{43}$/)
  expect((await stat(join(dataDir, 'app-secret'))).mode & 0o777).toBe(0o600)
  expect(await readOrCreateAppSecret(dataDir)).toBe(secret)
})

test('twenty starts at once get one secret and leave one file', async () => {
  const secrets = await Promise.all(Array.from({ length: 20 }, () => readOrCreateAppSecret(dataDir)))
  expect(new Set(secrets).size).toBe(1)
  expect(await readdir(dataDir)).toEqual(['app-secret'])
})

test('an emptied file is an error, never a new secret', async () => {
  await readOrCreateAppSecret(dataDir)
  await writeFile(join(dataDir, 'app-secret'), '')
  await expect(readOrCreateAppSecret(dataDir)).rejects.toThrow('bring back the file')
})
