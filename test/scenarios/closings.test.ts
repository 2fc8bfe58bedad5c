import { afterEach, expect, test } from 'vitest'
import { type Commune, filePledge, startCommune } from '../support/commune.ts'

let commune: Commune
afterEach(() => commune.app.close())

const closingsOf = (texts: string[]) => texts.filter((text) => text.startsWith('Kết quả các việc'))
const rollUps = (texts: string[]) => texts.filter((text) => text.startsWith('Tổng hợp quý I/2026'))

test(
  'the morning after the last day: what is missing, to each over their own branch, once',
  { timeout: 90_000 },
  async () => {
    commune = await startCommune({ now: '2026-03-10 09:00' })
    const uyen = await commune.telegram('XA', 'X01')
    const phuc = await commune.zalo('TRUONG', 'S01')
    await filePledge(await commune.telegram('TRUONG', 'S03'))
    await commune.at('2026-03-16 21:00')
    expect(closingsOf(uyen.heard())).toEqual([])
    expect(await commune.at('2026-03-17 07:30')).toMatchObject({ closings: 2 })
    expect(closingsOf(uyen.heard())).toMatchInlineSnapshot(`
    [
      "Kết quả các việc vừa qua ngày cuối, số liệu đến ngày 17/3/2026. Mời mở tin nhắn để xem.

    Đảng ủy xã Mẫu (tính cả đơn vị trực thuộc: 3 đơn vị)

    Bản đăng ký làm theo (hạn 16/3): 1/16 đồng chí đã gửi. Còn ở:
    - Chi bộ thôn Một: 12
    - Chi bộ trường Mẫu: 3

    Bản gửi sau ngày cuối vẫn được nhận. Nhắn /tonghop cùng tên đơn vị để xem riêng.",
    ]
  `)
    expect(closingsOf(phuc.heard())).toMatchInlineSnapshot(`
    [
      "Kết quả các việc vừa qua ngày cuối, số liệu đến ngày 17/3/2026. Mời mở tin nhắn để xem.

    Chi bộ trường Mẫu

    Bản đăng ký làm theo (hạn 16/3): 1/4 đồng chí đã gửi. Còn 3.

    Bản gửi sau ngày cuối vẫn được nhận. Nhắn /danhsach để xem còn những ai.",
    ]
  `)
    expect(await commune.at('2026-03-17 07:31')).toMatchObject({ closings: 0 })
    expect(await commune.at('2026-03-18 09:00')).toMatchObject({ closings: 0 })
  },
)

test('down for a week: what is old is not told any more', async () => {
  commune = await startCommune({ now: '2026-03-10 09:00' })
  await commune.zalo('XA', 'X02')
  expect(await commune.at('2026-03-20 09:00')).toMatchObject({ closings: 0 })
})

test('a quarter ends: its roll-up to those with more than one unit; asked for at any time', async () => {
  commune = await startCommune({ now: '2026-03-10 09:00' })
  const vinh = await commune.zalo('XA', 'X02')
  const phuc = await commune.telegram('TRUONG', 'S01')
  await filePledge(await commune.telegram('TRUONG', 'S03'))
  await commune.at('2026-04-01 07:30')
  const [told] = rollUps(vinh.heard())
  expect(told).toMatchInlineSnapshot(`
    "Tổng hợp quý I/2026, số liệu đến ngày 01/4/2026. Mời mở tin nhắn để xem.

    Đảng ủy xã Mẫu

    - Buổi sinh hoạt chuyên đề đã báo cáo: 0/2 (0 %) · từng người
    - Bản đăng ký của cá nhân: 1/16 (6,3 %) · từng người
    - Việc xong đúng hạn trên việc đã đến hạn: 1/18 (5,6 %) · từng người
    - Đơn vị còn việc quá hạn: 2/2 (100 %) · từng người
    - Số ngày quá hạn lâu nhất: 16 · từng người

    Số liệu đếm từng người từ những việc đã gửi qua bot, trừ chỗ ghi “số tổng”. Sổ tay đảng viên điện tử vẫn là hồ sơ chính thức."
  `)
  expect(rollUps(phuc.heard())).toEqual([])
  await phuc.says('/tonghop quý 1')
  expect(rollUps(phuc.heard()).join()).toContain('- Bản đăng ký của cá nhân: 1/4 (25 %) · từng người')
  await vinh.says('tổng hợp trường, quý 1')
  expect(vinh.heard().at(-1)).toContain('- Bản đăng ký của cá nhân: 1/4 (25 %) · từng người')
  await vinh.says('/tonghop')
  await vinh.presses('Số liệu năm 2026')
  expect(vinh.heard().at(-1)).toContain('Tổng hợp năm 2026')
})
