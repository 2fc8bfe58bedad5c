import { afterEach, describe, expect, test } from 'vitest'
import { type Commune, startCommune } from '../support/commune.ts'

let commune: Commune
afterEach(() => commune.app.close())

const HEAD = 'Bản soạn sẵn để đăng vào nhóm chung'
const pasted = (texts: string[]) => texts.filter((text) => text.startsWith(HEAD))

describe('where no bot is let into groups, the secretary gets the words', () => {
  test('the topic: once, with what to do about it, to the secretary alone', async () => {
    commune = await startCommune({ now: '2026-03-01 09:00', zaloGroups: false })
    const an = await commune.zalo('THON1', 'T01')
    const binh = await commune.zalo('THON1', 'T02')
    an.heard()
    await commune.at('2026-03-02 08:00')
    const [text, ...more] = pasted(an.heard())
    expect(text).toContain('Chuyên đề quý I/2026\n\n“Nêu gương trong công việc hằng ngày”')
    expect(text).toContain('nhắn riêng cho bot Bot Nhịp Quý 1: đã nghiên cứu')
    expect(text).not.toMatch(/^\d\. /m)
    expect(more).toEqual([])
    expect(pasted(binh.heard())).toEqual([])
    await commune.at('2026-03-02 08:10')
    expect(pasted(an.heard())).toEqual([])
  })

  test('a reminder: the counts that the group would have heard, no name, once', async () => {
    commune = await startCommune({ now: '2026-03-03 09:00', zaloGroups: false })
    await commune.at('2026-03-03 09:00')
    const an = await commune.zalo('THON1', 'T01')
    await commune.zalo('THON1', 'T02')
    await commune.at('2026-03-03 10:00')
    an.heard()
    await commune.at('2026-03-13 08:00')
    await commune.at('2026-03-13 12:00')
    const texts = pasted(an.heard())
    expect(texts).toHaveLength(1)
    expect(texts[0]).toContain('Bản đăng ký làm theo')
    expect(texts[0]).toMatch(/0\/12/)
    expect(texts[0]).not.toContain('Bình')
  })

  test('with a group of its own, or a bot that may enter one, nobody has to paste', async () => {
    commune = await startCommune({ now: '2026-03-01 09:00', zaloGroups: false })
    const an = await commune.telegram('THON1', 'T01')
    const phuc = await commune.telegram('TRUONG', 'S01')
    await commune.telegramGroup('THON1', 'An')
    await commune.at('2026-03-02 08:00')
    expect(pasted([...an.heard(), ...phuc.heard()])).toEqual([])
  })
})
