import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Commune, startCommune } from '../support/commune.ts'
import { talk } from '../support/talk.ts'
import type { TelegramGroup, TelegramUser } from '../support/telegram-world.ts'
import type { ZaloUser } from '../support/zalo-world.ts'

let commune: Commune
let uyen: ZaloUser
let an: TelegramUser
let binh: ZaloUser
let group: TelegramGroup
beforeAll(async () => {
  commune = await startCommune({ now: '2026-02-27 09:00', liveFrom: '2026-02-20' })
  uyen = await commune.zalo('XA', 'X01')
  an = await commune.telegram('THON1', 'T01')
  binh = await commune.zalo('THON1', 'T02')
  group = await commune.telegramGroup('THON1', 'An')
})
afterAll(() => commune.app.close())
const hush = () => [uyen, an, binh, group].forEach((each) => each.heard())
const topics = (heard: string[]) => heard.filter((text) => text.includes('Nêu gương trong công việc'))

describe('the day before a topic goes out', () => {
  test('the office sees it with who gets it; held back it waits, and is shown again the day before', async () => {
    hush()
    await commune.at('2026-03-01 07:00')
    expect(uyen.heard()).toEqual([])
    expect(await commune.at('2026-03-01 08:00')).toMatchObject({ previews: 1 })
    const [preview] = topics(uyen.heard())
    expect(preview).toContain(`Mai, 08:00 ngày 02/3/2026, bot sẽ gửi tin dưới đây.

Người nhận: 3 người nhắn riêng, 1 nhóm.

• Chi bộ thôn Một: 2 người
• Đảng ủy xã Mẫu: 1 người

Lời sẽ gửi:

Tài liệu học tập quý I/2026.`)
    expect(preview).toContain('Chưa muốn gửi, nhắn: hoãn')
    expect(await commune.at('2026-03-01 10:00')).toMatchObject({ previews: 0 })
    expect([...an.heard(), ...binh.heard(), ...group.heard()]).toEqual([])

    expect(await talk(uyen, 'hoãn')).toContain('Hoãn “Nêu gương trong công việc hằng ngày” đến ngày nào?')
    expect(await talk(uyen, 'hôm qua')).toContain('không phải ngày tới')
    expect(await talk(uyen, 'lúc nào cũng được nhé')).toContain('Chưa đọc được ngày')
    expect(await talk(uyen, '5/3')).toContain('Bot gửi lúc 08:00 ngày 05/3/2026')
    expect(await commune.at('2026-03-02 08:00')).toMatchObject({ topics: 0 })
    expect(topics([...an.heard(), ...group.heard()])).toEqual([])
    await commune.at('2026-03-04 09:00')
    expect(topics(uyen.heard())[0]).toContain('Mai, 08:00 ngày 05/3/2026')
    expect(await talk(uyen, '1')).toContain('đến ngày nào?')
    expect(await talk(uyen, '3')).toContain('đến khi đồng chí bảo gửi')
    expect(await commune.at('2026-03-05 08:00')).toMatchObject({ topics: 0 })
    expect(await talk(an, '/hoan')).not.toContain('Nêu gương')
    expect(await talk(uyen, '/hoan')).toContain('1. Gửi: Nêu gương trong công việc hằng ngày (đang hoãn)')
    expect(await talk(uyen, '1')).toContain('sẽ được gửi khi đến giờ')
    hush()
    expect(await commune.at('2026-03-05 09:00')).toMatchObject({ topics: 4 })
    expect([an, binh, group].map((each) => topics(each.heard()).length)).toEqual([1, 1, 1])
    const audit = await commune.app.database
      .sql`select count(*)::int as n from audit where action = 'hold-topic'`
    expect([...audit]).toEqual([{ n: 3 }])
  })

  test('a correction goes to exactly those who got it', async () => {
    const chi = await commune.zalo('THON1', 'T03')
    hush()
    chi.heard()
    expect(await talk(uyen, '/dinhchinh')).toContain('Đính chính “Nêu gương trong công việc hằng ngày”')
    expect(await talk(uyen, 'ngắn')).toContain('từ 10 đến 2000 ký tự')
    const confirm = await talk(uyen, 'Hạn đúng là 27/3/2026, không phải 25/3/2026.')
    expect(confirm).toContain('Sẽ gửi cho 3 người đã nhận, 1 nhóm')
    expect(confirm).toContain('Hạn đúng là 27/3/2026')
    expect(await talk(uyen, '1')).toContain('Đã xếp gửi đính chính tới 4 nơi')
    const words = [
      'Bot xin đính chính một tin đã gửi. Mời mở tin nhắn này để xem.',
      '',
      'Chuyên đề “Nêu gương trong công việc hằng ngày”:',
      'Hạn đúng là 27/3/2026, không phải 25/3/2026.',
      '',
      'Xin dùng nội dung này thay cho chỗ sai trong tin trước. Mong đồng chí thông cảm.',
    ].join('\n')
    expect(an.heard()).toEqual([words])
    expect(binh.heard()).toEqual([words])
    expect(group.heard().join()).toContain('Đính chính tin đã gửi về chuyên đề “Nêu gương')
    expect(chi.heard()).toEqual([])
    expect(await talk(uyen, '1')).not.toContain('Đã xếp gửi đính chính')
    expect(await talk(uyen, '/hoan')).toContain('Gần dân, nghe dân')
  })
})
