import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { registerExport } from '../../src/cli/export.ts'
import { makeTableBook } from '../../src/documents/table-book.ts'
import { saveReach } from '../../src/store/reach.ts'
import { audit, unitTotals } from '../../src/store/schema/index.ts'
import { listUnits } from '../../src/store/units.ts'
import { dayOf } from '../../src/time.ts'
import { type Commune, filePledge, startCommune } from '../support/commune.ts'
import { runCli } from '../support/run-cli.ts'
import type { TelegramUser } from '../support/telegram-world.ts'
import type { ZaloUser } from '../support/zalo-world.ts'

let commune: Commune
let an: ZaloUser
let phuc: TelegramUser
let vinh: TelegramUser
let binh: ZaloUser
beforeAll(async () => {
  commune = await startCommune({ now: '2026-03-01 09:00' })
  await commune.app.tools(async ({ tx, now }) => {
    const [root] = await listUnits(tx, commune.treeId, dayOf(now))
    expect(root!.code).toBe('THON1')
    for (const { id, parentId } of await listUnits(tx, commune.treeId, dayOf(now)))
      if (parentId === null) await saveReach(tx, id, 'secretary')
  })
  an = await commune.zalo('THON1', 'T01')
  phuc = await commune.telegram('TRUONG', 'S01')
  vinh = await commune.telegram('XA', 'X02')
  // She had joined before the office kept the bot to secretaries.
  binh = await commune.zalo('THON1', 'T02')
  for (const person of [an, phuc, vinh, binh]) person.heard()
})
afterAll(() => commune.app.close())

describe('where the bot talks to secretaries alone', () => {
  test('the topic comes to the secretary, with words for the group; a member hears nothing', async () => {
    await commune.at('2026-03-02 08:00')
    const texts = an.heard()
    expect(texts.filter((text) => text.startsWith('Bản soạn sẵn để đăng vào nhóm chung'))).toHaveLength(1)
    expect(texts.join()).toContain('Nghiên cứu xong, mời các đồng chí báo bí thư chi bộ.')
    expect(binh.heard()).toEqual([])
    phuc.heard()
    vinh.heard()
  })

  test('an extra deed of the secretary herself counts person by person; of the others nothing is known', async () => {
    await filePledge(an)
    an.heard()
    await vinh.says('/tonghop')
    const [text] = vinh.heard()
    expect(text).toContain(
      'Bản đăng ký làm theo: 1/3 đồng chí đã gửi, hạn 16/3 (tuần qua thêm 1) · 2 đơn vị chưa gửi số',
    )
    expect(text).toContain('Số liệu đếm từng người')
  })

  test('before the deadline the secretary is asked for a number; nobody is named, nobody else is written to', async () => {
    await commune.at('2026-03-13 08:00')
    const texts = an.heard()
    const asked = texts.find((text) => text.includes('Gửi số tổng'))
    expect(asked).toContain('Bot không nhắn cho 11 đồng chí của đơn vị.')
    const pasted = texts.find((text) => text.startsWith('Bản soạn sẵn'))
    expect(pasted).toContain('Đồng chí nào đã xong, xin báo bí thư chi bộ.')
    expect(texts.join()).not.toMatch(/Bình|Khánh|Oanh/)
    expect(binh.heard()).toEqual([])
    phuc.heard()
    vinh.heard()
  })

  test('số tổng on Zalo: what is asked, read back, sent, and shown as such', async () => {
    await an.says('số tổng')
    expect(an.heard().join()).toContain('Bản đăng ký làm theo, hạn 16/3: chưa có số')
    await an.says('1')
    const [question] = an.heard()
    expect(question).toContain('Đã có bao nhiêu đồng chí làm xong? Gõ như: 23/25')
    expect(question).toContain('Theo danh sách có 12 đồng chí phải làm')
    expect(question).toContain('Trong bot đã ghi 1 đồng chí')
    await an.says('mai báo')
    expect(an.heard().join()).toContain('Chưa đọc được số')
    await an.says('15/12')
    expect(an.heard().join()).toContain('nhiều hơn tổng số')
    await an.says('0/12')
    expect(an.heard().join()).toContain('phải từ 1 trở lên')
    await an.says('10/12 đồng chí, 21 việc')
    expect(an.heard().join()).toContain('10/12 đồng chí, 21 việc (số tổng)')
    await an.says('1')
    expect(an.heard().join()).toContain('Đã ghi số tổng. Sửa được đến hết ngày 16/3/2026')
    await an.says('/tiendo')
    expect(an.heard().join()).toContain('10/12 đồng chí đã gửi, hạn 16/3 (số tổng, 21 việc)')
  })

  test('the same on Telegram, changed before the deadline: the newest counts, the one before is kept', async () => {
    for (const numbers of ['2/4', '3/4']) {
      await phuc.says('so tong')
      phuc.heard()
      await phuc.presses('Bản đăng ký làm theo · 16/3')
      if (numbers === '3/4') expect(phuc.heard().join()).toContain('Số đã gửi: 2/4 đồng chí')
      await phuc.says(numbers)
      await phuc.presses('Đúng, gửi')
    }
    expect(phuc.heard().join()).toContain('3/4 đồng chí (số tổng)')
    const rows = await commune.app.database.db.select().from(unitTotals)
    expect(rows.map(({ number, done, total }) => [number, done, total])).toEqual([
      [1, 10, 12],
      [1, 2, 4],
      [2, 3, 4],
    ])
    const audits = await commune.app.database.db.select().from(audit)
    expect(audits.filter(({ action }) => action === 'state-totals')).toHaveLength(3)
  })

  test('the leader reads the sum once, and how it came about; nobody is late for it', async () => {
    await commune.at('2026-03-23 07:30')
    const digest = vinh.heard().join('\n')
    expect(digest).toContain('13/16')
    expect(digest).toContain('trong đó số tổng 13/16')
    expect(digest).not.toContain('Nên gọi hỏi')
    await vinh.says('/tonghop')
    const [text] = vinh.heard()
    expect(text).toContain('Bản đăng ký làm theo: 13/16 đồng chí đã gửi, hạn 16/3')
    expect(text).toContain('(số tổng, 21 việc)')
    expect(text).toContain('13/16 đồng chí đã gửi bản đăng ký làm theo, đạt 81,3 % (số tổng, 21 việc)')
  })

  test('the table and the rows for export say it too', async () => {
    const book = await commune.app.tools(async (tools) =>
      makeTableBook(tools, {
        treeId: commune.treeId,
        units: await listUnits(tools.tx, commune.treeId, dayOf(tools.now)),
        year: 2026,
        quarter: 1,
        locale: 'vi',
        reader: 'X02',
        withProposals: false,
      }),
    )
    const rows = book.tables.flatMap((table) => table.rows)
    expect(rows).toContainEqual([
      'Chi bộ thôn Một',
      'Bản đăng ký làm theo',
      null,
      '16/3/2026',
      'từng người',
      12,
      10,
      0,
      2,
      83.3,
      'số tổng',
    ])
    const run = await runCli(registerExport, commune.app.database, '2026-03-23T09:00+07:00', [
      'export',
      'totals',
      '--json',
    ])
    expect(JSON.parse(run.out[0]!)).toMatchObject([
      { unit: 'THON1', done: 10, total: 12, deeds: 21, version: 1, current: true, source: 'stated' },
      { unit: 'TRUONG', done: 2, version: 1, current: false },
      { unit: 'TRUONG', done: 3, version: 2, current: true, stated_by: 'S01' },
    ])
  })

  test('after the deadline a number is not changed, but by the office', async () => {
    await phuc.says('số tổng')
    await phuc.presses('Bản đăng ký làm theo · 16/3')
    expect(phuc.heard().join()).toContain('Đã hết hạn sửa (16/3/2026)')
    const uyen = await commune.telegram('XA', 'X01')
    await uyen.says('số tổng trường')
    await uyen.presses('Bản đăng ký làm theo · 16/3')
    await uyen.says('đủ')
    await uyen.presses('Đúng, gửi')
    expect(uyen.heard().join()).toContain('4/4 đồng chí (số tổng)')
  })

  test('a unit that is counted person by person needs none', async () => {
    await commune.app.tools(async ({ tx, now }) => {
      const school = (await listUnits(tx, commune.treeId, dayOf(now))).find(({ code }) => code === 'TRUONG')
      await saveReach(tx, school!.id, 'members')
    })
    await phuc.says('số tổng')
    expect(phuc.heard().join()).toContain('Đơn vị của đồng chí được đếm từng người')
    const son = await commune.telegram('TRUONG', 'S03')
    await filePledge(son)
    await vinh.says('/tonghop')
    // The total of the school, which counts Sơn too, stays: 10 of the village, 4 of the school.
    expect(vinh.heard().join()).toContain('14/16 đồng chí đã gửi')
  })
})
