import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = new URL('../..', import.meta.url).pathname

/** What the check of import directions found. */
export interface Directions {
  /** Files under the folder that were really read. */
  read: number
  /** TypeScript files under the folder. */
  expected: number
  /** `rule: from → to`, one line each. */
  violations: string[]
}

interface CruiseOutput {
  modules: { source: string }[]
  summary: { violations: { rule: { name: string; severity: string }; from: string; to: string }[] }
}

/**
 * Reads every module under `folder` (relative to the root) and checks its imports. A cruiser that cannot
 * parse TypeScript reads nothing and finds nothing wrong: whoever asks compares `read` with `expected`.
 */
export function cruiseSource(folder = 'src'): Directions {
  const output = execFileSync(
    join(ROOT, 'node_modules/.bin/depcruise'),
    [folder, '--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
    { cwd: ROOT, maxBuffer: 256 * 1024 * 1024, stdio: ['ignore', 'pipe', 'inherit'] },
  ).toString()
  const result = JSON.parse(output) as CruiseOutput
  return {
    read: result.modules.filter((module) => module.source.startsWith(`${folder}/`)).length,
    expected: readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.tsx?$/.test(name),
    ).length,
    violations: result.summary.violations
      .filter((violation) => violation.rule.severity === 'error')
      .map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
  }
}
