import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { registerData } from '../../src/cli/data.ts'
import { createSay } from '../../src/outbox/create-say.ts'
import { openBody } from '../../src/store/outbox.ts'
import { audit, outbox } from '../../src/store/schema/index.ts'
import { type Commune, filePledge, startCommune } from '../support/commune.ts'
import { runCli } from '../support/run-cli.ts'
import { talk } from '../support/talk.ts'
import type { TelegramUser } from '../support/telegram-world.ts'
import type { ZaloUser } from '../support/zalo-world.ts'

// The steps build upon each other, some of them over many days.
vi.setConfig({ testTimeout: 120_000 })

let commune: Commune
let uyen: TelegramUser
let lan: ZaloUser
let phuc: TelegramUser

beforeAll(async () => {
  commune = await startCommune({ now: '2026-03-02 09:00' })
  uyen = await commune.telegram('XA', 'X01')
  lan = await commune.zalo('THON1', 'T09')
  phuc = await commune.telegram('TRUONG', 'S01')
  await filePledge(lan)
  uyen.heard()
  lan.heard()
  phuc.heard()
}, 60_000)
afterAll(() => commune.app.close())

const CODE = /DL-[2-9A-Z]{4}/
const caseCode = (text: string) => CODE.exec(text)![0]

/** The operator's command line beside the running service. */
async function data(...words: string[]) {
  const { app } = commune
  const { vault, bots } = app.parts
  const run = await app.tools((tools) =>
    runCli(registerData, app.database, app.clock.product().toISOString(), ['data', ...words], {
      vault,
      bots,
      machineNow: tools.machineNow,
      say: createSay({ ...tools }),
    }),
  )
  await app.settle()
  return run
}

describe('what is kept about me', () => {
  test('/dulieu: in plain words, on Zalo', async () => {
    const told = await talk(lan, 'dữ liệu')
    expect(told).toContain('Họ tên: Mẫu Thị Lan; mã trong danh sách: T09')
    expect(told).toContain('Chi bộ thôn Một')
    expect(told).toContain('Tài khoản đang nối: Zalo, nối ngày 02/3/2026')
    expect(told).toContain('Đã gửi: 1 phiếu, 0 việc làm theo, 0 ảnh hoặc tệp')
    expect(told).toContain('giữ 30 ngày rồi tự xóa')
    expect(told).toContain('nhận tin nhắn của bot: đồng ý, 02/3/2026')
    expect(told).toContain('lưu bản đăng ký, cam kết: đồng ý, 02/3/2026')
    expect(told).toContain('lưu ảnh minh chứng: chưa hỏi')
    expect(told).not.toContain('Mẫu Văn Phúc')
  })

  test('somebody who is no member is told how to join', async () => {
    const stranger = commune.app.zalo.user('người lạ')
    await stranger.says('/dulieu')
    expect(stranger.heard().join()).toContain('mã mời')
  })
})

describe('xin sửa', () => {
  let code: string

  test('a dated case: a receipt for the person, a code without a name for the office', async () => {
    const told = await talk(lan, '/dulieu', 'xin sửa', 'Họ tên đúng là Mẫu Thị Lân')
    code = caseCode(told)
    expect(told).toContain('ngày 02/3/2026')
    expect(told).toContain('chậm nhất ngày 12/3/2026')
    const office = uyen.heard().join()
    expect(office).toContain(`${code}: sửa dữ liệu. Trả lời chậm nhất ngày 12/3/2026`)
    expect(office).not.toMatch(/Lan|Lân/)
  })

  test('asked a second time it is the same case', async () => {
    expect(await talk(lan, 'xin sửa số điện thoại 0912345678')).toContain(`đang chờ. Mã: ${code}`)
    expect(uyen.heard()).toEqual([])
  })

  test('the office is reminded before the clock runs out and on the last day, each once', async () => {
    for (const [when, count] of [
      ['2026-03-06 09:00', 0],
      ['2026-03-09 09:00', 1],
      ['2026-03-10 09:00', 0],
      ['2026-03-12 09:00', 1],
      ['2026-03-13 09:00', 1],
      ['2026-03-14 09:00', 0],
    ] as const) {
      expect([when, (await commune.at(when)).cases]).toEqual([when, count])
    }
    expect(uyen.heard().join('\n')).toMatch(/phải trả lời[^]*ngày cuối[^]*chưa có trả lời/)
  })

  test('a member of another cell cannot open the desk; the office answers and the person is told', async () => {
    await phuc.says('/hoso')
    expect(phuc.heard().join()).not.toContain(code)
    await uyen.says('/hoso')
    await uyen.presses(`${code}: sửa dữ liệu, hạn 12/3`)
    const shown = uyen.heard().join()
    expect(shown).toContain('Mẫu Thị Lan, Chi bộ thôn Một')
    expect(shown).toContain('Họ tên đúng là Mẫu Thị Lân')
    expect(uyen.buttons()).not.toContain('Xin thêm thời gian')
    await uyen.presses('Đã làm xong')
    await uyen.says('đã sửa trong danh sách')
    expect(uyen.heard().join()).toContain(`${code} xong`)
    const told = lan.heard().join()
    expect(told).toContain(`${code} (sửa dữ liệu) đã làm xong. Trả lời: đã sửa trong danh sách`)
    expect(await talk(lan, '/dulieu')).toContain(`${code}, sửa dữ liệu: đã xong`)
    const rows = await commune.app.database.db.select().from(audit)
    const kinds = rows.map(({ action }) => action)
    expect(kinds).toEqual(expect.arrayContaining(['open-data-case', 'handle-data-case']))
    expect(JSON.stringify(rows)).not.toContain('Lân')
  })
})

describe('rút lại', () => {
  let code: string

  test('one purpose: it holds at once, the others stay, the clock of 15 days begins', async () => {
    await lan.says('/dulieu')
    lan.heard()
    await lan.presses('Rút lại: lưu bản đăng ký, cam kết')
    const told = lan.heard().join()
    code = caseCode(told)
    expect(told).toContain('có hiệu lực ngay: lưu bản đăng ký, cam kết')
    expect(told).toContain('chậm nhất ngày 29/3/2026')
    const now = await talk(lan, '/dulieu')
    expect(now).toContain('lưu bản đăng ký, cam kết: đã rút lại, 14/3/2026')
    expect(now).toContain('nhận tin nhắn của bot: đồng ý')
  })

  test('it cannot be refused, and may be given more time once', async () => {
    uyen.heard()
    await uyen.says('hồ sơ dữ liệu')
    await uyen.presses(`${code}: rút lại đồng ý, hạn 29/3`)
    expect(uyen.buttons()).not.toContain('Không làm được')
    await uyen.presses('Xin thêm thời gian')
    await uyen.says('bỏ qua')
    expect(uyen.heard().join()).toContain('Vì sao cần thêm thời gian?')
    await uyen.says('còn bản giấy ở kho lưu trữ')
    expect(uyen.heard().join()).toContain('chậm nhất ngày 13/4/2026')
    expect(lan.heard().join()).toContain('Lý do: còn bản giấy ở kho lưu trữ')
    expect((await data('extend', code, '--reason', 'lần nữa')).code).toBe(1)
    expect((await data('refuse', code, '--reason', 'không')).err.join()).toContain('cannot be refused')
  })

  test('/rutlai: everything stops, the same case goes on, and nobody is written to any more', async () => {
    expect(await talk(lan, 'rút lại')).toContain(`Mã ${code}`)
    const closed = await data('close', code.toLowerCase(), '--outcome', 'đã hủy bản giấy')
    expect([closed.code, closed.out]).toEqual([
      0,
      [`${code}: kept. The bot cannot reach the person: please tell them yourself.`],
    ])
    expect(lan.heard()).toEqual([])
    expect(await talk(lan, '/dulieu')).toContain(`${code}, rút lại đồng ý: đã xong ngày 14/3/2026`)
  })
})

/** The newest page that was handed out as a file. */
async function newestPage(): Promise<string> {
  const { parts, database } = commune.app
  const rows = await database.db.select().from(outbox).where(eq(outbox.operation, 'document'))
  const content = openBody(parts.vault, rows.sort((a, b) => a.seq - b.seq).at(-1)!)
  if (content?.operation !== 'document') throw new Error('no document was handed out')
  return Buffer.from(content.base64, 'base64').toString()
}

describe('xin bản sao', () => {
  test('on Telegram: a file at once, of this person alone, and the case is closed', async () => {
    phuc.heard()
    await phuc.says('xin bản sao')
    expect(phuc.heard().join()).toMatch(/bản sao ở tệp kèm tin này, mã DL-[2-9A-Z]{4}, ngày 14\/3\/2026/)
    const page = await newestPage()
    expect(page).toContain('Mẫu Văn Phúc')
    expect(page).toContain('<h2>Những điều đã đồng ý</h2>')
    expect(page).not.toMatch(/Mẫu Thị Lan|Mẫu Thị Uyên|<script/)
    expect(await talk(phuc, '/dulieu')).toContain('bản sao dữ liệu: đã xong')
    expect(uyen.heard()).toEqual([])
  })

  test('a page for printing says what was agreed to: words, time, channel, message', async () => {
    await phuc.presses('Bản ghi đồng ý để in')
    expect(phuc.heard().join()).toContain('in được')
    const page = await newestPage()
    expect(page).toMatch(/Bản lời hỏi<\/dt><dd>vi-[0-9a-f]{12}/)
    expect(page).toContain('<dd>telegram</dd>')
    expect(page).toContain('Lời hỏi')
  })

  test('on Zalo, where no file goes and no address is set: in words, also after consent was taken back', async () => {
    const told = await talk(lan, 'xin bản sao')
    expect(told).toContain('giao ngay bản sao')
    expect(told).toContain('Mẫu Thị Lan')
    expect(told).toContain('Việc làm theo: Gọn gàng nơi làm việc')
    expect(told).not.toContain('Mẫu Văn Phúc')
  })
})

describe('the operator', () => {
  test('writes down what was asked on paper, lists, shows, refuses with a reason', async () => {
    expect((await data('list')).out).toEqual(['There are no requests about data.'])
    const opened = await data(
      'open',
      '--member',
      'S01',
      '--request',
      'correct',
      '--received',
      '2026-03-10',
      '--text',
      'sai ngày vào',
    )
    const code = caseCode(opened.out.join())
    expect(opened.out.join()).toContain('acknowledge it by 12/3/2026, answer it by 20/3/2026')
    expect(uyen.heard().join()).toContain(code)
    expect((await data('list')).out.join()).toMatch(
      new RegExp(`^${code} · change of data · waiting.* · S01 ·`),
    )
    expect((await data('show', code)).out.join('\n')).toContain('Words: sai ngày vào')
    expect(JSON.parse((await data('list', '--json')).out[0]!)).toMatchObject([
      { code, member: 'S01', method: 'paper', dueOn: '2026-03-20' },
    ])
    phuc.heard()
    const refused = await data('refuse', code, '--reason', 'hồ sơ gốc do huyện giữ')
    expect(refused.out.join()).toContain('told in chat')
    expect(phuc.heard().join()).toContain('Lý do: hồ sơ gốc do huyện giữ')
    expect((await data('close', code)).err).toEqual([`${code} was answered and cannot be changed.`])
  })

  test.each([
    [['open', '--member', 'S01', '--request', 'sửa'], 2],
    [['open', '--member', 'S01', '--request', 'correct', '--received', '2026-02-30'], 2],
    [['open', '--member', 'S01', '--request', 'correct', '--received', '2027-01-01'], 2],
    [['open', '--member', 'KHONG', '--request', 'correct'], 1],
    [['show', 'DL-9999'], 1],
    [['refuse', 'DL-9999', '--reason', ' '], 2],
  ])('%j is refused with %i', async (words, code) => {
    const run = await data(...words)
    expect([run.code, run.out]).toEqual([code, []])
    expect(run.err).toHaveLength(1)
  })
})
