import { and, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { listCountedThings } from '../../src/store/counted-things.ts'
import { findPersonByCode } from '../../src/store/people.ts'
import { assignments, audit, people, rosterChanges } from '../../src/store/schema/index.ts'
import { listUnitsByCode } from '../../src/store/units.ts'
import { dayOf } from '../../src/time.ts'
import { type Commune, filePledge, startCommune } from '../support/commune.ts'
import { inviteCode } from '../support/join-people.ts'
import { talk } from '../support/talk.ts'
import type { TelegramUser } from '../support/telegram-world.ts'
import type { ZaloUser } from '../support/zalo-world.ts'

let commune: Commune
beforeEach(async () => {
  commune = await startCommune({ now: '2026-03-03 09:00' })
})
afterEach(() => commune.app.close())

type Person = TelegramUser | ZaloUser

/** Opens the list, the person and the proposals, and chooses one. */
async function propose(secretary: Person, name: string, what: string): Promise<string> {
  await secretary.says('danh sách')
  await secretary.presses('Chọn một người để cấp mã hoặc ngắt tài khoản')
  await secretary.presses(name)
  await secretary.presses('Đề nghị thay đổi')
  secretary.heard()
  await secretary.presses(what)
  return secretary.heard().join('\n')
}

async function view(code: string) {
  return commune.app.tools(({ tx, now }) => findPersonByCode(tx, commune.treeId, code, dayOf(now)))
}

async function unitId(code: string): Promise<string> {
  return commune.app.tools(async ({ tx, now }) => (await listUnitsByCode(tx, code, dayOf(now)))[0]!.id)
}

async function stateOf(code: string, obligationUnit?: string) {
  const [person] = await commune.app.database.db.select().from(people).where(eq(people.code, code))
  const rows = await commune.app.database.db
    .select()
    .from(assignments)
    .where(and(eq(assignments.personId, person!.id), eq(assignments.dueOn, '2026-03-16')))
  return rows.map((row) => [row.state, row.unitId === obligationUnit ? 'there' : 'elsewhere'])
}

describe('a secretary on Zalo, the office on Telegram', () => {
  test('away until a day: proposed, shown as waiting, confirmed, told; then neither reminded nor missed', async () => {
    const phuc = await commune.zalo('TRUONG', 'S01')
    const uyen = await commune.telegram('XA', 'X01')
    const son = await commune.zalo('TRUONG', 'S03')
    expect(await propose(phuc, 'Mẫu Văn Sơn', 'Đi vắng đến ngày')).toContain('Vắng đến hết ngày nào?')
    expect(await talk(phuc, '20/3')).toContain('20/3/2026')
    expect(await talk(phuc, 'gửi')).toContain('Đã gửi văn phòng')
    const notice = uyen.heard().at(-1)!
    expect(notice).toContain('Có đề nghị thay đổi danh sách')
    expect(notice).toContain('Mẫu Văn Sơn, Chi bộ trường Mẫu: vắng đến hết ngày 20/3/2026')
    expect(await talk(phuc, 'danh sách')).toContain('Đề nghị đang chờ văn phòng: 1\n• Mẫu Văn Sơn: vắng đến')
    expect(await propose(phuc, 'Mẫu Văn Sơn', 'Đi vắng đến ngày')).toContain('Vắng đến')
    expect(await talk(phuc, '25/3', 'gửi')).toContain('đã gửi rồi và đang chờ')

    await uyen.says('/nhanvien')
    expect(uyen.buttons()).toEqual(['Chi bộ trường Mẫu – Mẫu Văn Sơn: vắng đến hết ngày 20/3/2026'])
    await uyen.presses(uyen.buttons()[0]!)
    await uyen.presses('Xác nhận')
    expect(uyen.heard().at(-1)).toContain('Đã đổi danh sách từ hôm nay')
    expect(phuc.heard().join()).toContain('Văn phòng đã xác nhận thay đổi danh sách')
    expect(await talk(phuc, 'danh sách')).toContain('• Mẫu Văn Sơn: vắng đến hết ngày 20/3/2026')

    son.heard()
    await commune.at('2026-03-13 08:00')
    expect(son.heard().filter((text) => text.startsWith('Nhắc việc'))).toEqual([])
    expect(await pledgesCounted()).toBe(3)
    await commune.at('2026-03-21 09:00')
    expect(await pledgesCounted()).toBe(4)
    expect(await talk(phuc, 'danh sách')).not.toContain('vắng đến')
  })

  test('taken back before the office answers: nobody has to decide it, and it may be proposed anew', async () => {
    const phuc = await commune.zalo('TRUONG', 'S01')
    const uyen = await commune.telegram('XA', 'X01')
    await propose(phuc, 'Mẫu Văn Sơn', 'Đi vắng đến ngày')
    await talk(phuc, '20/3', 'gửi')
    await uyen.says('/nhanvien')
    await phuc.says('danh sách')
    await phuc.presses('Rút đề nghị: Mẫu Văn Sơn – vắng đến hết ngày 20/3/2026')
    expect(phuc.heard().at(-1)).toContain('Đã rút đề nghị')
    expect(await talk(phuc, 'danh sách')).not.toContain('đang chờ văn phòng')
    await uyen.presses(uyen.buttons()[0]!)
    expect(uyen.heard().at(-1)).toContain('đã rút đề nghị này')
    await propose(phuc, 'Mẫu Văn Sơn', 'Đi vắng đến ngày')
    expect(await talk(phuc, '25/3', 'gửi')).toContain('Đã gửi văn phòng')
  })

  test('refused with a reason: the secretary reads it, the list stays as it is', async () => {
    const phuc = await commune.zalo('TRUONG', 'S01')
    const uyen = await commune.telegram('XA', 'X01')
    expect(await propose(phuc, 'Mẫu Văn Tú', 'Được miễn sinh hoạt')).toContain('danh sách chưa đổi gì')
    await phuc.presses('Đúng, gửi')
    await uyen.says('nhân viên')
    await uyen.presses(uyen.buttons()[0]!)
    await uyen.presses('Từ chối')
    expect(await talk(uyen, 'Chưa có quyết định của cấp ủy')).toContain('danh sách vẫn như cũ')
    expect(phuc.heard().join()).toContain('“Chưa có quyết định của cấp ủy”')
    expect((await view('S04'))?.memberships[0]?.exempt).toBe(false)
    expect(await talk(uyen, '/nhanvien')).toContain('Không có đề nghị thay đổi nào đang chờ')
    const rows = await commune.app.database.db.select().from(audit).where(eq(audit.action, 'change-roster'))
    expect(rows).toMatchObject([{ actorRole: 'office', details: { kind: 'exempt', confirmed: false } }])
  })
})

describe('a secretary on Telegram, the office on Zalo', () => {
  test('transferred: the year goes along, what was filed stays where it was filed', async () => {
    const phuc = await commune.telegram('TRUONG', 'S01')
    const uyen = await commune.zalo('XA', 'X01')
    const son = await commune.telegram('TRUONG', 'S03')
    const code = await filePledge(son)
    await propose(phuc, 'Mẫu Văn Sơn', 'Chuyển sang đơn vị khác')
    expect(await talk(phuc, 'thôn một', 'gửi')).toContain('chuyển sang Chi bộ thôn Một')
    await propose(phuc, 'Mẫu Văn Tú', 'Chuyển sang đơn vị khác')
    expect(await talk(phuc, 'chi bộ nào đó', 'gửi')).toContain('Không tìm thấy đơn vị')
    expect(await talk(phuc, 'sửa 1', 'THON1', 'gửi')).toContain('Đã gửi văn phòng')
    expect(await talk(uyen, '/nhanvien')).toContain('đang chờ trả lời: 2')
    await talk(uyen, '1', '1')
    await talk(uyen, '/nhanvien', '1', '1')
    const thon = await unitId('THON1')
    expect((await view('S03'))?.memberships.map((each) => each.unitId)).toEqual([thon])
    expect(await stateOf('S03', thon)).toEqual([['done', 'elsewhere']])
    expect(await stateOf('S04', thon)).toEqual([['open', 'there']])
    expect(await talk(son, `xem ${code}`)).toContain('Gọn gàng nơi làm việc')
  })

  test('left: what was open is withdrawn, and reminders stop', async () => {
    const phuc = await commune.telegram('TRUONG', 'S01')
    const uyen = await commune.zalo('XA', 'X01')
    const son = await commune.zalo('TRUONG', 'S03')
    await propose(phuc, 'Mẫu Văn Sơn', 'Đã rời đơn vị')
    await phuc.presses('Đúng, gửi')
    await talk(uyen, '/nhanvien', '1', '1')
    expect(await stateOf('S03')).toEqual([['withdrawn', 'elsewhere']])
    son.heard()
    await commune.at('2026-03-13 08:00')
    expect(son.heard()).toEqual([])
    expect(await talk(phuc, 'danh sách')).not.toContain('Sơn')
  })

  test('a new member: asked like a form, gets a code of the unit, owes what is still open, can be invited', async () => {
    const phuc = await commune.telegram('TRUONG', 'S01')
    const uyen = await commune.zalo('XA', 'X01')
    await phuc.says('/danhsach')
    await phuc.presses('Thêm đảng viên mới')
    expect(phuc.heard().at(-1)).toContain('Họ và tên đầy đủ')
    await talk(phuc, 'Mẫu Thị Xuân', 'đảng viên dự bị', 'bỏ qua')
    const sent = await talk(phuc, 'gửi')
    expect(sent).toContain('Mẫu Thị Xuân, Chi bộ trường Mẫu: thêm mới (Đảng viên dự bị)')
    await talk(uyen, '/nhanvien', '1', '1')
    expect(await view('TRUONG-M1')).toMatchObject({
      fullName: 'Mẫu Thị Xuân',
      memberships: [{ category: 'probationary' }],
    })
    expect(await stateOf('TRUONG-M1')).toEqual([['open', 'elsewhere']])
    expect(await talk(phuc, '/danhsach')).toContain('• Mẫu Thị Xuân: dự bị')
    const xuan = commune.app.zalo.user('Xuân')
    await xuan.says(await inviteCode(commune.app, 'TRUONG', 'TRUONG-M1'))
    expect(xuan.heard().join()).toContain('Người được mời: Xuân')
  })

  test('a new telephone number is kept sealed, and a wrong one is said so', async () => {
    const phuc = await commune.telegram('TRUONG', 'S01')
    const uyen = await commune.zalo('XA', 'X01')
    await propose(phuc, 'Mẫu Văn Sơn', 'Số điện thoại mới')
    expect(await talk(phuc, 'chưa nhớ', 'gửi')).toContain('Số điện thoại chưa đúng')
    expect(await talk(phuc, 'sửa 1', '0912345678', 'gửi')).toContain('Đã gửi')
    await talk(uyen, '/nhanvien', '1', '1')
    const [row] = await commune.app.database.db.select().from(people).where(eq(people.code, 'S03'))
    expect(commune.app.parts.vault.open(`people.phone_sealed:${row!.id}`, row!.phoneSealed!)).toBe(
      '0912345678',
    )
    const [change] = await commune.app.database.db.select().from(rosterChanges)
    expect(change?.contentSealed).not.toContain('0912345678')
  })
})

describe('standing in', () => {
  test('until a day: told, has the rights of a secretary, owes nothing more, and it ends by itself', async () => {
    const phuc = await commune.telegram('TRUONG', 'S01')
    const uyen = await commune.zalo('XA', 'X01')
    const son = await commune.telegram('TRUONG', 'S03')
    expect(await talk(son, '/danhsach')).toContain('dành cho vai trò khác')
    await propose(phuc, 'Mẫu Văn Sơn', 'Giao phụ trách thay, có thời hạn')
    await talk(phuc, 'thay bí thư')
    expect(await talk(phuc, '1/2/2026', 'gửi')).toContain('Ngày phải từ hôm nay trở đi')
    expect(await talk(phuc, 'sửa 2', '10/3/2026', 'gửi')).toContain('thay bí thư đến hết ngày 10/3/2026')
    await talk(uyen, '/nhanvien', '1', '1')
    expect(son.heard().join()).toContain('Thay bí thư Chi bộ trường Mẫu, đến hết ngày 10/3/2026')
    expect(await talk(son, '/danhsach')).toContain('• Mẫu Văn Sơn: thay bí thư đến hết ngày 10/3/2026')
    expect(await stateOf('S03')).toEqual([['open', 'elsewhere']])
    await commune.at('2026-03-10 23:00')
    expect(await talk(son, '/danhsach')).toContain('Chi bộ trường Mẫu')
    phuc.heard()
    await commune.at('2026-03-11 09:00')
    expect(son.heard().join()).toContain('Thời gian phụ trách thay đã hết')
    expect(phuc.heard().join()).toContain('Thời gian giao phụ trách thay ở đơn vị đã hết')
    expect(await talk(son, '/danhsach')).toContain('dành cho vai trò khác')
    await commune.at('2026-03-12 09:00')
    expect(son.heard().filter((text) => text.includes('phụ trách thay'))).toEqual([])
  })
})

describe('the office itself', () => {
  test('opens the list of a unit by its name and changes it at once', async () => {
    const uyen = await commune.telegram('XA', 'X01')
    expect(await talk(uyen, '/danhsach')).toContain('Xem danh sách của đơn vị nào?')
    expect(await talk(uyen, '/danhsach trường')).toContain('Chi bộ trường Mẫu, ngày 03/3/2026')
    await uyen.presses('Chọn một người để cấp mã hoặc ngắt tài khoản')
    await uyen.presses('Mẫu Văn Tú')
    await uyen.presses('Đề nghị thay đổi')
    await uyen.presses('Được miễn sinh hoạt')
    await uyen.presses('Đúng, gửi')
    expect(uyen.heard().at(-1)).toContain('Đã đổi danh sách từ hôm nay')
    expect((await view('S04'))?.memberships[0]?.exempt).toBe(true)
    expect(await stateOf('S04')).toEqual([['withdrawn', 'elsewhere']])
  })

  test('of another unit: a secretary opens and changes nothing there; a member has none of it', async () => {
    const an = await commune.telegram('THON1', 'T01')
    expect(await talk(an, '/danhsach trường')).toContain('Không tìm thấy đơn vị này')
    const binh = await commune.zalo('THON1', 'T02')
    expect(await talk(binh, '/nhanvien')).toContain('dành cho vai trò khác')
    expect(await talk(an, '/nhanvien')).toContain('dành cho vai trò khác')
  })

  test('two of the office at once: the second is told that it was answered', async () => {
    const phuc = await commune.telegram('TRUONG', 'S01')
    const uyen = await commune.telegram('XA', 'X01')
    await propose(phuc, 'Mẫu Văn Tú', 'Đã rời đơn vị')
    await phuc.presses('Đúng, gửi')
    await uyen.says('/nhanvien')
    await uyen.presses(uyen.buttons()[0]!)
    await uyen.presses('Xác nhận')
    await uyen.presses('Từ chối')
    expect(uyen.heard().at(-1)).toContain('đã được trả lời trước đó')
  })
})

/** Of how many people the school's pledges are counted. */
async function pledgesCounted(): Promise<number> {
  const school = await unitId('TRUONG')
  return commune.app.tools(async ({ tx, now }) => {
    const counts = await listCountedThings(tx, {
      treeId: commune.treeId,
      day: dayOf(now),
      lastWeek: now,
      locale: 'vi',
      // Without words for a round a title stands alone.
      t: () => '',
      unitIds: [school],
    })
    const pledges = (counts.get(school) ?? []).filter(({ title }) => title === 'Bản đăng ký làm theo')
    return pledges.reduce((sum, { total }) => sum + total, 0)
  })
}
