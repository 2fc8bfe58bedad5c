import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { migrationsFolder } from '../../src/store/migrate.ts'

interface Journal {
  entries: { idx: number; when: number; tag: string }[]
}

const folder = migrationsFolder()
const { entries } = JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')) as Journal

// The migrator runs what is newer than the last one it ran: an older time would be left out for ever.
test('the times of the migrations strictly rise', () => {
  const times = entries.map(({ when }) => when)
  expect(times.length).toBeGreaterThan(0)
  expect(times).toEqual([...new Set(times)].sort((a, b) => a - b))
})

test('the journal names every file, in the order of their numbers', () => {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  expect(entries.map(({ tag }) => `${tag}.sql`)).toEqual(files)
  expect(entries.map(({ idx }) => idx)).toEqual(entries.map((_, index) => index))
})

test('migrations only add: the previous release runs beside the next', () => {
  for (const { tag } of entries) {
    const text = readFileSync(join(folder, `${tag}.sql`), 'utf8')
    expect(text).not.toMatch(/\b(drop (table|column|type)|rename (to|column)|set data type|set not null)\b/i)
  }
})
