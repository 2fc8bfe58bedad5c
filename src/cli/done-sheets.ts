import type { Tools } from '../commands/command.ts'
import { wordsOf } from '../domain/form-definition.ts'
import { periodWords } from '../domain/period-words.ts'
import { listRounds } from '../domain/rounds.ts'
import { ROSTER_SHEETS } from '../domain/vietnamese-headers.ts'
import { DONE_SAMPLES, DONE_TEMPLATE_WIDTHS, headerOf, VALUES_SHEET } from '../domain/vietnamese-templates.ts'
import type { SheetToWrite } from '../sheets/write-workbook.ts'
import { listBindingProgrammes } from '../store/binding-programmes.ts'
import { listTrees } from '../store/units.ts'
import { dayOf, formatDay } from '../time.ts'

const ROWS_TO_FILL = 1000

/** The sheets of what was done on paper; the duties and rounds to choose from are those of the published programmes. */
export async function doneSheets(tools: Tools): Promise<SheetToWrite[]> {
  const duties: { title: string; person: boolean; periods: string[] }[] = []
  for (const { id } of await listTrees(tools.tx))
    for (const { programme, officeDates } of await listBindingProgrammes(tools.tx, id))
      for (const obligation of programme.obligations)
        duties.push({
          title: wordsOf(obligation.title, 'vi'),
          person: obligation.subject === 'person',
          periods: listRounds(programme, obligation, officeDates).map(
            ({ period }) => periodWords(period, (key, values) => tools.t('vi', key, values)) || period,
          ),
        })
  const titles = [...new Set(duties.map(({ title }) => title))]
  const periods = [...new Set(duties.flatMap((duty) => duty.periods))]
  const offered: Record<string, readonly string[]> = { obligation: titles, period: periods }
  const lists = Object.entries(offered).filter(([, values]) => values.length > 0)
  const columns = DONE_TEMPLATE_WIDTHS.map(([name, width]) => {
    const column = lists.findIndex(([list]) => list === name) + 1
    const choices = { sheet: VALUES_SHEET, column, values: lists[column - 1]?.[1].length ?? 0, strict: false }
    return { header: headerOf(name), width, ...(column > 0 && { choices }) }
  })
  const day = formatDay(dayOf(tools.now))
  const ofPerson = duties.find(({ person }) => person)
  const ofUnit = duties.find(({ person }) => !person)
  const [oneRound, manyRounds] = [ofPerson?.periods[0] ?? '', ofUnit?.periods[0] ?? '']
  const sheet: SheetToWrite = {
    name: ROSTER_SHEETS.done,
    columns,
    rows: [
      [ofPerson?.title ?? DONE_SAMPLES.pledge.title, oneRound, '0002', '', day, DONE_SAMPLES.pledge.deeds],
      [ofUnit?.title ?? DONE_SAMPLES.report.title, manyRounds, '', 'CB01', day, ''],
    ],
    rowsToFill: ROWS_TO_FILL,
  }
  if (lists.length === 0) return [sheet]
  const longest = Math.max(...lists.map(([, values]) => values.length))
  return [
    sheet,
    {
      name: VALUES_SHEET,
      columns: lists.map(([name]) => ({ header: headerOf(name as 'obligation' | 'period'), width: 44 })),
      rows: Array.from({ length: longest }, (_, row) => lists.map(([, values]) => values[row] ?? '')),
      rowsToFill: 0,
    },
  ]
}
