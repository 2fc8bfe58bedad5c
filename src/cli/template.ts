import { join } from 'node:path'
import type { Command } from 'commander'
import {
  headerOf,
  ROSTER_TEMPLATES,
  type RosterTemplate,
  VALUE_LISTS,
  type ValueList,
  VALUES_SHEET,
} from '../domain/vietnamese-templates.ts'
import { programmeToSheets } from '../sheets/programme-to-sheets.ts'
import { type SheetToWrite, writeWorkbook } from '../sheets/write-workbook.ts'
import { packageRoot } from '../package-root.ts'
import { dayOf, systemClock } from '../time.ts'
import type { CliDeps } from './cli-deps.ts'
import { doneSheets } from './done-sheets.ts'
import { readProgrammeFile } from './read-programme-file.ts'
import { saveNew } from './save-new.ts'
import { tellFileProblems } from './tell-file-problems.ts'

const ROWS_TO_FILL = 500

/** `template units|members|programme|done FILE`: a workbook to fill in, with samples and the values that cells may hold. */
export function registerTemplate(program: Command, deps: CliDeps): void {
  const parent = program.command('template')
  for (const what of ['units', 'members'] as const)
    add(parent, what).action((file: string, options: Options) =>
      save(file, rosterSheets(ROSTER_TEMPLATES[what]), what, options, deps),
    )
  add(parent, 'programme').action(async (file: string, options: Options) => {
    const read = await readProgrammeFile(join(packageRoot(), SAMPLE), dayOf(systemClock().product()))
    if (read.kind === 'problems') return tellFileProblems(read.problems, deps)
    await save(file, programmeToSheets(read.written), 'programme', options, deps)
  })
  add(parent, 'done').action((file: string, options: Options) =>
    deps.openTools(async (tools) => save(file, await doneSheets(tools), 'done', options, deps)),
  )
}

interface Options {
  force?: boolean
}

const SAMPLE = 'programmes/sample/programme.yaml'

function add(parent: Command, what: string): Command {
  return parent.command(`${what} <file>`).option('--force')
}

async function save(
  file: string,
  sheets: SheetToWrite[],
  what: string,
  { force = false }: Options,
  deps: CliDeps,
): Promise<void> {
  const workbook = await writeWorkbook(sheets)
  if (await saveNew(file, workbook, force, deps)) deps.print(deps.t('cli-template-written', { file, what }))
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
