const CONNECTION_CODES = new Set([
  // postgres.js
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  // the socket
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  // https://www.postgresql.org/docs/18/errcodes-appendix.html, classes 08, 53 and 57
  '53300', // too many connections
  '57P01', // the administrator stopped the server
  '57P02', // the server crashed
  '57P03', // it is starting or stopping
  '57P05', // it closed an idle session
])

/**
 * Whether `error` (or what caused it) says that Postgres could not be reached or went away: nothing is
 * wrong with the work itself, and it may be tried again.
 */
export function isConnectionError(error: unknown): boolean {
  let current = error
  for (let depth = 0; depth < 5 && current instanceof Error; depth += 1) {
    if (hasConnectionCode(current)) return true
    current = current.cause
  }
  return false
}

function hasConnectionCode(error: Error): boolean {
  if (error instanceof AggregateError && error.errors.some(isConnectionError)) return true
  const { code, syscall } = error as Error & { code?: unknown; syscall?: unknown }
  if (typeof code !== 'string') return false
  // ENOENT is a missing unix socket only when connecting; elsewhere it is a missing file.
  if (code === 'ENOENT') return syscall === 'connect'
  return CONNECTION_CODES.has(code) || code.startsWith('08')
}
