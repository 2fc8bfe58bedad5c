const BEFORE_SENDING = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'EPROTO',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
])

/**
 * Whether a network error proves that the request never left this machine (no connection, no name, no
 * trusted TLS). False is the careful answer: the platform may have taken the request.
 */
export function neverLeft(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, syscall, cause } = error as Error & { code?: unknown; syscall?: unknown }
  if (syscall === 'connect' || syscall === 'getaddrinfo') return true
  if (syscall === 'read' || syscall === 'write') return false
  // Several addresses were tried; Node only does so while connecting.
  if (error instanceof AggregateError) return error.errors.every(neverLeft)
  if (error.message.includes('before secure TLS connection was established')) return true
  if (cause !== undefined) return neverLeft(cause)
  return BEFORE_SENDING.has(String(code))
}
