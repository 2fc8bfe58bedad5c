import { and, eq, sql } from 'drizzle-orm'
import { afterEach, describe, expect, test } from 'vitest'
import { runPass } from '../../src/jobs/run-pass.ts'
import { extendAssignment } from '../../src/store/change-assignment.ts'
import { assignments, audit, outbox, people } from '../../src/store/schema/index.ts'
import { type Commune, filePledge, startCommune, startPledge } from '../support/commune.ts'

let commune: Commune
afterEach(() => commune.app.close())

/** Past the day of the topic, before anything is due: the pledge on 16/3, the report on 25/3. */
async function startInMarch() {
  commune = await startCommune({ now: '2026-03-03 09:00' })
  await commune.at('2026-03-03 09:00')
}

const nudgesOf = (texts: string[]) => texts.filter((text) => text.startsWith('Nhắc việc'))

describe('a member who owes a pledge by 16/3', () => {
  test('is reminded in private 3 days before, on the day and the day after, and may put it off', async () => {
    await startInMarch()
    const binh = await commune.zalo('THON1', 'T02')
    await commune.at('2026-03-03 10:00')
    binh.heard()
    await commune.at('2026-03-12 12:00')
    await commune.at('2026-03-13 07:59')
    expect(binh.heard()).toEqual([])
    await commune.at('2026-03-13 08:00')
    expect(binh.heard()).toMatchInlineSnapshot(`
      [
        "Nhắc việc sớm: hạn 16/3, còn 3 ngày. Mời mở tin nhắn này để xem nội dung.

      Việc: Bản đăng ký làm theo
      Hạn: hết ngày 16/3 (văn bản: trước ngày 17/3/2026)

      Chọn “Làm ngay” hoặc nhắn /dangky. Có thể làm dở, bot giữ từng câu trả lời.

      1. Làm ngay
      2. Nhắc tôi tối nay
      3. Nhắc tôi ngày mai
      4. Nhắc tôi sau 3 ngày
      5. Để sau",
      ]
    `)
    await binh.says('2')
    expect(binh.heard()).toEqual(['Vâng, bot sẽ nhắc lại lúc 19:30 ngày 13/3.'])
    await commune.at('2026-03-13 19:00')
    expect(binh.heard()).toEqual([])
    await commune.at('2026-03-13 19:30')
    expect(nudgesOf(binh.heard())).toEqual([expect.stringContaining('Nhắc việc: hạn 16/3, còn 3 ngày')])
    for (const quiet of ['2026-03-13 20:00', '2026-03-14 08:00', '2026-03-15 19:00']) await commune.at(quiet)
    expect(binh.heard()).toEqual([])
    await commune.at('2026-03-16 08:00')
    expect(binh.heard()).toMatchInlineSnapshot(`
      [
        "Nhắc việc: hạn hôm nay 16/3, đến hết ngày. Mời mở tin nhắn này để xem nội dung.

      Việc: Bản đăng ký làm theo
      Hạn: hết hôm nay 16/3 (văn bản: trước ngày 17/3/2026)

      Chọn “Làm ngay” hoặc nhắn /dangky. Có thể làm dở, bot giữ từng câu trả lời.

      1. Làm ngay
      2. Nhắc tôi tối nay
      3. Nhắc tôi ngày mai
      4. Nhắc tôi sau 3 ngày
      5. Để sau",
      ]
    `)
    await commune.at('2026-03-17 08:00')
    expect(binh.heard()).toMatchInlineSnapshot(`
      [
        "Nhắc việc. Mời mở tin nhắn này để xem nội dung và cách thực hiện ngay bây giờ.

      Việc: Bản đăng ký làm theo
      Hạn: hết ngày 16/3 (văn bản: trước ngày 17/3/2026). Bây giờ vẫn gửi được.

      Chọn “Làm ngay” hoặc nhắn /dangky. Có thể làm dở, bot giữ từng câu trả lời.

      1. Làm ngay
      2. Nhắc tôi tối nay
      3. Nhắc tôi ngày mai
      4. Nhắc tôi sau 3 ngày
      5. Để sau",
      ]
    `)
    for (const later of ['2026-03-18 08:00', '2026-03-20 08:00', '2026-04-20 08:00']) await commune.at(later)
    expect(nudgesOf(binh.heard())).toEqual([])
  })

  test('presses "Làm ngay" and is asked the first question of the form', async () => {
    await startInMarch()
    const lan = await commune.telegram('THON1', 'T10')
    await commune.at('2026-03-13 08:00')
    await lan.presses('Làm ngay')
    await lan.presses('Đồng ý')
    expect(lan.heard().at(-1)).toContain('Việc làm theo')
  })

  test('in the middle of a form on Zalo: reminded without numbers, and a number still answers the form', async () => {
    await startInMarch()
    const phuc = await commune.zalo('TRUONG', 'S01')
    await phuc.says('/dangky')
    await phuc.says('đồng ý')
    // Three days before is a Sunday: it comes on Friday.
    await commune.at('2026-03-20 08:00')
    const [report] = nudgesOf(phuc.heard())
    expect(report).toContain('Việc: Báo cáo sinh hoạt chuyên đề')
    expect(report).not.toContain('1. Làm ngay')
    await phuc.says('1')
    expect(phuc.heard().join()).not.toContain('Báo cáo sinh hoạt')
  })

  test('filing takes back the reminder that waits to be sent, and ends the reminding', async () => {
    await startInMarch()
    const binh = await commune.zalo('THON1', 'T02')
    commune.app.clock.set('2026-03-13T08:00+07:00')
    // The reminder is planned while the pledge is being filed.
    await startPledge(binh)
    binh.heard()
    await runPass(commune.app.parts)
    await binh.says('gửi')
    expect(nudgesOf(binh.heard())).toEqual([])
    for (const day of ['13', '16', '17']) await commune.at(`2026-03-${day} 09:00`)
    expect(nudgesOf(binh.heard())).toEqual([])
  })

  test('was given more time: reminded by the new day, in the words that came with it', async () => {
    await startInMarch()
    const binh = await commune.zalo('THON1', 'T02')
    await commune.app.tools(async (tools) => {
      const [own] = await tools.tx
        .select({ id: assignments.id })
        .from(assignments)
        .innerJoin(people, eq(people.id, assignments.personId))
        .where(and(eq(people.code, 'T02'), eq(assignments.dueOn, '2026-03-16')))
      const more = { by: 'operator' as const, reason: 'đi công tác', dueOn: '2026-03-20' }
      await extendAssignment(tools, { ...more, assignmentId: own!.id, phrase: 'gia hạn đến 20/3' })
    })
    for (const day of ['13', '16']) await commune.at(`2026-03-${day} 08:00`)
    expect(nudgesOf(binh.heard())).toEqual([])
    await commune.at('2026-03-17 08:00')
    expect(nudgesOf(binh.heard())).toEqual([
      expect.stringContaining('Hạn: hết ngày 20/3 (văn bản: gia hạn đến 20/3)'),
    ])
  })

  test('said no, or took the consent back: never reminded and never counted', async () => {
    await startInMarch()
    const an = await commune.telegram('THON1', 'T01')
    await filePledge(an)
    const binh = await commune.zalo('THON1', 'T02')
    await binh.says('/rutlai')
    await binh.says('đồng ý')
    binh.heard()
    for (const day of ['13', '16', '17']) await commune.at(`2026-03-${day} 08:00`)
    expect(binh.heard()).toEqual([])
    const list = an.heard().find((text) => text.includes('Còn chờ'))
    expect(list).toContain('Đã gửi: 1/11 đồng chí. Còn chờ (10):')
    expect(list).not.toContain('Bình')
  })
})

describe('the group of a cell', () => {
  test('on Telegram: one post with counts, changed as the count rises, no name, and nothing after the deadline', async () => {
    await startInMarch()
    const an = await commune.telegram('THON1', 'T01')
    await filePledge(an)
    const group = await commune.telegramGroup('THON1', 'An')
    await commune.at('2026-03-03 10:00')
    group.heard()
    await commune.at('2026-03-08 12:00')
    expect(group.heard()).toEqual([])
    await commune.at('2026-03-09 08:00')
    const [first] = group.heard()
    expect(first).toMatchInlineSnapshot(`
      "Bản đăng ký làm theo
      Hạn: hết ngày 16/3/2026 (văn bản: trước ngày 17/3/2026).

      Đã gửi: 1/12 đồng chí, còn 11 đồng chí. Cảm ơn các đồng chí đã gửi.
      Đồng chí nào chưa gửi, mời nhắn riêng cho bot: /dangky"
    `)
    await commune.at('2026-03-12 08:00')
    expect(group.heard()).toEqual([])
    const binh = await commune.zalo('THON1', 'T02')
    await filePledge(binh)
    await commune.at('2026-03-13 08:00')
    expect(group.heard()).toEqual([
      first!.replace('Hạn:', 'Sắp đến hạn:').replace('1/12 đồng chí, còn 11', '2/12 đồng chí, còn 10'),
    ])
    await commune.at('2026-03-16 08:00')
    expect(group.heard()).toEqual([expect.stringContaining('Hạn là hết hôm nay, 16/3/2026')])
    const made = await commune.app.database.db.select().from(outbox)
    const posts = made.filter(({ topic, personId }) => topic === 'nudge' && personId === null)
    expect(posts.map(({ operation }) => operation).sort()).toEqual(['edit', 'edit', 'text'])
    for (const day of ['17', '18']) await commune.at(`2026-03-${day} 08:00`)
    // From 18/3 on it is the report, due on 25/3, that the group hears of.
    expect(group.heard()).toEqual([
      expect.stringMatching(/^Báo cáo sinh hoạt chuyên đề – quý I\/2026 – Chi bộ/),
    ])
  })

  test('of four members hears no counts', async () => {
    await startInMarch()
    await commune.zalo('TRUONG', 'S01')
    const group = await commune.zaloGroup('TRUONG', 'Phúc')
    await commune.at('2026-03-09 08:00')
    expect(group.heard().filter((text) => text.includes('Bản đăng ký'))).toMatchInlineSnapshot(`
      [
        "Bản đăng ký làm theo
      Hạn: hết ngày 16/3/2026 (văn bản: trước ngày 17/3/2026).

      Cảm ơn các đồng chí đã gửi. Đồng chí nào chưa gửi, mời nhắn riêng cho bot: /dangky

      Làm ngay: https://zalo.me/bot.Playground2001",
      ]
    `)
  })

  test('with fewer than five missing hears no counts', async () => {
    await startInMarch()
    await commune.telegram('THON1', 'T01')
    const group = await commune.telegramGroup('THON1', 'An')
    // Eight of twelve have filed.
    await commune.app.database.db.execute(sql`
      update assignments set state = 'done', done_at = ${'2026-03-04T03:00:00Z'}::timestamptz
      from people where people.id = assignments.person_id and people.code between 'T01' and 'T08'`)
    group.heard()
    await commune.at('2026-03-09 08:00')
    const text = group.heard().find((each) => each.includes('Bản đăng ký'))
    expect(text).toContain('Đồng chí nào chưa gửi')
    expect(text).not.toMatch(/\d+ đồng chí|8|12\/|Còn/)
  })
})

describe('the secretary', () => {
  test('gets names privately 1 day before and 1 day after, and the record keeps that', async () => {
    await startInMarch()
    const an = await commune.zalo('THON1', 'T01')
    const binh = await commune.zalo('THON1', 'T02')
    await filePledge(binh)
    await commune.at('2026-03-03 10:00')
    an.heard()
    await commune.at('2026-03-12 08:00')
    expect(an.heard().join()).not.toContain('Còn chờ')
    // One day before is a Sunday: it comes on Friday.
    await commune.at('2026-03-13 08:00')
    expect(an.heard()).toMatchInlineSnapshot(`
      [
        "Nhắc việc sớm: hạn 16/3, còn 3 ngày. Mời mở tin nhắn này để xem nội dung.

      Việc: Bản đăng ký làm theo
      Hạn: hết ngày 16/3 (văn bản: trước ngày 17/3/2026)

      Chọn “Làm ngay” hoặc nhắn /dangky. Có thể làm dở, bot giữ từng câu trả lời.

      Việc: Bản đăng ký làm theo
      Đơn vị: Chi bộ thôn Một
      Hạn: hết ngày 16/3 (văn bản: trước ngày 17/3/2026)

      Đã gửi: 1/12 đồng chí. Còn chờ (10):
      - Mẫu Thị Chi
      - Mẫu Thị Dung
      - Mẫu Thị Em
      - Mẫu Thị Giang
      - Mẫu Thị Hà
      - Mẫu Thị Khánh
      - Mẫu Thị Lan
      - Mẫu Thị Minh
      - Mẫu Thị Nga
      - Mẫu Thị Oanh

      Danh sách này chỉ gửi riêng đồng chí. Nhắn /danhsach để xem ai chưa tham gia và lấy mã mới.

      1. Làm ngay
      2. Nhắc tôi tối nay
      3. Nhắc tôi ngày mai
      4. Nhắc tôi sau 3 ngày
      5. Để sau",
      ]
    `)
    await commune.at('2026-03-17 08:00')
    const lists = an.heard().filter((text) => text.includes('Còn chờ'))
    expect(lists).toHaveLength(1)
    const seen = await commune.app.database.db.select().from(audit)
    expect(seen.filter(({ action }) => action === 'see-owing-names')).toHaveLength(2)
    expect(binh.heard().join()).not.toContain('Mẫu Thị')
  })

  test('who has not joined: the deputy is told instead', async () => {
    await startInMarch()
    const quan = await commune.zalo('TRUONG', 'S02')
    await commune.at('2026-03-13 08:00')
    const list = quan.heard().find((text) => text.includes('Còn chờ'))
    expect(list).toContain('- Mẫu Văn Phúc\n- Mẫu Văn Sơn\n- Mẫu Văn Tú')
  })

  test('is reminded of what the unit owes, members are not', async () => {
    await startInMarch()
    const phuc = await commune.zalo('TRUONG', 'S01')
    const son = await commune.zalo('TRUONG', 'S03')
    await commune.at('2026-03-20 08:00')
    expect(nudgesOf(phuc.heard())).toEqual([
      expect.stringContaining('Việc: Báo cáo sinh hoạt chuyên đề – quý I/2026\nĐơn vị: Chi bộ trường Mẫu'),
    ])
    expect(son.heard().join()).not.toContain('Báo cáo')
  })
})

describe('whatever happens to the machine', () => {
  test('after days of downtime one message comes, of the newest stage', async () => {
    await startInMarch()
    const binh = await commune.zalo('THON1', 'T02')
    await commune.telegram('THON1', 'T01')
    const group = await commune.telegramGroup('THON1', 'An')
    await commune.at('2026-03-03 10:00')
    binh.heard()
    group.heard()
    await commune.at('2026-03-16 10:30')
    expect(nudgesOf(binh.heard())).toEqual([expect.stringContaining('hạn hôm nay 16/3')])
    expect(group.heard()).toHaveLength(1)
    await commune.at('2026-03-16 11:00')
    expect([...binh.heard(), ...group.heard()]).toEqual([])
  })

  test('planned but not sent before the evening: planned again in the morning, with the words of that day', async () => {
    await startInMarch()
    const binh = await commune.zalo('THON1', 'T02')
    await commune.at('2026-03-03 10:00')
    binh.heard()
    commune.app.clock.set('2026-03-16T20:59+07:00')
    await runPass(commune.app.parts)
    commune.app.clock.set('2026-03-17T03:00+07:00')
    await commune.app.settle()
    expect(binh.heard()).toEqual([])
    await commune.at('2026-03-17 08:00')
    expect(nudgesOf(binh.heard())).toEqual([expect.stringContaining('Bây giờ vẫn gửi được')])
  })

  test('outside 08:00–21:00 nothing is said', async () => {
    await startInMarch()
    const binh = await commune.zalo('THON1', 'T02')
    await commune.at('2026-03-03 10:00')
    binh.heard()
    for (const time of ['00:00', '05:00', '07:59', '21:00', '23:30']) await commune.at(`2026-03-16 ${time}`)
    expect(binh.heard()).toEqual([])
  })

  test('two replicas pass at once, twice: everything is said once', async () => {
    await startInMarch()
    const binh = await commune.zalo('THON1', 'T02')
    const an = await commune.telegram('THON1', 'T01')
    await commune.telegramGroup('THON1', 'An')
    commune.app.clock.set('2026-03-13T08:00+07:00')
    const pass = () => runPass(commune.app.parts)
    const counts = [...(await Promise.all([pass(), pass()])), ...(await Promise.all([pass(), pass()]))]
    await commune.app.settle()
    const rows = await commune.app.database.db.select().from(outbox)
    const nudges = rows.filter(({ topic }) => topic === 'nudge')
    expect(new Set(nudges.map(({ key }) => key)).size).toBe(nudges.length)
    expect(counts.reduce((sum, count) => sum + count.nudges, 0)).toBe(nudges.length)
    expect(nudgesOf(binh.heard())).toHaveLength(1)
    // What the secretary owes and whom she waits for: one message.
    expect(nudgesOf(an.heard())).toEqual([expect.stringContaining('Còn chờ')])
  })

  test('ticks of one slot plan once; a later slot finds who joined meanwhile', async () => {
    await startInMarch()
    const spaced = (when: string) => {
      commune.app.clock.set(`${when.replace(' ', 'T')}+07:00`)
      return commune.app.pass((parts) => runPass(parts, { spaced: true }))
    }
    await spaced('2026-03-13 08:00')
    const binh = await commune.zalo('THON1', 'T02')
    expect(await spaced('2026-03-13 08:04')).toMatchObject({ topics: 1, nudges: 0 })
    expect(nudgesOf(binh.heard())).toEqual([])
    expect(await spaced('2026-03-13 08:05')).toMatchObject({ nudges: 1 })
  })
})

describe('what is outside', () => {
  test('due before the bot came, or "thường xuyên": shown, never reminded', async () => {
    commune = await startCommune({ now: '2026-01-20 09:00', liveFrom: '2026-03-01' })
    const binh = await commune.zalo('THON1', 'T02')
    for (const day of ['2026-01-28', '2026-01-31', '2026-02-01', '2026-03-01', '2026-03-02'])
      await commune.at(`${day} 09:00`)
    expect(nudgesOf(binh.heard())).toEqual([])
    await binh.says('/viec')
    expect(binh.heard().join()).toContain('Thực hiện chuẩn mực hằng ngày')
  })
})
