import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { registerAccount } from '../../src/cli/account.ts'
import { runPass } from '../../src/jobs/run-pass.ts'
import { accounts, audit, outbox, people } from '../../src/store/schema/index.ts'
import { type Commune, filePledge, startCommune } from '../support/commune.ts'
import { inviteCode } from '../support/join-people.ts'
import { runCli } from '../support/run-cli.ts'
import type { TelegramUser } from '../support/telegram-world.ts'
import type { ZaloUser } from '../support/zalo-world.ts'

let commune: Commune
beforeEach(async () => {
  commune = await startCommune({ now: '2026-03-02 09:00' })
})
afterEach(() => commune.app.close())

const CODE = /([2-9A-Z]{4}-[2-9A-Z]{4})/

/** The secretary of the school cell on both channels, Zalo linked last. */
async function onBoth(): Promise<{ telegram: TelegramUser; zalo: ZaloUser }> {
  const telegram = await commune.telegram('TRUONG', 'S01')
  await telegram.says('/lienket')
  const code = CODE.exec(telegram.heard().join())![1]!
  const zalo = commune.app.zalo.user('Phúc')
  await zalo.says(code)
  await zalo.says('đồng ý')
  zalo.heard()
  return { telegram, zalo }
}

describe('where messages go', () => {
  test('two accounts: the one chosen gets what comes by itself, replies stay where they were asked', async () => {
    const { telegram, zalo } = await onBoth()
    await telegram.says('/taikhoan')
    const overview = telegram.heard().join()
    expect(overview).toContain('Zalo, nối ngày 02/3/2026, nhận tin ở đây')
    expect(overview).toContain('Telegram, nối ngày 02/3/2026, đang dùng ở đây')
    await telegram.presses('Nhận tin ở Telegram')
    expect(telegram.heard().join()).toContain('gửi tới Telegram')
    await commune.at('2026-03-13 08:00')
    expect(telegram.heard().length).toBeGreaterThan(0)
    expect(zalo.heard()).toEqual([])
    await zalo.says('việc')
    expect(zalo.heard().join()).toContain('Việc cần làm')
    expect(telegram.heard()).toEqual([])
  })

  test('on Zalo the choice is a number, and what is queued for the other channel already follows', async () => {
    const { telegram, zalo } = await onBoth()
    await zalo.says('/taikhoan')
    await zalo.presses('Nhận tin ở Telegram')
    commune.app.clock.set('2026-03-13T08:00+07:00')
    await runPass(commune.app.parts)
    await later(commune)
    await zalo.says('tài khoản')
    await zalo.presses('Nhận tin ở Zalo')
    zalo.heard()
    await commune.app.pass(runPass)
    expect(zalo.heard().join()).toContain('Việc')
    await commune.app.database.db
      .update(outbox)
      .set({ dueAt: new Date('2026-01-01') })
      .where(eq(outbox.state, 'queued'))
    await commune.app.settle()
    expect(telegram.heard()).toEqual([])
  })

  test('somebody who blocks the preferred account is written to on the other one', async () => {
    const { telegram, zalo } = await onBoth()
    await telegram.says('/taikhoan')
    await telegram.presses('Nhận tin ở Telegram')
    await telegram.blocks()
    await commune.at('2026-03-13 08:00')
    expect(zalo.heard().length).toBeGreaterThan(0)
  })
})

describe('a new telephone', () => {
  test('a code from the old one moves the person; the old account hears nothing of whose it was', async () => {
    const phuc = await commune.telegram('TRUONG', 'S01')
    await phuc.says('đổi máy')
    await phuc.presses('Lấy mã cho điện thoại mới')
    const code = CODE.exec(phuc.heard().join())![1]!
    const fresh = commune.app.telegram.user('Phúc máy mới')
    await fresh.starts(code)
    await fresh.presses('Đồng ý')
    expect(fresh.heard().join()).toContain('đã được nối')
    const told = phuc.heard().join()
    expect(told).toContain('không còn nhận tin nữa')
    expect(told).not.toMatch(/Phúc|Chi bộ|Trường/)
    await phuc.says('việc')
    expect(phuc.heard().join()).toContain('mã mời')
    await commune.at('2026-03-13 08:00')
    expect(phuc.heard()).toEqual([])
    expect(fresh.heard().length).toBeGreaterThan(0)
  })

  test('the old one is gone: the secretary gives a new code, and the other channel is told of', async () => {
    await commune.telegram('THON1', 'T02')
    const an = await commune.zalo('THON1', 'T01')
    await an.says('/danhsach')
    await an.presses('Chọn một người để cấp mã hoặc ngắt tài khoản')
    const [, name] = /1\. (.+)/.exec(an.heard().at(-1)!)!
    expect(name).toBeTruthy()
    const code = await inviteCode(commune.app, 'THON1', 'T02')
    const zalo = commune.app.zalo.user('máy mới')
    await zalo.says(code)
    await zalo.says('đồng ý')
    expect(zalo.heard().join()).toContain('Tài khoản đã nối từ trước vẫn còn dùng được: Telegram')
  })
})

describe('a lost telephone', () => {
  test('parted from the other channel: asked once, then nothing queued is sent there', async () => {
    const { telegram, zalo } = await onBoth()
    commune.app.clock.set('2026-03-13T08:00+07:00')
    await runPass(commune.app.parts)
    await later(commune)
    await telegram.says('mất máy')
    await telegram.presses('Ngắt: Zalo, nối ngày 02/3/2026')
    expect(telegram.heard().at(-1)).toContain('Ngắt ngay?')
    zalo.heard()
    expect(await queuedTo('zalo')).toBeGreaterThan(0)
    await telegram.presses('Ngắt ngay')
    expect(telegram.heard().join()).toContain('Các tin đang chờ gửi tới đó đã dừng')
    expect(await queuedTo('zalo')).toBe(0)
    expect(zalo.heard()).toEqual(['Tài khoản này không còn nhận tin nữa.'])
    await zalo.says('việc')
    expect(zalo.heard().join()).toContain('mã mời')
    await commune.app.pass(runPass)
    expect(telegram.heard().join()).toContain('Việc')
    const rows = await commune.app.database.db.select().from(audit).where(eq(audit.action, 'unbind-account'))
    expect(rows).toMatchObject([{ actorRole: 'member' }])
  })

  test('by the secretary, who sees which of several accounts; the person is told on the other one', async () => {
    const quan = await commune.telegram('TRUONG', 'S02')
    await quan.says('/lienket')
    const code = CODE.exec(quan.heard().join())![1]!
    const zalo = commune.app.zalo.user('Quân')
    await zalo.says(code)
    await zalo.says('đồng ý')
    const phuc = await commune.zalo('TRUONG', 'S01')
    zalo.heard()
    await phuc.says('danh sách')
    await phuc.presses('Chọn một người để cấp mã hoặc ngắt tài khoản')
    await phuc.presses(await fullName('S02'))
    await phuc.presses('Ngắt tài khoản')
    expect(phuc.heard().at(-1)).toContain('Chọn tài khoản cần ngắt')
    await phuc.presses('Telegram, nối ngày 02/3/2026')
    expect(phuc.heard().at(-1)).toContain('Đã ngắt tài khoản đó')
    expect(zalo.heard().join()).toContain('Tài khoản bị ngắt: Telegram')
    await quan.says('việc')
    expect(quan.heard().at(-1)).toContain('mã mời')
  })

  test('by the operator, on the command line', async () => {
    const { telegram } = await onBoth()
    const { database, parts } = commune.app
    const run = (...words: string[]) =>
      commune.app.tools((tools) =>
        runCli(registerAccount, database, '2026-03-02T09:05+07:00', words, { ...tools, t: parts.t }),
      )
    const [row] = await database.db
      .select()
      .from(accounts)
      .where(eq(accounts.externalId, String(telegram.id)))
    const listed = await run('account', 'list', '--member', 'S01')
    expect(listed.out.join('\n')).toContain(row!.id)
    const revoked = await run('account', 'revoke', row!.id)
    expect(revoked).toMatchObject({ code: 0, err: [] })
    await commune.app.settle()
    expect(telegram.heard().join()).toBe('Tài khoản này không còn nhận tin nữa.')
    expect((await run('account', 'revoke', row!.id)).code).toBe(1)
    expect((await run('account', 'list', '--member', 'KHONG')).code).toBe(1)
  })
})

test('one account is one person: a second code is refused kindly, is not used up, and says the way out', async () => {
  const phuc = await commune.zalo('TRUONG', 'S01')
  const code = await inviteCode(commune.app, 'TRUONG', 'S02')
  await phuc.says(code)
  const refused = phuc.heard().join()
  expect(refused).toContain('mỗi tài khoản chỉ gắn với một người')
  expect(refused).toContain('nhập hộ')
  const own = commune.app.zalo.user('Quân')
  await own.says(code)
  await own.says('đồng ý')
  expect(own.heard().join()).toContain('đã được nối')
})

test('a filing made on the old account is still there on the new one', async () => {
  const phuc = await commune.telegram('TRUONG', 'S01')
  const code = await filePledge(phuc)
  const fresh = commune.app.zalo.user('Phúc máy mới')
  await fresh.says(await inviteCode(commune.app, 'TRUONG', 'S01'))
  await fresh.says('đồng ý')
  fresh.heard()
  await fresh.says(`xem ${code}`)
  expect(fresh.heard().join()).toContain('Gọn gàng nơi làm việc')
})

/** What is queued now does not leave before next year. */
async function later({ app }: Commune): Promise<void> {
  await app.database.db
    .update(outbox)
    .set({ dueAt: new Date('2027-01-01') })
    .where(eq(outbox.state, 'queued'))
}

async function queuedTo(channel: 'telegram' | 'zalo'): Promise<number> {
  const [bot] = channel === 'zalo' ? commune.app.zaloBots : commune.app.telegramBots
  const rows = await commune.app.database.db.select().from(outbox).where(eq(outbox.state, 'queued'))
  return rows.filter((row) => row.botId === bot!.id).length
}

async function fullName(code: string): Promise<string> {
  const rows = await commune.app.database.db.select().from(people)
  return rows.find((row) => row.code === code)!.fullName
}
