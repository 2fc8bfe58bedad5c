import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { issueInvite } from '../../src/store/invites.ts'
import { listSubmissionRows } from '../../src/store/export-rows.ts'
import { countProxyFilings } from '../../src/store/proxy-entries.ts'
import { audit, consents, submissionVersions } from '../../src/store/schema/index.ts'
import { type AnsweringApp, startAnsweringApp } from '../support/answering-app.ts'
import { codeIn, talk } from '../support/talk.ts'

let it: AnsweringApp
beforeEach(async () => {
  it = await startAnsweringApp()
  await it.world.addPerson('Hoa', 'cell', 'secretary')
  await it.world.addPerson('Lan', 'cell')
  await it.world.addPerson('Minh', 'cell')
  await it.world.addPerson('Xa', 'other')
})
afterEach(() => it.close())

/** Hoa enters Lan's pledge, agreed on paper, up to the read-back. */
async function enterPledge(hoa: Parameters<typeof talk>[0]): Promise<string> {
  await it.owe('pledge', 'Lan')
  return talk(hoa, 'nhập hộ lan', '1', 'Giúp hộ anh Páo sửa mái bếp', '1', 'xong', 'gửi')
}

describe('the deeds of somebody without a telephone', () => {
  test.each(['telegram', 'zalo'] as const)(
    '%s: how they go is written down for them, until they use the bot themselves',
    async (channel) => {
      const hoa = await it[channel]('Hoa')
      await enterPledge(hoa)
      await talk(hoa, 'nộp')
      await talk(hoa, 'nhập hộ lan')
      await hoa.presses('Ghi tiến độ việc đã đăng ký')
      expect(hoa.heard().at(-1)).toContain('- Giúp hộ anh Páo sửa mái bếp: chưa ghi tiến độ')
      await hoa.presses('Ghi tiến độ: Giúp hộ anh Páo sửa mái bếp')
      expect(hoa.heard().at(-1)).toContain('Giúp hộ anh Páo sửa mái bếp')
      await hoa.presses('Đang làm')
      expect(await talk(hoa, 'Đã mua tôn')).toContain('Đã ghi hộ: Đang làm')
      const lan = await it[channel]('Lan')
      expect(await talk(lan, '/camket')).toContain('Đang làm – Đã mua tôn')
      // From now on it is hers to say.
      await hoa.presses('Ghi tiến độ: Giúp hộ anh Páo sửa mái bếp').catch(() => {})
      expect(hoa.heard().join()).not.toContain('Đang làm – ')
    },
  )
})

describe('nhập hộ on Zalo', () => {
  test('consent on paper, the form, the read-back, the receipt; marked, and counted apart', async () => {
    await it.owe('pledge', 'Lan')
    const hoa = await it.zalo('Hoa')
    const asked = await talk(hoa, 'nhap ho lan')
    expect(asked).toContain('cần có sự đồng ý của người được nhập hộ')
    expect(asked).toContain('Nhập hộ: Mẫu Thị Lan. Việc: Bản đăng ký cá nhân – năm 2026')
    expect(asked).toContain('“Bí thư, phó bí thư ghi hộ vào bot')
    expect(asked).toContain('1. Đồng ý trên giấy, có chữ ký\n2. Đồng ý bằng lời, có người làm chứng')
    expect(await talk(hoa, '1')).toContain('Nội dung')
    const read = await talk(hoa, 'Giúp hộ anh Páo sửa mái bếp', '1', 'xong', 'gửi')
    expect(read).toContain('Xin đọc to lời dưới đây')
    expect(read).toContain('“Tôi là Mẫu Thị Lan, Chi bộ cell.')
    expect(read).toContain('Giúp hộ anh Páo sửa mái bếp')
    expect(await it.world.work(({ tx }) => tx.select().from(submissionVersions))).toEqual([])
    const filed = await talk(hoa, '1')
    const code = codeIn(filed)
    expect(filed).toContain('ghi rõ là nhập hộ')
    const [version] = await it.world.work(({ tx }) => tx.select().from(submissionVersions))
    expect(version).toMatchObject({
      filedBy: it.world.personIds['Lan'],
      enteredBy: it.world.personIds['Hoa'],
    })
    const shown = await talk(hoa, `xem ${code}`)
    expect(shown).toContain('Nhập hộ bởi: Mẫu Thị Hoa (đồng ý trên giấy)\nNgười nộp chưa tự xác nhận lại')
    const { cell } = it.world.unitIds
    expect(await it.world.work(({ tx }) => countProxyFilings(tx, [cell], '2026-03-05'))).toEqual(
      new Map([[cell, { entered: 1, confirmed: 0 }]]),
    )
    expect(await it.world.work(({ tx }) => listSubmissionRows(tx))).toMatchObject([
      { filed_by: 'DV-Lan', entered_by: 'DV-Hoa', proxy: true, proxy_consent: 'paper', proxy_answer: null },
    ])
    expect(await talk(hoa, 'tiến độ')).toContain('Trong đó nhập hộ: 1 bản')
    const rows = await it.world.work(({ tx }) =>
      tx.select().from(audit).where(eq(audit.action, 'file-for-person')),
    )
    expect(rows.length).toBeGreaterThanOrEqual(2)
    expect(rows[0]).toMatchObject({
      actorPersonId: it.world.personIds['Hoa'],
      aboutPersonId: it.world.personIds['Lan'],
    })
  })

  test('the consent is a row: how, who wrote it down, which words; it is not asked a second time', async () => {
    const hoa = await it.zalo('Hoa')
    await talk(hoa, ...[await enterPledge(hoa)].slice(1), 'nộp')
    const rows = await it.world.work(({ tx }) =>
      tx
        .select()
        .from(consents)
        .where(eq(consents.personId, it.world.personIds['Lan']!))
        .orderBy(consents.purpose),
    )
    expect(rows.map((row) => [row.purpose, row.decision, row.method])).toEqual([
      ['pledges', 'granted', 'paper'],
      ['proxy', 'granted', 'paper'],
    ])
    expect(rows.every((row) => row.recordedBy === it.world.personIds['Hoa'])).toBe(true)
    const again = await talk(hoa, 'nhập hộ Lan', '1')
    expect(again).toContain('đã được ghi từ trước')
    expect(again).toContain('Giúp hộ anh Páo')
  })

  test('not agreed: huỷ ends it, and nothing is written down', async () => {
    await it.owe('pledge', 'Lan')
    const hoa = await it.zalo('Hoa')
    await talk(hoa, 'nhập hộ lan')
    expect(await talk(hoa, 'huỷ')).toContain('Đã thoát')
    expect(
      await it.world.work(({ tx }) =>
        tx.select().from(consents).where(eq(consents.personId, it.world.personIds['Lan']!)),
      ),
    ).toEqual([])
  })

  test('the read-back may be corrected by line, put off, and taken up again', async () => {
    const hoa = await it.zalo('Hoa')
    await enterPledge(hoa)
    expect(await talk(hoa, 'ừm, chờ chút')).toContain('gõ sửa và số dòng')
    expect(await talk(hoa, 'để sau')).toContain('Đã giữ')
    expect(await talk(hoa, 'tiếp')).toContain('Giúp hộ anh Páo')
    const changed = await talk(hoa, 'sửa 1.1', 'Dọn vệ sinh ngõ xóm mỗi tuần', 'tiếp', 'gửi')
    expect(changed).toContain('Dọn vệ sinh ngõ xóm mỗi tuần')
    expect(changed).toContain('Xin đọc to')
    expect(codeIn(await talk(hoa, 'nộp'))).toMatch(/^CK-/)
  })
})

describe('nhập hộ on Telegram', () => {
  test('spoken before a witness who is named, somebody else than the two', async () => {
    await it.owe('pledge', 'Lan')
    const hoa = await it.telegram('Hoa')
    await hoa.says('/nhapho')
    expect(hoa.buttons()).toEqual(['Mẫu Thị Lan', 'Mẫu Thị Minh'])
    await hoa.presses('Mẫu Thị Lan')
    await hoa.presses('Đồng ý bằng lời, có người làm chứng')
    expect(hoa.heard().at(-1)).toContain('Ai làm chứng?')
    expect(await talk(hoa, 'mẫu thị hoa')).toContain('phải là một người khác')
    expect(await talk(hoa, 'ông')).toContain('đủ họ và tên')
    expect(await talk(hoa, 'Mẫu Văn Tám')).toContain('Nội dung')
    await talk(hoa, 'Giúp hộ anh Páo sửa mái bếp', '1', 'xong', 'gửi')
    await hoa.presses('Đã đọc, đồng chí ấy nói đúng: nộp')
    const code = codeIn(hoa.heard().join('\n'))
    expect(await talk(hoa, `xem ${code}`)).toContain(
      'Nhập hộ bởi: Mẫu Thị Hoa (đồng ý bằng lời, người làm chứng: Mẫu Văn Tám)',
    )
    const [row] = await it.world.work(({ tx }) =>
      tx.select().from(consents).where(eq(consents.purpose, 'proxy')),
    )
    expect(row?.method).toBe('spoken')
    expect(row?.witnessSealed).not.toContain('Tám')
  })

  test('what has no form of its own: one line, the same way', async () => {
    const assignment = await it.world.owe(it.obligation('plan'), { personId: it.world.personIds['Lan']! })
    expect(assignment).toBeTruthy()
    const hoa = await it.telegram('Hoa')
    await talk(hoa, 'nhập hộ Lan')
    await hoa.presses('Đồng ý trên giấy, có chữ ký')
    const read = await talk(hoa, 'đã dự buổi học tại nhà văn hóa', 'bỏ qua', 'gửi')
    expect(read).toContain('đã dự buổi học tại nhà văn hóa')
    await hoa.presses('Đã đọc, đồng chí ấy nói đúng: nộp')
    expect(codeIn(hoa.heard().join('\n'))).toMatch(/^NV-/)
  })

  test('from /danhsach, for somebody who has not joined; not for somebody who has', async () => {
    await it.owe('pledge', 'Lan')
    await it.owe('pledge', 'Minh')
    await it.zalo('Minh')
    const hoa = await it.telegram('Hoa')
    await hoa.says('/danhsach')
    await hoa.presses('Chọn một người để cấp mã hoặc ngắt tài khoản')
    await hoa.presses('Mẫu Thị Lan')
    await hoa.presses('Nhập hộ')
    expect(hoa.heard().at(-1)).toContain('cần có sự đồng ý')
    expect(await talk(hoa, 'nhập hộ minh')).toContain('đã tham gia nên tự điền')
    expect(await talk(hoa, 'nhập hộ xa')).toContain('Không có ai như vậy')
    const minh = await it.zalo('Minh')
    expect(await talk(minh, 'nhập hộ lan')).toContain('dành cho vai trò khác')
  })
})

/** Lan gets a telephone and joins on Zalo. */
async function joins(): Promise<Awaited<ReturnType<AnsweringApp['zalo']>>> {
  const code = await it.app.tools(async (tools) => {
    const invite = { treeId: it.world.treeId, unitId: it.world.unitIds.cell, createdBy: 'operator' }
    return (await issueInvite(tools, { ...invite, personId: it.world.personIds['Lan']!, kind: 'member' }))
      .code
  })
  const lan = it.app.zalo.user('Lan')
  await lan.says(code)
  await lan.says('đồng ý')
  return lan
}

describe('later', () => {
  test('the member joins: is asked once, and confirms', async () => {
    const hoa = await it.telegram('Hoa')
    const code = codeIn(`${await enterPledge(hoa)}${await talk(hoa, 'nộp')}`)
    const lan = await joins()
    const asked = lan.heard().at(-1)!
    expect(asked).toContain('có một bản đã được nhập hộ theo lời đồng chí')
    expect(asked).toContain('Giúp hộ anh Páo')
    expect(await talk(lan, '1')).toContain('đã ghi là đồng chí tự xác nhận')
    expect(await talk(hoa, `xem ${code}`)).toContain('Người nộp đã tự xác nhận ngày 02/3/2026')
    expect(await talk(lan, '/start')).not.toContain('nhập hộ')
    expect(await talk(hoa, 'tiến độ')).toContain('người nộp đã tự xác nhận: 1')
  })

  test('or says that it is not right: whoever typed it is told, and the member changes it', async () => {
    const hoa = await it.telegram('Hoa')
    const code = codeIn(`${await enterPledge(hoa)}${await talk(hoa, 'nộp')}`)
    const lan = await joins()
    lan.heard()
    expect(await talk(lan, '2')).toContain(`1. Sửa ${code}`)
    expect(hoa.heard().join()).toContain('được người nộp báo là chưa đúng')
    expect(await talk(lan, '1')).toContain('Giúp hộ anh Páo')
    await talk(lan, 'đồng ý', 'sửa 1.1', 'Chăm sóc vườn rau của trường', 'tiếp', 'gửi')
    const { cell } = it.world.unitIds
    expect(await it.world.work(({ tx }) => countProxyFilings(tx, [cell], '2026-03-05'))).toEqual(new Map())
  })

  test('a member who goes on themselves ends the entry; the secretary cannot write over it', async () => {
    await it.owe('pledge', 'Lan')
    const hoa = await it.telegram('Hoa')
    await talk(hoa, 'nhập hộ lan')
    await hoa.presses('Đồng ý trên giấy, có chữ ký')
    await talk(hoa, 'Giúp hộ anh Páo sửa mái bếp')
    const lan = await joins()
    lan.heard()
    await lan.says('/dangky')
    expect(lan.heard().join()).toContain('Câu')
    expect(await talk(hoa, 'Việc khác hẳn')).toContain('không còn')
  })
})

test('what the receiver says is told to whoever typed it, who completes it the same way', async () => {
  await it.world.addPerson('Chi', 'ward', 'secretary')
  const hoa = await it.telegram('Hoa')
  const chi = await it.zalo('Chi')
  const code = codeIn(`${await enterPledge(hoa)}${await talk(hoa, 'nộp')}`)
  const received = chi.heard().join()
  expect(received).toContain(code)
  expect(received).toContain('Nhập hộ bởi: Mẫu Thị Hoa')
  await talk(chi, '2', 'Xin ghi rõ thời gian')
  expect(hoa.heard().join()).toContain('Xin đồng chí báo lại giúp: Mẫu Thị Lan')
  await hoa.presses('Sửa và nộp lại')
  expect(hoa.heard().join()).toContain('Giúp hộ anh Páo')
})
