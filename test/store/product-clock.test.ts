import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { moveClock, parseClockMove, readOffset, startClock } from '../../src/store/product-clock.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'

const machine = () => new Date('2026-11-22T00:00:00Z')
const DAY = 86_400_000

describe('product time', () => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await createTestDatabase()
  })

  afterAll(() => database.close())

  test('a new database takes the start that is given, and keeps it on later starts', async () => {
    const { db } = database
    expect(await readOffset(db)).toBe(0)
    expect(await startClock(db, new Date('2026-11-21T00:00:00Z'), machine)).toBe(-DAY)
    expect(await startClock(db, new Date('2026-01-01T00:00:00Z'), machine)).toBe(-DAY)
    expect(await startClock(db, undefined, machine)).toBe(-DAY)
  })

  test('it moves forward, by a span or to an instant, and never back', async () => {
    const { db } = database
    const from = new Date('2026-11-21T00:00:00Z')
    const next = new Date('2026-11-22T00:00:00Z')
    expect(await moveClock(db, { byMs: DAY }, machine)).toEqual({ moved: true, from, to: next, offsetMs: 0 })
    const target = new Date('2027-03-09T01:00:00Z')
    expect(await moveClock(db, { to: target }, machine)).toMatchObject({ moved: true, to: target })
    expect(await moveClock(db, { to: next }, machine)).toEqual({
      moved: false,
      reason: 'backward',
      from: target,
      to: next,
    })
    expect(await readOffset(db)).toBe(target.getTime() - machine().getTime())
  })

  test('moved on a database whose clock was never started: from machine time', async () => {
    const fresh = await createTestDatabase()
    expect(await moveClock(fresh.db, { byMs: 1 }, machine)).toMatchObject({ from: machine(), offsetMs: 1 })
    await fresh.close()
  })

  test('moved by two at once: both spans count', async () => {
    const before = await readOffset(database.db)
    await Promise.all([1, 2].map(() => moveClock(database.db, { byMs: DAY }, machine)))
    expect(await readOffset(database.db)).toBe(before + 2 * DAY)
  })

  test.each([
    ['+1d', { byMs: DAY }],
    ['+30m', { byMs: 1_800_000 }],
    ['+2w', { byMs: 14 * DAY }],
    ['2026-03-09', { to: new Date('2026-03-08T17:00:00Z') }],
    ['2026-03-09T08:00', { to: new Date('2026-03-09T01:00:00Z') }],
    ['2026-03-09T08:00:00+07:00', { to: new Date('2026-03-09T01:00:00Z') }],
    ['2026-03-09T01:00:00.000Z', { to: new Date('2026-03-09T01:00:00Z') }],
    ['-1d', null],
    ['1d', null],
    ['2026-02-30', null],
    ['2026-02-30T08:00:00Z', null],
    ['2026-03-09T25:00', null],
    ['tomorrow', null],
    ['', null],
  ])('%s is read as %o', (text, expected) => {
    expect(parseClockMove(text)).toEqual(expected)
  })
})
