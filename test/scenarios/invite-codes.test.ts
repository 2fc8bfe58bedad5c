import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { audit } from '../../src/store/schema/index.ts'
import { type Commune, startCommune } from '../support/commune.ts'
import { talk } from '../support/talk.ts'

let commune: Commune
beforeEach(async () => {
  commune = await startCommune({ now: '2026-03-03 09:00' })
})
afterEach(() => commune.app.close())

const CODES = /[2-9A-Z]{4}-[2-9A-Z]{4}/g

describe('/moi by the office', () => {
  test('on Telegram, for a unit: one code for everybody who has not joined, each lets in its own person', async () => {
    const uyen = await commune.telegram('XA', 'X01')
    await commune.zalo('TRUONG', 'S01')
    await uyen.says('/moi')
    expect(uyen.buttons()).toContain('Chi bộ trường Mẫu')
    await uyen.presses('Chi bộ trường Mẫu')
    expect(uyen.heard().at(-1)).toContain('chưa tham gia 3/4')
    await uyen.presses('Mã cho mọi người chưa tham gia')
    const list = uyen.heard().at(-1)!
    expect(list).toContain('Không gửi cả danh sách này vào nhóm')
    expect(list.match(CODES)).toHaveLength(3)
    const [, code] = /Mẫu Văn Quân: (\S+)/.exec(list)!
    const quan = commune.app.zalo.user('Quân')
    await quan.says(code!)
    expect(quan.heard().join()).toContain('Người được mời: Quân')
    const rows = await commune.app.database.db.select().from(audit).where(eq(audit.action, 'invite'))
    expect(rows).toHaveLength(3)
  })

  test('on Zalo, for a person by name: a text that can be forwarded as it is', async () => {
    const uyen = await commune.zalo('XA', 'X01')
    const said = await talk(uyen, '/moi son')
    expect(said).toContain('Lời mời dùng bot Nhịp Quý')
    expect(said.match(CODES)).toHaveLength(1)
    expect(await talk(uyen, '/moi mẫu thị')).toContain('Chọn một:')
    expect(await talk(uyen, '/moi không ai')).toContain('Không có người hay đơn vị nào như vậy')
  })

  test('in a group: never a code, the private chat is offered', async () => {
    await commune.telegram('XA', 'X01')
    const group = commune.app.telegram.group('nhóm xã', { members: ['Uyên'] })
    await group.user('Uyên').says('/moi TRUONG')
    const texts = group.heard().join('\n')
    expect(texts).toContain('cuộc trò chuyện riêng')
    expect(texts).not.toMatch(CODES)
    const onZalo = commune.app.zalo.group('nhóm xã', { members: ['Uyên'] })
    await onZalo.user('Uyên').says('mời TRUONG')
    expect(onZalo.heard().join('\n')).not.toMatch(CODES)
  })
})

test('a secretary reaches the own unit alone, a member none', async () => {
  const an = await commune.zalo('THON1', 'T01')
  expect(await talk(an, '/moi')).toContain('Chi bộ thôn Một: chưa tham gia 11/12')
  expect(await talk(an, '/moi trường')).toContain('Không có người hay đơn vị nào như vậy')
  expect(await talk(an, '/moi son')).toContain('Không có người hay đơn vị nào như vậy')
  const binh = await commune.zalo('THON1', 'T02')
  expect(await talk(binh, '/moi')).toContain('dành cho vai trò khác')
})
