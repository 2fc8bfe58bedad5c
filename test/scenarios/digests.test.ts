import { afterEach, describe, expect, test } from 'vitest'
import { audit } from '../../src/store/schema/index.ts'
import { type Commune, filePledge, startCommune } from '../support/commune.ts'

let commune: Commune
afterEach(() => commune.app.close())

/** Tuesday, after the digest of the week; the pledge is due on 16/3 (Monday), the report on 25/3. */
async function startInMarch() {
  commune = await startCommune({ now: '2026-03-05 09:00' })
}

const digestsOf = (texts: string[]) => texts.filter((text) => text.startsWith('Tổng hợp đến ngày'))

describe('the weekly digest', () => {
  test('Monday 07:30: office, leader and secretary, each over their own branch only', async () => {
    await startInMarch()
    const an = await commune.telegram('THON1', 'T01')
    const uyen = await commune.telegram('XA', 'X01')
    const vinh = await commune.zalo('XA', 'X02')
    const phuc = await commune.zalo('TRUONG', 'S01')
    const son = await commune.zalo('TRUONG', 'S03')
    await filePledge(son)

    await commune.at('2026-03-09 07:29')
    expect(
      [...uyen.heard(), ...vinh.heard(), ...phuc.heard()].filter((text) => text.startsWith('Tổng')),
    ).toEqual([])
    expect(await commune.at('2026-03-09 07:30')).toMatchObject({ digests: 4, topics: 0, nudges: 0 })
    const [ofCommune] = digestsOf(uyen.heard())
    expect(ofCommune).toMatchInlineSnapshot(`
      "Tổng hợp đến ngày 09/3/2026. Mời mở tin nhắn này để xem số liệu các việc.

      Phạm vi: Đảng ủy xã Mẫu (3 đơn vị)

      Hai tuần tới:
      - Bản đăng ký làm theo: 1/16 đồng chí đã gửi, hạn 16/3 (tuần qua thêm 1)

      Số liệu đếm từ những việc đã gửi qua bot. Sổ tay đảng viên điện tử vẫn là hồ sơ chính thức."
    `)
    expect(digestsOf(vinh.heard())).toEqual([ofCommune])
    const [ofSchool] = digestsOf(phuc.heard())
    expect(ofSchool).toMatchInlineSnapshot(`
      "Tổng hợp đến ngày 09/3/2026. Mời mở tin nhắn này để xem số liệu các việc.

      Phạm vi: Chi bộ trường Mẫu (1 đơn vị)

      Hai tuần tới:
      - Bản đăng ký làm theo: 1/4 đồng chí đã gửi, hạn 16/3 (tuần qua thêm 1)

      Số liệu đếm từ những việc đã gửi qua bot. Sổ tay đảng viên điện tử vẫn là hồ sơ chính thức."
    `)
    const [ofVillage] = digestsOf(an.heard())
    expect(ofVillage).toContain('Bản đăng ký làm theo: 0/12 đồng chí đã gửi, hạn 16/3')
    expect(ofVillage).not.toMatch(/trường|\/16|\/4/)
    expect(digestsOf(son.heard())).toEqual([])
    for (const text of [ofCommune, ofSchool, ofVillage]) expect(text).not.toContain('Mẫu Văn')

    expect(await commune.at('2026-03-09 07:31')).toMatchObject({ digests: 0 })
    const rows = await commune.app.database.db.select().from(audit)
    expect(rows.filter(({ action }) => action === 'see-figures')).toHaveLength(4)
  })

  test('a week later: what changed, who is late in the order of the roster, a quiet week said so', async () => {
    await startInMarch()
    const uyen = await commune.zalo('XA', 'X01')
    const son = await commune.zalo('TRUONG', 'S03')
    await commune.at('2026-03-09 07:30')
    await filePledge(son)
    await commune.at('2026-03-16 07:30')
    uyen.heard()
    await commune.at('2026-03-23 07:30')
    expect(digestsOf(uyen.heard())).toMatchInlineSnapshot(`
      [
        "Tổng hợp đến ngày 23/3/2026. Mời mở tin nhắn này để xem số liệu các việc.

      Phạm vi: Đảng ủy xã Mẫu (3 đơn vị)

      - Bản đăng ký làm theo: 1/16 đồng chí đã gửi, hạn 16/3

      Hai tuần tới:
      - Báo cáo sinh hoạt chuyên đề – quý I/2026: 0/2 đơn vị đã gửi, hạn 25/3

      Không có thay đổi so với tuần trước.

      Đã qua hạn, cần được hỗ trợ:
      - Chi bộ thôn Một: còn 12 việc, 7 ngày
      - Chi bộ trường Mẫu: còn 3 việc, 7 ngày

      Số liệu đếm từ những việc đã gửi qua bot. Sổ tay đảng viên điện tử vẫn là hồ sơ chính thức.",
      ]
    `)
    await filePledge(await commune.zalo('TRUONG', 'S04'))
    await commune.at('2026-03-30 07:30')
    const [text] = digestsOf(uyen.heard())
    expect(text).toContain('2/16 đồng chí đã gửi, hạn 16/3 (tuần qua thêm 1)')
    expect(text).not.toContain('Không có thay đổi')
  })

  test('downtime on Monday: sent on Tuesday with the figures of Tuesday; after Wednesday no more', async () => {
    await startInMarch()
    const uyen = await commune.zalo('XA', 'X01')
    await commune.at('2026-03-10 09:00')
    expect(digestsOf(uyen.heard())).toEqual([expect.stringContaining('Tổng hợp đến ngày 10/3/2026')])
    await commune.at('2026-03-11 09:00')
    await commune.at('2026-03-19 09:00')
    expect(digestsOf(uyen.heard())).toEqual([])
  })

  test('a secretary who withdrew is sent nothing', async () => {
    await startInMarch()
    const phuc = await commune.zalo('TRUONG', 'S01')
    await phuc.says('/rutlai')
    await phuc.says('đồng ý')
    phuc.heard()
    expect(await commune.at('2026-03-09 07:30')).toMatchObject({ digests: 0 })
    expect(phuc.heard()).toEqual([])
  })
})

describe('/tonghop', () => {
  test('now, over the own branch; with a unit, over that unit', async () => {
    await startInMarch()
    const uyen = await commune.telegram('XA', 'X01')
    await uyen.says('/tonghop')
    expect(uyen.heard().at(-1)).toContain('Bản đăng ký làm theo: 0/16 đồng chí đã gửi')
    await uyen.says('tổng hợp trường')
    expect(uyen.heard().at(-1)).toContain('Phạm vi: Chi bộ trường Mẫu')
    await uyen.says('/tonghop THON1')
    expect(uyen.heard().at(-1)).toContain('Bản đăng ký làm theo: 0/12')
  })

  test('several units fit: they are offered, and a number picks one', async () => {
    await startInMarch()
    const vinh = await commune.zalo('XA', 'X02')
    await vinh.says('/tonghop chi bộ')
    expect(vinh.heard()).toEqual([
      'Có 2 đơn vị phù hợp với tên vừa nhắn. Mời chọn một đơn vị ở dưới:\n\n1. Chi bộ thôn Một\n2. Chi bộ trường Mẫu',
    ])
    await vinh.says('2')
    expect(vinh.heard().at(-1)).toContain('Phạm vi: Chi bộ trường Mẫu')
  })

  test("another cell's unit: a secretary learns nothing, not even that it exists", async () => {
    await startInMarch()
    const an = await commune.telegram('THON1', 'T01')
    await an.says('/tonghop trường')
    expect(an.heard()).toEqual([
      'Không tìm thấy đơn vị “trường” trong phạm vi đồng chí phụ trách. Nhắn: /tonghop cùng tên hoặc mã đơn vị.',
    ])
  })

  test('a member: told what is theirs instead', async () => {
    await startInMarch()
    const binh = await commune.telegram('THON1', 'T02')
    await binh.says('/tonghop')
    expect(binh.heard().join()).not.toContain('Bản đăng ký')
  })
})

describe('/tiendo', () => {
  test('a member of a cell of four: no count that points at somebody; the secretary sees it', async () => {
    await startInMarch()
    const son = await commune.telegram('TRUONG', 'S03')
    const phuc = await commune.telegram('TRUONG', 'S01')
    await filePledge(son)
    await son.says('tiến độ')
    expect(son.heard()).toMatchInlineSnapshot(`
      [
        "Tiến độ đến ngày 05/3/2026. Mời mở tin nhắn này để xem số liệu của đơn vị.

      Chi bộ trường Mẫu

      - Bản đăng ký làm theo: đang thực hiện, hạn 16/3",
      ]
    `)
    await phuc.says('/tiendo')
    expect(phuc.heard().join()).toContain('Bản đăng ký làm theo: 1/4 đồng chí đã gửi')
  })

  test('a member of a cell of twelve with eleven missing: the count', async () => {
    await startInMarch()
    const binh = await commune.zalo('THON1', 'T02')
    await filePledge(binh)
    await binh.says('/tiendo')
    expect(binh.heard().join()).toContain('Bản đăng ký làm theo: 1/12 đồng chí đã gửi, hạn 16/3')
  })
})
