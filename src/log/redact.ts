const RULES: [RegExp, string][] = [
  // Telegram and Zalo put the token into the path: /bot123456:AAF.../sendMessage
  [/\bbot\d+(?::|%3A)[\w-]+/gi, 'bot[redacted]'],
  [/\b\d+(?::|%3A)[\w-]{20,}/gi, '[redacted]'],
  // user:password@host
  [/(\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@"]*:)[^\s@"]+@/gi, '$1[redacted]@'],
  // access_token=..., "refresh_token": "...", x-bot-api-secret-token: ..., also inside escaped JSON
  [
    /([\w-]*(?:access[_-]?token|refresh[_-]?token|secret|password)[\w-]*\\*["']?\s*[=:]\s*\\*["']?)[^\s"'\\&,;)}\]]+/gi,
    '$1[redacted]',
  ],
]

const SHORTEST_SECRET = 8

/**
 * `text` with every token, secret and password in it replaced, known by its shape or listed in `secrets`.
 * Keeps a line of JSON valid.
 */
export function redact(text: string, secrets: readonly string[] = []): string {
  let clean = text
  for (const [pattern, replacement] of RULES) clean = clean.replace(pattern, replacement)
  for (const secret of secrets) {
    // Some errors quote only the half after the colon.
    for (const part of [secret, ...secret.split(':')]) {
      if (part.length >= SHORTEST_SECRET) clean = clean.replaceAll(part, '[redacted]')
    }
  }
  return clean
}
