import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import { neverLeft } from '../../src/channels/never-left.ts'

const TLS = 'Client network socket disconnected before secure TLS connection was established'
const failed = (fields: object, message = 'failed') => Object.assign(new Error(message), fields)
const refused = failed({ code: 'ECONNREFUSED', syscall: 'connect' })

describe('whether a request stayed at home', () => {
  test.each<[string, unknown, boolean]>([
    ['refused', refused, true],
    ['no such name', failed({ code: 'ENOTFOUND', syscall: 'getaddrinfo' }), true],
    ['no answer to connecting', failed({ code: 'ETIMEDOUT', syscall: 'connect' }), true],
    ['an untrusted certificate', failed({ code: 'CERT_HAS_EXPIRED' }), true],
    ['cut off during the handshake', failed({ code: 'ECONNRESET' }, TLS), true],
    ['wrapped, as fetch does', new TypeError('fetch failed', { cause: refused }), true],
    ['every address tried', new AggregateError([refused, refused]), true],
    ['reset while reading', failed({ code: 'ECONNRESET', syscall: 'read' }), false],
    ['silent while reading', failed({ code: 'ETIMEDOUT', syscall: 'read' }), false],
    ['broken while writing', failed({ code: 'EPIPE', syscall: 'write' }), false],
    ['closed by the other side', failed({ code: 'UND_ERR_SOCKET' }), false],
    ['hung up', failed({ code: 'ECONNRESET' }, 'socket hang up'), false],
    ['anything else', failed({}), false],
    ['not an error', 'ECONNREFUSED', false],
  ])('%s', (_name, error, isAtHome) => {
    expect(neverLeft(error)).toBe(isAtHome)
  })

  test('a real refused connection', async () => {
    const error = await new Promise((resolve) => {
      connect(64_999, '127.0.0.1').on('error', resolve)
    })
    expect(neverLeft(error)).toBe(true)
  })
})
