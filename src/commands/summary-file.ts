import { signDownload } from '../documents/download-link.ts'
import { makeTableBook } from '../documents/table-book.ts'
import { writeWorkbook } from '../documents/write-workbook.ts'
import type { Quarter } from '../domain/roll-up-span.ts'
import { longId } from '../domain/short-id.ts'
import { mayDo } from '../store/authorise.ts'
import { dayOf, formatDay } from '../time.ts'
import type { Tools, Turn } from './command.ts'
import { authoriseScope, type SummaryScope } from './summary-scope.ts'

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const ROMAN = ['', 'I', 'II', 'III', 'IV'] as const

/**
 * The tables of a quarter: as a file where the channel carries files, else as a link that works for a week, else
 * whom to ask. `place`: short id of the unit, null for the whole scope.
 */
export async function sendTable(
  turn: Turn,
  scope: SummaryScope,
  place: string | null,
  { year, quarter }: { year: number; quarter: Quarter },
): Promise<void> {
  const { person, locale } = turn
  if (!person) return
  const words = { quarter: ROMAN[quarter], year: String(year) }
  if (turn.bots.can(turn.chat.botId).documents) {
    const file = await makeTableFile(turn, person, scope, { year, quarter, locale })
    if (!file) return void (await turn.reply('progress-no-right'))
    await turn.reply('summary-file-sent', words, { file })
    return
  }
  if (turn.publicUrl === null) {
    const unit = scope.tops[0]?.code ?? ''
    return void (await turn.reply('summary-file-none', { unit }))
  }
  const unitId = place === null ? null : longId(place)
  const link = { kind: 'table' as const, personId: person.id, unitId, year, quarter }
  const { token, until } = signDownload(turn.vault, link, turn.now)
  await turn.reply('summary-file-link', {
    ...words,
    link: `${turn.publicUrl}/files/${token}`,
    until: formatDay(dayOf(until, scope.tops[0]?.zone)),
  })
}

/** The `.xlsx` for somebody, on record; null when they may not have it. */
export async function makeTableFile(
  tools: Tools,
  person: NonNullable<Turn['person']>,
  scope: SummaryScope,
  { year, quarter, locale }: { year: number; quarter: Quarter; locale: 'vi' | 'en' },
): Promise<{ name: string; mime: string; base64: string } | null> {
  if (!(await authoriseScope(tools, person, 'take-table', scope))) return null
  const readings = await Promise.all(
    scope.tops.map(({ id }) => mayDo(tools, person, 'see-report', { unitId: id })),
  )
  const inside = new Set(scope.unitIds)
  const book = await makeTableBook(tools, {
    treeId: person.treeId,
    units: scope.units.filter(({ id }) => inside.has(id)),
    year,
    quarter,
    locale,
    reader: person.code,
    withProposals: readings.every(Boolean),
  })
  const bytes = await writeWorkbook(book)
  return { name: `tong-hop-${year}-q${quarter}.xlsx`, mime: XLSX, base64: bytes.toString('base64') }
}
