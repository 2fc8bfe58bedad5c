import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/** The caller's end of the line, so that an answer can tell whether somebody is left to hear it. */
export interface Connection {
  isAlive(): boolean
  /** Called once when the caller goes away before it was answered. */
  onGone(listener: () => void): void
}

export interface LocalRequest {
  method: string
  /** Undecoded path, without the query. */
  path: string
  query: URLSearchParams
  contentType: string
  body: Buffer
  connection: Connection
}

export interface LocalAnswer {
  status: number
  contentType: string
  body: string | Uint8Array
  /**
   * Told whether the whole answer left for a living connection. Told `false` a second time, later, when
   * the caller turns out to have died without reading it (the kernel then resets the connection).
   */
  written?: (isDelivered: boolean) => void
}

/** `'drop'` closes the connection without an answer. */
export type LocalHandler = (request: LocalRequest) => Promise<LocalAnswer | 'drop'>

export interface LocalServer {
  url: string
  /** Ends open connections too. */
  close(): Promise<void>
}

const MAX_BODY_BYTES = 64 * 1024 * 1024

/** Serves `handler` on the loopback interface only. Port 0 (the default) takes a free one. */
export async function listen(handler: LocalHandler, port = 0): Promise<LocalServer> {
  const gone = new WeakSet<Socket>()
  const unread = new WeakMap<Socket, () => void>()
  const server = createServer((incoming, response) => {
    unread.delete(incoming.socket)
    serve(incoming, response, handler, gone, unread).catch((error: unknown) => {
      if (!gone.has(incoming.socket)) console.error('local platform server:', error)
      incoming.socket.destroy()
    })
  })
  // Clients keep connections between polls; a server that ends them earlier looks like an outage.
  server.keepAliveTimeout = 120_000
  server.requestTimeout = 0
  server.on('connection', (socket) => {
    for (const event of ['end', 'close'] as const) socket.on(event, () => gone.add(socket))
    socket.on('error', () => {
      gone.add(socket)
      unread.get(socket)?.()
      unread.delete(socket)
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function serve(
  incoming: IncomingMessage,
  response: ServerResponse,
  handler: LocalHandler,
  gone: WeakSet<Socket>,
  unread: WeakMap<Socket, () => void>,
): Promise<void> {
  const { socket } = incoming
  const body = await readBody(incoming)
  const url = new URL(incoming.url ?? '/', 'http://127.0.0.1')
  const answer = await handler({
    method: incoming.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    contentType: incoming.headers['content-type'] ?? '',
    body,
    connection: {
      isAlive: () => !gone.has(socket),
      onGone: (listener) => {
        socket.once('end', listener)
        socket.once('close', listener)
        response.once('finish', () => {
          socket.off('end', listener)
          socket.off('close', listener)
        })
      },
    },
  })
  if (answer === 'drop') {
    socket.destroy()
    return
  }
  const isDelivered = await write(response, answer, () => !gone.has(socket))
  answer.written?.(isDelivered)
  if (isDelivered && answer.written) unread.set(socket, () => answer.written?.(false))
}

async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MAX_BODY_BYTES) throw new Error('request body is too big')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

async function write(
  response: ServerResponse,
  answer: LocalAnswer,
  isAlive: () => boolean,
): Promise<boolean> {
  // One turn of the event loop: a caller killed a moment ago is then known to be gone.
  await new Promise((resolve) => {
    setImmediate(resolve)
  })
  if (!isAlive()) return false
  return new Promise((resolve) => {
    response.once('finish', () => resolve(isAlive()))
    response.once('close', () => resolve(false))
    response.writeHead(answer.status, { 'content-type': answer.contentType })
    response.end(answer.body)
  })
}
