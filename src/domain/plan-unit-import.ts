import type { UnitView } from './person.ts'
import type { Reach } from './reach.ts'
import { type RosterRow, sortProblems, type TableProblem } from './roster-columns.ts'
import { resolveReach, resolveUnitKind } from './roster-words.ts'
import { branchOf } from './unit-tree.ts'

/** What is there: every tree of the deployment, and all their units as of today. */
export interface ExistingUnits {
  trees: readonly { id: string; code: string }[]
  units: readonly UnitView[]
}

export interface UnitShape {
  name: string
  kind: string
  /** Null: the root of its tree. */
  parentCode: string | null
  /** With whom the bot talks there; null: the unit says nothing of it, and a file that does not changes nothing. */
  reach: Reach | null
}

/** A unit that comes (no `before`) or changes. Parents come before the units below them. */
export interface UnitChange {
  treeCode: string
  code: string
  /** Null for a new unit. */
  unitId: string | null
  before: UnitShape | null
  after: UnitShape
}

export interface UnitImport {
  changes: UnitChange[]
  unchanged: number
  /** Units below `root` that the file does not name: reported, never deleted. */
  vanished: UnitView[]
  problems: TableProblem[]
}

export interface UnitImportOptions {
  /** Code of the unit below which the file claims to be complete. */
  root?: string
  /** Tree of parents whose code several trees have. */
  tree?: string
}

interface Draft extends UnitShape {
  row: RosterRow
  code: string
}

const MAX_CODE = 40
const MAX_NAME = 200

/** What a units file would change. With any problem nothing may be applied. */
export function planUnitImport(
  rows: readonly RosterRow[],
  existing: ExistingUnits,
  options: UnitImportOptions = {},
): UnitImport {
  const problems: TableProblem[] = []
  const drafts = readDrafts(rows, problems)
  const codes = new Map(existing.units.map((unit) => [unit.id, unit.code]))
  const treeCodes = new Map(existing.trees.map((tree) => [tree.id, tree.code]))
  const known = new Map(existing.units.map((unit) => [keyOf(treeCodes.get(unit.treeId), unit.code), unit]))
  const ordered = parentsFirst(drafts, problems)

  const changes: UnitChange[] = []
  const placed = new Map<string, string>()
  let unchanged = 0
  for (const draft of ordered) {
    const treeCode = treeOf(draft, placed, drafts, existing, options, problems)
    if (treeCode === null) continue
    placed.set(draft.code, treeCode)
    const unit = known.get(keyOf(treeCode, draft.code))
    const before = unit && {
      name: unit.name,
      kind: unit.kind,
      parentCode: unit.parentId === null ? null : (codes.get(unit.parentId) ?? null),
      reach: unit.reach ?? null,
    }
    const { name, kind, parentCode } = draft
    const after = { name, kind, parentCode, reach: draft.reach ?? before?.reach ?? null }
    const wasRoot = before
      ? before.parentCode === null
      : existing.trees.some((tree) => tree.code === draft.code && tree.code !== treeCode)
    if (wasRoot && after.parentCode !== null) {
      report(problems, draft.row, 'parent_code', 'root-stays-root', { unit: draft.code })
    } else if (before && sameShape(before, after)) {
      unchanged += 1
    } else {
      changes.push({ treeCode, code: draft.code, unitId: unit?.id ?? null, before: before ?? null, after })
    }
  }
  if (problems.length === 0) reportLoops(changes, existing, treeCodes, drafts, problems)
  const vanished = findVanished(drafts, placed, existing, treeCodes, options, problems)
  return { changes, unchanged, vanished, problems: sortProblems(problems) }
}

function readDrafts(rows: readonly RosterRow[], problems: TableProblem[]): Map<string, Draft> {
  const drafts = new Map<string, Draft>()
  for (const row of rows) {
    const code = row.text('unit_code') ?? ''
    const name = row.text('unit_name') ?? ''
    const kindText = row.text('unit_kind') ?? ''
    const kind = resolveUnitKind(kindText)
    if (code === '') report(problems, row, 'unit_code', 'empty', { column: 'unit_code' })
    else if (code.length > MAX_CODE || code.includes(';')) {
      report(problems, row, 'unit_code', 'bad-code', { code: code.slice(0, MAX_CODE) })
    }
    if (name === '') report(problems, row, 'unit_name', 'empty', { column: 'unit_name' })
    else if (name.length > MAX_NAME) report(problems, row, 'unit_name', 'too-long', { characters: MAX_NAME })
    if (kindText === '') report(problems, row, 'unit_kind', 'empty', { column: 'unit_kind' })
    else if (!kind) report(problems, row, 'unit_kind', 'unknown-kind', { kind: kindText })
    const reachText = row.text('reach') ?? ''
    const reach = reachText === '' ? null : resolveReach(reachText)
    if (reachText !== '' && !reach) report(problems, row, 'reach', 'unknown-reach', { text: reachText })
    const first = drafts.get(code)
    if (first) report(problems, row, 'unit_code', 'unit-twice', { unit: code, line: first.row.line })
    else if (code !== '') {
      drafts.set(code, {
        row,
        code,
        name,
        kind: kind ?? '',
        parentCode: row.text('parent_code') || null,
        reach,
      })
    }
  }
  return drafts
}

/** Rows so that a parent of the file comes before its children; rows of a circle are reported. */
function parentsFirst(drafts: Map<string, Draft>, problems: TableProblem[]): Draft[] {
  const ordered: Draft[] = []
  const done = new Set<string>()
  for (const start of drafts.values()) {
    const path: Draft[] = []
    let next: Draft | undefined = start
    while (next && !done.has(next.code) && !path.includes(next)) {
      path.push(next)
      next = next.parentCode === null ? undefined : drafts.get(next.parentCode)
    }
    for (const draft of path) done.add(draft.code)
    if (next && path.includes(next)) report(problems, next.row, 'parent_code', 'circle', { unit: next.code })
    else ordered.push(...path.reverse())
  }
  return ordered
}

/** The code of the tree that a row belongs to, by its parents; null after reporting that there is none. */
function treeOf(
  draft: Draft,
  placed: Map<string, string>,
  drafts: Map<string, Draft>,
  existing: ExistingUnits,
  options: UnitImportOptions,
  problems: TableProblem[],
): string | null {
  if (draft.parentCode === null) {
    const isTree = existing.trees.some((tree) => tree.code === draft.code)
    if (isTree || !existing.units.some((unit) => unit.code === draft.code)) return draft.code
    // A forgotten parent would otherwise make a second tree out of a unit that is already in one.
    report(problems, draft.row, 'parent_code', 'root-stays-root', { unit: draft.code })
    return null
  }
  if (drafts.has(draft.parentCode)) return placed.get(draft.parentCode) ?? null
  const trees = existing.trees.filter(
    (tree) =>
      (options.tree === undefined || tree.code === options.tree) &&
      existing.units.some((unit) => unit.treeId === tree.id && unit.code === draft.parentCode),
  )
  if (trees.length === 1) return trees[0]!.code
  const reason = trees.length === 0 ? 'unknown-parent' : 'ambiguous-unit'
  report(problems, draft.row, 'parent_code', reason, { unit: draft.parentCode })
  return null
}

/** A change of parents may close a circle through units that the file does not name. */
function reportLoops(
  changes: readonly UnitChange[],
  existing: ExistingUnits,
  treeCodes: Map<string, string>,
  drafts: Map<string, Draft>,
  problems: TableProblem[],
): void {
  const codes = new Map(existing.units.map((unit) => [unit.id, unit.code]))
  const parents = new Map<string, string | null>()
  for (const unit of existing.units) {
    const parent = unit.parentId === null ? null : (codes.get(unit.parentId) ?? null)
    parents.set(keyOf(treeCodes.get(unit.treeId), unit.code), parent)
  }
  for (const change of changes) parents.set(keyOf(change.treeCode, change.code), change.after.parentCode)
  for (const change of changes) {
    const seen = new Set<string>()
    let code: string | null = change.code
    while (code !== null && !seen.has(code)) {
      seen.add(code)
      code = parents.get(keyOf(change.treeCode, code)) ?? null
    }
    const draft = drafts.get(change.code)
    if (code !== null && draft) report(problems, draft.row, 'parent_code', 'circle', { unit: change.code })
  }
}

function findVanished(
  drafts: Map<string, Draft>,
  placed: Map<string, string>,
  existing: ExistingUnits,
  treeCodes: Map<string, string>,
  options: UnitImportOptions,
  problems: TableProblem[],
): UnitView[] {
  if (options.root === undefined) return []
  const trees = new Set(placed.values())
  const roots = existing.units.filter(
    (unit) =>
      unit.code === options.root &&
      (options.tree === undefined || treeCodes.get(unit.treeId) === options.tree) &&
      (trees.size === 0 || trees.has(treeCodes.get(unit.treeId) ?? '')),
  )
  if (roots.length !== 1) {
    const isNew = roots.length === 0 && drafts.has(options.root)
    const reason = roots.length === 0 ? 'unknown-root' : 'ambiguous-unit'
    if (!isNew) problems.push({ line: 1, column: 1, reason, values: { unit: options.root } })
    return []
  }
  const below = new Set(branchOf(roots[0]!.id, existing.units))
  return existing.units.filter((unit) => below.has(unit.id) && !drafts.has(unit.code))
}

function keyOf(treeCode: string | undefined, code: string): string {
  return `${treeCode}\n${code}`
}

function sameShape(a: UnitShape, b: UnitShape): boolean {
  return isSamePlace(a, b) && a.reach === b.reach
}

/** Whether nothing changes of what is kept by days. */
export function isSamePlace(a: UnitShape, b: UnitShape): boolean {
  return a.name === b.name && a.kind === b.kind && a.parentCode === b.parentCode
}

function report(
  problems: TableProblem[],
  row: RosterRow,
  column: 'unit_code' | 'unit_name' | 'unit_kind' | 'parent_code' | 'reach',
  reason: string,
  values: Record<string, string | number> = {},
): void {
  problems.push({ line: row.line, column: row.column(column), reason, values })
}
