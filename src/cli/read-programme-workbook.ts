import { z } from 'zod'
import { checkProgramme, type ProgrammeProblem } from '../domain/check-programme.ts'
import { programmeSchema } from '../domain/programme.ts'
import { programmeFromSheets } from '../sheets/programme-from-sheets.ts'
import { columnLetters } from '../sheets/unpack-workbook.ts'
import type { Day } from '../time.ts'
import { type FileProblem, issueProblems, type ProgrammeFile, withYear } from './programme-file.ts'
import { readSheets } from './read-table.ts'

// Long texts of a plan stand in one cell; Excel itself stops at 32767.
const LIMITS = { bytes: 20 * 1024 * 1024, rows: 10_000, columns: 100, cellCharacters: 32_767 }

const vietnamese = z.locales.vi().localeError

/** Reads a programme from the sheets of an `.xlsx`; every problem is named by sheet, row and column. */
export async function readProgrammeWorkbook(file: string, today: Day): Promise<ProgrammeFile> {
  const read = await readSheets(file, LIMITS)
  if ('problem' in read) {
    const { line, column, reason, values } = read.problem
    const place = { file: read.sheet ? `${file}:${read.sheet}` : file, line, column: columnLetters(column) }
    return {
      kind: 'problems',
      problems: [{ ...place, reason, said: { key: `cli-import-problem-${reason}`, values: asText(values) } }],
    }
  }
  const { content, problems: found, placeOf } = programmeFromSheets(read.sheets)
  const at = ({ sheet, line, column }: { sheet: string; line: number; column: number }) => ({
    file: `${file}:${sheet}`,
    line,
    column: columnLetters(column),
  })
  const problems: FileProblem[] = found.map((each) => ({
    ...at(each),
    reason: each.reason,
    said: { key: `sheet-problem-${each.reason}`, values: each.values },
  }))
  const placeProblems = (wrong: readonly ProgrammeProblem[]): FileProblem[] =>
    wrong.map(({ path, message }) => ({ ...at(placeOf(path)), reason: message }))
  const parsed = programmeSchema.safeParse(withYear(content, today), { error: vietnamese })
  problems.push(...placeProblems(parsed.success ? checkProgramme(parsed.data) : issueProblems(parsed.error)))
  if (problems.length > 0 || !parsed.success) return { kind: 'problems', problems }
  return { kind: 'read', programme: parsed.data, written: content, placeProblems }
}

function asText(values: Record<string, string | number> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]))
}
