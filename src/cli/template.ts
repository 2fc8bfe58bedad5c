import type { Command } from 'commander'
import {
  headerOf,
  ROSTER_TEMPLATES,
  type RosterTemplate,
  VALUE_LISTS,
  type ValueList,
  VALUES_SHEET,
} from '../domain/vietnamese-templates.ts'
import { type SheetToWrite, writeWorkbook } from '../sheets/write-workbook.ts'
import type { CliDeps } from './cli-deps.ts'
import { saveNew } from './save-new.ts'

const ROWS_TO_FILL = 500

/** `template units|members FILE`: a workbook to fill in, with samples and the values that cells may hold. */
export function registerTemplate(program: Command, deps: CliDeps): void {
  const parent = program.command('template')
  for (const what of ['units', 'members'] as const) {
    parent
      .command(`${what} <file>`)
      .option('--force')
      .action(async (file: string, options: { force?: boolean }) => {
        const workbook = await writeWorkbook(rosterSheets(ROSTER_TEMPLATES[what]))
        if (await saveNew(file, workbook, options.force ?? false, deps))
          deps.print(deps.t('cli-template-written', { file, what }))
      })
  }
}

function rosterSheets(template: RosterTemplate): SheetToWrite[] {
  const used = template.columns.flatMap(({ values }) => values?.of ?? [])
  const lists = [...new Set(used)]
  const columns = template.columns.map(({ name, width, values }) => ({
    header: headerOf(name),
    width,
    ...(values && { choices: choicesOf(values, lists) }),
  }))
  const { sheet, samples } = template
  const sheets: SheetToWrite[] = [{ name: sheet, columns, rows: samples, rowsToFill: ROWS_TO_FILL }]
  return lists.length === 0 ? sheets : [...sheets, valuesSheet(lists)]
}

function choicesOf(values: { of: ValueList; strict: boolean }, lists: readonly ValueList[]) {
  const column = lists.indexOf(values.of) + 1
  const count = VALUE_LISTS[values.of].values.length
  return { sheet: VALUES_SHEET, column, values: count, strict: values.strict }
}

function valuesSheet(lists: readonly ValueList[]): SheetToWrite {
  const longest = Math.max(...lists.map((list) => VALUE_LISTS[list].values.length))
  return {
    name: VALUES_SHEET,
    columns: lists.map((list) => ({ header: VALUE_LISTS[list].header, width: 32 })),
    rows: Array.from({ length: longest }, (_, row) =>
      lists.map((list) => VALUE_LISTS[list].values[row] ?? ''),
    ),
    rowsToFill: 0,
  }
}
