import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { ConfigError, isLoopbackUrl, loadEnvironment, parseConfig } from '../src/config.ts'

const TOKEN = '1001:PLAYGROUND-aaaaaaaaaaaaaaaaaaaa'
const SECRET = 's'.repeat(32)

function problems(environment: Record<string, string>, options = {}): string[] {
  try {
    parseConfig(environment, options)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}

describe('settings', () => {
  test('nothing is set: the playground, with every default', () => {
    expect(parseConfig({})).toEqual({
      tokens: { telegram: [], zalo: [] },
      apiRoots: { telegram: 'https://api.telegram.org', zalo: 'https://bot-api.zaloplatforms.com' },
      port: 8080,
      dataDir: './data',
      backupKeep: 14,
      logLevel: 'info',
      production: false,
      playground: true,
    })
  })

  test('everything is set: every value in its type', () => {
    const config = parseConfig({
      DATABASE_URL: 'postgres://someone:word@db.example.vn/nhipquy',
      TELEGRAM_BOT_TOKEN: ` ${TOKEN} , 1002:b,${TOKEN},`,
      ZALO_BOT_TOKEN: '2001:c',
      TELEGRAM_API_ROOT: 'http://127.0.0.1:9001/',
      ZALO_API_ROOT: 'http://localhost:9002',
      PUBLIC_URL: 'https://bot.example.vn/',
      PORT: '3000',
      DATA_DIR: '/srv/data',
      APP_SECRET: SECRET,
      RETENTION_DAYS: '7',
      BACKUP_DIR: '/mnt/backups',
      BACKUP_KEEP: '30',
      BACKUP_PASSPHRASE: 'twelve or more characters',
      LOG_LEVEL: 'debug',
      CLOCK_START: '2026-03-01T08:00:00+07:00',
      NODE_ENV: 'production',
      UNRELATED: 'x',
    })
    expect(config).toEqual({
      databaseUrl: 'postgres://someone:word@db.example.vn/nhipquy',
      tokens: { telegram: [TOKEN, '1002:b'], zalo: ['2001:c'] },
      apiRoots: { telegram: 'http://127.0.0.1:9001', zalo: 'http://localhost:9002' },
      publicUrl: 'https://bot.example.vn',
      port: 3000,
      dataDir: '/srv/data',
      appSecret: SECRET,
      retentionDays: 7,
      backupDir: '/mnt/backups',
      backupKeep: 30,
      backupPassphrase: 'twelve or more characters',
      logLevel: 'debug',
      clockStart: new Date('2026-03-01T01:00:00Z'),
      production: true,
      playground: false,
    })
  })

  test('many mistakes: all are named at once, and no value is shown', () => {
    const wrong = {
      DATABASE_URL: 'mysql://canary',
      TELEGRAM_BOT_TOKEN: 'canary one',
      TELEGRAM_API_ROOT: 'http://canary.example.vn',
      PUBLIC_URL: 'canary',
      PORT: '65536',
      APP_SECRET: 'canary',
      RETENTION_DAYS: '1.5',
      LOG_LEVEL: 'canary',
      CLOCK_START: 'canary',
    }
    const found = problems(wrong)
    for (const name of Object.keys(wrong)) {
      expect(found.filter((problem) => problem.startsWith(`${name} `))).toHaveLength(1)
    }
    expect(found.join()).not.toContain('canary')
    expect(new ConfigError(found).message).toContain('  PORT must be a whole number from 1 to 65535')
  })

  test('empty counts as unset', () => {
    expect(parseConfig({ TELEGRAM_BOT_TOKEN: '', DATABASE_URL: ' ', PORT: '', APP_SECRET: '' })).toEqual(
      parseConfig({}),
    )
  })

  const cases: [string, Record<string, string>, string[]][] = [
    [
      'a database without a secret',
      { DATABASE_URL: 'postgres://h/d', ZALO_BOT_TOKEN: TOKEN },
      ['APP_SECRET'],
    ],
    [
      'a database without a token',
      { DATABASE_URL: 'postgres://h/d', APP_SECRET: SECRET },
      ['TELEGRAM_BOT_TOKEN'],
    ],
    ['production without a token', { NODE_ENV: 'production' }, ['TELEGRAM_BOT_TOKEN']],
    ['one token is enough', { NODE_ENV: 'production', ZALO_BOT_TOKEN: TOKEN }, []],
    [
      'a mistake and a missing secret',
      { DATABASE_URL: 'postgres://h/d', ZALO_BOT_TOKEN: TOKEN, PORT: 'x' },
      ['PORT', 'APP_SECRET'],
    ],
    [
      'a clock on the real platforms',
      { TELEGRAM_BOT_TOKEN: TOKEN, CLOCK_START: '2026-03-01T08:00:00Z' },
      ['CLOCK_START'],
    ],
    [
      'a clock with one real platform',
      {
        TELEGRAM_BOT_TOKEN: TOKEN,
        TELEGRAM_API_ROOT: 'http://127.0.0.1:9',
        ZALO_BOT_TOKEN: TOKEN,
        CLOCK_START: '2026-03-01T08:00:00Z',
      },
      ['CLOCK_START'],
    ],
    ['a clock in the playground', { CLOCK_START: '2026-03-01T08:00:00Z' }, []],
    ['a clock without a zone, as for `clock set`', { CLOCK_START: '2026-03-01T08:00' }, []],
    ['a clock on a day alone', { CLOCK_START: '2026-03-01' }, []],
    ['a clock on a day that does not exist', { CLOCK_START: '2026-02-30' }, ['CLOCK_START']],
    [
      'a clock on a database of which nobody knows the bots',
      { DATABASE_URL: 'postgres://h/d', APP_SECRET: SECRET, CLOCK_START: '2026-03-01' },
      ['CLOCK_START', 'TELEGRAM_BOT_TOKEN'],
    ],
    [
      'a clock where only the channel with a bot is played by this machine',
      { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: 'http://127.0.0.1:9', CLOCK_START: '2026-03-01' },
      [],
    ],
    ['a public address without https', { PUBLIC_URL: 'http://bot.example.vn' }, ['PUBLIC_URL']],
    ['a public address on this machine', { PUBLIC_URL: 'http://127.0.0.1:8080' }, []],
  ]
  test.each(cases)('%s', (_, environment, names) => {
    expect(problems(environment).map((problem) => problem.split(' ')[0])).toEqual(names)
  })

  test('commands that talk to no platform need no token', () => {
    expect(problems({ DATABASE_URL: 'postgres://h/d', APP_SECRET: SECRET }, { needTokens: false })).toEqual(
      [],
    )
  })

  test.each([
    ['http://localhost:1/x', true],
    ['https://127.9.9.9', true],
    ['http://[::1]:80', true],
    ['http://127.0.0.1.example.vn', false],
    ['http://localhost.example.vn', false],
    ['http://10.0.0.1', false],
    ['127.0.0.1', false],
  ])('%s leads to this machine: %s', (url, expected) => {
    expect(isLoopbackUrl(url)).toBe(expected)
  })
})

describe('the file .env', () => {
  const before = process.cwd()
  const folder = mkdtempSync(join(tmpdir(), 'nhipquy-env-'))

  afterEach(() => {
    process.chdir(before)
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true })
  })

  test('it completes the environment and never overrides it; an empty variable counts as unset', () => {
    process.chdir(folder)
    writeFileSync('.env', 'PORT=1\nRETENTION_DAYS=2\nLOG_LEVEL=warn\n')
    vi.stubEnv('PORT', '3')
    vi.stubEnv('LOG_LEVEL', '')
    expect(loadEnvironment()).toMatchObject({ PORT: '3', RETENTION_DAYS: '2', LOG_LEVEL: 'warn' })
    rmSync('.env')
    expect(loadEnvironment()).toMatchObject({ PORT: '3' })
    expect(loadEnvironment()).not.toHaveProperty('RETENTION_DAYS')
  })
})
