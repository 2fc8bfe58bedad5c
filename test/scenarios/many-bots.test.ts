import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { registerBot } from '../../src/cli/bot.ts'
import { registerInvite } from '../../src/cli/invite.ts'
import type { PrintedInvite } from '../../src/cli/made-invite.ts'
import { audit, invites } from '../../src/store/schema/index.ts'
import { importRoster, inviteCode, joinAs } from '../support/join-people.ts'
import { runCli } from '../support/run-cli.ts'
import { startTestApp, type TestApp } from '../support/start-test-app.ts'

const NOW = '2026-03-02T09:00+07:00'

const many = (unit: string, from: number) =>
  Array.from({ length: 30 }, (_, index) => `N${from + index}|Người Thử ${from + index}|${unit}|`).join('\n')

let app: TestApp
beforeEach(async () => {
  app = await startTestApp({ now: NOW, bots: { telegram: 1, zalo: 2 } })
  await importRoster(
    app,
    `DU|Đảng ủy phường Mẫu|committee-commune|
CB1|Chi bộ Mẫu 1|cell-street|DU
CB2|Chi bộ Mẫu 2|cell-school|DU
CB3|Chi bộ Mẫu 3|cell-agency|DU`,
    `M1|Nguyễn Văn Bình|CB1|secretary
M2|Trần Thị Lan|CB2|
${many('CB1', 100)}
${many('CB2', 200)}
M3|Lê Văn Cường|CB3|secretary
M4|Phạm Thị Dung|CB3|`,
  )
})
afterEach(() => app.close())

const cli = (...words: string[]) =>
  runCli(
    (program, deps) => {
      registerBot(program, deps)
      registerInvite(program, deps)
    },
    app.database,
    NOW,
    words,
    { bots: app.bots, vault: app.parts.vault },
  )

describe('bots of one channel', () => {
  test('assigned by hand: units below inherit, and a code at the wrong bot is answered with the right link', async () => {
    await cli('bot', 'assign', 'DU', 'Bot Nhịp Quý 1')
    await cli('bot', 'assign', 'CB2', 'Bot Nhịp Quý 2')
    const lan = app.zalo.user('Lan')
    const code = await inviteCode(app, 'CB2', 'M2')
    await lan.says(code)
    const [answer] = lan.heard()
    expect(answer).toContain('Mã đúng, nhưng dùng ở một bot khác: Bot Nhịp Quý 2')
    expect(answer).toContain(app.bots.link(app.zaloBots[1]!, code))
    const atRight = app.zalo.user('Lan', { bot: 1 })
    await atRight.says(code)
    await atRight.says('đồng ý')
    expect(atRight.heard().join()).toContain('đã được nối')
    await joinAs(app, 'zalo', 'CB1', 'M1', 0)
  })

  test('spread by themselves: nobody over 45 people, no cell split, nothing for the only Telegram bot', async () => {
    const plan = await cli('bot', 'assign', '--auto', '--dry-run')
    expect(plan.out).toContain('telegram: only one bot, nothing to assign.')
    expect(plan.out).toContain('zalo: it would be as follows (nothing written).')
    const done = await cli('bot', 'assign', '--auto')
    expect(done.out.slice(1)).toEqual([
      'zalo: assigned.',
      'Bot Nhịp Quý 1 serves everybody of: CB1, CB3',
      'Bot Nhịp Quý 2 serves everybody of: CB2',
    ])
    const again = await cli('bot', 'assign', '--auto')
    expect(again.out.slice(2)).toEqual(done.out.slice(2))
    const listed = await cli('bot', 'list')
    expect(
      listed.out.filter((line) => line.startsWith('zalo')).map((line) => line.split(' · ').at(-1)),
    ).toEqual(['2 units of its own', '1 units of its own'])
  })

  test('before any is assigned: the list says which units have none', async () => {
    expect((await cli('bot', 'list')).out.at(-1)).toBe('zalo: 3 units have no bot. Run: bot assign --auto')
  })

  test.each([
    [['bot', 'assign', 'ZZ', 'Bot Nhịp Quý 1'], 1],
    [['bot', 'assign', 'CB1', 'nobody'], 1],
    [['bot', 'assign', 'CB1'], 2],
    [['invite', '--unit', 'ZZ'], 1],
    [['invite', '--unit', 'CB1', '--member', 'M2'], 1],
    [['invite'], 2],
  ])('%j: refused with code %i', async (words, code) => {
    const run = await cli(...words)
    expect(run.code).toBe(code)
    expect(run.err).toHaveLength(1)
    expect(run.out).toEqual([])
  })
})

describe('invitations on the command line', () => {
  test('--member --json: one object with code, unit, member, bot, link and expiry', async () => {
    await cli('bot', 'assign', 'DU', 'Bot Nhịp Quý 1')
    const printed = JSON.parse(
      (await cli('invite', '--unit', 'CB3', '--member', 'M4', '--json')).out[0]!,
    ) as PrintedInvite
    expect(printed).toMatchObject({
      unit: 'CB3',
      member: 'M4',
      bot: 'Nhịp Quý 1',
      expires: '2026-03-16T02:00:00.000Z',
    })
    expect(printed.link).toBe(`https://t.me/NhipQuyTest1Bot?start=${printed.code}`)
    expect(printed.code).toMatch(/^[2-9A-Z]{8}$/)
    expect(printed.bots?.map((each) => each.channel)).toEqual(['telegram', 'zalo'])
    const [row] = await app.database.db.select().from(invites)
    expect(JSON.stringify(row)).not.toContain(printed.code)
  })

  test('--unit --json: one for each member without an account who did not say no', async () => {
    const people = async () => {
      const run = await cli('invite', '--unit', 'CB3', '--json')
      return (JSON.parse(run.out[0]!) as PrintedInvite[]).map((each) => each.member)
    }
    expect(await people()).toEqual(['M3', 'M4'])
    const cuong = app.telegram.user('Cường')
    await cuong.starts(await inviteCode(app, 'CB3', 'M3'))
    await cuong.presses('Không')
    expect(await people()).toEqual(['M4'])
    await joinAs(app, 'telegram', 'CB3', 'M4')
    expect(await people()).toEqual([])
    expect((await cli('invite', '--unit', 'CB3')).out).toEqual([
      'Nobody needs a code: everybody has joined or chose not to use the bot.',
    ])
  })

  test('--group: a code for a group, with links that add the bot to it', async () => {
    const run = await cli('invite', '--group', 'CB3', '--json')
    const printed = JSON.parse(run.out[0]!) as PrintedInvite
    expect(printed).toMatchObject({ unit: 'CB3', member: null })
    expect(printed.link).toContain('startgroup=')
  })

  test('officers alone, and the units below; every code is on record', async () => {
    const run = await cli('invite', '--unit', 'DU', '--below', '--officers')
    expect(run.out.filter((line) => line.includes(' · ')).map((line) => line.split(' · ')[1])).toEqual([
      'M1 Nguyễn Văn Bình',
      'M3 Lê Văn Cường',
    ])
    const rows = await app.database.db.select().from(audit)
    expect(rows.filter((row) => row.action === 'invite')).toHaveLength(2)
  })
})
