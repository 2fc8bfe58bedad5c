import { GrammyError } from 'grammy'
import { DrizzleQueryError } from 'drizzle-orm'
import postgres from 'postgres'
import { ZodError } from 'zod'
import { redact } from './redact.ts'

/** All that a log or a stored `last_error` may keep of an error. */
export interface SafeError {
  name: string
  code?: string | number
  status?: number
  method?: string
  message?: string
  /** Places in the program only, without the message that a stack begins with. */
  stack?: string
  cause?: SafeError
}

const NAME = /^[A-Za-z]{1,60}$/
const CODE = /^[A-Z0-9_]{1,40}$/
const IDENTIFIER = /^[a-z][A-Za-z0-9_]{0,62}$/
const MESSAGE_LIMIT = 300
const DEPTH = 4

/** Picks the allowed fields of anything thrown. Never fails. */
export function safeError(error: unknown, depth = DEPTH): SafeError {
  if (!(error instanceof Error)) return { name: error === null ? 'null' : typeof error }
  const { code, status, method, cause, error: inner } = error as Error & Record<string, unknown>
  const response = (error as { response?: { status?: unknown } }).response
  const safe: SafeError = { name: NAME.test(error.name) ? error.name : 'Error' }
  const shown = error instanceof GrammyError ? error.error_code : code
  if (typeof shown === 'number' || (typeof shown === 'string' && CODE.test(shown))) safe.code = shown
  const httpStatus = status ?? response?.status
  if (typeof httpStatus === 'number') safe.status = httpStatus
  if (typeof method === 'string' && NAME.test(method)) safe.method = method
  const message = safeMessage(error)
  if (message) safe.message = message
  const stack = placesOf(error)
  if (stack) safe.stack = stack
  // grammY keeps what happened in `error`.
  const deeper = cause ?? inner
  if (deeper instanceof Error && depth > 1) safe.cause = safeError(deeper, depth - 1)
  return safe
}

/** One line for a column: `AxiosError ECONNRESET: socket hang up`. */
export function describeError(error: unknown): string {
  return describe(safeError(error))
}

function describe({ name, code, message, cause }: SafeError): string {
  const own = `${name}${code === undefined ? '' : ` ${code}`}${message ? `: ${message}` : ''}`
  return cause ? `${own} (${describe(cause)})` : own
}

/** The lines of a stack that name places, without the message that stands before them. */
function placesOf(error: Error): string {
  const { stack, message } = error
  if (typeof stack !== 'string') return ''
  const end = stack.indexOf(message)
  const lines = stack.slice(end < 0 ? 0 : end + message.length).split('\n')
  return redact(lines.filter((line) => /^\s+at /.test(line)).join('\n'))
}

/** What a message may say, by kind: several libraries quote values in theirs. */
function safeMessage(error: Error): string {
  if (error instanceof DrizzleQueryError) return 'a query failed'
  if (error instanceof postgres.PostgresError) return postgresMessage(error)
  if (error instanceof ZodError) return zodMessage(error)
  if (error instanceof GrammyError) return withoutQuotes(error.description)
  // JSON.parse quotes its input.
  if (error instanceof SyntaxError) return ''
  return withoutQuotes(error.message)
}

function postgresMessage(error: postgres.PostgresError): string {
  const places = [
    error.schema_name,
    error.table_name,
    error.column_name,
    error.constraint_name,
    error.routine,
  ]
  return ['SQLSTATE', error.code, ...places.filter((place) => place && IDENTIFIER.test(place))].join(' ')
}

function zodMessage(error: ZodError): string {
  return error.issues
    .slice(0, 10)
    .map(({ code, path }) => `${code} at ${path.map(safeStep).join('.') || 'the top'}`)
    .join('; ')
}

function safeStep(step: PropertyKey): string {
  return typeof step === 'number' || IDENTIFIER.test(String(step)) ? String(step) : '*'
}

/**
 * Our own messages are plain English, so other letters come from what somebody wrote; so may anything in
 * double quotes. Single quotes stay: Node names properties and files in them.
 */
function withoutQuotes(message: string): string {
  const text = redact(message)
    .replace(/["`][^]*["`]/g, '[...]')
    .replace(/\s+/g, ' ')
  return /^[\x20-\x7e]*$/.test(text) ? text.slice(0, MESSAGE_LIMIT) : '[withheld]'
}
