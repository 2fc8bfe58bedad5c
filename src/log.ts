import { pino } from 'pino'
import { redact } from './log/redact.ts'
import { safeError } from './log/safe-error.ts'

export { describeError } from './log/safe-error.ts'

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** The only fields a log line may have: ids, counts, names of things in the program, durations. */
const FIELDS = [
  ['channel', 'bot', 'chat', 'account', 'person', 'unit', 'tree', 'update', 'outbox', 'attachment'],
  ['programme', 'obligation', 'assignment', 'submission', 'job', 'command', 'event', 'reason', 'kind'],
  ['class', 'state', 'status', 'code', 'method', 'mode', 'locale', 'version', 'replica', 'lease', 'key'],
  ['attempt', 'count', 'total', 'planned', 'queued', 'sent', 'failed', 'uncertain', 'cancelled'],
  ['ms', 'waitMs', 'gapMs', 'offsetMs', 'retryAfter', 'from', 'to', 'at', 'since', 'until'],
  ['dir', 'port', 'pid', 'signal', 'startedByUs', 'route', 'bytes'],
] as const

export type LogField = (typeof FIELDS)[number][number]

/** `err` is anything thrown: only its allowed fields are kept. */
export type LogFields = { [Field in LogField]?: string | number | boolean | Date | null } & { err?: unknown }

type Write = (fields: LogFields, event: string) => void

/** `event` is a fixed English sentence, never built from what people wrote. */
export interface Logger {
  debug: Write
  info: Write
  warn: Write
  error: Write
  /** A logger whose lines all carry `fields`. */
  child(fields: LogFields): Logger
}

export interface LogDestination {
  write(line: string): void
}

export interface LogOptions {
  level: LogLevel
  /** Standard output by default. */
  destination?: LogDestination
  /** Tokens and secrets in use: replaced wherever they appear, halves of tokens included. */
  secrets?: readonly string[]
}

/** One JSON line per event. */
export function createLogger(options: LogOptions): Logger {
  const out = options.destination ?? pino.destination({ fd: 1, sync: true })
  const logger = pino(
    {
      level: options.level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      // Picked and made safe below; pino's own serializer would read the error again.
      serializers: { err: (error: unknown) => error },
      formatters: { level: (label) => ({ level: label }) },
    },
    { write: (line: string) => out.write(redact(line, options.secrets)) },
  )
  return wrap(logger, {})
}

/** Writes nothing: for tests and for commands that print their own results. */
export function silentLogger(): Logger {
  return createLogger({ level: 'silent' })
}

// The fields are picked here and not in pino's hooks, which see neither bindings nor the error as thrown.
function wrap(logger: pino.Logger, bound: LogFields): Logger {
  const write =
    (level: 'debug' | 'info' | 'warn' | 'error'): Write =>
    (fields, event) => {
      if (logger.isLevelEnabled(level)) logger[level](pick({ ...bound, ...fields }), event)
    }
  return {
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    child: (fields) => wrap(logger, { ...bound, ...fields }),
  }
}

const ALLOWED: ReadonlySet<string> = new Set(FIELDS.flat())
const VALUE_LIMIT = 200

function pick(fields: LogFields): Record<string, unknown> {
  const picked: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(fields)) {
    if (name === 'err') picked['err'] = safeError(value)
    else if (ALLOWED.has(name) && isPlain(value)) picked[name] = shorten(value)
  }
  return picked
}

function isPlain(value: unknown): boolean {
  return value === null || value instanceof Date || ['string', 'number', 'boolean'].includes(typeof value)
}

function shorten(value: unknown): unknown {
  return typeof value === 'string' ? redact(value).slice(0, VALUE_LIMIT) : value
}
