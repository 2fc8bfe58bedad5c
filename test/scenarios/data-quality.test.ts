import { afterEach, expect, test } from 'vitest'
import { registerStatus } from '../../src/cli/status.ts'
import { type Commune, filePledge, startCommune, startPledge } from '../support/commune.ts'
import { runCli } from '../support/run-cli.ts'

let commune: Commune
afterEach(() => commune.app.close())

const statusAt = (now: string, ...words: string[]) =>
  runCli(registerStatus, commune.app.database, now, ['status', ...words], {
    vault: commune.app.parts.vault,
    locale: 'vi',
  })

test('the office: what is missing in the roster, and the question at which forms stand, never whose', async () => {
  commune = await startCommune({ now: '2026-03-05 09:00' })
  const uyen = await commune.telegram('XA', 'X01')
  const phuc = await commune.zalo('TRUONG', 'S01')
  await startPledge(await commune.telegram('TRUONG', 'S03'))
  await phuc.says('/dangky')
  if (phuc.heard().join().includes('có đồng ý không')) await phuc.says('đồng ý')
  await commune.at('2026-03-06 10:00')
  await uyen.says('rà soát')
  expect(uyen.heard().at(-1)).toMatchInlineSnapshot(`
    "Rà soát danh sách đến ngày 06/3/2026. Mời mở tin nhắn này để xem từng mục.

    Đơn vị chưa có bí thư (1):
    - Đảng ủy xã Mẫu

    Đơn vị chưa gắn nhóm (3):
    - Chi bộ thôn Một
    - Chi bộ trường Mẫu
    - Đảng ủy xã Mẫu

    Chưa dùng bot, theo đơn vị (3):
    - Chi bộ thôn Một: 12/12
    - Chi bộ trường Mẫu: 2/4
    - Đảng ủy xã Mẫu: 1/2

    Chưa có số điện thoại, theo đơn vị (3):
    - Chi bộ thôn Một: 12/12
    - Chi bộ trường Mẫu: 4/4
    - Đảng ủy xã Mẫu: 2/2

    Phiếu đang viết dở, đứng lại từ hôm qua trở về trước:
    - Bản đăng ký làm theo: câu 1 “Việc làm theo”, 1 phiếu
    - Bản đăng ký làm theo: đã viết xong, chờ bấm gửi, 1 phiếu"
  `)
  const vinh = await commune.zalo('XA', 'X02')
  await vinh.says('/rasoat')
  expect(vinh.heard().join()).not.toContain('Rà soát danh sách')

  const now = '2026-03-06T10:00+07:00'
  const quality = await statusAt(now, '--quality', '--drop-off', '--unit', 'TRUONG')
  expect(quality.out.join('\n')).toContain('- Chi bộ trường Mẫu: 2/4')
  expect(quality.out.join('\n')).toContain('Bản đăng ký làm theo: câu 1 “Việc làm theo”, 1 phiếu')
  expect(quality.out.join('\n')).not.toMatch(/S0[13]/)
})

test('every figure can be traced to its rows', async () => {
  commune = await startCommune({ now: '2026-03-05 09:00' })
  await filePledge(await commune.zalo('TRUONG', 'S03'))
  const now = '2026-03-20T10:00+07:00'
  const unit = await statusAt(now, '--explain', 'TRUONG', '--period', '2026-Q1')
  const lines = unit.out
  expect(lines).toContain('personal-pledges = 1/4 · từng người · Bản đăng ký của cá nhân')
  const rows = lines.slice(lines.findIndex((line) => line.startsWith('personal-pledges')) + 1)
  expect(rows.slice(0, 4).map((row) => /member=(\S+) .*state=(\S+)/.exec(row)?.slice(1))).toEqual([
    ['S01', 'open'],
    ['S02', 'open'],
    ['S03', 'done'],
    ['S04', 'open'],
  ])
  expect(rows[2]).toMatch(/receipt=\S+/)
  const figure = await statusAt(now, '--explain', 'late-units')
  expect(figure.out[0]).toBe('late-units = 2/2 · từng người · Đơn vị còn việc quá hạn')
  expect(figure.out).toHaveLength(1 + 16)
  const work = await statusAt(now, '--explain', 'week-work')
  expect(work.out[0]).toBe('week-work = 1/18 · Việc đã hoặc sắp đến hạn: đã xong 1/18 (5 %), như tuần trước')
  expect(work.out).toHaveLength(1 + 18)
  const late = await statusAt(now, '--explain', 'week-late-units')
  expect(late.out[0]).toBe('week-late-units = 2/2 · Đơn vị còn việc quá hạn: 2/2, tuần qua thêm 2')
  expect(late.out).toHaveLength(1 + 15)
  const joined = await statusAt(now, '--explain', 'week-joined')
  expect(joined.out[0]).toBe('week-joined = 1/18 · Đã dùng bot: 1/18 người (5 %), như tuần trước')
  expect(joined.out.filter((line) => /joined agreed/.test(line))).toEqual([
    '  member=S03 units=TRUONG joined agreed',
  ])
  expect(await statusAt(now, '--explain', 'khong-co')).toMatchObject({ code: 1 })
  expect(await statusAt(now, '--explain', 'TRUONG', '--period', 'bao giờ')).toMatchObject({ code: 2 })
})
