import type { Command } from 'commander'
import type { Tools } from '../commands/command.ts'
import { dayOf } from '../time.ts'
import { listProgrammesByCode, type ProgrammeRow } from '../store/programmes.ts'
import { publishProgramme } from '../store/publish-programme.ts'
import { listTrees, listUnitsByCode } from '../store/units.ts'
import type { CliDeps } from './cli-deps.ts'
import { importProgramme } from './import-programme.ts'
import { tellFileProblems } from './tell-file-problems.ts'

/** `import programme FILE` and `publish PROGRAMME`: nothing is sent by either. */
export function registerProgramme(program: Command, deps: CliDeps): void {
  const parent = program.commands.find((each) => each.name() === 'import') ?? program.command('import')
  parent
    .command('programme <file>')
    .option('--unit <code>')
    .option('--tree <code>')
    .option('--publish')
    .option('--dry-run')
    .action((file: string, options: ImportOptions) =>
      deps.openTools((tools) => importFile(tools, file, options, deps)),
    )
  program
    .command('publish <programme>')
    .option('--tree <code>')
    .option('--dry-run')
    .action((code: string, options: { tree?: string; dryRun?: boolean }) =>
      deps.openTools(async (tools) => {
        const found = await findByCode(tools, code, options.tree, deps)
        if (found) await publish(tools, found, options.dryRun ? 'dry-run' : 'real', deps)
      }),
    )
}

interface ImportOptions {
  unit?: string
  tree?: string
  publish?: boolean
  dryRun?: boolean
}

async function importFile(tools: Tools, file: string, options: ImportOptions, deps: CliDeps): Promise<void> {
  const { print, problem, exitCode, t } = deps
  const top = options.unit ?? (await onlyTop(tools, options.tree))
  if (top === null) {
    problem(t('cli-programme-which-unit'))
    return exitCode(1)
  }
  const { tree, dryRun } = options
  const result = await importProgramme(tools, file, {
    unit: top,
    ...(tree && { tree }),
    ...(dryRun && { dryRun }),
  })
  if (result.outcome === 'refused') {
    if (result.reason !== 'problems') {
      problem(t(`cli-programme-${result.reason}`, { unit: result.unit }))
      return exitCode(1)
    }
    return tellFileProblems(result.problems, deps)
  }
  const { code, obligations } = result.programme
  print(
    t(`cli-programme-${result.outcome}`, {
      code,
      count: obligations.length,
      version: result.versionNumber ?? 0,
    }),
  )
  if (!options.publish || options.dryRun) return
  const found = await findByCode(tools, code, options.tree, deps)
  if (found) await publish(tools, found, 'real', deps)
}

/**
 * Publishes and says what came of it; true when it is published. `dry-run`: nothing is written. `preview`: it
 * is written by a caller who takes it back.
 */
export async function publish(
  tools: Tools,
  programme: ProgrammeRow,
  mode: 'real' | 'dry-run' | 'preview',
  deps: CliDeps,
): Promise<boolean> {
  const { print, problem, exitCode, t } = deps
  const done = await publishProgramme(tools, programme, { dryRun: mode === 'dry-run', by: 'operator' })
  if (done.outcome === 'refused') {
    for (const { path, message } of done.problems) problem(`${path.join('.')}: ${message}`)
    exitCode(1)
    return false
  }
  const { versionNumber, ...counts } = done.report
  const key = mode === 'real' ? 'cli-programme-published' : 'cli-programme-previewed'
  print(t(key, { code: programme.code, version: versionNumber, ...counts }))
  return true
}

/** The programme of a code; says why there is not exactly one. */
export async function findByCode(
  tools: Tools,
  code: string,
  treeCode: string | undefined,
  { problem, exitCode, t }: Pick<CliDeps, 'problem' | 'exitCode' | 't'>,
): Promise<ProgrammeRow | null> {
  const trees = await listTrees(tools.tx)
  const found = (await listProgrammesByCode(tools.tx, code)).filter(
    (row) => treeCode === undefined || trees.find((tree) => tree.id === row.treeId)?.code === treeCode,
  )
  const [only] = found
  if (only && found.length === 1) return only
  problem(t(only ? 'cli-programme-several' : 'cli-programme-unknown', { code }))
  exitCode(1)
  return null
}

/** Code of the unit on top, where there is one tree (or the tree is named). */
async function onlyTop(tools: Tools, treeCode: string | undefined): Promise<string | null> {
  const trees = (await listTrees(tools.tx)).filter(({ code }) => treeCode === undefined || code === treeCode)
  const [tree] = trees
  if (!tree || trees.length > 1) return null
  const tops = await listUnitsByCode(tools.tx, tree.code, dayOf(tools.now), tree.code)
  return tops[0]?.code ?? null
}
