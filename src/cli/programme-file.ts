import type { ProgrammeProblem } from '../domain/check-programme.ts'
import type { Programme } from '../domain/programme.ts'
import type { Day } from '../time.ts'

/** What is wrong in a file, and where; lines and columns count from 1. */
export interface FileProblem {
  file: string
  line: number
  /** A number; in a workbook the letters of the column. */
  column: number | string
  reason: string
  /** The reason as a sentence of the locales, where there is one. */
  said?: { key: string; values: Record<string, string> }
}

export type ProgrammeFile =
  | {
      kind: 'read'
      programme: Programme
      /** As the file says it: forms put in, neither defaults nor the year of today. */
      written: object
      placeProblems(found: readonly ProgrammeProblem[]): FileProblem[]
    }
  | { kind: 'problems'; problems: FileProblem[] }

/** `year: follows-clock` becomes the year of `today`, and `{year}` in any text the same. */
export function withYear(content: { year?: unknown }, today: Day): unknown {
  if (content.year !== 'follows-clock') return content
  const year = today.slice(0, 4)
  const fill = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replaceAll('{year}', year)
    if (Array.isArray(value)) return value.map(fill)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fill(inner)]))
  }
  return { ...(fill(content) as object), year: Number(year) }
}

interface Issue {
  code: string
  path: (string | number)[]
  message: string
  keys?: string[]
  errors?: Issue[][]
}

/** Everything that a schema found wrong, each at the part that it is about. */
export function issueProblems(error: { issues: readonly object[] }): ProgrammeProblem[] {
  return error.issues.flatMap((issue) => problemsOf(issue as Issue))
}

/** One problem for each unknown key; of a choice between shapes the one that fits nearest. */
function problemsOf(issue: Issue): { path: (string | number)[]; message: string }[] {
  const { code, path, message, keys, errors } = issue
  if (code === 'unrecognized_keys' && keys)
    return keys.map((key) => ({ path: [...path, key], message: 'unknown key' }))
  const nearest = (errors ?? []).toSorted((a, b) => depthOf(b) - depthOf(a))[0]
  if (code === 'invalid_union' && nearest && depthOf(nearest) > 0)
    return nearest.flatMap((inner) => problemsOf({ ...inner, path: [...path, ...inner.path] }))
  return [{ path, message }]
}

function depthOf(issues: Issue[]): number {
  return Math.max(0, ...issues.map(({ path }) => path.length))
}
