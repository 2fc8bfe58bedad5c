import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPhone } from '../../src/playground/open-phone.ts'
import { showLine } from '../../src/playground/phone/show-line.ts'
import { reachPlayground } from '../../src/playground/reach-playground.ts'
import { playgroundProcess, type PlaygroundProcess } from '../support/playground-process.ts'
import { reachableTmp } from '../support/reachable-tmp.ts'

const START_MS = 180_000
const TALK_MS = 120_000
const JOINED = 'Cảm ơn, tài khoản này đã được nối'

let folder: string
let playground: PlaygroundProcess
let hint: string

const isReady = (printed: string) => /delete the folder .+\n/.test(printed)
const fileOf = (name: string) => join(folder, 'playground', name)

/** What `nhipquy <words>` prints; it must go well. */
async function run(...words: string[]): Promise<string> {
  const { code, out, err } = await playground.run(...words)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return out
}

/** The invitation code in a line of the hint. */
function codeOf(name: string): string {
  return new RegExp(`say ${name} "(?:/start )?([A-Z0-9]{4}-?[A-Z0-9]{4})"`).exec(hint)![1]!
}

/** A chat as `read --all` prints it, without a process for it; waits until it holds some words. */
async function chatOf(persona: string, words = '', group?: string): Promise<string> {
  const controls = await reachPlayground(join(folder, 'playground'))
  const opened = await openPhone(controls!, { persona, ...(group !== undefined && { group }) })
  if ('problem' in opened) throw new Error(opened.problem)
  for (let tries = 0; ; tries += 1) {
    const lines = await opened.phone.lines()
    const chat = lines.map((line) => showLine(line, persona)).join('\n')
    if (chat.includes(words) || tries === 150) return chat
    await sleep(200)
  }
}

async function visitOnTelegram(): Promise<void> {
  const asked = await run('say', 'giang', `/start ${codeOf('giang')}`)
  expect(asked).toContain('Người được mời: Giang, Chi bộ cơ quan xã Mẫu.')
  expect(asked).toContain('[1] Đồng ý  [2] Không')
  expect(await run('say', 'giang', '1')).toContain(JOINED)
  expect(await run('say', 'giang', '/viec')).toContain('[1] Bản đăng ký việc làm theo của cá nhân')
}

async function visitOnZalo(): Promise<void> {
  const asked = await run('say', 'hieu', codeOf('hieu'))
  expect(asked).toContain('Người được mời: Hiếu, Chi bộ Trường Tiểu học Mẫu.')
  expect(asked).toContain('1. Đồng ý\n  2. Không')
  expect(await run('say', 'hieu', '1')).toContain(JOINED)
  expect(await run('say', 'hieu', 'viec')).toContain('1. Bản đăng ký việc làm theo của cá nhân')
}

describe('playground mode', { timeout: TALK_MS }, () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(await reachableTmp(), 'nhipquy-playground-'))
    playground = await playgroundProcess(folder)
    const first = playground.start(isReady)
    first.catch(() => undefined)
    // Killed while the people of the sample are joining.
    const kept = fileOf('sample.json')
    const isJoining = () => existsSync(kept) && readFileSync(kept, 'utf8').includes('"join ')
    for (let tries = 0; !isJoining() && tries < 4000; tries += 1) await sleep(20)
    await playground.kill()
    hint = await playground.start(isReady)
  }, START_MS)

  afterAll(async () => {
    await playground.stop()
    rmSync(folder, { recursive: true, force: true })
  }, TALK_MS)

  test('killed in the middle of the first start and started again: who is there and what to type is printed in both languages', () => {
    expect(hint).toContain('Sân chơi Nhịp Quý đã sẵn sàng')
    expect(hint).toContain('The playground is ready')
    expect(hint).toMatch(/^ {2}thao +Zalo +Vũ Thị Mẫu Thảo: bí thư chi bộ trường tiểu học/m)
    expect(hint).toMatch(/^ {2}giang +Telegram .*chưa tham gia$/m)
    expect(codeOf('giang')).not.toBe(codeOf('hieu'))
    expect(statSync(fileOf('playground.json')).mode & 0o777).toBe(0o600)
  })

  test('the people of the sample have joined once each, and their groups are bound', async () => {
    for (const name of ['cuc', 'binh', 'hai', 'hanh', 'khanh', 'ha', 'thao', 'thu', 'thuy']) {
      expect((await chatOf(name)).split(JOINED), name).toHaveLength(2)
    }
    expect(await chatOf('hai', 'đã được nối', 'khupho')).toContain('được nối với Chi bộ khu phố Hoa Mẫu')
    expect(await chatOf('thuy', 'đã được nối', 'truong')).toContain('được nối với Chi bộ Trường Tiểu học Mẫu')
    const status = await run('status')
    expect(status).toMatch(/telegram NhipQuyThuBot: đang chạy, 6 người, 1 nhóm/)
    expect(status).toMatch(/zalo bot\.Playground2001: đang chạy, 3\/50 người, 1\/3 nhóm/)
  })

  test('visitors join with the printed codes, by a button on Telegram and by its number on Zalo, and ask what is owed', async () => {
    await Promise.all([visitOnTelegram(), visitOnZalo()])
  })

  test('a secretary starts a session report, and a member answers the topic in the group', async () => {
    expect(await run('say', 'thao', '/baocao')).toContain('1. Sinh hoạt chuyên đề quý – quý I/2026')
    expect(await run('say', 'thao', '1')).toContain('Sinh hoạt chuyên đề quý')
    expect(await run('say', 'thuy', '--group', 'truong', '@bot đã nghiên cứu')).toContain('1/10 đồng chí')
  })

  test('a week passes: the secretary is nudged and the leader gets the digest', async () => {
    // The topics and the digest of the first week are its number of messages; in the second the last reminder comes.
    expect(await run('clock', 'set', '+7d')).toContain('09/3/2026')
    expect(await chatOf('hai', 'Nhắc việc')).toContain('Nhắc việc: hạn hôm nay 09/3')
    expect(await chatOf('binh', 'Tổng hợp đến ngày 09/3')).toContain('Tổng hợp đến ngày 09/3/2026')
  })

  test('stopped and started again: the same chats at the same address, and nothing is said twice', async () => {
    const before = await run('read', 'giang', '--all')
    const address = readFileSync(fileOf('playground.json'), 'utf8')
    expect(await playground.stop()).toBe(0)
    expect(await playground.run('read', 'giang')).toMatchObject({
      code: 1,
      err: expect.stringContaining('Sân chơi chưa chạy') as string,
    })
    hint = await playground.start(isReady)
    expect(hint).toContain('09/3/2026')
    expect(hint).not.toContain('chưa tham gia')
    expect(readFileSync(fileOf('playground.json'), 'utf8')).toBe(address)
    expect(await run('read', 'giang', '--all')).toBe(before)
    expect(await run('say', 'giang', '/viec')).toContain('Bản đăng ký việc làm theo của cá nhân')
  })
})
