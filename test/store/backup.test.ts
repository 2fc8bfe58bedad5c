import { randomBytes } from 'node:crypto'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBackup, verifyBackup } from '../../src/store/backup/read-backup.ts'
import { restoreBackup } from '../../src/store/backup/restore-backup.ts'
import { writeBackup } from '../../src/store/backup/write-backup.ts'
import { openDatabase } from '../../src/store/database.ts'
import { ensureDatabase } from '../../src/store/ensure-database.ts'
import { migrateDatabase, migrationsFolder } from '../../src/store/migrate.ts'
import { createVault } from '../../src/store/vault.ts'
import { filePledge, startCommune } from '../support/commune.ts'
import { createTestDatabase, databaseUrl, type TestDatabase } from '../support/test-database.ts'

const SECRET = 'a secret of tests, long enough to be one'
const PASSPHRASE = 'Mẫu Thị Lan đi chợ sớm'
const vault = createVault(SECRET)
const takenAt = new Date('2026-03-02T02:00:00Z')
const machineNow = new Date('2026-03-03T01:00:00Z')
const restoring = { machineNow, newId: uuidv7 }

let dir: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'nhipquy-backup-'))
})
afterAll(() => rm(dir, { recursive: true }))

const request = (url: string, passphrase?: string) => ({
  url,
  vault,
  takenAt,
  randomBytes,
  appSecret: SECRET,
  ...(passphrase !== undefined && { passphrase }),
})

/** Rows of every table, as text and sorted, by table. */
async function contentOf(database: Pick<TestDatabase, 'sql'>): Promise<Record<string, string[]>> {
  const { sql } = database
  const tables = await sql<{ name: string }[]>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`
  const content: Record<string, string[]> = {}
  for (const { name } of tables) {
    const rows = await sql.unsafe<{ row: string }[]>(`select t::text as row from "${name}" t order by 1`)
    content[name] = rows.map(({ row }) => row)
  }
  return content
}

/** The migrations of the first release: without what came later. */
async function firstMigrations(count: number): Promise<string> {
  const folder = await mkdtemp(join(dir, 'migrations-'))
  await mkdir(join(folder, 'meta'))
  const journal = JSON.parse(await readFile(join(migrationsFolder(), 'meta/_journal.json'), 'utf8')) as {
    entries: { tag: string }[]
  }
  journal.entries = journal.entries.slice(0, count)
  for (const { tag } of journal.entries)
    await copyFile(join(migrationsFolder(), `${tag}.sql`), join(folder, `${tag}.sql`))
  await writeFile(join(folder, 'meta/_journal.json'), JSON.stringify(journal))
  return folder
}

describe('a backup and its restore', () => {
  test('everything comes back as it was, what was not sent is held, and work goes on', async () => {
    const commune = await startCommune({ now: '2026-03-02 09:00' })
    const { app } = commune
    const an = await commune.telegram('THON1', 'T01')
    await filePledge(an)
    await app.database.sql`
      update outbox set state = 'queued' where id in (select id from outbox where state = 'sent' order by seq limit 2)`
    const file = join(dir, 'everything.nqb')
    const { bytes } = await writeBackup(file, request(app.database.url))
    expect((await stat(file)).size).toBe(bytes)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect((await readFile(file)).includes('Gọn gàng')).toBe(false)
    expect((await readdir(dir)).filter((name) => name.includes('.part-'))).toEqual([])

    const target = await createTestDatabase()
    const restored = await restoreBackup(target.url, await openBackup(file, { vault }), restoring)
    expect(restored.held).toBe(2)
    const [before, after] = [await contentOf(app.database), await contentOf(target)]
    const { outbox: sentBefore, ...restBefore } = before
    const { outbox: sentAfter, restores, ...restAfter } = after
    expect({ ...restAfter, leases: [] }).toEqual({ ...restBefore, restores: undefined, leases: [] })
    expect(restores).toHaveLength(1)
    expect(sentAfter).toHaveLength(sentBefore!.length)
    const states = await target.sql`select state, count(*)::int as count from outbox group by 1 order by 1`
    expect(states).toContainEqual({ state: 'held', count: 2 })
    expect(states.map(({ state }) => state)).not.toContain('queued')
    const [next] =
      await target.sql`select nextval('outbox_seq_seq')::int as next, max(seq)::int as last from outbox`
    expect(next!.next).toBeGreaterThan(next!.last)
    await expect(target.sql`delete from audit`).rejects.toThrow('append-only')

    await target.close()
    await app.close()
  })
})

describe('a backup that cannot be used', () => {
  let source: TestDatabase
  let file: string
  let sealedByWords: string

  beforeAll(async () => {
    source = await createTestDatabase()
    await source.sql`insert into vault_keys values (${vault.keyId}, ${takenAt})`
    file = join(dir, 'small.nqb')
    sealedByWords = join(dir, 'words.nqb')
    await writeBackup(file, request(source.url))
    await writeBackup(sealedByWords, request(source.url, PASSPHRASE))
  })
  afterAll(() => source.close())

  test('another APP_SECRET, no passphrase, a wrong one: each is told apart', async () => {
    const other = createVault('another secret, also long enough to be one')
    await expect(openBackup(file, { vault: other })).rejects.toMatchObject({ fault: 'wrong-key' })
    await expect(openBackup(file, { vault: null })).rejects.toMatchObject({ fault: 'wrong-key' })
    await expect(openBackup(sealedByWords, { vault })).rejects.toMatchObject({ fault: 'needs-passphrase' })
    const wrong = openBackup(sealedByWords, { vault, passphrase: `${PASSPHRASE}!` })
    await expect(wrong).rejects.toMatchObject({ fault: 'wrong-passphrase' })
  })

  test('with the passphrase it opens without the secret, brings it along, however its letters are composed', async () => {
    const opened = await openBackup(sealedByWords, {
      vault: null,
      passphrase: `${PASSPHRASE.normalize('NFD')} `,
    })
    expect((await verifyBackup(opened)).manifest.appSecret).toBe(SECRET)
    const withSecret = await openBackup(file, { vault })
    expect((await verifyBackup(withSecret)).manifest.appSecret).toBeUndefined()
  })

  test('what is no backup, is cut off or changed is refused before anything is written', async () => {
    const bytes = await readFile(file)
    const spoiled: [string, Buffer][] = [
      ['not-a-backup', Buffer.from('PK whatever')],
      ['not-a-backup', Buffer.alloc(0)],
      ['newer-format', Buffer.from('nhipquy-backup 2\n{}\n')],
      ['damaged', Buffer.from('nhipquy-backup 1\n{}\n')],
      ['damaged', bytes.subarray(0, bytes.length - 1)],
      ['damaged', bytes.subarray(0, 250)],
      ['damaged', Buffer.concat([bytes, Buffer.from('more')])],
      ['damaged', Buffer.from(bytes.toString('latin1').replace('2026-03-02', '2025-03-02'), 'latin1')],
    ]
    const target = await createTestDatabase()
    const path = join(dir, 'spoiled.nqb')
    for (const [fault, content] of spoiled) {
      await writeFile(path, content)
      const restored = (async () => restoreBackup(target.url, await openBackup(path, { vault }), restoring))()
      await expect(restored, fault).rejects.toMatchObject({ fault })
    }
    expect(await target.sql`select 1 from vault_keys`).toHaveLength(0)
    await target.close()
  })

  test('a database with something in it, or with a service on it, is left alone', async () => {
    const backup = await openBackup(file, { vault })
    const target = await createTestDatabase()
    await target.sql`insert into trees values (${uuidv7()}, 'XA', ${takenAt})`
    const full = restoreBackup(target.url, backup, restoring)
    await expect(full).rejects.toMatchObject({ fault: 'not-empty' })
    expect(await target.sql`select code from trees`).toEqual([{ code: 'XA' }])
    await target.sql`delete from trees`
    const service = openDatabase(target.url, { name: 'nhipquy service', max: 1 })
    await service.sql`select 1`
    await expect(restoreBackup(target.url, backup, restoring)).rejects.toMatchObject({ fault: 'in-use' })
    await service.close()
    await target.close()
  })

  test('a folder that cannot be written to: no file, no part of one, no connection left', async () => {
    await source.sql`insert into planned select 'k' || n || repeat('x', 3000), now() from generate_series(1, 3000) n`
    await expect(writeBackup('/dev/full/x.nqb', request(source.url))).rejects.toThrow('/dev/full')
    const left = () => source.sql`select 1 from pg_stat_activity where application_name = 'backup'
      and datname = current_database()`
    await expect.poll(left, { timeout: 10_000 }).toHaveLength(0)
    const large = join(dir, 'large.nqb')
    await writeBackup(large, request(source.url))
    expect((await verifyBackup(await openBackup(large, { vault }))).rows).toBeGreaterThan(3000)
  })

  test('a file of that name is not replaced', async () => {
    const before = await readFile(file)
    await expect(writeBackup(file, request(source.url))).rejects.toMatchObject({ fault: 'exists' })
    expect((await readFile(file)).equals(before)).toBe(true)
  })
})

describe('between releases', () => {
  test('a backup from before a migration is restored on the newer release', async () => {
    const old = await firstMigrations(2)
    const url = await ensureDatabase(databaseUrl('postgres'), `old_${randomBytes(4).toString('hex')}`)
    await migrateDatabase(url, { migrationsFolder: old })
    const source = openDatabase(url, { max: 2 })
    const [tree, bot, chat, message] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()]
    await source.sql`insert into trees values (${tree}, 'XA', ${takenAt})`
    await source.sql`insert into bots (id, channel, external_id, display_name, handle, state, created_at)
      values (${bot}, 'telegram', '1', 'Bot', 'bot', 'active', ${takenAt})`
    await source.sql`insert into chats (id, bot_id, external_id, kind, created_at)
      values (${chat}, ${bot}, '5', 'private', ${takenAt})`
    await source.sql`insert into outbox (id, bot_id, chat_id, operation, class, key, topic, state, due_at, created_at)
      values (${message}, ${bot}, ${chat}, 'text', 'scheduled', 'k', 'nudge', 'sending', ${takenAt}, ${takenAt})`
    const file = join(dir, 'old.nqb')
    await writeBackup(file, request(url))
    await source.close()

    const target = await ensureDatabase(databaseUrl('postgres'), `new_${randomBytes(4).toString('hex')}`)
    await restoreBackup(target, await openBackup(file, { vault }), restoring)
    const opened = openDatabase(target, { max: 1 })
    expect(await opened.sql`select code from trees`).toEqual([{ code: 'XA' }])
    expect(await opened.sql`select state, was_uncertain from outbox`).toEqual([
      { state: 'held', was_uncertain: true },
    ])
    expect(await opened.sql`select decided_at from restores`).toEqual([{ decided_at: null }])
    const [done] = await opened.sql`select count(*)::int as applied from drizzle.__drizzle_migrations`
    await opened.close()
    const all = JSON.parse(await readFile(join(migrationsFolder(), 'meta/_journal.json'), 'utf8')) as {
      entries: unknown[]
    }
    expect(done!['applied']).toBe(all.entries.length)
    await migrateDatabase(target)
  })

  test('a backup of a newer release is refused by an older one', async () => {
    const source = await createTestDatabase()
    const file = join(dir, 'newer.nqb')
    await writeBackup(file, request(source.url))
    await source.close()
    const target = await ensureDatabase(databaseUrl('postgres'), `older_${randomBytes(4).toString('hex')}`)
    const restored = restoreBackup(target, await openBackup(file, { vault }), {
      ...restoring,
      migrationsFolder: await firstMigrations(2),
    })
    await expect(restored).rejects.toMatchObject({ fault: 'newer-release' })
  })
})
