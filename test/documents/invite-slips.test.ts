import decodeQr from 'qr/decode.js'
import { expect, test } from 'vitest'
import { renderSlips, type SlipSheet } from '../../src/documents/invite-slips.ts'
import { loadTranslator } from '../../src/i18n.ts'

const translator = loadTranslator()
const vi = (key: string, values?: Record<string, string | number>) => translator.t('vi', key, values)

const LINKS = [
  { channel: 'telegram', bot: 'Nhịp Quý', link: 'https://t.me/NhipQuyBot?start=ABCD2345' },
  { channel: 'zalo', bot: 'Bot Nhịp Quý <1>', link: 'https://zalo.me/1234567890' },
]
const sheet = (given: string): SlipSheet => ({
  unit: 'CB01',
  slips: [{ given, member: '0003', code: 'ABCD2345', until: '2026-03-16', links: LINKS }],
})

/** Paints the SVG of a QR code, black on white, as a camera would see it, four pixels to a module. */
function readQr(svg: string): string {
  const size = Number(/viewBox="0 0 (\d+) /.exec(svg)![1])
  const scale = 4
  const data = new Uint8Array((size * scale) ** 2 * 4).fill(255)
  const paint = (x: number, y: number) => {
    for (let dy = 0; dy < scale; dy += 1)
      for (let dx = 0; dx < scale; dx += 1) {
        const at = ((y * scale + dy) * size * scale + x * scale + dx) * 4
        data.fill(0, at, at + 3)
      }
  }
  modulesOf(svg, size).forEach((row, y) => row.forEach((dark, x) => dark && paint(x, y)))
  return decodeQr({ width: size * scale, height: size * scale, data })
}

/** The path is made of moves, and of lines along the axes around dark areas: a module is inside or not. */
function modulesOf(svg: string, size: number): boolean[][] {
  const steps = [.../<path d="([^"]+)"/.exec(svg)![1]!.matchAll(/([MmHhVvZz])([-\d. ,]*)/g)]
  const crossings: { x: number; top: number; bottom: number }[] = []
  let [x, y, startX, startY] = [0, 0, 0, 0]
  const down = (to: number) => {
    if (to !== y) crossings.push({ x, top: Math.min(y, to), bottom: Math.max(y, to) })
    y = to
  }
  for (const [, step, text] of steps) {
    const [a = 0, b = 0] = (text ?? '')
      .split(/[ ,]+|(?<=\d)(?=-)/)
      .filter(Boolean)
      .map(Number)
    if (step === 'M') [x, y, startX, startY] = [a, b, a, b]
    if (step === 'm') [x, y, startX, startY] = [x + a, y + b, x + a, y + b]
    if (step === 'H') x = a
    if (step === 'h') x += a
    if (step === 'V') down(a)
    if (step === 'v') down(y + a)
    if (step?.toLowerCase() === 'z') {
      down(startY)
      x = startX
    }
  }
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (__, column) => {
      const left = crossings.filter((edge) => edge.x <= column && edge.top <= row && edge.bottom > row)
      return left.length % 2 === 1
    }),
  )
}

test('the QR codes hold the links', async () => {
  const page = await renderSlips([sheet('Hoa')], vi)
  const codes = [...page.matchAll(/<svg[\s\S]*?<\/svg>/g)].map(([svg]) => readQr(svg))
  expect(codes).toEqual(LINKS.map(({ link }) => link))
})

test('given name, code with its dash, three steps for each channel, and until when', async () => {
  const page = await renderSlips([sheet('Hoa')], vi)
  const text = page.replaceAll(/<(style|svg|title)[\s\S]*?<\/\1>|<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
  expect(text).toContain('Mời Hoa ABCD-2345')
  expect(page.match(/<li>/g)).toHaveLength(6)
  expect(text).toContain('Bấm “Bắt đầu” (Start).')
  expect(text).toContain('Nhắn cho bot mã: ABCD-2345')
  expect(text).toContain('đến hết ngày 16/3/2026')
  // Left lying about, it tells nothing of anybody.
  expect(text).not.toMatch(/đảng|chi bộ|bí thư/i)
})

test('names are text, whatever is in them; the file loads nothing', async () => {
  const page = await renderSlips([sheet('<img src=x onerror=alert(1)>"&')], vi)
  expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&amp;')
  expect(page).not.toContain('<img')
  expect(page).toContain('Bot Nhịp Quý &lt;1&gt;')
  expect(page).toContain("default-src 'none'")
  expect(page).not.toMatch(/<(script|link|iframe)|url\(|src=["']?http/)
})

test('each unit begins on a page of its own, and a slip is never cut by the end of a page', async () => {
  const page = await renderSlips([sheet('Hoa'), { ...sheet('Lan'), unit: 'CB02' }], vi)
  expect(page.match(/<section>/g)).toHaveLength(2)
  expect(page).toContain('section + section { break-before: page }')
  expect(page).toContain('break-inside: avoid')
  expect(page).toContain('@page { size: A4 portrait')
})
