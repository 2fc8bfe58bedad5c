import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { registerBot } from '../../src/cli/bot.ts'
import { registerInvite } from '../../src/cli/invite.ts'
import { registerUnitReach } from '../../src/cli/unit-reach.ts'
import { audit } from '../../src/store/schema/index.ts'
import { importRoster, joinAs } from '../support/join-people.ts'
import { runCli } from '../support/run-cli.ts'
import { startTestApp, type TestApp } from '../support/start-test-app.ts'
import type { TelegramUser } from '../support/telegram-world.ts'

const NOW = '2026-03-02T09:00+07:00'
const CELLS = Array.from({ length: 30 }, (_, index) => `CB${String(index + 1).padStart(2, '0')}`)

/** Twenty-five people in every cell: 750, of whom 60 answer for their cells. */
const members = CELLS.flatMap((cell) =>
  Array.from({ length: 25 }, (_, index) => {
    const role = index === 0 ? 'secretary' : index === 1 ? 'deputy' : ''
    return `${cell}-${index + 1}|Mẫu Văn ${cell} ${index + 1}|${cell}|${role}`
  }),
).join('\n')

let app: TestApp
let lan: TelegramUser
beforeAll(async () => {
  app = await startTestApp({ now: NOW, bots: { telegram: 1, zalo: 2 } })
  await importRoster(
    app,
    `DU|Đảng ủy phường Mẫu|committee-commune|\n${CELLS.map((cell) => `${cell}|Chi bộ Mẫu ${cell.slice(2)}|cell-street|DU`).join('\n')}`,
    `VP|Mẫu Thị Lan|DU|office\n${members}`,
    'secretary',
  )
  lan = (await joinAs(app, 'telegram', 'DU', 'VP')) as TelegramUser
  lan.heard()
}, 240_000)
afterAll(() => app.close())

const cli = (...words: string[]) =>
  runCli(
    (program, deps) => {
      registerBot(program, deps)
      registerInvite(program, deps)
      registerUnitReach(program, deps)
    },
    app.database,
    NOW,
    words,
    { bots: app.bots, vault: app.parts.vault, locale: 'vi' },
  )

describe('a ward starts with its 60 secretaries and deputies on 2 bots, and opens cells one by one', () => {
  test('two bots have room for all of them', async () => {
    const { out } = await cli('bot', 'assign', '--auto')
    const zalo = out.filter((line) => line.includes('phạm vi bí thư'))
    expect(zalo).toHaveLength(2)
    for (const cell of CELLS) expect(zalo.join(), cell).toContain(cell)
    expect(out.join('\n')).not.toContain('Không bot nào còn chỗ')
  })

  test('codes are made for them alone; how to open a cell is said', async () => {
    const { out, err } = await cli('invite', '--unit', 'DU', '--below')
    expect(out.filter((line) => line.includes(' · '))).toHaveLength(60)
    expect(err).toEqual([
      '690 người ngoài phạm vi nên không có mã. Mở cho đảng viên: nhipquy units reach DU members',
    ])
    const named = await cli('invite', '--unit', 'CB02', '--member', 'CB02-9')
    expect(named.err[0]).toContain('CB02-9 ở ngoài phạm vi')
  })

  test('the secretary sees who is outside the bot, and nobody of them as owing or invited', async () => {
    const head = (await joinAs(app, 'telegram', 'CB01', 'CB01-1')) as TelegramUser
    head.heard()
    await head.says('/danhsach')
    const [list] = head.heard()
    expect(list).toContain('Ngoài bot, bí thư nhập hộ hoặc gửi số tổng (23/25)')
    expect(list).not.toContain('còn nợ')
    await head.says('/moi')
    expect(head.heard().join()).toContain('23 người chưa được mời')
  })

  test('the office opens one cell in chat; its members are invited, the others stay as they are', async () => {
    await lan.says('/phamvi CB01')
    expect(lan.heard().join()).toContain(
      'phạm vi bí thư. Bot chỉ nói chuyện với bí thư, phó bí thư, đầu mối: 2/25',
    )
    await lan.presses('Mở cho đảng viên')
    expect(lan.heard().join()).toContain('mở cho đảng viên, 25 người')
    expect((await cli('invite', '--unit', 'CB01')).out.filter((line) => line.includes(' · '))).toHaveLength(
      24,
    )
    expect((await cli('units', 'reach', 'CB01')).out[0]).toBe(
      'CB01 Chi bộ Mẫu 01 · phạm vi đảng viên (đặt riêng) · 25 người, bot nói chuyện với 25, đã vào 1',
    )
    expect((await cli('units', 'reach', 'CB02')).out[0]).toContain('phạm vi bí thư (theo cấp trên)')
    const rows = await app.database.db.select().from(audit)
    expect(rows.filter(({ action }) => action === 'set-reach')).toHaveLength(1)
  })

  test('who is no office cannot; a wrong word is refused', async () => {
    const head = app.telegram.user('1')
    await head.says('/phamvi')
    expect(head.heard().join()).not.toContain('phạm vi bí thư')
    expect(await cli('units', 'reach', 'CB01', 'nửa')).toMatchObject({ code: 2, out: [] })
    expect(await cli('units', 'reach', 'ZZ', 'members')).toMatchObject({ code: 1, out: [] })
  })

  test('a bot that would have to serve more than it has seats is named', async () => {
    await cli('units', 'reach', 'CB02', 'members')
    const { out } = await cli('bot', 'assign', '--auto', '--dry-run')
    expect(out.join('\n')).toMatch(/Bot Nhịp Quý 1 phải phục vụ \d+ người, hơn số chỗ của nó/)
  })

  test('closing it again silences those who had joined, and says how many', async () => {
    await joinAs(app, 'telegram', 'CB01', 'CB01-7')
    const { out } = await cli('units', 'reach', 'CB01', 'inherit')
    expect(out).toEqual([
      'CB01 Chi bộ Mẫu 01 · phạm vi bí thư (theo cấp trên) · 25 người, bot nói chuyện với 2, đã vào 1',
      '  1 người đã vào bot nay không còn được nhắn; họ vẫn hỏi được bot',
    ])
  })
})
