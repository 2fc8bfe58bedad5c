import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { SendError } from '../../src/channels/channel-adapter.ts'
import { download } from '../../src/channels/download.ts'
import { isPublicAddress } from '../../src/channels/public-address.ts'

let close: () => void = () => undefined
afterEach(() => close())

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  close = () => {
    server.closeAllConnections()
    server.close()
  }
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** The text of the file, or `failure code`. */
async function fetched(source: string, apiRoot: string, more: { timeoutMs?: number } = {}): Promise<string> {
  const rules = { channel: 'x', maxBytes: 10, timeoutMs: 2000, apiRoot, publicHosts: true, ...more }
  try {
    return (await download(source, rules)).toString()
  } catch (error) {
    return error instanceof SendError ? `${error.failure} ${error.code}` : String(error)
  }
}

describe('from our own server', () => {
  test.each<[string, RequestListener, string]>([
    ['a file', (_in, out) => out.end('1234567890'), '1234567890'],
    ['announced too big', (_in, out) => out.end('12345678901'), 'rejected x-file-too-big'],
    [
      'too big without a word',
      (_in, out) => {
        out.write('123456')
        out.end('789012')
      },
      'rejected x-file-too-big',
    ],
    ['gone', (_in, out) => out.writeHead(404).end(), 'rejected x-file-404'],
    ['busy', (_in, out) => out.writeHead(503).end(), 'unavailable x-file-503'],
    [
      'cut off',
      (_in, out) => {
        out.writeHead(200, { 'content-length': '8' })
        out.write('123', () => out.destroy())
      },
      'unavailable x-file-network',
    ],
    [
      'sent elsewhere, into our network',
      (_in, out) => out.writeHead(302, { location: 'http://127.0.0.1:1/admin' }).end(),
      'rejected x-file-refused',
    ],
    [
      'sent round in circles',
      (_in, out) => out.writeHead(302, { location: '/again' }).end(),
      'rejected x-file-refused',
    ],
  ])('%s', async (_name, listener, expected) => {
    const root = await serve(listener)
    expect(await fetched(`${root}/file`, root)).toBe(expected)
  })

  test('too slow: worth another try', async () => {
    const root = await serve((_in, out) => out.write('1'))
    expect(await fetched(`${root}/file`, root, { timeoutMs: 200 })).toBe('unavailable x-file-network')
  })

  test('a redirect within is followed', async () => {
    const root = await serve((request, out) => {
      if (request.url === '/a') out.writeHead(302, { location: '/b' }).end()
      else out.end('ok')
    })
    expect(await fetched(`${root}/a`, root)).toBe('ok')
  })
})

describe('from anywhere else', () => {
  test.each([
    'http://example.org/x',
    'https://127.0.0.1/x',
    'https://127.1/x',
    'https://2130706433/x',
    'https://[::1]/x',
    'https://[::ffff:10.0.0.1]/x',
    'https://169.254.169.254/latest',
    'https://localhost/x',
    'https://user:word@example.org/x',
    'https://example.org:8443/x',
    'file:///etc/hostname',
    'ftp://example.org/x',
    'not a url',
    '',
  ])('%s is refused', async (source) => {
    expect(await fetched(source, 'https://api.example.org')).toBe('rejected x-file-refused')
  })
})

test.each<[string, boolean]>([
  ['8.8.8.8', true],
  ['203.162.0.11', true],
  ['10.1.2.3', false],
  ['100.64.0.1', false],
  ['127.0.0.1', false],
  ['169.254.169.254', false],
  ['172.16.0.1', false],
  ['172.32.0.1', true],
  ['192.168.1.1', false],
  ['224.0.0.1', false],
  ['0.0.0.0', false],
  ['255.255.255.255', false],
  ['2405:4800::1', true],
  ['::1', false],
  ['::ffff:8.8.8.8', false],
  ['64:ff9b::a00:1', false],
  ['fc00::1', false],
  ['fe80::1', false],
  ['2001:db8::1', false],
  ['2002:a00:1::1', false],
  ['localhost', false],
])('%s is public: %s', (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic)
})
