import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../../src/store/database.ts'
import { ensureDatabase } from '../../src/store/ensure-database.ts'
import { migrateDatabase } from '../../src/store/migrate.ts'
import { createTestDatabase, databaseUrl } from '../support/test-database.ts'

describe('migrations', () => {
  let folder: string
  let url: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nhipquy-migrations-'))
    await mkdir(join(folder, 'meta'))
    await writeFile(join(folder, '0000_first.sql'), 'create table note (id integer primary key);')
    await writeFile(join(folder, '0001_second.sql'), 'insert into note values (1);')
    const entries = ['0000_first', '0001_second'].map((tag, idx) => ({
      idx,
      version: '7',
      when: 1_700_000_000_000 + idx,
      tag,
      breakpoints: true,
    }))
    const journal = { version: '7', dialect: 'postgresql', entries }
    await writeFile(join(folder, 'meta', '_journal.json'), JSON.stringify(journal))
    url = await ensureDatabase(databaseUrl('postgres'), 'migrated')
  })

  afterAll(async () => {
    await rm(folder, { recursive: true })
  })

  test('nine processes that start at once migrate a fresh database once', async () => {
    await Promise.all(Array.from({ length: 9 }, () => migrateDatabase(url, { migrationsFolder: folder })))
    const database = openDatabase(url, { max: 1 })
    expect(await database.sql`select id from note`).toHaveLength(1)
    // The cluster is shared with other tests: only the locks of this database are ours to count.
    const locks = await database.sql`
      select 1 from pg_locks l join pg_database d on d.oid = l.database
      where l.locktype = 'advisory' and d.datname = current_database()`
    expect(locks).toHaveLength(0)
    await database.close()
  })

  test('several processes create the same database: all get it', async () => {
    const admin = databaseUrl('postgres')
    const urls = await Promise.all([1, 2, 3].map(() => ensureDatabase(admin, 'created')))
    expect(new Set(urls)).toEqual(new Set([databaseUrl('created')]))
  })

  test('a folder without a journal is an error and leaves no lock behind', async () => {
    await expect(migrateDatabase(url, { migrationsFolder: join(folder, 'none') })).rejects.toThrow('journal')
    await migrateDatabase(url, { migrationsFolder: folder })
  })
})

test('what proves something cannot be changed: the database refuses it, table by table', async () => {
  const database = await createTestDatabase({ max: 1 })
  const rows = await database.sql<{ name: string }[]>`
    select t.tgrelid::regclass::text as name from pg_trigger t join pg_proc p on p.oid = t.tgfoid
    where p.proname in ('refuse_change', 'refuse_change_unless_erasing') order by 1`
  await database.close()
  expect(rows.map(({ name }) => name)).toEqual([
    'assignment_changes',
    'audit',
    'consents',
    'deed_progress',
    'deed_versions',
    'form_versions',
    'programme_versions',
    'reviews',
    'submission_versions',
    'unit_totals',
  ])
})
