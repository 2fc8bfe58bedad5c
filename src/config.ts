import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'dotenv'
import { z } from 'zod'
import { LOG_LEVELS, type LogLevel } from './log.ts'
import { parseInstant } from './time.ts'

/** Every setting of the product, checked. */
export interface Config {
  /** Unset: a Postgres cluster of our own under `dataDir`. */
  databaseUrl?: string
  /** One bot per token. */
  tokens: { telegram: string[]; zalo: string[] }
  /** Without a slash at the end. */
  apiRoots: { telegram: string; zalo: string }
  /** Messages that one Zalo bot may send in a month; unset: as the channel has it. */
  zaloMessagesPerMonth?: number
  /** Set: webhooks; unset: polling. Without a slash at the end. */
  publicUrl?: string
  port: number
  dataDir: string
  appSecret?: string
  /** Days after which raw updates and message bodies are wiped; unset: as the database says. */
  retentionDays?: number
  /** Set: a backup is written here every night. Unset: none by itself. */
  backupDir?: string
  /** How many nightly backups are kept. */
  backupKeep: number
  /** Set: backups are sealed under it and carry APP_SECRET along; unset: under APP_SECRET. */
  backupPassphrase?: string
  logLevel: LogLevel
  /** Product time at the moment the database is created. */
  clockStart?: Date
  production: boolean
  /** Nothing is configured: local servers play the platforms. */
  playground: boolean
}

/** Settings that are wrong: all of them, by name and never by value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly problems: string[]

  constructor(problems: string[]) {
    super(`The settings are not usable:\n${problems.map((problem) => `  ${problem}`).join('\n')}`)
    this.problems = problems
  }
}

const tokens = z
  .string()
  .transform((text) => [...new Set(text.split(',').flatMap((part) => part.trim() || []))])
  .refine((list) => list.every((token) => !/\s/.test(token)), 'must be tokens separated by commas')
  .default([])

const url = (schemes: RegExp) =>
  z
    .string()
    .refine((text) => hasScheme(text, schemes), 'must be a complete URL')
    .transform((text) => text.replace(/\/+$/, ''))

const webUrl = url(/^https?:$/).refine(
  isHttpsOrLoopback,
  'must start with https:// (http only for this machine)',
)

const wholeNumber = (low: number, high: number) => {
  const message = `must be a whole number from ${low} to ${high}`
  return z
    .string()
    .regex(/^\d{1,9}$/, message)
    .transform(Number)
    .pipe(z.number().min(low, message).max(high, message))
}

const Fields = z.object({
  DATABASE_URL: url(/^postgres(ql)?:$/).optional(),
  TELEGRAM_BOT_TOKEN: tokens,
  ZALO_BOT_TOKEN: tokens,
  TELEGRAM_API_ROOT: webUrl.default('https://api.telegram.org'),
  ZALO_API_ROOT: webUrl.default('https://bot-api.zaloplatforms.com'),
  ZALO_MESSAGES_PER_MONTH: wholeNumber(1, 1_000_000).optional(),
  PUBLIC_URL: webUrl.optional(),
  PORT: wholeNumber(1, 65_535).default(8080),
  DATA_DIR: z.string().default('./data'),
  APP_SECRET: z.string().min(16, 'must have at least 16 characters').optional(),
  RETENTION_DAYS: wholeNumber(1, 3650).optional(),
  BACKUP_DIR: z.string().optional(),
  BACKUP_KEEP: wholeNumber(1, 3650).default(14),
  BACKUP_PASSPHRASE: z.string().min(12, 'must have at least 12 characters').optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
  CLOCK_START: z
    .string()
    .transform((text) => parseInstant(text.trim()))
    .refine((instant) => instant !== null, 'must be an instant such as 2026-03-09T08:00:00+07:00')
    .optional(),
})

type Fields = z.output<typeof Fields>

// Also when single fields are wrong: all problems are listed at once.
const always = { when: () => true }

const Environment = Fields.refine((env) => !env.DATABASE_URL || env.APP_SECRET, {
  ...always,
  path: ['APP_SECRET'],
  error: 'is required with DATABASE_URL',
}).refine((env) => !env.CLOCK_START || isPlayedLocally(env), {
  ...always,
  path: ['CLOCK_START'],
  error: 'is allowed only where every API root is on this machine',
})

/**
 * Checks the environment. Empty counts as unset. Throws ConfigError with every problem. `needTokens`:
 * false for commands that talk to no platform.
 */
export function parseConfig(
  environment: Record<string, string | undefined>,
  options: { needTokens?: boolean } = {},
): Config {
  const known = Object.entries(environment).filter(([name, value]) => name in Fields.shape && value?.trim())
  const parsed = Environment.safeParse(Object.fromEntries(known))
  const problems = parsed.error ? describeIssues(parsed.error) : []
  const names = new Set(known.map(([name]) => name))
  const hasToken = names.has('TELEGRAM_BOT_TOKEN') || names.has('ZALO_BOT_TOKEN')
  const production = environment['NODE_ENV'] === 'production'
  const playground = !hasToken && !names.has('DATABASE_URL') && !production
  if ((options.needTokens ?? true) && !hasToken && !playground) {
    problems.push('TELEGRAM_BOT_TOKEN or ZALO_BOT_TOKEN is required: at least one')
  }
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems)
  return { ...toConfig(parsed.data), production, playground }
}

/** The process environment, completed from `.env` in the working directory. */
export function loadEnvironment(): Record<string, string | undefined> {
  const file = existsSync('.env') ? parse(readFileSync('.env')) : {}
  const set = Object.entries(process.env).filter(([, value]) => value?.trim())
  return { ...file, ...Object.fromEntries(set) }
}

/** Whether the process itself was given a setting, which then goes before `.env`. */
export function isSetOutside(name: string): boolean {
  return Boolean(process.env[name]?.trim())
}

/** Whether a URL leads to this machine and nowhere else. */
export function isLoopbackUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { hostname } = new URL(text)
  return /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)
}

/** The first problem of each setting. */
function describeIssues(error: z.ZodError): string[] {
  const byName = new Map<string, string>()
  for (const { path, message } of error.issues) {
    const name = path.join('.')
    if (!byName.has(name)) byName.set(name, `${name} ${message}`)
  }
  return [...byName.values()]
}

function toConfig(env: Fields): Omit<Config, 'production' | 'playground'> {
  return {
    ...(env.DATABASE_URL && { databaseUrl: env.DATABASE_URL }),
    tokens: { telegram: env.TELEGRAM_BOT_TOKEN, zalo: env.ZALO_BOT_TOKEN },
    apiRoots: { telegram: env.TELEGRAM_API_ROOT, zalo: env.ZALO_API_ROOT },
    ...(env.ZALO_MESSAGES_PER_MONTH && { zaloMessagesPerMonth: env.ZALO_MESSAGES_PER_MONTH }),
    ...(env.PUBLIC_URL && { publicUrl: env.PUBLIC_URL }),
    port: env.PORT,
    dataDir: env.DATA_DIR,
    ...(env.APP_SECRET && { appSecret: env.APP_SECRET }),
    ...(env.RETENTION_DAYS && { retentionDays: env.RETENTION_DAYS }),
    ...(env.BACKUP_DIR && { backupDir: env.BACKUP_DIR }),
    backupKeep: env.BACKUP_KEEP,
    ...(env.BACKUP_PASSPHRASE && { backupPassphrase: env.BACKUP_PASSPHRASE }),
    logLevel: env.LOG_LEVEL,
    ...(env.CLOCK_START && { clockStart: env.CLOCK_START }),
  }
}

/**
 * Whether the platforms are played by this machine: the roots of every channel with a token; of all
 * channels where no token is given, for then nobody knows which bots the database serves.
 */
export function areRootsLocal({ tokens: given, apiRoots }: Pick<Config, 'tokens' | 'apiRoots'>): boolean {
  const channels = ['telegram', 'zalo'] as const
  const used = channels.filter((channel) => given[channel].length > 0)
  return (used.length > 0 ? used : channels).every((channel) => isLoopbackUrl(apiRoots[channel]))
}

/** Also of settings with mistakes: those lack what was wrong. */
function isPlayedLocally(env: Partial<Fields>): boolean {
  const telegram = env.TELEGRAM_BOT_TOKEN ?? []
  const zalo = env.ZALO_BOT_TOKEN ?? []
  if (!env.DATABASE_URL && telegram.length + zalo.length === 0) return true
  const apiRoots = { telegram: env.TELEGRAM_API_ROOT ?? '', zalo: env.ZALO_API_ROOT ?? '' }
  return areRootsLocal({ tokens: { telegram, zalo }, apiRoots })
}

function hasScheme(text: string, schemes: RegExp): boolean {
  return URL.canParse(text) && schemes.test(new URL(text).protocol)
}

function isHttpsOrLoopback(text: string): boolean {
  return text.startsWith('https:') || isLoopbackUrl(text)
}
