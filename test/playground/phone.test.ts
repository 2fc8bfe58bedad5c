import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { pickButton } from '../../src/playground/phone/pick-button.ts'
import type { ChatLine, Phone } from '../../src/playground/phone/phone.ts'
import { showLine } from '../../src/playground/phone/show-line.ts'
import { telegramPhone } from '../../src/playground/phone/telegram-phone.ts'
import { waitForAnswers } from '../../src/playground/phone/wait-for-answers.ts'
import { zaloPhone } from '../../src/playground/phone/zalo-phone.ts'
import { connectControl } from '../../src/playground/server/control-http.ts'
import {
  startTelegramServer,
  type TelegramControl,
  type TelegramServer,
} from '../../src/playground/telegram/index.ts'
import { startZaloServer, type ZaloControl, type ZaloServer } from '../../src/playground/zalo/index.ts'

const TELEGRAM = '1001:PLAYGROUND-phone'
const ZALO = '2001:PLAYGROUND-phone'
const BOT = 'Bot Nhịp Quý 1'

let telegram: TelegramServer
let zalo: ZaloServer

beforeEach(async () => {
  telegram = await startTelegramServer({ bots: [{ token: TELEGRAM, username: 'ThuBot', firstName: 'Thử' }] })
  zalo = await startZaloServer({ bots: [{ token: ZALO, displayName: BOT }] })
  telegram.control.createUser({ id: 501, firstName: 'An' })
  telegram.control.createUser({ id: 502, firstName: 'Bình' })
  zalo.control.createUser({ key: 'an', displayName: 'An' })
  zalo.control.createUser({ key: 'binh', displayName: 'Bình' })
})
afterEach(async () => {
  await Promise.all([telegram.close(), zalo.close()])
})

async function send(body: Record<string, unknown>): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const url = `${telegram.url}/bot${TELEGRAM}/sendMessage`
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  expect(answer.status).toBe(200)
}

function button(text: string) {
  return { text, callback_data: text }
}

function phoneOf(user: number, group?: number): Phone {
  const place = { user, bot: 'ThuBot', ...(group !== undefined && { group }) }
  return telegramPhone(connectControl<TelegramControl>(telegram.url), place)
}

describe('a phone on Telegram', () => {
  test.each([
    ['/start ABCD-2345', ['/start ABCD-2345']],
    ['ABCD-2345', ['/start ABCD-2345']],
    ['https://t.me/ThuBot?start=viec', ['/start viec']],
    ['xin chào', ['/start', 'xin chào']],
  ])('the first words are %s: Start is pressed', async (words, expected) => {
    const phone = phoneOf(501)
    await phone.write(words)
    expect((await phone.lines()).map(({ text }) => text)).toEqual(expected)
  })

  test('answers are waited for, with buttons that a number, a label or its like names', async () => {
    const phone = phoneOf(501)
    await phone.write('/start')
    const before = await phone.lines()
    const [answers] = await Promise.all([
      waitForAnswers(phone, before, { firstMs: 2000, quietMs: 250, totalMs: 5000 }),
      send({
        chat_id: 501,
        text: 'Đồng ý không?',
        reply_markup: {
          inline_keyboard: [
            [button('Đồng ý')],
            [button('Không')],
            [button('Sau'), button('Thôi')],
            [button('Hết')],
          ],
        },
      }),
    ])
    expect(answers.map((line) => showLine(line, 'an'))).toEqual([
      'Thử:\n  Đồng ý không?\n  [1] Đồng ý  [2] Không\n  [Sau] [Thôi] [Hết]',
    ])
    const lines = await phone.lines()
    expect(['2', 'KHÔNG', 'sau', 'khong', '3'].map((text) => pickButton(lines, text)?.label)).toEqual([
      'Không',
      'Không',
      'Sau',
      undefined,
      undefined,
    ])
    expect(await phone.press('Không')).toBeNull()
    expect((await phone.lines()).at(-1)).toMatchObject({ from: null, text: 'Không' })
    expect(await waitForAnswers(phone, lines, { firstMs: 50, quietMs: 50, totalMs: 500 })).toEqual([])
  })

  test('in a group: others have names, @bot becomes the bot, a link button gives its link', async () => {
    const { id } = telegram.control.createGroup({ title: 'Tổ 3', creator: 501, members: [502] })
    telegram.control.inviteBot({ group: id, by: 501 })
    await phoneOf(502, id).write('/nhom@bot ABCD2345')
    const open = { text: 'Mở', url: 'https://t.me/ThuBot?start=viec' }
    await send({ chat_id: id, text: 'Mời.', reply_markup: { inline_keyboard: [[open]] } })
    const phone = phoneOf(501, id)
    expect((await phone.lines()).map((line) => showLine(line, 'an'))).toEqual([
      'Bình › /nhom@ThuBot ABCD2345',
      'Thử:\n  Mời.\n  [1] Mở → https://t.me/ThuBot?start=viec',
    ])
    expect(await phone.press('Mở')).toBe(open.url)
  })

  test('a picture goes with its caption', async () => {
    const phone = phoneOf(501)
    await phone.write('/start')
    await phone.sendPhoto(Buffer.from('ffd8ffe000104a464946', 'hex'), 'buổi họp')
    expect((await phone.lines()).map((line) => showLine(line, 'an'))).toEqual([
      'an › /start',
      'an › 🖼 buổi họp',
    ])
  })
})

describe('a phone on Zalo', () => {
  test('in a group only what begins with @bot reaches the bot; privately every word does', async () => {
    const control = connectControl<ZaloControl>(zalo.url)
    zalo.control.createGroup({ key: 'to-3', title: 'Tổ 3', members: ['an', 'binh'] })
    zalo.control.inviteBot({ group: 'to-3' })
    const poll = async () => {
      const body = JSON.stringify({ timeout: '5' })
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(`${zalo.url}/bot${ZALO}/getUpdates`, { method: 'POST', headers, body })
      const { result } = (await answer.json()) as { result: { message: { text: string } } }
      return result.message.text
    }
    const group = zaloPhone(control, { user: 'an', bot: BOT, group: 'to-3' })
    const [heard] = await Promise.all([
      poll(),
      (async () => {
        await group.write('chào cả nhà')
        await group.write('@bot đã nghiên cứu')
      })(),
    ])
    expect(heard).toBe(`@${BOT} đã nghiên cứu`)
    expect((await group.lines()).map((line) => showLine(line, 'an'))).toEqual([
      'an › chào cả nhà',
      `an › @${BOT} đã nghiên cứu`,
    ])
    const alone = zaloPhone(control, { user: 'binh', bot: BOT })
    const [typed] = await Promise.all([poll(), alone.press('1')])
    expect(typed).toBe('1')
  })
})

test('long rows of buttons stand below each other', () => {
  const labels = Array.from({ length: 4 }, (_, index) => `Một nút có nhãn khá dài ${index + 1}`)
  const line: ChatLine = {
    seq: 1,
    from: 'Thử',
    isBot: true,
    text: 'Chọn:',
    attachment: null,
    buttons: labels.map((label) => [{ label }]),
  }
  expect(showLine(line, 'an').split('\n').slice(2)).toEqual(
    labels.map((label, index) => `  [${index + 1}] ${label}`),
  )
})
