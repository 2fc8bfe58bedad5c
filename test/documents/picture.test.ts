import { Resvg } from '@resvg/resvg-js'
import { describe, expect, test } from 'vitest'
import { FONT_FILES, renderPicture } from '../../src/documents/render-picture.ts'
import { drawBars } from '../../src/domain/draw-bars.ts'
import { planBars } from '../../src/domain/plan-bars.ts'
import { countsByUnit } from '../../src/domain/plan-digest.ts'
import { loadTranslator } from '../../src/i18n.ts'

const translator = loadTranslator()
const t = (key: string, values?: Record<string, string | number>) => translator.t('vi', key, values)
const about = { unit: 'Đảng ủy xã Mẫu', today: '2026-03-09' }

const unit = (id: string, parentId: string | null) => ({
  id,
  treeId: 't',
  code: id,
  name: id,
  kind: 'k',
  parentId,
  zone: 'Asia/Ho_Chi_Minh',
})
const thing = (unitId: string, done: number, total: number) => ({
  obligationId: 'o',
  kind: 'pledge',
  title: 'Bản đăng ký',
  period: 'once',
  unitId,
  subject: 'people' as const,
  dueOn: '2026-03-09',
  total,
  done,
  doneSinceLastWeek: 0,
})

/** What one letter draws in a weight; the mark of a missing glyph for what the font lacks. */
function drawn(letter: string, weight: number): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="80"><text x="10" y="60" font-size="40" font-family="Be Vietnam Pro" font-weight="${weight}">${letter}</text></svg>`
  const picture = new Resvg(svg, { font: { fontFiles: FONT_FILES, loadSystemFonts: false } })
  return picture.render().asPng().toString('base64')
}

describe('the picture of a branch', () => {
  test.each([400, 700])('weight %i has every letter of Vietnamese', (weight) => {
    const letters = 'AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXYaăâbcdđeêghiklmnoôơpqrstuưvxy'
    const marked = Array.from('AĂÂEÊIOÔƠUƯYaăâeêioôơuưy').flatMap((vowel) =>
      ['\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map((mark) => (vowel + mark).normalize('NFC')),
    )
    const missing = drawn('\u{10fffd}', weight)
    const empty = drawn(' ', weight)
    const shapes = new Map<string, string>()
    for (const letter of [...Array.from(letters), ...marked]) {
      const shape = drawn(letter, weight)
      expect([missing, empty], letter).not.toContain(shape)
      expect(shapes.get(shape), `${letter} looks like another letter`).toBeUndefined()
      shapes.set(shape, letter)
    }
  })

  test('is a PNG that a telephone shows, small enough to send', () => {
    const bars = Array.from({ length: 20 }, (_, i) => ({
      name: `Chi bộ thôn số ${i + 1}`,
      done: i,
      total: 20,
    }))
    const png = renderPicture(drawBars({ kind: 'units', bars }, about, t))
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
    // Telegram: width and height together at most 10,000, neither 20 times the other.
    expect(width + height).toBeLessThan(10_000)
    expect(png.length).toBeLessThan(500_000)
  })

  test('names are words, whatever is in them', () => {
    const bars = [
      { name: 'Chi bộ <b>&"1" 🎉', done: 1, total: 2 },
      { name: 'A'.repeat(80), done: 0, total: 2 },
    ]
    const svg = drawBars({ kind: 'units', bars }, about, t)
    expect(svg).toContain('Chi bộ &lt;b&gt;&amp;&quot;1&quot; </text>')
    expect(svg).toContain(`${'A'.repeat(43)}…</text>`)
    expect(() => renderPicture(svg)).not.toThrow()
  })
})

describe('what it shows', () => {
  test('each unit with all below it, in the order given', () => {
    const units = [unit('root', null), unit('b', 'root'), unit('a', 'root'), unit('b1', 'b')]
    const counts = countsByUnit([thing('a', 1, 4), thing('b', 1, 1), thing('b1', 2, 3)])
    const scope = { unitIds: units.map(({ id }) => id), units }
    expect(planBars([units[1]!, units[2]!], counts, scope, '2026-03-09')).toEqual({
      kind: 'units',
      bars: [
        { name: 'b', done: 3, total: 4 },
        { name: 'a', done: 1, total: 4 },
      ],
    })
    expect(planBars([units[2]!], counts, scope, '2026-03-09')).toBeNull()
  })

  test('many units: how many are how far, and no names', () => {
    const units = Array.from({ length: 25 }, (_, i) => unit(`u${i}`, 'root'))
    const counts = countsByUnit(units.map(({ id }, i) => thing(id, Math.min(i, 20), 20)))
    const bars = planBars(units, counts, { unitIds: units.map(({ id }) => id), units }, '2026-03-09')
    expect(bars).toEqual({ kind: 'spread', counts: [5, 5, 5, 5, 5] })
    expect(drawBars(bars!, about, t)).not.toContain('u12')
  })
})
