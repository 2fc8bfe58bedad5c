import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { registerSetDate } from '../../src/cli/set-date.ts'
import { assignments, audit, obligations } from '../../src/store/schema/index.ts'
import { type Commune, startCommune } from '../support/commune.ts'
import { runCli } from '../support/run-cli.ts'

let commune: Commune
beforeEach(async () => {
  commune = await startCommune({ now: '2026-03-03 09:00' })
})
afterEach(() => commune.app.close())

/** The due day and words of the conference, which the plan leaves to another document. */
async function conference() {
  const [row] = await commune.app.database.db
    .select({ dueOn: assignments.dueOn, phrase: assignments.duePhrase })
    .from(assignments)
    .innerJoin(obligations, eq(obligations.id, assignments.obligationId))
    .where(eq(obligations.code, 'conference'))
  return row
}

describe('a date that the plan leaves open', () => {
  test('the office is asked for it once, by day, when the programme is in use', async () => {
    const uyen = await commune.telegram('XA', 'X01')
    const vinh = await commune.telegram('XA', 'X02')
    uyen.heard()
    await commune.at('2026-03-03 21:00')
    expect(uyen.heard()).toEqual([])
    expect(await commune.at('2026-03-04 08:00')).toMatchObject({ dates: 1 })
    expect(uyen.heard().filter((text) => text.startsWith('Nhắc việc'))).toEqual([
      `Nhắc việc: cần bổ sung một số hạn. Mời mở tin nhắn này để xem danh sách.

Kế hoạch học tập năm 2026 chưa ấn định hạn của:
- Hội nghị biểu dương (văn bản: có văn bản riêng)

Khi có hạn, nhắn /dathan để nhập. Chưa có hạn thì bot vẫn hiện việc nhưng chưa nhắc ai.`,
    ])
    expect(vinh.heard().join()).not.toContain('chưa ấn định')
    for (const day of ['04', '05', '09']) await commune.at(`2026-03-${day} 10:00`)
    expect(uyen.heard().join()).not.toContain('chưa ấn định')
  })

  test('the office sets it in chat: chosen, typed, read back, confirmed; then it is nudged', async () => {
    const uyen = await commune.zalo('XA', 'X01')
    await uyen.says('đặt hạn')
    await uyen.says('1')
    await uyen.says('hôm qua')
    expect(uyen.heard().at(-1)).toContain('Ngày 02/3/2026 đã qua')
    await uyen.says('khi nào rảnh')
    expect(uyen.heard().at(-1)).toContain('Chưa đọc được ngày này')
    await uyen.says('15/5/2026')
    expect(uyen.heard().at(-1)).toContain('Hạn sẽ là hết ngày 15/5/2026')
    expect(await conference()).toMatchObject({ dueOn: null })
    await uyen.says('1')
    expect(uyen.heard().at(-1)).toContain('Đã đặt hạn: hết ngày 15/5/2026')
    expect(await conference()).toEqual({
      dueOn: '2026-05-15',
      phrase: 'có văn bản riêng; cơ quan phụ trách ấn định: hết ngày 15/5/2026',
    })
    const rows = await commune.app.database.db.select().from(audit)
    expect(rows.find(({ action }) => action === 'set-date')).toMatchObject({ actorRole: 'office' })
    await uyen.says('/dathan')
    expect(uyen.heard().at(-1)).toBe('Không còn việc nào thiếu hạn.')
    await commune.at('2026-05-12 08:00')
    expect(uyen.heard().join()).toContain('Việc: Hội nghị biểu dương\nĐơn vị: Đảng ủy xã Mẫu')
  })

  test('a secretary of a cell is not offered it', async () => {
    const an = await commune.telegram('THON1', 'T01')
    await an.says('/dathan')
    expect(an.heard().join()).not.toContain('Hội nghị')
    expect(await conference()).toMatchObject({ dueOn: null })
  })
})

const date = (...words: string[]) =>
  runCli(registerSetDate, commune.app.database, '2026-03-03T09:00+07:00', ['date', ...words])

describe('nhipquy date', () => {
  test('lists what is missing, sets a date, and lists nothing any more', async () => {
    expect(await date('list')).toMatchObject({
      code: 0,
      out: [
        'xa-mau-2026 conference once  Hội nghị biểu dương (có văn bản riêng)',
        expect.stringMatching(/^1 /),
      ],
    })
    expect(
      await date('set', 'conference', 'once', '2026-05-15', '--phrase', 'CV 12: ngày 15/5'),
    ).toMatchObject({
      code: 0,
      out: [expect.stringContaining('15/5/2026')],
    })
    expect(await conference()).toEqual({ dueOn: '2026-05-15', phrase: 'CV 12: ngày 15/5' })
    expect((await date('list')).out).toEqual([expect.stringMatching(/^0 /)])
  })

  test.each([
    { words: ['set', 'conference', 'once', '15/5/2026'], code: 2, says: '15/5/2026' },
    { words: ['set', 'conference', 'once', '2026-02-31'], code: 2, says: '2026-02-31' },
    { words: ['set', 'nothing', 'once', '2026-05-15'], code: 1, says: 'nothing' },
    { words: ['set', 'session', '2027-Q1', '2026-05-15'], code: 1, says: '2026-Q1, 2026-Q2' },
  ])('$words: refused with $code and a reason', async ({ words, code, says }) => {
    const run = await date(...words)
    expect(run).toMatchObject({ code, out: [] })
    expect(run.err.join()).toContain(says)
    expect(await conference()).toMatchObject({ dueOn: null })
  })
})
