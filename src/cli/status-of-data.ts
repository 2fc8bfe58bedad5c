import { dropOffText, qualityText } from '../commands/quality-report.ts'
import type { Tools } from '../commands/command.ts'
import type { UnitView } from '../domain/person.ts'
import { readRollUpPeriod, type RollUpPeriod } from '../domain/roll-up-span.ts'
import { branchOf } from '../domain/unit-tree.ts'
import { authorise } from '../store/authorise.ts'
import { listTrees, listUnits, listUnitsByCode } from '../store/units.ts'
import { dayOf } from '../time.ts'
import type { CliDeps } from './cli-deps.ts'
import { explainFigures } from './explain-figures.ts'
import { explainWeek } from './explain-week.ts'

export interface StatusOptions {
  unit?: string
  json?: boolean
  quality?: boolean
  dropOff?: boolean
  explain?: string
  period?: string
}

interface Scope {
  treeId: string
  root: UnitView
  units: UnitView[]
  isWholeTree: boolean
}

/** `status --quality`, `--drop-off` and `--explain`, of a unit with what is below, or of every tree. */
export async function statusOfData(deps: CliDeps, options: StatusOptions): Promise<void> {
  const { openTools, problem, print, exitCode, t, locale } = deps
  await openTools(async (tools) => {
    const scopes = await findScopes(tools, options.unit)
    if (scopes.length === 0) {
      problem(t('cli-unit-unknown', { unit: options.unit ?? '' }))
      return exitCode(1)
    }
    const period = readRollUpPeriod(options.period ?? dayOf(tools.now).slice(0, 4), dayOf(tools.now))
    if (!period) {
      problem(t('cli-explain-period', { period: options.period ?? '' }))
      return exitCode(2)
    }
    for (const scope of scopes) {
      if (options.quality) {
        await authorise(tools, 'operator', 'see-roster', { unitId: scope.root.id })
        print(await qualityText(tools, scope, locale))
      }
      if (options.dropOff) print(await dropOffText(tools, scope, locale))
    }
    if (options.explain !== undefined) await explain(deps, tools, scopes, options.explain, period)
  })
}

/** The word is a unit's code, else the key of a figure. */
async function explain(
  deps: CliDeps,
  tools: Tools,
  scopes: readonly Scope[],
  word: string,
  period: RollUpPeriod,
): Promise<void> {
  const named = await findScopes(tools, word)
  let isFound = false
  for (const scope of named.length > 0 ? named : scopes) {
    const key = named.length > 0 ? null : word
    if (await explainWeek(deps, tools, scope, key)) isFound = true
    if (await explainFigures(deps, tools, { ...scope, period }, key)) isFound = true
  }
  if (isFound) return
  deps.problem(deps.t('cli-explain-unknown', { word }))
  deps.exitCode(1)
}

/** The units of this code with what is below them; without a code every tree. */
async function findScopes(tools: Tools, code: string | undefined): Promise<Scope[]> {
  const today = dayOf(tools.now)
  const codes = code === undefined ? (await listTrees(tools.tx)).map((tree) => tree.code) : [code]
  const scopes: Scope[] = []
  for (const one of codes) {
    for (const root of await listUnitsByCode(tools.tx, one, today, code === undefined ? one : undefined)) {
      const all = await listUnits(tools.tx, root.treeId, today)
      const inside = new Set(branchOf(root.id, all))
      const units = all.filter(({ id }) => inside.has(id))
      scopes.push({ treeId: root.treeId, root, units, isWholeTree: units.length === all.length })
    }
  }
  return scopes
}
