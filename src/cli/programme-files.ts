import type { Command } from 'commander'
import { stringify } from 'yaml'
import type { Tools } from '../commands/command.ts'
import { programmeToSheets } from '../sheets/programme-to-sheets.ts'
import { writeWorkbook } from '../sheets/write-workbook.ts'
import { findNewestVersion } from '../store/programmes.ts'
import { dayOf, systemClock } from '../time.ts'
import type { CliDeps } from './cli-deps.ts'
import { findByCode } from './programme.ts'
import { readProgrammeFile } from './read-programme-file.ts'
import { saveNew } from './save-new.ts'
import { tellFileProblems } from './tell-file-problems.ts'

interface Options {
  yaml?: string
  xlsx?: string
  tree?: string
  force?: boolean
}

/**
 * `programme export CODE`: the version imported last as `.yaml` or `.xlsx`; `programme convert FROM TO`: one
 * into the other without a database. Nothing is lost in either.
 */
export function registerProgrammeFiles(program: Command, deps: CliDeps): void {
  const { problem, exitCode, t } = deps
  const parent = program.command('programme')
  parent
    .command('export <programme>')
    .option('--yaml <file>')
    .option('--xlsx <file>')
    .option('--tree <code>')
    .option('--force')
    .action((code: string, options: Options) => {
      if ((options.yaml === undefined) === (options.xlsx === undefined)) {
        problem(t('programme-export-usage'))
        return exitCode(2)
      }
      return deps.openTools((tools) => exportProgramme(tools, code, options, deps))
    })
  parent
    .command('convert <from> <to>')
    .option('--force')
    .action(async (from: string, to: string, options: Options) => {
      const read = await readProgrammeFile(from, dayOf(systemClock().product()))
      if (read.kind === 'problems') return tellFileProblems(read.problems, deps)
      await save(read.written, to, options.force ?? false, deps)
    })
}

async function exportProgramme(tools: Tools, code: string, options: Options, deps: CliDeps): Promise<void> {
  const found = await findByCode(tools, code, options.tree, deps)
  const newest = found && (await findNewestVersion(tools.tx, found.id, 'imported'))
  if (newest)
    await save(
      newest.content,
      options.yaml ?? options.xlsx!,
      options.force ?? false,
      deps,
      options.xlsx !== undefined,
    )
}

async function save(
  programme: object,
  file: string,
  force: boolean,
  deps: CliDeps,
  asWorkbook = /\.xlsx$/i.test(file),
): Promise<void> {
  const content = asWorkbook
    ? await writeWorkbook(programmeToSheets(programme))
    : stringify(programme, { lineWidth: 110, aliasDuplicateObjects: false })
  if (await saveNew(file, content, force, deps)) deps.print(deps.t('programme-file-written', { file }))
}
