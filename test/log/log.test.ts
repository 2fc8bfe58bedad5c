import { DrizzleQueryError } from 'drizzle-orm'
import axios from 'axios'
import { Bot, BotError, GrammyError, HttpError } from 'grammy'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createLogger, describeError, type LogFields } from '../../src/log.ts'
import { redact } from '../../src/log/redact.ts'
import { createTestDatabase } from '../support/test-database.ts'

const TOKEN = '1001:PLAYGROUND-canarycanarycanary'
const TEXT = 'canary Đồng chí Nguyễn Văn Mẫu'

function capture(level: 'debug' | 'info' = 'info', secrets: string[] = []) {
  const lines: string[] = []
  const log = createLogger({ level, secrets, destination: { write: (line) => lines.push(line) } })
  return { log, lines }
}

function logged(error: unknown): { line: string; err: Record<string, unknown> } {
  const { log, lines } = capture()
  log.error({ err: error }, 'it failed')
  return { line: lines.join(''), err: (JSON.parse(lines[0]!) as { err: Record<string, unknown> }).err }
}

async function thrownBy(work: () => unknown): Promise<unknown> {
  try {
    await work()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

describe('the log and what is thrown', () => {
  let server: Server
  let root: string

  beforeAll(async () => {
    server = createServer((request, response) => {
      response.writeHead(400, { 'content-type': 'application/json' })
      response.end(
        JSON.stringify({ ok: false, error_code: 400, description: `Bad Request: can't parse "${TEXT}"` }),
      )
      request.resume()
    })
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    })
    root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })

  afterAll(() => {
    server.close()
  })

  test('an answer that axios refuses: name, code and status, nothing of address, header or body', async () => {
    const error = await thrownBy(() =>
      axios.post(`${root}/bot${TOKEN}/sendMessage`, { text: TEXT }, { headers: { access_token: TOKEN } }),
    )
    const { line, err } = logged(error)
    expect(err).toMatchObject({ name: 'AxiosError', code: 'ERR_BAD_REQUEST', status: 400 })
    expect(line).not.toMatch(/canary/i)
    expect(line.length).toBeLessThan(2_500)
  })

  test('a connection that grammY cannot make: the cause without the address', async () => {
    const bot = new Bot(TOKEN, { client: { apiRoot: 'http://127.0.0.1:1' } })
    const error = await thrownBy(() => bot.api.sendMessage(1, TEXT))
    expect(error).toBeInstanceOf(HttpError)
    const { line, err } = logged(error)
    expect(err).toMatchObject({ name: 'HttpError', cause: { name: 'FetchError', code: 'ECONNREFUSED' } })
    expect(line).not.toMatch(/canary/i)
    expect(describeError(error)).not.toMatch(/canary/i)
  })

  test('a refusal by Telegram: method and code, without the words it quotes', async () => {
    const bot = new Bot(TOKEN, { client: { apiRoot: root } })
    const error = await thrownBy(() => bot.api.sendMessage(1, TEXT))
    expect(error).toBeInstanceOf(GrammyError)
    const { line, err } = logged(error)
    expect(err).toMatchObject({ name: 'GrammyError', code: 400, method: 'sendMessage' })
    expect(line).toContain('Bad Request')
    expect(line).not.toMatch(/canary/i)
    const wrapped = new BotError(error, { api: bot.api, update: { text: TEXT } } as never)
    expect(logged(wrapped).line).not.toMatch(/canary/i)
  })

  test('a query that Postgres refuses: its SQL state and constraint, neither parameters nor values', async () => {
    const database = await createTestDatabase()
    await database.sql`create table canary_free (word text constraint word_once unique)`
    const insert = () => database.sql`insert into canary_free values (${TEXT})`
    await insert()
    const cause = (await thrownBy(insert)) as Error
    const error = new DrizzleQueryError(`insert into x values ('${TEXT}')`, [TEXT], cause)
    const { line, err } = logged(error)
    expect(err).toMatchObject({ message: 'a query failed', cause: { name: 'PostgresError', code: '23505' } })
    expect(describeError(error)).toContain('SQLSTATE 23505 public canary_free word_once')
    expect(line).not.toMatch(/Nguyễn|insert into/)
    const wrongNumber = await thrownBy(() => database.sql`select ${TEXT}::text::integer`)
    expect(wrongNumber).toBeInstanceOf(postgres.PostgresError)
    expect(logged(wrongNumber).line).not.toMatch(/canary|Nguyễn/)
    await database.close()
  })

  test('input that zod refuses: kinds and places, not the input', async () => {
    const schema = z.strictObject({ count: z.number(), names: z.record(z.string(), z.number()) })
    const input = { count: TEXT, names: { [TEXT]: TEXT }, [TEXT]: 1 }
    const { line, err } = logged(await thrownBy(() => schema.parse(input, { reportInput: true })))
    expect(err['message']).toBe(
      'invalid_type at count; invalid_type at names.*; unrecognized_keys at the top',
    )
    expect(line).not.toMatch(/canary/)
  })

  test('JSON that does not parse: not the snippet that Node quotes', async () => {
    const error = await thrownBy(() => JSON.parse(`{"a": ${TEXT}`))
    expect(logged(error).line).not.toMatch(/canary|Nguy/)
  })

  test('any error whose message or causes hold a token or what somebody wrote', () => {
    const inner = new Error(`GET /bot${encodeURIComponent(TOKEN)}/getMe`)
    const error = new Error(`cannot read "${TEXT}" with ${TOKEN}`, { cause: inner })
    const { line, err } = logged(error)
    expect(err).toMatchObject({ message: 'cannot read [...] with [redacted]', cause: { name: 'Error' } })
    expect(err['stack']).toMatch(/^ {4}at /)
    expect(line).not.toMatch(/canary/i)
    expect(logged(new Error('Nguyễn Văn Mẫu is not a number')).err['message']).toBe('[withheld]')
    const renamed = Object.assign(new Error('x'), { name: TEXT, code: TEXT, method: TEXT, status: TEXT })
    expect(logged(renamed).line).not.toMatch(/canary/)
    expect(logged(new Error('one\n    at canary')).line).not.toMatch(/\\n +at canary/)
    const circle = new Error('round')
    circle.cause = circle
    expect(describeError(circle)).toBe('Error: round (Error: round (Error: round (Error: round)))')
    expect(logged(TEXT).err).toEqual({ name: 'string' })
    expect(logged({ text: TEXT }).line).not.toMatch(/canary/)
  })
})

describe('the log and its fields', () => {
  test('only fields of the list are written, and only plain values', () => {
    const { log, lines } = capture()
    const fields = { bot: 'b1', count: 3, text: TEXT, chat: { title: TEXT } } as unknown as LogFields
    log.child({ replica: 'r1', ...({ name: TEXT } as LogFields) }).info(fields, 'updates are stored')
    const line = JSON.parse(lines[0]!) as Record<string, unknown>
    expect(line).toEqual({
      level: 'info',
      time: expect.any(String) as string,
      replica: 'r1',
      bot: 'b1',
      count: 3,
      msg: 'updates are stored',
    })
  })

  test('below the level nothing is written', () => {
    const { log, lines } = capture()
    log.debug({}, 'a detail')
    expect(lines).toEqual([])
  })

  test('tokens in any field or event are replaced on the way out, and lines stay JSON', () => {
    const { log, lines } = capture('debug', [TOKEN])
    log.debug({ reason: `bot${TOKEN}` }, `GET /bot${TOKEN}/x and access_token=canary1 "secret":"canary2"`)
    log.debug({ reason: `${'x'.repeat(190)} ${TOKEN}` }, 'half of it: PLAYGROUND-canarycanarycanary')
    for (const line of lines) {
      expect(line).not.toMatch(/canary/i)
      expect(JSON.parse(line)).toHaveProperty('reason')
    }
  })

  test.each([
    ['https://api.example.vn/bot123:abc/getMe', 'https://api.example.vn/bot[redacted]/getMe'],
    ['bot123%3Aabc', 'bot[redacted]'],
    ['1001:AAAAAAAAAAAAAAAAAAAA_-', '[redacted]'],
    ['?access_token=abc&x=1', '?access_token=[redacted]&x=1'],
    ['"refresh_token":"abc","x":1', '"refresh_token":"[redacted]","x":1'],
    ['X-Bot-Api-Secret-Token: abc', 'X-Bot-Api-Secret-Token: [redacted]'],
    ['postgres://nhipquy:abc@db:5432/x', 'postgres://nhipquy:[redacted]@db:5432/x'],
    ['at 2026-03-09T08:00:00.000Z in 12:30', 'at 2026-03-09T08:00:00.000Z in 12:30'],
    ['127.0.0.1:8080', '127.0.0.1:8080'],
  ])('%s is written as %s', (text, expected) => {
    expect(redact(text)).toBe(expected)
  })
})
