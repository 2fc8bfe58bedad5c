import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { registerPeriod } from '../../src/cli/period.ts'
import { type Commune, startCommune, startPledge } from '../support/commune.ts'
import { runCli } from '../support/run-cli.ts'
import type { TelegramUser } from '../support/telegram-world.ts'
import type { ZaloUser } from '../support/zalo-world.ts'
import { talk } from '../support/talk.ts'

let commune: Commune
let uyen: ZaloUser
let an: TelegramUser
let binh: ZaloUser
beforeAll(async () => {
  commune = await startCommune({ now: '2026-03-10 09:00' })
  uyen = await commune.zalo('XA', 'X01')
  an = await commune.telegram('THON1', 'T01')
  binh = await commune.zalo('THON1', 'T02')
})
afterAll(() => commune.app.close())

const dues = async (code: string) => {
  const rows = await commune.app.database.sql<{ unit: string; due: string; count: number }[]>`
    select u.code as unit, a.due_on::text as due, count(*)::int as count from assignments a
    join obligations o on o.id = a.obligation_id join units u on u.id = a.unit_id
    where o.code = ${code} and a.state = 'open' and (a.period in ('2026', 'once', '2026-Q1'))
    group by u.code, a.due_on order by u.code, a.due_on`
  return rows.map(({ unit, due, count }) => `${unit} ${due} ${count}`)
}
const period = (...words: string[]) =>
  runCli(
    registerPeriod,
    commune.app.database,
    commune.app.clock.product().toISOString(),
    ['period', ...words],
    { locale: 'vi', openTools: (work) => commune.app.tools(work) },
  )

describe('more time', () => {
  test('what cannot be understood or done is said, and changes nothing', async () => {
    expect(await talk(uyen, '/giahan')).toContain('/giahan CB01 20/3')
    expect(await talk(uyen, '/giahan THON1')).toContain('/giahan CB01 20/3')
    expect(await talk(uyen, '/giahan THON1 hôm qua')).toContain('Ngày 09/3/2026 đã qua')
    expect(await talk(uyen, '/giahan thôn Hai 20/3')).toContain('Không thấy đơn vị hay nhiệm vụ “thôn Hai”')
    expect(await talk(uyen, '/giahan THON1 | bản đăng ký làm theo 12/3')).toContain(
      'Không có việc nào đang chờ',
    )
    expect(await talk(an, '/giahan THON1 20/3')).not.toContain('Gia hạn')
    expect(await dues('pledge')).toEqual(['THON1 2026-03-16 12', 'TRUONG 2026-03-16 4'])
  })

  test('a unit and a day: chosen, why, read back, done; those concerned hear of it, others do not', async () => {
    const phuc = await commune.telegram('TRUONG', 'S01')
    await commune.at('2026-03-13 08:00')
    for (const each of [an, binh, phuc, uyen]) each.heard()
    const asked = await talk(uyen, '/giahan thôn Một đến hết ngày 31/3')
    expect(asked).toContain('Gia hạn việc nào đến hết ngày 31/3/2026?')
    expect(asked).toContain('Bản đăng ký làm theo (hạn 16/3/2026, còn 12)')
    const choice = /(\d)\. Bản đăng ký làm theo/.exec(asked)![1]!
    expect(await talk(uyen, choice)).toContain('Vì sao gia hạn?')
    expect(await talk(uyen, 'ừ')).toContain('Vì sao gia hạn?')
    expect(await talk(uyen, 'Mưa lũ, bà con đi sơ tán')).toBe(`Gia hạn đến hết ngày 31/3/2026:
• Bản đăng ký làm theo: hạn cũ 16/3/2026, còn 12 nơi chưa gửi

Lý do: Mưa lũ, bà con đi sơ tán
Bot sẽ báo cho những người liên quan và nhắc theo hạn mới.

1. Gia hạn`)
    expect(await dues('pledge')).toContain('THON1 2026-03-16 12')
    expect(await talk(uyen, '1')).toBe(
      'Đã gia hạn 12 việc đến hết ngày 31/3/2026. Đã báo 2 người. Lời nhắc theo hạn cũ đã bỏ.',
    )
    expect(await dues('pledge')).toEqual(['THON1 2026-03-31 12', 'TRUONG 2026-03-16 4'])
    const told = `Báo thêm thời gian cho việc đang làm. Mời mở tin nhắn này để xem.

• Bản đăng ký làm theo: hết ngày 31/3/2026 (trước là 16/3/2026)

Đồng chí không phải làm gì thêm; nhắn /viec khi thuận tiện.`
    expect(an.heard()).toEqual([told])
    expect(binh.heard()).toEqual([told])
    expect(phuc.heard()).toEqual([])
    const kept = await commune.app.database.sql`
      select distinct kind, "by", reason, from_due_on::text as from, to_due_on::text as to
      from assignment_changes where kind = 'extended'`
    expect([...kept]).toEqual([
      {
        kind: 'extended',
        by: 'X01',
        reason: 'Mưa lũ, bà con đi sơ tán',
        from: '2026-03-16',
        to: '2026-03-31',
      },
    ])
    // The old date says nothing any more; the new one does.
    await commune.at('2026-03-16 08:00')
    expect(binh.heard().join('\n')).not.toContain('Bản đăng ký làm theo')
    expect(await talk(uyen, '1')).not.toContain('Đã gia hạn')
  })

  test('a duty of a unit by part of its title; a press of long ago is worth nothing', async () => {
    expect(await talk(uyen, 'gia hạn TRUONG báo cáo 5/4')).toContain('Vì sao gia hạn?')
    expect(await talk(uyen, 'để sau')).toContain('sau')
    expect(await dues('session')).toEqual(['THON1 2026-03-25 1', 'TRUONG 2026-03-25 1'])
    await talk(uyen, '/giahan TRUONG | báo cáo sinh hoạt 5/4', 'Trường thi học kỳ')
    expect(await talk(uyen, '1')).toContain('Đã gia hạn 1 việc')
    expect(await dues('session')).toEqual(['THON1 2026-03-25 1', 'TRUONG 2026-04-05 1'])
  })
})

describe('a period', () => {
  test('closed in chat: nothing more is taken, drafts are kept, nobody is reminded; opened again it goes on', async () => {
    await startPledge(binh)
    const shown = await talk(uyen, '/ky bản đăng ký')
    expect(shown).toContain('Bản đăng ký làm theo: đang mở')
    await talk(uyen, '1')
    const confirm = await talk(uyen, 'Đã tổng hợp gửi tỉnh')
    expect(confirm).toContain('Chốt “Bản đăng ký làm theo”? Còn 16/16 chưa gửi')
    for (const each of [an, binh]) each.heard()
    expect(await talk(uyen, '1')).toContain('Đã chốt “Bản đăng ký làm theo”')
    expect(an.heard().join()).toContain('“Bản đăng ký làm theo” đã chốt, bot không nhắc nữa')
    binh.heard()
    expect(await talk(binh, 'gửi')).toContain('Kỳ này đã chốt nên bot không nhận thêm: Bản đăng ký làm theo')
    expect(await talk(binh, '/dangky')).toContain('Kỳ này đã chốt')
    expect(await talk(binh, '/viec')).not.toContain('Bản đăng ký')
    an.heard()
    await commune.at('2026-03-30 08:00')
    const reminded = an.heard().filter((text) => !text.startsWith('Tổng hợp'))
    expect(reminded.join('\n')).not.toContain('Bản đăng ký')

    const listed = await period('list')
    expect(listed.out.find((line) => line.includes(' pledge '))).toContain('đã chốt')
    expect((await period('close', 'pledge', 'once', '--reason', 'x y')).err).toEqual([
      'Kỳ này đã chốt. Mở lại: nhipquy period reopen',
    ])
    expect((await period('reopen', 'nope', 'once', '--reason', 'x y')).code).toBe(1)
    const run = await period('reopen', 'pledge', 'once', '--reason', 'Còn 16 bản')
    expect(run).toMatchObject({ code: 0, err: [] })
    expect(run.out[0]).toContain('Đã mở lại “Bản đăng ký làm theo”')
    await commune.app.settle()
    expect(binh.heard().join()).toContain('nhận lại từ hôm nay')
    await talk(binh, '/dangky')
    expect(await talk(binh, 'gửi')).toContain('CK-')
    const kept = await commune.app.database
      .sql`select change, "by", reason from round_changes order by at, id`
    expect([...kept]).toEqual([
      { change: 'closed', by: 'X01', reason: 'Đã tổng hợp gửi tỉnh' },
      { change: 'reopened', by: 'operator', reason: 'Còn 16 bản' },
    ])
  })

  test('opened before its day: shown at once, and it stays so', async () => {
    const quan = await commune.zalo('TRUONG', 'S02')
    expect(await talk(quan, '/baocao')).not.toContain('quý II/2026')
    const shown = await talk(uyen, '/ky Báo cáo sinh hoạt chuyên đề – quý II/2026')
    expect(shown).toContain('chưa mở, sẽ hiện từ ngày 01/4/2026')
    await talk(uyen, '1', 'Họp sớm vì thi')
    an.heard()
    expect(await talk(uyen, '1')).toContain('Đã mở “Báo cáo sinh hoạt chuyên đề – quý II/2026”')
    expect(an.heard().join()).toContain('làm được từ hôm nay. Hạn: 30/6/2026')
    await commune.at('2026-03-31 09:00')
    expect(await talk(quan, '/baocao')).toContain('quý II/2026')
  })
})
