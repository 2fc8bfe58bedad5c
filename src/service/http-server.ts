import { serve, type ServerType } from '@hono/node-server'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { ConnectedBot } from '../channels/channel-adapter.ts'
import { addDownloads } from './downloads.ts'
import { receiveBatch } from './receive-batch.ts'
import { webhookOf } from './register-bot.ts'
import type { ServiceState } from './service-state.ts'

/** Platforms send a few hundred bytes; nothing near this is theirs. */
const MOST_BYTES = 1024 * 1024

export interface Health {
  isReady(): boolean
}

/** `/hooks/<channel>/<path>`, `/files/<token>` where links can be given, `/healthz`, `/readyz`, `/metrics`. */
export function createWeb(state: ServiceState, health: Health): Hono {
  const web = new Hono()
  const tooLarge = bodyLimit({ maxSize: MOST_BYTES, onError: (c) => c.text('too large', 413) })

  web.get('/healthz', (c) => c.text('alive'))
  web.get('/readyz', (c) => (health.isReady() ? c.text('ready') : c.text('waits for the database', 503)))
  web.get('/metrics', async (c) => {
    try {
      const { contentType, text } = await state.metrics.render()
      return c.body(text, 200, { 'content-type': contentType })
    } catch (error) {
      state.app.parts.log.warn({ route: '/metrics', err: error }, 'the database could not be asked')
      return c.text('waits for the database', 503)
    }
  })
  if (state.app.parts.publicUrl !== null) addDownloads(web, state.app.parts)
  web.post('/hooks/:channel/:path', tooLarge, async (c) => {
    const bot = findBot(state, c.req.param('channel'), c.req.param('path'))
    // A platform that called before it told us whose the token is calls again.
    if (!bot) return state.isConnecting ? c.text('try again', 503) : c.text('not found', 404)
    const { secret } = webhookOf(state.app.parts.vault, bot)
    const headers = { get: (name: string) => c.req.header(name) }
    const raw = state.app.bots.adapterOf(bot.id).readWebhook({ headers, body: await c.req.text() }, secret)
    if (raw === null) return c.text('unauthorised', 401)
    try {
      if (raw.length > 0) await receiveBatch(state, bot, raw, null)
      return c.text('ok')
    } catch (error) {
      // The platform tries again later.
      state.app.parts.log.warn({ bot: bot.id, route: '/hooks', err: error }, 'an update could not be stored')
      return c.text('try again', 503)
    }
  })
  return web
}

/** Listens on all addresses; `port` 0 takes a free one. */
export function listenWeb(web: Hono, port: number): Promise<{ port: number; close: () => Promise<void> }> {
  return new Promise((resolve, reject) => {
    const server: ServerType = serve({ fetch: web.fetch, port }, (info) => {
      resolve({ port: info.port, close: () => closeServer(server) })
    })
    server.once('error', reject)
  })
}

function findBot({ app }: ServiceState, channel: string, path: string): ConnectedBot | null {
  return (
    app.bots
      .listConnected()
      .find(
        (bot) =>
          app.bots.adapterOf(bot.id).channel === channel && webhookOf(app.parts.vault, bot).path === path,
      ) ?? null
  )
}

function closeServer(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    // Idle keep-alive connections would hold the process.
    if ('closeIdleConnections' in server) server.closeIdleConnections()
  })
}
