import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { Command } from 'commander'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createOperator } from '../../src/cli/operator.ts'
import { registerCommands } from '../../src/cli/register-commands.ts'
import { parseConfig } from '../../src/config.ts'
import { ensureDatabase } from '../../src/store/ensure-database.ts'
import { databaseUrl } from '../support/test-database.ts'

const OLD = 'the secret of the old machine, long'
const NEW = 'the secret of the new machine, long'

let dir: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'nhipquy-operator-'))
  await chmod(dir, 0o711)
  await writeFile(join(dir, 'passphrase'), 'Mẫu Thị Lan đi chợ sớm\n')
  await writeFile(join(dir, 'short'), 'ngắn\n')
})
afterAll(() => rm(dir, { recursive: true }))

const freshDatabase = () => ensureDatabase(databaseUrl('postgres'), `cli_${randomBytes(5).toString('hex')}`)

/** One command as typed, in a process of its own as far as the database is concerned. */
async function run(url: string, secret: string, ...words: string[]) {
  const done = { code: 0, out: [] as string[], err: [] as string[] }
  const operator = createOperator(
    {
      print: (line) => done.out.push(line),
      problem: (line) => done.err.push(line),
      exitCode: (code) => {
        done.code = code
      },
      locale: 'en',
    },
    () =>
      parseConfig(
        { DATABASE_URL: url, APP_SECRET: secret, DATA_DIR: join(dir, 'data'), NODE_ENV: 'production' },
        { needTokens: false },
      ),
  )
  const program = new Command().exitOverride()
  registerCommands(program, operator)
  await program.parseAsync(words, { from: 'user' })
  return done
}

describe('an operator', () => {
  test('moves to a new machine with a file and its passphrase alone', async () => {
    const [old, fresh] = [await freshDatabase(), await freshDatabase()]
    const file = join(dir, 'move.nqb')
    const withWords = ['--passphrase-file', join(dir, 'passphrase')]
    const short = await run(old, OLD, 'backup', file, '--passphrase-file', join(dir, 'short'))
    expect([short.code, short.err]).toEqual([2, [expect.stringContaining('fewer than 12 characters')]])
    const written = await run(old, OLD, 'backup', file, ...withWords)
    expect(written.out).toEqual([
      expect.stringMatching(/^Backup written: .*move\.nqb \(\d+ KB\)\.$/),
      expect.stringContaining('opens with the passphrase, also on a new machine'),
    ])
    expect((await run(old, OLD, 'backup', file)).err).toEqual([expect.stringContaining('is there already')])

    const checked = await run(fresh, NEW, 'restore', file, '--check', ...withWords)
    expect(checked.out).toEqual([expect.stringMatching(/is sound: taken \d+:\d\d .*, \d+ rows\./)])

    const refused = await run(fresh, NEW, 'restore', file, ...withWords)
    const brought = join(dir, 'data', 'app-secret.restored')
    expect([refused.code, refused.err]).toEqual([1, [expect.stringContaining(brought)]])
    const secret = (await readFile(brought, 'utf8')).trim()
    expect(secret).toBe(OLD)

    const restored = await run(fresh, secret, 'restore', file, ...withWords)
    expect([restored.code, restored.err]).toEqual([0, []])
    expect(restored.out[0]).toMatch(/^Restored as of /)
    expect(restored.out[1]).toContain('Messages that were not sent: 0.')
    expect((await run(fresh, secret, 'restore', file, ...withWords)).err).toEqual([
      expect.stringContaining('The database holds something already'),
    ])
    const doctor = await run(fresh, secret, 'doctor')
    expect(doctor.out.join('\n')).toContain('✗ This database was restored from a backup of')
  })

  test('keeps to APP_SECRET without a passphrase; another secret, no file and no folder are told apart', async () => {
    const [old, fresh] = [await freshDatabase(), await freshDatabase()]
    const file = join(dir, 'secret.nqb')
    expect((await run(old, OLD, 'backup', file)).out[1]).toContain('opens only with the APP_SECRET')
    const other = await run(fresh, NEW, 'restore', file)
    expect([other.code, other.err]).toEqual([1, [expect.stringContaining('under another APP_SECRET')]])
    const missing = await run(fresh, OLD, 'restore', join(dir, 'none.nqb'))
    expect([missing.code, missing.err]).toEqual([1, [expect.stringContaining('There is no file')]])
    const nowhere = await run(old, OLD, 'backup', join(dir, 'none', 'x.nqb'))
    expect([nowhere.code, nowhere.err]).toEqual([1, [expect.stringContaining('Choose a folder that exists')]])
    expect((await run(fresh, OLD, 'restore', file)).code).toBe(0)
  })
})
