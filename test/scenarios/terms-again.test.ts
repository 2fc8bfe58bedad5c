import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { consents } from '../../src/store/schema/index.ts'
import { saveSetting, type SettingName } from '../../src/store/settings.ts'
import { importRoster, inviteCode, joinAs } from '../support/join-people.ts'
import { startTestApp, type TestApp } from '../support/start-test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await startTestApp({ now: '2026-03-02T09:00+07:00' })
  await importRoster(app, 'CB1|Chi bộ Mẫu 1|cell|', 'M2|Trần Thị Lan|CB1|')
  await set('controller', 'Đảng ủy phường Mẫu')
  await set('contact', 'Văn phòng, 0900000000')
})
afterEach(() => app.close())

const set = (name: SettingName, value: string) => app.tools((tools) => saveSetting(tools, name, value))

async function decisions() {
  const rows = await app.database.db.select().from(consents).orderBy(consents.id)
  return rows.map(({ decision, textVersion }) => ({ decision, textVersion }))
}

describe('the terms', () => {
  test('name who keeps the data, whom to ask and for how long', async () => {
    await set('retention-days', '45')
    const lan = app.telegram.user('Lan')
    await lan.starts(await inviteCode(app, 'CB1', 'M2'))
    const [terms] = lan.heard()
    expect(terms).toContain('Ai giữ dữ liệu: Đảng ủy phường Mẫu, cùng người vận hành bot')
    expect(terms).toContain('Hỏi ai về dữ liệu của mình: Văn phòng, 0900000000.')
    expect(terms).toContain('tin nhắn được xóa sau 45 ngày')
  })

  test.each(['telegram', 'zalo'] as const)(
    '%s: changed, they are shown again before the next command, which then goes on',
    async (channel) => {
      const lan = await joinAs(app, channel, 'CB1', 'M2')
      await lan.says('/viec')
      expect(lan.heard().join()).not.toContain('đã đổi')
      await set('contact', 'Ban Tuyên giáo, 0900000001')
      await lan.says('/viec')
      const [asked] = lan.heard()
      expect(asked).toContain('Các dòng về dữ liệu đã đổi từ lần đồng ý trước.')
      expect(asked).toContain('Ban Tuyên giáo, 0900000001')
      await lan.says('viec')
      expect(lan.heard()[0]).toContain('đã đổi từ lần đồng ý trước')
      await lan.says('đồng ý')
      expect(lan.heard().join()).toContain('việc')
      const [first, second, ...more] = await decisions()
      expect([first!.decision, second!.decision, more]).toEqual(['granted', 'granted', []])
      expect(second!.textVersion).not.toBe(first!.textVersion)
      await lan.says('/viec')
      expect(lan.heard().join()).not.toContain('đã đổi')
    },
  )

  test('not agreed to any more: everything is taken back', async () => {
    const lan = await joinAs(app, 'telegram', 'CB1', 'M2')
    await set('controller', 'Đảng ủy xã Mẫu')
    await lan.says('/viec')
    await lan.presses('Không')
    expect((await decisions()).at(-1)!.decision).toBe('withdrawn')
    lan.heard()
  })

  test('taking back and help need no new yes', async () => {
    const lan = await joinAs(app, 'telegram', 'CB1', 'M2')
    await set('controller', 'Đảng ủy xã Mẫu')
    await lan.says('/trogiup')
    expect(lan.heard().join()).not.toContain('đã đổi')
    await lan.says('/rutlai')
    expect((await decisions()).at(-1)!.decision).toBe('withdrawn')
  })
})
