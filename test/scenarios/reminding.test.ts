import { afterEach, describe, expect, test } from 'vitest'
import { registerStatus } from '../../src/cli/status.ts'
import { type Commune, filePledge, startCommune } from '../support/commune.ts'
import { runCli } from '../support/run-cli.ts'

let commune: Commune
afterEach(() => commune.app.close())

const nudgesOf = (texts: string[]) => texts.filter((text) => text.startsWith('Nhắc việc'))

describe('a commune whose pledges are due on Monday 16/3', () => {
  test('a reminder is put off on Telegram and on Zalo; who has filed meanwhile is left alone', async () => {
    commune = await startCommune({ now: '2026-03-03 09:00' })
    await commune.at('2026-03-03 09:00')
    const binh = await commune.telegram('THON1', 'T02')
    const chi = await commune.zalo('THON1', 'T03')
    await commune.at('2026-03-03 10:00')
    for (const person of [binh, chi]) person.heard()
    await commune.at('2026-03-13 08:00')
    await binh.presses('Nhắc tôi ngày mai')
    expect(binh.heard().at(-1)).toBe('Vâng, bot sẽ nhắc lại lúc 8:00 ngày 14/3.')
    await chi.says('2')
    expect(chi.heard().at(-1)).toBe('Vâng, bot sẽ nhắc lại lúc 19:30 ngày 13/3.')
    await filePledge(chi)
    await commune.at('2026-03-13 19:30')
    expect(nudgesOf(chi.heard())).toEqual([])
    // A Saturday: nobody is reminded then but who asked for it.
    await commune.at('2026-03-14 08:00')
    expect(nudgesOf(binh.heard())).toEqual([expect.stringContaining('Nhắc việc: hạn 16/3, còn 2 ngày')])
    await commune.at('2026-03-14 09:00')
    expect(binh.heard()).toEqual([])
  })

  test('whom no message reaches any more: the secretary is told once, and may ring', async () => {
    commune = await startCommune({ now: '2026-03-03 09:00' })
    await commune.at('2026-03-03 09:00')
    const an = await commune.zalo('THON1', 'T01')
    const binh = await commune.telegram('THON1', 'T02')
    await commune.at('2026-03-03 10:00')
    await binh.blocks()
    an.heard()
    await commune.at('2026-03-13 08:00')
    const told = an.heard().filter((text) => text.includes('Chưa nhắc được (1)'))
    expect(told).toEqual([expect.stringContaining('Bình')])
    await commune.at('2026-03-13 10:00')
    expect(an.heard()).toEqual([])
  })

  test('a Zalo bot is out of messages: the other channel, else the secretary is told; status says why', async () => {
    commune = await startCommune({ now: '2026-03-03 09:00', zaloMessagesPerMonth: 4 })
    const phuc = await commune.telegram('TRUONG', 'S01')
    await phuc.says('/lienket')
    const code = /([2-9A-Z]{4}-[2-9A-Z]{4})/.exec(phuc.heard().join())![1]!
    const onZalo = commune.app.zalo.user('Phúc')
    await onZalo.says(code)
    await onZalo.says('đồng ý')
    const son = await commune.zalo('TRUONG', 'S03')
    for (const person of [phuc, onZalo, son]) person.heard()
    await commune.at('2026-03-13 08:00')
    expect([...onZalo.heard(), ...son.heard()]).toEqual([])
    const [text, ...more] = nudgesOf(phuc.heard())
    expect(more).toEqual([])
    expect(text).toMatch(/Chưa nhắc được \(1\):\n- Mẫu (?:Thị|Văn) Sơn/)
    const { bots, isWorking } = commune.app.parts
    const now = '2026-03-13T08:10+07:00'
    const status = await runCli(registerStatus, commune.app.database, now, ['status'], {
      bots,
      isWorking,
      locale: 'vi',
    })
    const out = status.out.join('\n')
    expect(out).toMatch(/zalo .*: \d+\/4 tin; dự báo đến hết tháng \d+ \(\d+ %\).*Gần hết tin/)
    expect(out).toContain('dành tin của tháng cho việc cần hơn (nudge): ')
  })

  test('late: the leader hears counts after 3 days, the office after 7, and on Friday the secretary what Monday will say', async () => {
    commune = await startCommune({ now: '2026-03-03 09:00' })
    await commune.at('2026-03-03 09:00')
    const an = await commune.zalo('THON1', 'T01')
    const vinh = await commune.zalo('XA', 'X02')
    const uyen = await commune.telegram('XA', 'X01')
    const group = await commune.zaloGroup('THON1', 'An')
    const posts: string[] = []
    const told: Record<string, string[]> = { vinh: [], uyen: [] }
    await commune.at('2026-03-03 10:00')
    for (const person of [an, vinh, uyen]) person.heard()
    for (const day of ['09', '11', '13', '16', '18', '19', '20', '23', '24']) {
      await commune.at(`2026-03-${day} 08:00`)
      posts.push(...group.heard().filter((text) => text.startsWith('Bản đăng ký')))
      const late = (texts: string[]) =>
        texts.flatMap((text) => (text.includes('Đơn vị chưa gửi đủ') ? [`${day}: ${text}`] : []))
      told['vinh']!.push(...late(vinh.heard()))
      told['uyen']!.push(...late(uyen.heard()))
    }
    // A post cannot be changed on Zalo: two of them, the second in other words.
    expect(posts).toEqual([
      expect.stringContaining('\nHạn: hết ngày 16/3/2026'),
      expect.stringContaining('\nSắp đến hạn: hết ngày 16/3/2026'),
    ])
    const line = '• Chi bộ thôn Một: Bản đăng ký làm theo, còn 12/12, hạn 16/3'
    expect(told['vinh']!.filter((text) => text.includes(line))).toEqual([expect.stringMatching(/^19: /)])
    expect(told['uyen']!.filter((text) => text.includes(line))).toEqual([expect.stringMatching(/^23: /)])
    expect([...told['vinh']!, ...told['uyen']!].join()).not.toMatch(/Mẫu (?:Thị|Văn)/)

    an.heard()
    await commune.at('2026-04-03 15:59')
    expect(an.heard().join()).not.toContain('Xem trước')
    await commune.at('2026-04-03 16:00')
    const [friday, ...more] = an.heard().filter((text) => text.includes('Xem trước'))
    expect(more).toEqual([])
    expect(friday).toMatch(/^Xem trước tổng hợp sáng thứ Hai 06\/4\. Mời mở tin nhắn này\./)
    expect(friday).toContain('“Chi bộ thôn Một: còn')
    expect(friday).toContain('- Bản đăng ký làm theo: 0/12 đồng chí đã gửi, hạn 16/3')
    await commune.at('2026-04-03 17:00')
    expect(an.heard()).toEqual([])

    const { bots, isWorking } = commune.app.parts
    const status = await runCli(registerStatus, commune.app.database, '2026-03-17T09:00+07:00', ['status'], {
      bots,
      isWorking,
      locale: 'vi',
    })
    expect(status.out.join('\n')).toMatch(/zalo .*, tháng này: \d+\/1\.500 tin; dự báo đến hết tháng \d+/)
    expect(status.out.join('\n')).toMatch(/Chưa gửi và vì sao:\n {2}chưa tham gia \(nudge\): \d+ lượt/)
  })
})
