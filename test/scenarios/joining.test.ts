import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findConsent } from '../../src/store/consents.ts'
import { findPersonByCode } from '../../src/store/people.ts'
import { accounts, audit, consents } from '../../src/store/schema/index.ts'
import { listTrees } from '../../src/store/units.ts'
import { issueInvite } from '../../src/store/invites.ts'
import { createAnsweringWorld } from '../support/answering-world.ts'
import { smallProgramme } from '../support/small-programme.ts'
import { importRoster, inviteCode, joinAs } from '../support/join-people.ts'
import { startTestApp, type TestApp } from '../support/start-test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await startTestApp({ now: '2026-03-02T09:00+07:00' })
  await importRoster(
    app,
    `DU|Đảng ủy phường Mẫu|committee-commune|
CB1|Chi bộ Mẫu 1|cell-street|DU
CB2|Chi bộ Mẫu 2|cell-school|DU`,
    `M1|Nguyễn Văn Bình|CB1|secretary
M2|Trần Thị Lan|CB1|
M3|Lê Văn Cường|CB1|
M4|Phạm Thị Dung|CB2|secretary`,
  )
})
afterEach(() => app.close())

const decisions = async () =>
  (await app.database.db.select().from(consents)).map((row) => `${row.purpose} ${row.decision}`)

async function consentOf(member: string) {
  return app.tools(async ({ tx }) => {
    const [tree] = await listTrees(tx)
    const person = await findPersonByCode(tx, tree!.id, member, '2026-03-02')
    return findConsent(tx, person!.id, 'messages')
  })
}

describe('joining', () => {
  test('Telegram, by the link: given name and unit, the terms, then yes and a welcome', async () => {
    const lan = app.telegram.user('Lan')
    await lan.starts(await inviteCode(app, 'CB1', 'M2'))
    const [terms] = lan.heard()
    expect(terms).toContain('Người được mời: Lan, Chi bộ Mẫu 1.')
    expect(terms).not.toContain('Trần')
    expect(terms).toContain('/rutlai')
    expect(terms).toContain('Sổ tay đảng viên điện tử vẫn là nơi ghi chính thức')
    expect(lan.buttons()).toEqual(['Đồng ý', 'Không'])
    expect(await decisions()).toEqual([])
    await lan.presses('Đồng ý')
    expect(lan.heard()[0]).toContain('Cảm ơn, tài khoản này đã được nối.')
    expect(await consentOf('M2')).toBe('granted')
  })

  test('Zalo, by typing: the code in any spelling, and the answer by number', async () => {
    const lan = app.zalo.user('Lan')
    const code = await inviteCode(app, 'CB1', 'M2')
    await lan.says(`${code.slice(0, 4)} ${code.slice(4)}`.toLowerCase())
    expect(lan.heard().join('\n')).toContain('1. Đồng ý\n2. Không')
    await lan.presses('Đồng ý')
    expect(lan.heard()[0]).toContain('Cảm ơn, tài khoản này đã được nối.')
  })

  test('consent: kept with text version, time, channel and message', async () => {
    await joinAs(app, 'zalo', 'CB1', 'M2')
    const [row] = await app.database.db.select().from(consents)
    expect(row).toMatchObject({
      purpose: 'messages',
      decision: 'granted',
      channel: 'zalo',
      method: 'chat',
      at: new Date('2026-03-02T09:00+07:00'),
    })
    expect(row?.textVersion).toMatch(/^vi-[0-9a-f]{12}$/)
    expect(row?.messageExternalId).toBeTruthy()
  })

  test('politeness is no answer: nothing is agreed to by "vâng"', async () => {
    const lan = app.zalo.user('Lan')
    await lan.says(await inviteCode(app, 'CB1', 'M2'))
    lan.heard()
    await lan.says('vâng')
    expect(await decisions()).toEqual([])
    expect(lan.heard()).toEqual([expect.stringContaining('Câu hỏi ở trên vẫn đang chờ')])
    await lan.says('đồng ý')
    expect(await consentOf('M2')).toBe('granted')
  })

  test('no: kept and respected, the code is used up, and a new code asks anew', async () => {
    const lan = app.zalo.user('Lan')
    const code = await inviteCode(app, 'CB1', 'M2')
    await lan.says(code)
    await lan.says('không')
    expect(lan.heard().at(-1)).toContain('bot sẽ không nhắn gì')
    expect(await consentOf('M2')).toBe('refused')
    await lan.says(code)
    expect(lan.heard().at(-1)).toContain('Mã này đã được dùng rồi')
    await lan.says(await inviteCode(app, 'CB1', 'M2'))
    await lan.says('đồng ý')
    expect(await consentOf('M2')).toBe('granted')
  })

  test('a stranger: a short useful answer that tells nothing', async () => {
    const stranger = app.telegram.user('người lạ')
    await stranger.starts()
    await stranger.says('/danhsach')
    await stranger.says('chi bộ 1 có bao nhiêu người?')
    for (const text of stranger.heard()) {
      expect(text).toContain('mã')
      expect(text).not.toMatch(/Mẫu|Lan|Bình/)
    }
  })

  test('wrong codes: after five the chat waits an hour, and then the right one works', async () => {
    const lan = app.zalo.user('Lan')
    for (let tries = 0; tries < 5; tries += 1) await lan.says('CDFG-2345')
    expect(lan.heard().every((text) => text.includes('Mã này không đúng'))).toBe(true)
    const code = await inviteCode(app, 'CB1', 'M2')
    await lan.says(code)
    expect(lan.heard().join()).toContain('chờ đến 10:00 02/3')
    app.clock.set('2026-03-02T10:01+07:00')
    await lan.says(code)
    expect(lan.heard().join()).toContain('Người được mời: Lan')
  })

  test('a code after 14 days, a code that was replaced: said so', async () => {
    const lan = app.zalo.user('Lan')
    const old = await inviteCode(app, 'CB1', 'M2')
    const fresh = await inviteCode(app, 'CB1', 'M2')
    await lan.says(old)
    expect(lan.heard().join()).toContain('thay bằng mã khác')
    app.clock.set('2026-03-17T09:00+07:00')
    await lan.says(fresh)
    expect(lan.heard().join()).toContain('hết hạn sau 14 ngày')
  })

  test('a new telephone: a new code moves the person to the new account of that bot', async () => {
    const old = await joinAs(app, 'telegram', 'CB1', 'M2')
    const fresh = app.telegram.user('Lan máy mới')
    await fresh.starts(await inviteCode(app, 'CB1', 'M2'))
    await fresh.presses('Đồng ý')
    expect(old.heard().join()).toContain('mã mới đã được dùng ở một tài khoản khác')
    const rows = await app.database.db.select().from(accounts)
    expect(rows.filter((row) => row.state === 'linked')).toHaveLength(1)
    await old.says('/lienket')
    expect(old.heard().join()).toContain('mã mời')
  })

  test('one account is one person: the code of somebody else is refused', async () => {
    const lan = await joinAs(app, 'telegram', 'CB1', 'M2')
    await lan.says(await inviteCode(app, 'CB1', 'M3'))
    expect(lan.heard().join()).toContain('đang gắn với một người khác')
    expect(await consentOf('M3')).toBeNull()
  })

  test('an old button after the answer: it does nothing any more', async () => {
    const lan = app.telegram.user('Lan')
    await lan.starts(await inviteCode(app, 'CB1', 'M2'))
    await lan.presses('Không')
    await lan.presses('Đồng ý').catch(() => {})
    expect(await decisions()).toEqual(['messages refused'])
  })
})

describe('the secretary', () => {
  test('is told who joined, and "không phải" parts the account again', async () => {
    const binh = await joinAs(app, 'zalo', 'CB1', 'M1')
    const lan = await joinAs(app, 'telegram', 'CB1', 'M2')
    const notice = binh.heard().join()
    expect(notice).toContain('Trần Thị Lan, Chi bộ Mẫu 1')
    expect(notice).not.toContain('1. Không phải')
    await binh.says('Không phải')
    expect(binh.heard().join()).toContain('Trần Thị Lan có thể tham gia bằng mã mới')
    expect(lan.heard().join()).toContain('Tài khoản này đã được ngắt')
    expect(await consentOf('M2')).toBeNull()
    const actions = (await app.database.db.select().from(audit)).map((row) => row.action)
    expect(actions).toContain('unbind-account')
  })

  test('on Telegram presses the button under the notice', async () => {
    const binh = app.telegram.user('Bình')
    await joinAs(app, 'telegram', 'CB1', 'M1')
    await joinAs(app, 'zalo', 'CB1', 'M2')
    await binh.presses('Không phải')
    expect(binh.heard().at(-1)).toContain('Đã ngắt tài khoản đó')
  })

  test('of several who joined: chooses whom', async () => {
    const binh = await joinAs(app, 'zalo', 'CB1', 'M1')
    await joinAs(app, 'telegram', 'CB1', 'M2')
    await joinAs(app, 'telegram', 'CB1', 'M3')
    binh.heard()
    await binh.says('không phải')
    expect(binh.heard().join()).toContain('Chọn người cần ngắt tài khoản')
    await binh.presses('Lê Văn Cường')
    expect(binh.heard().join()).toContain('Lê Văn Cường có thể tham gia')
    expect(await consentOf('M2')).toBe('granted')
  })

  test('of another unit: is not told and cannot part anybody', async () => {
    const dung = await joinAs(app, 'zalo', 'CB2', 'M4')
    await joinAs(app, 'telegram', 'CB1', 'M2')
    expect(dung.heard()).toEqual([])
    await dung.says('không phải')
    expect(dung.heard().join()).toContain('Không có tài khoản nào')
  })
})

describe('the roster', () => {
  test('shows who joined, who did not, who refused; and makes a new code for one person', async () => {
    const binh = await joinAs(app, 'telegram', 'CB1', 'M1')
    await joinAs(app, 'zalo', 'CB1', 'M2')
    const cuong = app.zalo.user('Cường')
    await cuong.says(await inviteCode(app, 'CB1', 'M3'))
    await cuong.says('không')
    binh.heard()
    await binh.says('danh sách')
    const text = binh.heard().join()
    expect(text).toContain('Đã tham gia: 2/3\n• Nguyễn Văn Bình\n• Trần Thị Lan')
    expect(text).toContain('xin không hỏi lại): 1\n• Lê Văn Cường')
    await binh.presses('Chọn một người để cấp mã hoặc ngắt tài khoản')
    await binh.presses('Trần Thị Lan')
    await binh.presses('Cấp mã mới')
    const [made, forward] = binh.heard().slice(-2)
    expect(made).toContain('Chỉ chuyển tin đó cho:\n\nTrần Thị Lan')
    expect(forward).toMatch(/Mã: [2-9CDFGHJKMNPQRTVWXY]{4}-[2-9CDFGHJKMNPQRTVWXY]{4}/)
    expect(forward).toContain('https://t.me/NhipQuyTest1Bot?start=')
    expect(forward).toContain('đến hết ngày 16/3/2026')
    const seen = (await app.database.db.select().from(audit)).map((row) => row.action)
    expect(seen).toEqual(expect.arrayContaining(['see-roster', 'invite']))
  })

  test('is not for members, and not in a group', async () => {
    const lan = await joinAs(app, 'telegram', 'CB1', 'M2')
    await lan.says('/danhsach')
    expect(lan.heard().join()).toContain('dành cho vai trò khác')
    const group = app.telegram.group('tổ 1', { members: ['Bình'] })
    await joinAs(app, 'telegram', 'CB1', 'M1')
    await group.user('Bình').says('/danhsach')
    expect(group.heard().join()).not.toContain('Trần')
  })
})

describe('taking it back', () => {
  test('/rutlai: what is queued is cancelled, nothing more is sent, and /thamgia comes back', async () => {
    const lan = await joinAs(app, 'telegram', 'CB1', 'M2')
    const chat = await app.tools(async ({ tx }) => (await tx.select().from(accounts))[0]!)
    await app.tools(({ say, machineNow }) =>
      say({
        to: {
          chatId: chat.chatId!,
          botId: chat.botId,
          kind: 'private',
          personId: chat.personId,
          locale: 'vi',
        },
        words: { text: 'Nhắc việc: hạn 09/3' },
        class: 'scheduled',
        topic: 'nudge',
        dueAt: new Date(machineNow.getTime() + 60_000),
      }),
    )
    await lan.says('/rutlai')
    expect(lan.heard().join()).toContain('các tin đang chờ gửi đã hủy')
    expect(await consentOf('M2')).toBe('withdrawn')
    app.clock.set('2026-03-02T09:10+07:00')
    await app.settle()
    expect(lan.heard()).toEqual([])
    await lan.presses('Tham gia lại')
    expect(lan.heard().join()).toContain('Người được mời: Lan')
    await lan.presses('Đồng ý')
    expect(await consentOf('M2')).toBe('granted')
  })
})

describe('a second channel', () => {
  test('/lienket: a code with the link of the other bot, typed there', async () => {
    const lan = await joinAs(app, 'telegram', 'CB1', 'M2')
    await lan.says('/lienket')
    const text = lan.heard().join()
    const code = /([2-9A-Z]{4}-[2-9A-Z]{4})/.exec(text)![1]!
    expect(text).toContain('Bot Nhịp Quý 1')
    const onZalo = app.zalo.user('Lan')
    await onZalo.says(code)
    await onZalo.says('đồng ý')
    expect(onZalo.heard().join()).toContain('đã được nối')
    const rows = await app.database.db.select().from(accounts)
    expect(new Set(rows.map((row) => row.personId)).size).toBe(1)
  })
})

test('joining while something is owed: the welcome names what can be done and what is owed', async () => {
  const world = await createAnsweringWorld({
    database: app.database,
    vault: app.parts.vault,
    clock: app.clock.product,
  })
  await world.addPerson('Hoa', 'cell')
  const { obligationIds } = await world.addProgramme(smallProgramme())
  await world.owe(obligationIds['pledge']!, { personId: world.personIds['Hoa']!, dueOn: '2026-03-09' })
  const code = await app.tools(async (tools) => {
    const invite = { treeId: world.treeId, unitId: world.unitIds.cell, createdBy: 'operator' }
    const issued = await issueInvite(tools, { ...invite, personId: world.personIds['Hoa']!, kind: 'member' })
    return issued.code
  })
  const hoa = app.telegram.user('Hoa')
  await hoa.starts(code)
  await hoa.presses('Đồng ý')
  const [, welcome, can, work] = hoa.heard()
  expect(welcome).toContain('đã được nối')
  expect(can).toContain('/dangky:')
  expect(work).toContain('Việc cần làm: 1')
  expect(hoa.buttons()).toEqual(['Bản đăng ký cá nhân – năm 2026 · 09/3'])
})
