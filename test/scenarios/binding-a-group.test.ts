import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { groupBindings } from '../../src/store/schema/index.ts'
import { importRoster, inviteCode, joinAs } from '../support/join-people.ts'
import { startTestApp, type TestApp } from '../support/start-test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await startTestApp({ now: '2026-03-02T09:00+07:00' })
  await importRoster(
    app,
    `DU|Đảng ủy phường Mẫu|committee-commune|
CB1|Chi bộ Mẫu 1|cell-street|DU`,
    `M1|Nguyễn Văn Bình|CB1|secretary
M2|Trần Thị Lan|CB1|
M5|Đỗ Thị Hoa|DU|office`,
  )
})
afterEach(() => app.close())

const states = async () => (await app.database.db.select().from(groupBindings)).map((row) => row.state)

describe('binding a group', () => {
  test('Telegram, by the secretary with /nhom: bound at once', async () => {
    await joinAs(app, 'telegram', 'CB1', 'M1')
    const group = app.telegram.group('tổ 1', { members: ['Bình'] })
    await group.user('Bình').says(`/nhom ${await inviteCode(app, 'CB1', null)}`)
    expect(group.heard().join()).toContain('Nhóm này đã được nối với Chi bộ Mẫu 1')
    expect(await states()).toEqual(['bound'])
  })

  test('Telegram, by the link that adds the bot: bound at once', async () => {
    await joinAs(app, 'telegram', 'CB1', 'M1')
    const payload = await inviteCode(app, 'CB1', null)
    const group = app.telegram.group('tổ 1', { members: ['Bình'], payload })
    await app.settle()
    expect(group.heard().join()).toContain('đã được nối với Chi bộ Mẫu 1')
  })

  test('by the office of the branch above: bound', async () => {
    await joinAs(app, 'telegram', 'DU', 'M5')
    const group = app.telegram.group('tổ 1', { members: ['Hoa'] })
    await group.user('Hoa').says(`/nhom ${await inviteCode(app, 'CB1', null)}`)
    expect(await states()).toEqual(['bound'])
  })

  test('by a member: refused, and the code still works for the secretary', async () => {
    await joinAs(app, 'telegram', 'CB1', 'M1')
    await joinAs(app, 'telegram', 'CB1', 'M2')
    const group = app.telegram.group('tổ 1', { members: ['Lan', 'Bình'] })
    const code = await inviteCode(app, 'CB1', null)
    await group.user('Lan').says(`/nhom ${code}`)
    expect(group.heard().join()).toContain('là việc của bí thư')
    await group.user('Bình').says(`/nhom ${code}`)
    expect(await states()).toEqual(['bound'])
  })

  test('Zalo, by a sender unknown in the group: waits until the secretary confirms in private', async () => {
    const binh = await joinAs(app, 'zalo', 'CB1', 'M1')
    const group = app.zalo.group('tổ 1', { members: ['ai đó'] })
    await group.user('ai đó').says(`nhóm ${await inviteCode(app, 'CB1', null)}`)
    expect(group.heard().join()).toContain('hỏi riêng người phụ trách')
    expect(await states()).toEqual(['pending'])
    expect(binh.heard().join()).toContain('Có nhóm xin nối với đơn vị')
    await binh.says('nhóm')
    await binh.presses('Nối nhóm đang chờ: Chi bộ Mẫu 1')
    expect(binh.heard().at(-1)).toContain('Đã nối nhóm')
    expect(group.heard().join()).toContain('Nhóm này đã được nối với Chi bộ Mẫu 1')
    expect(await states()).toEqual(['bound'])
  })

  test('nobody is in charge in chat yet: the secretary hears of it on joining', async () => {
    const group = app.zalo.group('tổ 1', { members: ['ai đó'] })
    await group.user('ai đó').says(`nhóm ${await inviteCode(app, 'CB1', null)}`)
    const binh = app.zalo.user('Bình')
    await binh.says(await inviteCode(app, 'CB1', 'M1'))
    await binh.says('đồng ý')
    expect(binh.heard().join()).toContain('Nhóm đang chờ xác nhận để nối với đơn vị: 1')
  })

  test('the secretary says no: refused, and asked again with a new code', async () => {
    const binh = await joinAs(app, 'telegram', 'CB1', 'M1')
    const group = app.telegram.group('nhóm lạ', { members: ['ai đó'] })
    await group.user('ai đó').says(`/nhom ${await inviteCode(app, 'CB1', null)}`)
    await (binh as ReturnType<TestApp['telegram']['user']>).presses('Không, từ chối')
    expect(await states()).toEqual(['refused'])
    await group.user('ai đó').says(`/nhom ${await inviteCode(app, 'CB1', null)}`)
    expect((await states()).sort()).toEqual(['pending', 'refused'])
  })

  test('the secretary gets a code in private', async () => {
    const binh = await joinAs(app, 'telegram', 'CB1', 'M1')
    await binh.says('/nhom')
    await (binh as ReturnType<TestApp['telegram']['user']>).presses('Lấy mã nhóm: Chi bộ Mẫu 1')
    const text = binh.heard().at(-1)!
    const code = /: ([2-9A-Z]{4}-[2-9A-Z]{4})/.exec(text)![1]!
    expect(text).toContain('startgroup=')
    const group = app.telegram.group('tổ 1', { members: ['Bình'] })
    await group.user('Bình').says(`/nhom ${code}`)
    expect(await states()).toEqual(['bound'])
  })

  test('a person’s own code shown to a group: cancelled at once', async () => {
    const group = app.telegram.group('tổ 1', { members: ['Lan'] })
    const code = await inviteCode(app, 'CB1', 'M2')
    await group.user('Lan').says(`/nhom ${code}`)
    expect(group.heard().join()).toContain('cả nhóm đã thấy')
    const lan = app.telegram.user('Lan')
    await lan.starts(code)
    expect(lan.heard().join()).toContain('thay bằng mã khác')
  })

  test('a group code typed in private: told where it belongs', async () => {
    const lan = app.telegram.user('Lan')
    await lan.starts(await inviteCode(app, 'CB1', null))
    expect(lan.heard().join()).toContain('Đây là mã của nhóm')
  })
})
