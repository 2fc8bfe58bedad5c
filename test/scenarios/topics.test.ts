import { afterEach, describe, expect, test } from 'vitest'
import { topicAcknowledgements } from '../../src/store/schema/index.ts'
import { type Commune, startCommune } from '../support/commune.ts'
import { importRoster } from '../support/join-people.ts'

let commune: Commune
afterEach(() => commune.app.close())

const studied = async () => (await commune.app.database.db.select().from(topicAcknowledgements)).length

describe('the topic of the quarter', () => {
  test('on its date at 08:00: to the group and to members on both channels, once', async () => {
    commune = await startCommune({ now: '2026-03-01 09:00' })
    const an = await commune.telegram('THON1', 'T01')
    const binh = await commune.zalo('THON1', 'T02')
    const group = await commune.telegramGroup('THON1', 'An')
    an.heard()

    await commune.at('2026-03-01 12:00')
    await commune.at('2026-03-02 07:59')
    expect([...binh.heard(), ...group.heard()]).toEqual([])

    expect(await commune.at('2026-03-02 08:00')).toMatchObject({ topics: 3 })
    const material = `“Nêu gương trong công việc hằng ngày”

Mỗi người chọn một việc cụ thể để làm gương.

Việc cần làm: Đọc tài liệu và chuẩn bị một ý kiến phát biểu.

Hạn: hết ngày 25/3/2026 (văn bản: trước ngày 26/3/2026).

Tài liệu:
- Tài liệu quý I
  https://example.com/quy-1`
    const head = 'Tài liệu học tập quý I/2026. Mời mở tin nhắn này để xem nội dung và việc cần làm.'
    const hint =
      'Nghiên cứu xong, xin chọn “Đã nghiên cứu” ở dưới. Xem lại lúc nào cũng được: nhắn /chuyende.'
    expect(an.heard()).toContain(`${head}\n\n${material}\n\n${hint}`)
    expect(binh.heard()).toEqual([`${head}\n\n${material}\n\n${hint}\n\n1. Đã nghiên cứu`])
    expect(group.heard()).toEqual([
      `Chuyên đề quý I/2026\n\n${material}\n\nNghiên cứu xong, mời các đồng chí bấm nút ở dưới hoặc trả lời tin này: đã nghiên cứu.`,
    ])

    expect(await commune.at('2026-03-02 08:10')).toMatchObject({ topics: 0 })
    expect(await commune.at('2026-03-20 10:00')).toMatchObject({ topics: 0 })
  })

  test('"đã nghiên cứu": pressed, typed by number, said in the group; each counts once', async () => {
    commune = await startCommune({ now: '2026-03-01 09:00' })
    const an = await commune.telegram('THON1', 'T01')
    const binh = await commune.zalo('THON1', 'T02')
    const group = await commune.telegramGroup('THON1', 'An', ['Chi'])
    await commune.telegram('THON1', 'T03')
    await commune.at('2026-03-02 08:00')

    await an.presses('Đã nghiên cứu')
    expect(an.heard().at(-1)).toContain('Đã ghi nhận: đã nghiên cứu')
    await binh.says('1')
    expect(binh.heard().at(-1)).toContain('Đã ghi nhận: đã nghiên cứu')
    expect(await studied()).toBe(2)
    await group.user('An').presses('Đã nghiên cứu')
    expect(await studied()).toBe(2)
    await group.user('Chi').presses('Đã nghiên cứu')
    expect(await studied()).toBe(3)
  })

  test('on Zalo the group is asked to reply, because there is nothing to press', async () => {
    commune = await startCommune({ now: '2026-03-01 09:00' })
    await commune.zalo('THON1', 'T01')
    const group = await commune.zaloGroup('THON1', 'An')
    await commune.at('2026-03-02 08:00')
    const [post] = group.heard()
    expect(post).toContain('mời các đồng chí trả lời tin này: đã nghiên cứu')
    expect(post).not.toContain('1. ')
    await group.user('An').says('đã nghiên cứu')
    expect(group.heard().join()).toContain('Đã ghi nhận, cảm ơn đồng chí.')
    expect(await studied()).toBe(1)
  })

  test('a newcomer in mid-quarter gets the current topic, once; earlier ones are over', async () => {
    commune = await startCommune({ now: '2026-05-04 09:00' })
    const binh = await commune.zalo('THON1', 'T02')
    expect(await commune.at('2026-05-04 20:50')).toMatchObject({ topics: 1 })
    expect(binh.heard()).toEqual([expect.stringContaining('“Gần dân, nghe dân”')])
    await importRoster(commune.app, 'THON1|Chi bộ thôn Một|cell-village|XA', 'T99|Mẫu Thị Mới|THON1|')
    const newcomer = await commune.telegram('THON1', 'T99')
    expect(await commune.at('2026-05-04 21:00')).toMatchObject({ topics: 0 })
    expect(await commune.at('2026-05-05 08:00')).toMatchObject({ topics: 1 })
    expect(newcomer.heard()).toEqual([expect.stringContaining('“Gần dân, nghe dân”')])
    expect(await commune.at('2026-05-05 12:00')).toMatchObject({ topics: 0 })
    expect([...newcomer.heard(), ...binh.heard()]).toEqual([])
  })

  test('before the first day of use nothing is posted, though the day of the topic has come', async () => {
    commune = await startCommune({ now: '2026-03-01 09:00', liveFrom: '2026-03-05' })
    await commune.zalo('THON1', 'T02')
    expect(await commune.at('2026-03-04 09:00')).toMatchObject({ topics: 0, nudges: 0 })
    expect(await commune.at('2026-03-05 09:00')).toMatchObject({ topics: 1 })
  })

  test('whoever blocked the bot gets the topic after coming back on another channel', async () => {
    commune = await startCommune({ now: '2026-03-01 09:00' })
    const binh = await commune.telegram('THON1', 'T02')
    await binh.blocks()
    await commune.at('2026-03-02 08:00')
    const zalo = await commune.zalo('THON1', 'T02')
    await commune.at('2026-03-02 09:00')
    expect(zalo.heard().join()).toContain('“Nêu gương trong công việc hằng ngày”')
  })
})
