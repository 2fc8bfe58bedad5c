import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { sourceFiles } from './source-files.ts'

const files = sourceFiles()

/** Leases are kept in database time, so that replicas with wrong clocks agree. */
const LEASE_FILES = ['src/store/leases.ts']

function offending(pattern: RegExp, allowed: readonly string[] = []): string[] {
  return files
    .filter(({ path, code }) => !allowed.includes(path) && pattern.test(code))
    .map(({ path }) => path)
}

test('the source is there to be read', () => {
  expect(files.length).toBeGreaterThan(100)
})

test('the machine clock is read in time.ts alone', () => {
  const machine = /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b|\bprocess\.hrtime\b/
  expect(offending(machine, ['src/time.ts'])).toEqual([])
})

test('SQL asks for the time in lease code alone', () => {
  const sqlTime =
    /sql(?:<[^`]*>)?`[^`]*(?:\bnow\(\)|\bcurrent_timestamp\b|\bclock_timestamp\(|\btransaction_timestamp\(|\blocaltimestamp\b)/i
  expect(offending(sqlTime, LEASE_FILES)).toEqual([])
  expect(offending(/default(?:Now|Random)\(/, [])).toEqual([])
})

test('the environment is read where settings are read', () => {
  expect(offending(/\bprocess\.env\b/, ['src/config.ts', 'src/store/cluster/initialise-cluster.ts'])).toEqual(
    [],
  )
})

test('nothing outside a channel asks which channel it is', () => {
  const asks = /(?:===?|!==?|case)\s*'(?:telegram|zalo)'/
  const edge = files.filter(({ path }) =>
    /^src\/(?:channels|playground|cli|service)\/|^src\/(?:config|main|cli)\.ts/.test(path),
  )
  expect(
    offending(
      asks,
      edge.map(({ path }) => path),
    ),
  ).toEqual([])
})

test('files are kebab-case and say what they are for', () => {
  for (const { path } of files) {
    const name = basename(basename(path, '.ts'), '.d')
    expect(name, path).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
    expect(name, path).not.toMatch(/^(?:utils?|helpers?|common|manager|service|misc|types|lib)$/)
  }
})

test('no file grows beyond what one reads at a sitting', () => {
  const long = files.filter(({ text }) => text.split('\n').length > 320).map(({ path }) => path)
  expect(long).toEqual([])
})
