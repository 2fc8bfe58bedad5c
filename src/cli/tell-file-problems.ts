import type { CliDeps } from './cli-deps.ts'
import type { FileProblem } from './programme-file.ts'

/** Prints every problem with its place on standard error, and that nothing was imported; the code is then 1. */
export function tellFileProblems(problems: readonly FileProblem[], { problem, exitCode, t }: CliDeps): void {
  for (const { file, line, column, reason, said } of problems)
    problem(`${file}:${line}:${column} ${said ? t(said.key, said.values) : reason}`)
  problem(t('cli-import-refused', { count: problems.length }))
  exitCode(1)
}
