import { type Day, formatDay } from '../time.ts'
import type { Digest, DigestLine } from './plan-digest.ts'
import { sourceMark } from './source-words.ts'

type Words = (key: string, values?: Record<string, string | number>) => string

/**
 * The counts of a digest as one sentence, the way reports to the level above put it. `areCells`: the units
 * of the branch are cells, so that they are called so. Empty when nothing is due.
 */
export function reportParagraph(digest: Digest, areCells: boolean, today: Day, t: Words): string {
  const lines = [...digest.lines, ...digest.coming].filter(({ total }) => total > 0)
  if (lines.length === 0) return ''
  const units = t(areCells ? 'paragraph-cells' : 'paragraph-units')
  const parts = lines.map((line) => partOf(line, units, t))
  return t('paragraph-whole', { day: formatDay(today), parts: parts.join('; ') })
}

function partOf(line: DigestLine, units: string, t: Words): string {
  const { kind, subject, title, done, total } = line
  const values = {
    done,
    total,
    share: Math.round((done / total) * 1000) / 10,
    title: lowerFirst(title),
    units,
  }
  if (subject === 'people') return `${t('paragraph-people-part', values)}${sourceMark(line, t)}`
  return t(kind === 'session-report' ? 'paragraph-session-part' : 'paragraph-units-part', values)
}

/** A title in the middle of a sentence; what is written in capitals stays. */
function lowerFirst(text: string): string {
  const [first = '', second = ''] = text
  return second === second.toUpperCase() && second.trim() !== '' ? text : first.toLowerCase() + text.slice(1)
}
