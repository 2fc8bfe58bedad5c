import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { cruiseSource } from './cruise-source.ts'

const PLANTED = new URL('../../src/domain/planted-violation/', import.meta.url).pathname

afterEach(() => rmSync(PLANTED, { recursive: true, force: true }))

test('every module of src is read, and every import goes the right way', () => {
  const { read, expected, violations } = cruiseSource()
  expect(read).toBeGreaterThanOrEqual(expected)
  expect(read).toBeGreaterThan(10)
  expect(violations).toEqual([])
})

test('a rule that imports the database is caught', () => {
  mkdirSync(PLANTED, { recursive: true })
  writeFileSync(`${PLANTED}planted.ts`, "import postgres from 'postgres'\nexport const planted = postgres\n")
  const { violations } = cruiseSource()
  expect(violations.join('\n')).toContain('domain-is-pure: src/domain/planted-violation/planted.ts')
  expect(violations.join('\n')).toContain('sql-stays-in-store: src/domain/planted-violation/planted.ts')
})
