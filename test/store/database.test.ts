import { sql as statement } from 'drizzle-orm'
import { bigint, date, jsonb, pgTable, timestamp } from 'drizzle-orm/pg-core'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isConnectionError } from '../../src/store/connection-lost.ts'
import { openDatabase } from '../../src/store/database.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'

const thing = pgTable('thing', {
  at: timestamp({ withTimezone: true }),
  day: date(),
  data: jsonb(),
  size: bigint({ mode: 'number' }),
})

describe('database', () => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await createTestDatabase()
    await database.sql`create table thing (at timestamptz, day date, data jsonb, size bigint)`
  })

  afterAll(() => database.close())

  test('raw SQL and Drizzle both take dates and objects, and Drizzle gives them back', async () => {
    const { db, sql } = database
    const row = { at: new Date('2026-03-09T01:00:00Z'), day: '2026-03-09', data: { a: [1] }, size: 2 ** 40 }
    await db.insert(thing).values(row)
    await sql`insert into thing values (${row.at}, ${row.day}, ${sql.json(row.data)}, ${row.size})`
    await db.execute(statement`insert into thing (at, day) values (${row.at.toISOString()}, ${row.day})`)
    expect(await db.select().from(thing)).toEqual([row, row, { ...row, data: null, size: null }])
    expect(await sql`select count(*)::int as n from thing where at = ${row.at}`).toEqual([{ n: 3 }])
  })

  test('a transaction that throws leaves nothing', async () => {
    await expect(
      database.db.transaction(async (tx) => {
        await tx.delete(thing)
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    expect(await database.db.select().from(thing)).not.toHaveLength(0)
  })

  test('Vietnamese names sort by the Vietnamese collation', async () => {
    const rows = await database.sql<{ name: string }[]>`
      select name from unnest(${['Đào', 'Ân', 'An', 'Dũng', 'Ánh', 'Bình', 'Anh']}::text[]) as name
      order by name collate "vi-x-icu"`
    expect(rows.map(({ name }) => name)).toEqual(['An', 'Anh', 'Ánh', 'Ân', 'Bình', 'Dũng', 'Đào'])
    expect(await database.sql`select lower('ĐẢNG') as small`).toEqual([{ small: 'đảng' }])
  })

  test('a test database is its own', async () => {
    const other = await createTestDatabase()
    expect(await other.sql`select to_regclass('thing') as found`).toEqual([{ found: null }])
    await other.close()
  })
})

describe('a lost connection', () => {
  test('nobody listens: it is told from a mistake in a query', async () => {
    const closed = openDatabase('postgres://nobody@127.0.0.1:1/none')
    const failure = await closed.db.execute(statement`select 1`).catch((error: unknown) => error)
    expect(isConnectionError(failure)).toBe(true)
    const database = await createTestDatabase()
    const mistake = await database.db.execute(statement`select wrong`).catch((error: unknown) => error)
    expect(mistake).toBeInstanceOf(Error)
    expect(isConnectionError(mistake)).toBe(false)
    await database.close()
  })

  test('the server ends the session: so it is, and the pool connects again', async () => {
    const database = await createTestDatabase({ max: 1 })
    const other = openDatabase(database.url, { max: 1 })
    const [row] = await database.sql<{ pid: number }[]>`select pg_backend_pid() as pid`
    const waiting = database.sql`select pg_sleep(10)`.catch((error: unknown) => error)
    await other.sql`select pg_terminate_backend(${row!.pid})`
    await other.close()
    const failure = await waiting
    expect(isConnectionError(failure)).toBe(true)
    let rows: unknown[] = []
    for (let attempt = 0; attempt < 50 && rows.length === 0; attempt += 1) {
      rows = await database.sql`select 1 as one`.catch((error: unknown) => {
        expect(isConnectionError(error)).toBe(true)
        return []
      })
    }
    expect(rows).toEqual([{ one: 1 }])
    await database.close()
  })

  test('only missing sockets count, not missing files', () => {
    expect(isConnectionError(Object.assign(new Error(), { code: 'ENOENT', syscall: 'open' }))).toBe(false)
    expect(isConnectionError(Object.assign(new Error(), { code: 'ENOENT', syscall: 'connect' }))).toBe(true)
    expect(
      isConnectionError(new AggregateError([Object.assign(new Error(), { code: 'ECONNREFUSED' })])),
    ).toBe(true)
    expect(isConnectionError('text')).toBe(false)
    expect(isConnectionError(new postgres.PostgresError('duplicate'))).toBe(false)
  })
})
