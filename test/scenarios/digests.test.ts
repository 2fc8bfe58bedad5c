import { eq } from 'drizzle-orm'
import { afterEach, describe, expect, test } from 'vitest'
import { audit, people } from '../../src/store/schema/index.ts'
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

      Đảng ủy xã Mẫu (tính cả đơn vị trực thuộc: 3 đơn vị)

      - Việc đã hoặc sắp đến hạn: đã xong 1/16 (6 %), tuần qua thêm 1
      - Đơn vị còn việc quá hạn: 0/2, như tuần trước
      - Đã dùng bot: 5/18 người (27 %), tuần qua thêm 5

      Tuần này không có việc đến hạn. Việc gần nhất: Bản đăng ký làm theo, hạn 16/3.

      Số liệu đếm từng người từ những việc đã gửi qua bot, trừ chỗ ghi “số tổng”. Sổ tay đảng viên điện tử vẫn là hồ sơ chính thức."
    `)
    // The same words; where nothing can be pressed, a number stands below them.
    expect(digestsOf(vinh.heard())).toEqual([`${ofCommune}\n\n1. Xem từng việc`])
    const [ofSchool] = digestsOf(phuc.heard())
    expect(ofSchool).toMatchInlineSnapshot(`
      "Tổng hợp đến ngày 09/3/2026. Mời mở tin nhắn này để xem số liệu các việc.

      Chi bộ trường Mẫu

      - Việc của từng người đã xong: 1/4 (25 %), tuần qua thêm 1
      - Đã dùng bot: 2/4 người (50 %), tuần qua thêm 2

      Tuần này không có việc đến hạn. Việc gần nhất: Bản đăng ký làm theo, hạn 16/3.

      Số liệu đếm từng người từ những việc đã gửi qua bot, trừ chỗ ghi “số tổng”. Sổ tay đảng viên điện tử vẫn là hồ sơ chính thức.

      1. Xem từng việc"
    `)
    const [ofVillage] = digestsOf(an.heard())
    expect(ofVillage).toContain('Việc của từng người đã xong: 0/12 (0 %), như tuần trước')
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

      Đảng ủy xã Mẫu (tính cả đơn vị trực thuộc: 3 đơn vị)

      - Việc đã hoặc sắp đến hạn: đã xong 1/18 (5 %), như tuần trước
      - Đơn vị còn việc quá hạn: 2/2, tuần qua thêm 2
      - Đã dùng bot: 2/18 người (11 %), như tuần trước

      Tuần này đến hạn:
      - Báo cáo sinh hoạt chuyên đề – quý I/2026: 0/2 đơn vị đã gửi, hạn 25/3

      Nên gọi hỏi để cùng gỡ:
      - Chi bộ thôn Một: còn 12 việc, 7 ngày · chưa ai vào bot
      - Chi bộ trường Mẫu: còn 3 việc, 7 ngày · đang làm, đã xong 1/4

      Số liệu đếm từng người từ những việc đã gửi qua bot, trừ chỗ ghi “số tổng”. Sổ tay đảng viên điện tử vẫn là hồ sơ chính thức.

      1. Xem từng việc",
      ]
    `)
    await filePledge(await commune.zalo('TRUONG', 'S04'))
    await commune.at('2026-03-30 07:30')
    expect(digestsOf(uyen.heard()).join()).toContain(
      'Việc đã hoặc sắp đến hạn: đã xong 2/18 (11 %), tuần qua thêm 1',
    )
    // The report's day went by on Wednesday, since then nothing has moved.
    await commune.at('2026-04-06 07:30')
    expect(digestsOf(uyen.heard())).toEqual([
      'Tổng hợp đến ngày 06/4/2026: không có thay đổi so với tuần trước, vẫn 2/18. Nhắn /tonghop để xem từng việc.',
    ])
  })

  test('the likely cause and whom to ring, for those who may: on record', async () => {
    await startInMarch()
    const vinh = await commune.telegram('XA', 'X02')
    const an = await commune.zalo('THON1', 'T01')
    await commune.app.tools(async ({ tx, vault }) => {
      const [secretary] = await tx.select().from(people).where(eq(people.code, 'T01'))
      const phoneSealed = vault.seal(`people.phone_sealed:${secretary!.id}`, '0900 000 001')
      await tx.update(people).set({ phoneSealed }).where(eq(people.id, secretary!.id))
    })
    await commune.at('2026-03-26 09:00')
    await an.says('/baocao')
    await commune.at('2026-03-30 07:30')
    const picture = vinh.transcript().findLast(({ method }) => method === 'sendPhoto')
    expect(picture?.message).toHaveProperty('photo')
    const [text] = digestsOf(vinh.heard())
    expect(text).toContain(
      '- Chi bộ thôn Một: còn 13 việc, 14 ngày · đang viết, dừng ở câu 1 · bí thư 0900 000 001\n' +
        '- Chi bộ trường Mẫu: còn 5 việc, 14 ngày · chưa ai vào bot',
    )
    const rows = await commune.app.database.db.select().from(audit).where(eq(audit.action, 'see-work-phone'))
    expect(rows).toMatchObject([{ actorRole: 'leader' }])
    // Her own digest tells her neither to ring herself nor why.
    const [own] = digestsOf(an.heard())
    expect(own).toContain('Việc của đơn vị đã xong: 0/1')
    expect(own).not.toMatch(/Nên gọi|0900/)

    await vinh.presses('Chi bộ trường Mẫu')
    expect(vinh.heard().at(-1)).toContain('Bản đăng ký làm theo: 0/4 đồng chí đã gửi, hạn 16/3')
    await vinh.presses('Xem từng việc')
    expect(vinh.heard().at(-1)).toContain('Bản đăng ký làm theo: 0/16 đồng chí đã gửi, hạn 16/3')
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
    expect(uyen.heard().at(-1)).toContain('\n\nChi bộ trường Mẫu\n\n')
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
    expect(vinh.heard().at(-1)).toContain('\n\nChi bộ trường Mẫu\n\n')
  })

  test("another cell's unit: a secretary learns nothing, not even that it exists", async () => {
    await startInMarch()
    const an = await commune.telegram('THON1', 'T01')
    await an.says('/tonghop trường')
    expect(an.heard()).toEqual([
      'Không tìm thấy đơn vị “trường” trong các đơn vị đồng chí phụ trách. Nhắn: /tonghop cùng tên hoặc mã đơn vị.',
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

      - Bản đăng ký làm theo: đang thực hiện, hạn 16/3

      Số liệu đếm từng người, trừ chỗ ghi “số tổng”.",
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
