import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { silentLogger } from '../../src/log.ts'
import { takeLease } from '../../src/service/hold-lease.ts'
import { claimLease, listLeases, releaseLease } from '../../src/store/leases.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(() => database.close())

test('a lease has one holder until it ends or is given back', async () => {
  const { db } = database
  expect(await claimLease(db, 'bot:1', 'a', 60_000)).toBe(true)
  expect(await claimLease(db, 'bot:1', 'a', 60_000)).toBe(true)
  expect(await claimLease(db, 'bot:1', 'b', 60_000)).toBe(false)
  await releaseLease(db, 'bot:1', 'b')
  expect(await claimLease(db, 'bot:1', 'b', 60_000)).toBe(false)
  await releaseLease(db, 'bot:1', 'a')
  expect(await claimLease(db, 'bot:1', 'b', 30)).toBe(true)
  await delay(60)
  expect(await listLeases(db)).toEqual([{ name: 'bot:1', holder: 'b', isOver: true }])
  expect(await claimLease(db, 'bot:1', 'a', 60_000)).toBe(true)
})

test('of many who ask at once one gets it', async () => {
  const asked = Array.from({ length: 8 }, (_, index) => claimLease(database.db, 'tick', `r${index}`, 60_000))
  expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(1)
})

test('who finds the lease taken over stops at once', async () => {
  const { db } = database
  const request = { db, name: 'bot:1', log: silentLogger() }
  const held = (await takeLease({ ...request, holder: 'a' }))!
  expect(held.isHeld()).toBe(true)
  expect(await takeLease({ ...request, holder: 'b' })).toBeNull()
  await releaseLease(db, 'bot:1', 'a')
  expect(await claimLease(db, 'bot:1', 'b', 60_000)).toBe(true)
  await new Promise((resolve) => {
    held.lost.addEventListener('abort', resolve, { once: true })
  })
  expect(held.isHeld()).toBe(false)
  await held.release()
  expect(await listLeases(db)).toMatchObject([{ holder: 'b', isOver: false }])
})
