import { checkFulfilments } from '../domain/fulfilments.ts'
import type { Programme } from '../domain/programme.ts'
import type { StoreTools } from '../store/audit.ts'
import { recordAudit } from '../store/audit.ts'
import { listBindingProgrammes } from '../store/binding-programmes.ts'
import { saveProgrammeVersion } from '../store/programmes.ts'
import { listUnitsByCode } from '../store/units.ts'
import { dayOf } from '../time.ts'
import type { FileProblem } from './programme-file.ts'
import { readProgrammeFile } from './read-programme-file.ts'

export interface ProgrammeImportOptions {
  /** Code of the unit whose programme it is. */
  unit: string
  /** Code of the tree, where several have a unit of that code. */
  tree?: string
  /** Reads and checks only. */
  dryRun?: boolean
}

export type ProgrammeImport =
  | {
      outcome: 'new' | 'new-version' | 'same' | 'checked'
      programme: Programme
      programmeId: string | null
      versionNumber: number | null
    }
  | { outcome: 'refused'; reason: 'problems'; problems: FileProblem[] }
  | { outcome: 'refused'; reason: 'no-such-unit' | 'several-trees'; unit: string }

/** Imports a programme file as a draft of a unit. Nothing is imported when anything in it is wrong. */
export async function importProgramme(
  tools: StoreTools,
  file: string,
  options: ProgrammeImportOptions,
): Promise<ProgrammeImport> {
  const { tx, now } = tools
  const today = dayOf(now)
  const read = await readProgrammeFile(file, today)
  if (read.kind === 'problems') return { outcome: 'refused', reason: 'problems', problems: read.problems }
  const found = await listUnitsByCode(tx, options.unit, today, options.tree)
  const [unit] = found
  if (!unit) return { outcome: 'refused', reason: 'no-such-unit', unit: options.unit }
  if (found.length > 1) return { outcome: 'refused', reason: 'several-trees', unit: options.unit }

  const { programme } = read
  const problems = checkFulfilments(programme, await listBindingProgrammes(tx, unit.treeId))
  if (problems.length > 0)
    return { outcome: 'refused', reason: 'problems', problems: read.placeProblems(problems) }
  if (options.dryRun) return { outcome: 'checked', programme, programmeId: null, versionNumber: null }

  const saved = await saveProgrammeVersion(tools, { treeId: unit.treeId, unitId: unit.id }, programme)
  await recordAudit(tools, {
    treeId: unit.treeId,
    actorPersonId: null,
    actorRole: 'operator',
    action: 'import',
    aboutUnitId: unit.id,
    details: { what: 'programme', programmeId: saved.programme.id, version: saved.versionNumber },
  })
  const { outcome, versionNumber } = saved
  return { outcome, programme, programmeId: saved.programme.id, versionNumber }
}
