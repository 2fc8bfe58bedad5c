import { fileURLToPath } from 'node:url'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { registerReplay } from '../../src/cli/replay.ts'
import { registerSchema } from '../../src/cli/schema.ts'
import type { Command } from '../../src/commands/command.ts'
import { COMMANDS } from '../../src/commands/index.ts'
import { runPass } from '../../src/jobs/run-pass.ts'
import {
  assignments,
  audit,
  outbox,
  programmes,
  programmeVersions,
  updates,
} from '../../src/store/schema/index.ts'
import { joinAs } from '../support/join-people.ts'
import { operatorOf } from '../support/operator.ts'
import { type CliRun, runCli } from '../support/run-cli.ts'
import { startTestApp, type TestApp } from '../support/start-test-app.ts'

const NOW = '2026-03-03T09:00+07:00'
const LATER = '2026-03-13T08:00+07:00'
const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/commune/${name}`, import.meta.url))
/** Real platforms; without tokens nobody is asked there. */
const REAL = {
  TELEGRAM_BOT_TOKEN: '',
  ZALO_BOT_TOKEN: '',
  TELEGRAM_API_ROOT: '',
  ZALO_API_ROOT: '',
  CLOCK_START: '',
}
const NOTHING =
  'Queued: 0 topic messages, 0 nudges, 0 digests, 0 closing reports, 0 recalled forms, 0 questions about dates, 0 about ended posts, 0 about requests for data, 0 notices ahead.'

let isBroken = true
const fragile: Command = {
  name: 'fragile',
  slash: 'dove',
  words: [],
  where: 'private',
  for: 'anyone',
  hidden: true,
  run: async (turn) => {
    if (isBroken) throw new Error('a bug')
    await turn.replyText('Không hỏng nữa')
  },
}

let app: TestApp
let operate: ReturnType<typeof operatorOf>
/** Before it was said who keeps the data. */
let early: CliRun
let binh: Awaited<ReturnType<typeof joinAs>>

beforeAll(async () => {
  app = await startTestApp({ now: NOW, commands: [...COMMANDS, fragile] })
  operate = operatorOf(app.environment)
  for (const words of [
    `import units ${fixture('units.csv')}`,
    `import members ${fixture('members.csv')}`,
    `import programme ${fixture('programme.yaml')}`,
  ])
    expect(await operate(words)).toMatchObject({ code: 0, err: [] })
  early = await operate('go-live xa-mau-2026 --from 2026-03-02', { answers: ['có'] })
  await operate('setup --controller Đảng-ủy-xã-Mẫu --contact văn-phòng')
  await joinAs(app, 'telegram', 'THON1', 'T01')
  binh = await joinAs(app, 'zalo', 'THON1', 'T02')
})
afterAll(() => app.close())

/** Everything that going live or a pass could change. */
async function everything() {
  const { db } = app.database
  return {
    programmes: await db.select().from(programmes),
    assignments: await db.select().from(assignments).orderBy(assignments.id),
    outbox: (await db.select().from(outbox).orderBy(outbox.seq)).map(({ key, state }) => [key, state]),
    audit: await db.select().from(audit).orderBy(audit.id),
  }
}

describe('an operator', { timeout: 120_000 }, () => {
  test('go-live: refused before it is settled who keeps the data; "no", or no answer, changes nothing', async () => {
    expect([early.code, early.out, early.err.join()]).toEqual([
      1,
      [],
      expect.stringContaining('Type: nhipquy setup'),
    ])
    const before = await everything()
    for (const answers of [['không'], []]) {
      const run = await operate('go-live xa-mau-2026 --from 2026-03-02', { answers })
      expect([run.code, run.err]).toEqual([1, ['Not started. Nothing has changed.']])
      expect(run.out.join('\n')).not.toContain('Published')
      expect(run.out[0]).toMatch(/^Nothing was written\./)
      expect(run.out[1]).toMatch(/^Recipients: 2\/18 people/)
      expect(run.out.join('\n')).toContain('Nêu gương trong công việc hằng ngày')
    }
    expect(await everything()).toEqual(before)
    expect((await operate('go-live xa-mau-2026 --from 2026-13-02')).code).toBe(2)
    expect((await operate('go-live other --from 2026-03-02')).code).toBe(1)
    const yes = await operate('go-live xa-mau-2026 --from 2026-03-02', { answers: ['có'] })
    expect([yes.code, yes.err]).toEqual([0, []])
    expect((await app.database.db.select().from(programmes))[0]).toMatchObject({ state: 'live' })
  })

  test('run-due: counts what it queued; a second run changes nothing', async () => {
    expect((await operate('run-due')).out[0]).toMatch(/^Queued: [1-9]\d* topic messages, 0 nudges, /)
    const before = await everything()
    const again = await operate('run-due')
    expect(again).toEqual({ code: 0, out: [NOTHING], err: [] })
    expect(JSON.parse((await operate('run-due --json')).out[0]!)).toMatchObject({ topics: 0, nudges: 0 })
    expect(await everything()).toEqual(before)
  })

  test('run-due --at: a later instant is only looked at, unless all servers are local', async () => {
    const before = await everything()
    const refused = await operate(`run-due --at ${LATER}`, { settings: REAL })
    expect([refused.code, refused.out, refused.err.join()]).toEqual([
      1,
      [],
      expect.stringContaining('--dry-run'),
    ])
    const looked = await operate(`run-due --at ${LATER} --dry-run`, { settings: REAL })
    expect([looked.code, looked.out[0]]).toEqual([
      0,
      expect.stringMatching(/^Would be queued now: \d+ topics, [1-9]\d* nudges.* Nothing was queued\.$/),
    ])
    expect(await everything()).toEqual(before)
    for (const at of ['foo', '+1d', '2026-02-30'])
      expect(await operate(`run-due --at ${at}`)).toMatchObject({
        code: 2,
        err: [expect.stringContaining(at)],
      })
    expect((await operate(`run-due --at ${LATER}`)).out[0]).toMatch(/ [1-9]\d* nudges/)
    expect((await operate(`run-due --at ${LATER}`)).out).toEqual([NOTHING])
  })

  test('clock set: only with local servers, only forward, by a span or to an instant', async () => {
    const shown = async () => (await operate('clock show')).out[0]
    expect(await shown()).toContain('(03/3/2026 09:0')
    const refused = await operate('clock set +1d', { settings: { ...REAL, TELEGRAM_BOT_TOKEN: '' } })
    expect([refused.code, refused.err.join()]).toEqual([1, expect.stringContaining('TELEGRAM_API_ROOT')])
    const one = { ...REAL, TELEGRAM_API_ROOT: 'http://127.0.0.1:9' }
    expect((await operate('clock set +1d', { settings: one })).code).toBe(1)
    expect((await operate('clock set yesterday')).code).toBe(2)
    const back = await operate('clock set 2026-03-01T08:00+07:00')
    expect([back.code, back.err.join()]).toEqual([1, expect.stringContaining('forward')])
    expect(await shown()).toContain('(03/3/2026 09:0')
    expect((await operate('clock set +1d')).out[0]).toContain('(04/3/2026 09:0')
    expect((await operate('clock set 2026-03-15T07:00+07:00')).out[0]).toContain('(15/3/2026 07:00)')
    expect(await shown()).toContain('(15/3/2026 07:0')
  })

  test('clock set: tells what its instant made due, also where the pass of a running service came first', async () => {
    const run = await operate('clock set 2026-03-16T08:00+07:00', {
      deps: ({ openParts }) => ({
        openParts: (work) =>
          openParts((parts) => {
            const refreshClock = async () => {
              await parts.product.refreshClock()
              const { nudges, digests } = await runPass(parts)
              expect([nudges > 0, digests > 0]).toEqual([true, true])
            }
            return work({ ...parts, product: { ...parts.product, refreshClock } })
          }),
      }),
    })
    expect(run.out[1]).toMatch(/^Queued: 0 topic messages, [1-9]\d* nudges, [1-9]\d* digests/)
    expect((await operate('clock set +1m')).out[1]).toBe(NOTHING)
  })

  test('replay: parked updates are handled again, one by its id or all', async () => {
    binh.heard()
    await binh.says('/dove')
    for (let tries = 0; tries < 5; tries += 1) {
      app.clock.wait(20_000)
      await app.settle()
    }
    const { db } = app.database
    const [parked] = await db.select().from(updates).where(eq(updates.state, 'parked'))
    binh.heard()
    const replay = (...words: string[]) =>
      runCli(registerReplay, app.database, app.clock.machine().toISOString(), ['replay', ...words])
    expect(await replay('five')).toMatchObject({ code: 2, out: [] })
    expect(await replay('00000000-0000-7000-8000-000000000000')).toMatchObject({ code: 1, out: [] })
    isBroken = false
    expect(await replay(parked!.id)).toMatchObject({ code: 0, err: [], out: [expect.stringContaining('1')] })
    await app.settle()
    expect(binh.heard()).toEqual(['Không hỏng nữa'])
    expect(await replay()).toMatchObject({ code: 0, out: [expect.stringContaining('0')] })
  })

  test('schema programme: a JSON Schema by which the programmes of an office are right or wrong', async () => {
    const run = await runCli(registerSchema, app.database, NOW, ['schema', 'programme'])
    const printed = JSON.parse(run.out.join('\n')) as { $schema: string; required: string[] }
    expect(printed.$schema).toContain('json-schema.org')
    expect(printed.required).toEqual(expect.arrayContaining(['code', 'title', 'obligations']))
    const schema = z.fromJSONSchema(printed as never)
    const [row] = await app.database.db.select().from(programmeVersions)
    expect(schema.safeParse(row!.content).success).toBe(true)
    expect(schema.safeParse({ ...(row!.content as object), code: 7 }).success).toBe(false)
  })
})
