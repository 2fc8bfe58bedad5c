import { type Day, formatDay } from '../time.ts'
import type { Bar, Bars } from './plan-bars.ts'

type Words = (key: string, values?: Record<string, string | number>) => string

/** Pixels; a telephone shows the picture at about a third of this width. */
const WIDTH = 1080
const MARGIN = 48
const HEAD = 190
const ROW = 112
const FOOT = 90
const BAR = 34
const FONT = 'Be Vietnam Pro'
/** Letters of a name that fit beside its count at this size. */
const MOST_LETTERS = 44

/** The picture of a branch as SVG: counts only, the same colour for everybody. */
export function drawBars(bars: Bars, about: { unit: string; today: Day }, t: Words): string {
  const rows = bars.kind === 'units' ? bars.bars : spreadRows(bars.counts, t)
  const longest = bars.kind === 'units' ? null : Math.max(1, ...bars.counts)
  const height = HEAD + rows.length * ROW + FOOT
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="${FONT}">`,
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    text(
      MARGIN,
      78,
      44,
      t('picture-title', { unit: fit(about.unit, 34) }),
      'font-weight="700" fill="#1a1a1a"',
    ),
    text(
      MARGIN,
      132,
      32,
      t(bars.kind === 'units' ? 'picture-units' : 'picture-spread', { day: formatDay(about.today) }),
      'fill="#555555"',
    ),
    ...rows.map((row, index) => drawRow(row, HEAD + index * ROW, longest)),
    text(
      MARGIN,
      height - 34,
      26,
      t(rows.some(({ stated }) => stated) ? 'picture-trace-stated' : 'picture-trace'),
      'fill="#777777"',
    ),
    '</svg>',
  ].join('\n')
}

function drawRow({ name, done, total }: Bar, top: number, longest: number | null): string {
  const full = WIDTH - 2 * MARGIN
  const length = Math.round(full * (longest === null ? done / total : done / longest))
  const count = longest === null ? `${done}/${total}` : String(done)
  return [
    text(MARGIN, top + 36, 34, fit(name, MOST_LETTERS), 'fill="#1a1a1a"'),
    text(WIDTH - MARGIN, top + 36, 34, count, 'text-anchor="end" font-weight="700" fill="#1a1a1a"'),
    `<rect x="${MARGIN}" y="${top + 52}" width="${full}" height="${BAR}" rx="8" fill="#e8eaed"/>`,
    length > 0
      ? `<rect x="${MARGIN}" y="${top + 52}" width="${Math.max(length, 16)}" height="${BAR}" rx="8" fill="#1967d2"/>`
      : '',
  ].join('')
}

function spreadRows(counts: readonly number[], t: Words): Bar[] {
  return counts.map((count, index) => ({ name: t(`picture-spread-${index + 1}`), done: count, total: count }))
}

function text(x: number, y: number, size: number, words: string, more: string): string {
  return `<text x="${x}" y="${y}" font-size="${size}" ${more}>${escapeXml(words)}</text>`
}

/** Cut by letters as they are read, not by code units. */
function fit(words: string, most: number): string {
  const letters = Array.from(
    new Intl.Segmenter('vi').segment(words.normalize('NFC')),
    ({ segment }) => segment,
  )
  return letters.length <= most
    ? letters.join('')
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}

/** What the font has no letters for is left out: a picture cannot show it. */
function escapeXml(words: string): string {
  return words
    .normalize('NFC')
    .replaceAll(/[^\p{Script=Latin}\p{N}\p{P}\p{Zs}+<>=|%~]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
