import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { registerAlert } from '../../src/cli/alert.ts'
import type { TroubleSources } from '../../src/jobs/find-troubles.ts'
import { watchTroubles } from '../../src/jobs/watch-troubles.ts'
import { noteBackup } from '../../src/store/backups.ts'
import { type Commune, startCommune } from '../support/commune.ts'
import { runCli } from '../support/run-cli.ts'
import type { TelegramUser } from '../support/telegram-world.ts'
import type { ZaloUser } from '../support/zalo-world.ts'

let commune: Commune
let disk: { free: number; total: number }
beforeEach(async () => {
  commune = await startCommune({ now: '2026-03-03 09:00' })
  disk = { free: 500e9, total: 1000e9 }
})
afterEach(() => commune.app.close())

const sources: TroubleSources = {
  folders: ['/srv/data'],
  freeSpace: async () => disk,
  wantsBackup: true,
  mayMoveClock: true,
}
/** Looks at that time, as a tick does. */
const look = async (when: string) => {
  commune.app.clock.set(`${when.replace(' ', 'T')}+07:00`)
  await commune.app.pass((parts) => watchTroubles(parts, sources))
}
const alertsOf = (person: TelegramUser | ZaloUser) =>
  person.heard().filter((text) => text.startsWith('Báo người vận hành'))

describe('the office', () => {
  test('is told once that the disk fills up, at night too, and once that it has space again', async () => {
    const uyen = await commune.telegram('XA', 'X01')
    const binh = await commune.zalo('THON1', 'T02')
    disk.free = 400e6
    await look('2026-03-03 23:00')
    expect(alertsOf(uyen)).toEqual([
      'Báo người vận hành: ổ đĩa chứa /srv/data sắp đầy, còn 381 MB. Nghĩa là: sắp không ghi thêm được gì. ' +
        'Cách sửa: dọn bớt, hoặc chuyển DATA_DIR hay BACKUP_DIR sang ổ lớn hơn; rồi xem lại: nhipquy alert',
    ])
    for (const when of ['23:01', '23:02', '23:30']) await look(`2026-03-03 ${when}`)
    expect(alertsOf(uyen)).toEqual([])
    disk.free = 300e9
    await look('2026-03-03 23:40')
    expect(alertsOf(uyen)).toEqual([])
    await look('2026-03-03 23:46')
    expect(alertsOf(uyen)).toEqual([expect.stringContaining('đã có chỗ')])
    await look('2026-03-04 09:00')
    expect([alertsOf(uyen), alertsOf(binh)]).toEqual([[], []])
  })

  test('who joins later is told what is still open; a bot that is stopped is told through another', async () => {
    const { app } = commune
    await app.database.db.execute(
      sql`update bots set state = 'stopped', state_reason = 'telegram-409' where channel = 'telegram'`,
    )
    await look('2026-03-03 10:00')
    const uyen = await commune.zalo('XA', 'X01')
    uyen.heard()
    await look('2026-03-03 10:05')
    expect(alertsOf(uyen)).toEqual([expect.stringContaining('NhipQuyTest1Bot đã dừng (telegram-409)')])
    await app.database.db.execute(sql`update bots set state = 'active', state_reason = null`)
    await look('2026-03-03 10:21')
    expect(alertsOf(uyen)).toEqual([expect.stringContaining('NhipQuyTest1Bot đã chạy lại')])
  })

  test('hears of the quota at four fifths, of failed and parked messages and of a backup that fails', async () => {
    const { app } = commune
    const uyen = await commune.telegram('XA', 'X01')
    const [zalo] = app.zaloBots
    await app.database.sql`
      insert into chats (id, bot_id, external_id, kind, created_at)
      values ('00000000-0000-7000-8000-000000000001', ${zalo!.id}, 'someone', 'private', ${app.clock.machine()})`
    const add = (state: string, count: number, error: string | null) => app.database.sql`
      insert into outbox (id, bot_id, chat_id, operation, class, key, topic, state, error_code, due_at, created_at, sent_at)
      select gen_random_uuid(), ${zalo!.id}, '00000000-0000-7000-8000-000000000001', 'text', 'scheduled',
        ${state} || n, 'nudge', ${state}, ${error}, ${app.clock.machine()}, ${app.clock.machine()}, ${app.clock.machine()}
      from generate_series(1, ${count}::int) n`
    await add('sent', 1199, null)
    await look('2026-03-03 10:00')
    expect(alertsOf(uyen)).toEqual([])
    await add('dead', 2, 'telegram-400')
    await app.database.sql`update outbox set state = 'sent', error_code = null where key = 'dead1'`
    await app.database.sql`update updates set state = 'parked' where id in (select id from updates limit 1)`
    const [startedAt, id] = [app.clock.machine(), app.parts.newId()]
    const failed = { id, file: null, bytes: null, startedAt, finishedAt: startedAt, errorCode: 'ENOSPC' }
    await noteBackup(app.database.db, failed)
    await look('2026-03-03 10:01')
    expect(alertsOf(uyen)).toEqual([
      expect.stringContaining('đã gửi 1.200/1.500 tin của tháng này'),
      expect.stringContaining('lỗi gần nhất: ENOSPC'),
      expect.stringContaining('có 1 tin không gửi được'),
      expect.stringContaining('có 1 tin đến chưa xử lý được'),
    ])
  })

  test('mutes a kind for a day', async () => {
    const { app } = commune
    const cli = (...words: string[]) =>
      runCli(registerAlert, app.database, app.clock.machine().toISOString(), ['alert', ...words])
    expect((await cli('mute', 'disk')).err).toEqual(['There is no open trouble disk. See: nhipquy alert'])
    expect((await cli('mute', 'noise')).code).toBe(2)
    disk.free = 400e6
    await look('2026-03-03 10:00')
    expect((await cli('mute', 'disk', '--for', '24')).out).toEqual(['disk is muted until 10:00 04/3/2026.'])
    const uyen = await commune.telegram('XA', 'X01')
    await look('2026-03-03 20:00')
    expect(alertsOf(uyen)).toEqual([])
    await look('2026-03-04 10:01')
    expect(alertsOf(uyen)).toHaveLength(1)
  })
})
