import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'dotenv'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { saveToEnvFile, setEnvLine } from '../../src/cli/env-file.ts'

test.each([
  ['an empty file', '', 'A=1\n'],
  ['a line of its own', '# mine\nB=2\n', '# mine\nB=2\nA=1\n'],
  ['a line that is there', 'B=2\nA=0\n# end', 'B=2\nA=1\n# end\n'],
  ['several of them: the last counts', 'A=0\nB=2\nexport A = 5\n', 'B=2\nA=1\n'],
  ['a longer name beside it', 'AA=0\nXA=3\n', 'AA=0\nXA=3\nA=1\n'],
  ['line ends of Windows', 'B=2\r\nA=\r\n', 'B=2\nA=1\n'],
])('%s', (_, before, after) => {
  expect(setEnvLine(before, 'A', '1')).toBe(after)
})

const ODD = ['a', ' ', '\\', 'n', '#', "'", '"', '`', '$', '=', ',', ';', ':', '/', 'ổ']

test('whatever is written is read back as it was, and other settings stay', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...ODD) }), (text) => {
      const value = text.trim()
      fc.pre(!(value.includes("'") && value.includes('`')))
      expect(parse(setEnvLine('KEEP="a b"\n', 'A', value))).toEqual({ KEEP: 'a b', A: value })
    }),
  )
})

test('the file can be read by its owner alone, also when it was open before', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'env-'))
  const file = join(folder, '.env')
  writeFileSync(file, 'KEEP=1\n', { mode: 0o644 })
  await saveToEnvFile(file, { A: '1', B: 'C:\\Sao lưu\\new' })
  expect(parse(readFileSync(file))).toEqual({ KEEP: '1', A: '1', B: 'C:\\Sao lưu\\new' })
  expect(statSync(file).mode & 0o777).toBe(0o600)
  rmSync(folder, { recursive: true })
})
