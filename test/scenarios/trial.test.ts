import { Command } from 'commander'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CliDeps } from '../../src/cli/cli-deps.ts'
import { registerGoLive } from '../../src/cli/go-live.ts'
import { registerStatus } from '../../src/cli/status.ts'
import { saveReach } from '../../src/store/reach.ts'
import { accounts, consents, groupBindings, programmes } from '../../src/store/schema/index.ts'
import { saveSetting } from '../../src/store/settings.ts'
import { listUnits } from '../../src/store/units.ts'
import { dayOf } from '../../src/time.ts'
import { withTools } from '../../src/tools.ts'
import { type Commune, startCommune } from '../support/commune.ts'
import type { TelegramUser } from '../support/telegram-world.ts'

let commune: Commune
let uyen: TelegramUser
beforeAll(async () => {
  // Nothing of it is due before December: what is heard until then is the trial.
  commune = await startCommune({ now: '2026-02-20 09:00', liveFrom: '2026-12-01' })
  await commune.app.tools(async (tools) => {
    await saveSetting(tools, 'controller', 'Đảng ủy xã Mẫu')
    await saveSetting(tools, 'contact', 'Văn phòng Đảng ủy xã Mẫu')
    // The school is kept to its secretary: its texts are others.
    const units = await listUnits(tools.tx, commune.treeId, dayOf(tools.now))
    await saveReach(tools.tx, units.find(({ code }) => code === 'TRUONG')!.id, 'secretary')
  })
  uyen = await commune.telegram('XA', 'X01')
  uyen.heard()
})
afterAll(() => commune.app.close())

/** Weeks are planned day by day, three times. */
const PATIENCE = 90_000

async function cli(...words: string[]) {
  const run = { code: 0, out: [] as string[], err: [] as string[] }
  const { parts } = commune.app
  const program = new Command().exitOverride()
  const deps = {
    openParts: (work: (opened: never) => Promise<unknown>) => work(parts as never),
    openTools: (work: Parameters<typeof withTools>[1]) => withTools(parts, work),
    print: (line: string) => run.out.push(line),
    problem: (line: string) => run.err.push(line),
    exitCode: (code: number) => {
      run.code = code
    },
    ask: () => Promise.resolve(null),
    t: (key: string, values?: Record<string, string | number>) => parts.t('vi', key, values),
  } as unknown as CliDeps
  registerGoLive(program, deps)
  registerStatus(program, deps)
  await program.parseAsync(words, { from: 'user' })
  await commune.app.settle()
  return run
}

const goLive = (...more: string[]) => cli('go-live', 'xa-mau-2026', '--from', '2026-03-12', ...more)
const counted = async () => {
  const { db } = commune.app.database
  return [
    (await db.select().from(accounts)).length,
    (await db.select().from(consents)).length,
    (await db.select().from(groupBindings)).length,
    (await db.select().from(programmes)).map(({ liveFrom }) => liveFrom),
  ]
}

test(
  'the office sends itself every text of the first season before anybody else has joined',
  async () => {
    const before = await counted()
    const run = await goLive('--preview-to', 'X01')
    expect(run).toMatchObject({ code: 0, err: [] })
    expect(run.out[0]).toMatch(/^Đã xếp \d+ bản thử gửi X01/)
    const texts = uyen.heard()
    expect(texts.length).toBe(Number(/Đã xếp (\d+)/.exec(run.out[0]!)![1]))
    for (const text of texts)
      expect(text).toMatch(
        /^Bản thử \d+\/\d+, chỉ gửi cho người thử, không gửi cho ai khác\.\nKhi chạy thật: \d\d:\d\d/,
      )
    const all = texts.join('\n\n')
    // A member in private, the group with counts, the secretary with names, the words to paste, the leader's week.
    expect(all).toContain('đăng vào nhóm.\n\nChuyên đề quý I/2026')
    expect(all).toContain('[Đã nghiên cứu]')
    expect(all).toContain('Đã gửi: 0/12 đồng chí, còn 12 đồng chí')
    expect(all).toContain('Danh sách này chỉ gửi riêng đồng chí')
    expect(all).toContain('mời các đồng chí báo bí thư chi bộ')
    expect(all).toContain('Bot không nhắn cho 2 đồng chí của đơn vị')
    expect(all).toContain('Tổng hợp đến ngày')
    // The topic once for all members; the office's own notice of the day before quotes it.
    const topics = texts.filter((text) => text.includes('Tài liệu học tập quý I'))
    expect(topics.filter((text) => text.includes('nhắn riêng.\n\nTài liệu học tập quý I'))).toHaveLength(1)
    // Nothing else has changed: nobody joined, no group, not live.
    expect(await counted()).toEqual(before)
  },
  PATIENCE,
)

test(
  'a second time nothing goes out again, unless that is said',
  async () => {
    const again = await goLive('--preview-to', 'X01')
    expect(again.out[0]).toMatch(/^\d+ bản thử này đã gửi X01 rồi\. Gửi lại: thêm --again/)
    expect(uyen.heard()).toEqual([])
    expect((await goLive('--preview-to', 'X01', '--again')).out[0]).toMatch(/^Đã xếp/)
    expect(uyen.heard().length).toBeGreaterThan(5)
  },
  PATIENCE,
)

test('who is no office, or has not joined, gets none', async () => {
  expect(await goLive('--preview-to', 'T01')).toMatchObject({ code: 1, out: [] })
  expect((await goLive('--preview-to', 'T01')).err[0]).toContain('không phải người của văn phòng')
  expect((await goLive('--preview-to', 'ZZ')).code).toBe(1)
})

test('status: seats of each Zalo bot, who joined of those whom the bot talks to, names on demand', async () => {
  await commune.zalo('TRUONG', 'S01')
  const { out } = await cli('status')
  expect(out.join('\n')).toMatch(/zalo .*: đang chạy, 1\/50 người, 0\/3 nhóm, tháng này gửi \d+\/\d+ tin/)
  expect(out).toContain('  TRUONG: 1/2 (phạm vi bí thư, 4 người)')
  expect(out).toContain('  THON1: 0/12')
  const named = await cli('status', '--unit', 'TRUONG', '--names')
  expect(named.out.slice(-2)).toEqual(['Chưa vào bot:', '  TRUONG S02 Mẫu Văn Quân'])
  expect(await cli('status', '--names')).toMatchObject({ code: 2, out: [] })
})
