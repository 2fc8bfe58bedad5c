import { afterEach, expect, test } from 'vitest'
import { type Commune, startCommune } from '../support/commune.ts'
import { inviteCode } from '../support/join-people.ts'

let commune: Commune
afterEach(() => commune.app.close())

test('one unit with a group on each channel: both hear the topic and the counts, each once', async () => {
  commune = await startCommune({ now: '2026-03-01 09:00' })
  await commune.telegram('THON1', 'T01')
  await commune.zalo('THON1', 'T01')
  const groups = [await commune.telegramGroup('THON1', 'An'), await commune.zaloGroup('THON1', 'An')]
  await commune.at('2026-03-02 08:00')
  for (const group of groups) expect(group.heard()).toEqual([expect.stringContaining('Nêu gương')])
  await commune.at('2026-03-09 08:00')
  await commune.at('2026-03-09 08:05')
  for (const group of groups) {
    const heard = group.heard()
    expect(heard).toEqual([expect.stringContaining('0/12')])
    expect(heard.join()).not.toContain('Mẫu Thị')
  }
})

test('one group of two units: each unit is spoken of by its name, and the small one without counts', async () => {
  commune = await startCommune({ now: '2026-03-01 09:00' })
  await commune.telegram('THON1', 'T01')
  await commune.telegram('TRUONG', 'S01')
  const group = await commune.telegramGroup('THON1', 'An', ['Phúc'])
  await group.user('Phúc').says(`/nhom ${await inviteCode(commune.app, 'TRUONG', null)}`)
  expect(group.heard().join()).toContain('Chi bộ trường Mẫu')
  await commune.at('2026-03-02 08:00')
  // The topic is the same for both, and is said once.
  expect(group.heard()).toEqual([expect.stringContaining('Nêu gương')])
  await commune.at('2026-03-09 08:00')
  const [post, ...more] = group.heard()
  const [large, small] = post!.split(/\n\n(?=Bản đăng ký)/)
  expect(large).toMatch(/^Bản đăng ký làm theo – Chi bộ thôn Một\n[^]*Đã gửi: 0\/12 đồng chí/)
  expect(small).toMatch(/^Bản đăng ký làm theo – Chi bộ trường Mẫu\n/)
  expect(small).not.toContain('/4')
  expect(more).toEqual([])
})
