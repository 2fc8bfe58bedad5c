import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { parseConfig } from '../../src/config.ts'
import { freeLeasesOfTheDead, nameHolder } from '../../src/service/dead-holders.ts'
import { identityOf } from '../../src/store/cluster/process-identity.ts'
import { claimLease, listLeases } from '../../src/store/leases.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'

const SHARED = {
  DATABASE_URL: 'postgres://127.0.0.1/shared',
  APP_SECRET: 'a secret of tests, long enough to be one',
}
const own = parseConfig({}, { needTokens: false })
const shared = parseConfig(SHARED, { needTokens: false })

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(() => database.close())

/** The name that a process had which was killed since. */
async function nameOfTheDead(): Promise<string> {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  await once(child, 'spawn')
  const identity = await identityOf(child.pid!)
  child.kill('SIGKILL')
  await once(child, 'exit')
  return `killed ${identity}`
}

test('a database of our own: what a killed process held is free at once, what a living one holds is not', async () => {
  const { db } = database
  await claimLease(db, 'bot:1', await nameOfTheDead(), 60_000)
  await claimLease(db, 'bot:2', await nameHolder(own, 'alive'), 60_000)
  await claimLease(db, 'tick', 'by-its-address', 60_000)
  expect(await freeLeasesOfTheDead(own, db)).toBe(1)
  expect((await listLeases(db)).map(({ name }) => name)).toEqual(['bot:2', 'tick'])
})

test('a shared database: processes of other machines cannot be seen, so the leases end by themselves', async () => {
  const { db } = database
  await claimLease(db, 'bot:1', await nameOfTheDead(), 60_000)
  await claimLease(db, 'tick', await nameHolder(shared, 'replica'), 60_000)
  expect(await freeLeasesOfTheDead(shared, db)).toBe(0)
  expect(await listLeases(db)).toContainEqual({ name: 'tick', holder: 'replica', isOver: false })
})
