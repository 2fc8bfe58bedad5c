import { readFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { isMap, LineCounter, parseDocument, type Document, type Node } from 'yaml'
import { checkProgramme, type ProgrammeProblem } from '../domain/check-programme.ts'
import { programmeSchema } from '../domain/programme.ts'
import { type FileProblem, issueProblems, type ProgrammeFile, withYear } from './programme-file.ts'
import { readProgrammeWorkbook } from './read-programme-workbook.ts'
import type { Day } from '../time.ts'

type Path = readonly (string | number)[]

/** A YAML file with the places of its parts. */
interface Source {
  file: string
  document: Document.Parsed
  lines: LineCounter
}

/**
 * Reads a programme from a YAML file and the form files that it names. Every problem is listed with its
 * place; `year: follows-clock` becomes the year of `today`, and `{year}` in any text the same.
 */
export async function readProgrammeFile(file: string, today: Day): Promise<ProgrammeFile> {
  if (/\.xls[xm]?$/i.test(file)) return readProgrammeWorkbook(file, today)
  const main = await readSource(file)
  if ('reason' in main) return { kind: 'problems', problems: [main] }
  const problems = syntaxProblems(main)
  if (problems.length > 0) return { kind: 'problems', problems }

  const raw = main.document.toJS() as { year?: unknown; forms?: unknown } | null
  const forms = await readForms(main, raw?.forms)
  problems.push(...forms.problems)
  const written = { ...raw, ...(forms.contents && { forms: forms.contents }) }
  const content = withYear(written, today)

  const placeProblems = (found: readonly ProgrammeProblem[]) =>
    found.map(({ path, message }) => ({
      ...placeOf(main, forms.sources, path),
      reason: path.length === 0 ? message : `${path.join('.')}: ${message}`,
    }))
  const parsed = programmeSchema.safeParse(content)
  const found = parsed.success ? checkProgramme(parsed.data) : issueProblems(parsed.error)
  problems.push(...placeProblems(found))
  if (problems.length > 0 || !parsed.success) return { kind: 'problems', problems: inOrder(problems) }
  return { kind: 'read', programme: parsed.data, written, placeProblems }
}

async function readSource(file: string): Promise<Source | FileProblem> {
  const lines = new LineCounter()
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) return { file, line: 1, column: 1, reason: 'cannot be read' }
  const document = parseDocument(text.replace(/^\uFEFF/, ''), { lineCounter: lines, prettyErrors: false })
  return { file, document, lines }
}

function syntaxProblems({ file, document, lines }: Source): FileProblem[] {
  return document.errors.map((error) => {
    const { line, col } = lines.linePos(error.pos[0])
    return { file, line, column: col, reason: error.message }
  })
}

interface FormFiles {
  /** The list with every named file put in; undefined when the file says nothing usable about forms. */
  contents: unknown[] | undefined
  /** The file of each form of the list; null where it stands in the programme file. */
  sources: (Source | null)[]
  problems: FileProblem[]
}

async function readForms(main: Source, said: unknown): Promise<FormFiles> {
  const result: FormFiles = { contents: undefined, sources: [], problems: [] }
  if (!Array.isArray(said)) return result
  const folder = dirname(resolve(main.file))
  result.contents = []
  for (const [at, form] of said.entries()) {
    if (typeof form !== 'string') {
      result.contents.push(form)
      result.sources.push(null)
      continue
    }
    const path = join(folder, form)
    const inside = !relative(join(folder, '..'), path).startsWith('..')
    const source = inside ? await readSource(path) : null
    if (!source || 'reason' in source) {
      const where = placeOf(main, [], ['forms', at])
      result.problems.push({ ...where, reason: `the form file "${form}" cannot be read` })
      continue
    }
    result.problems.push(...syntaxProblems(source))
    result.contents.push(source.document.toJS())
    result.sources.push(source)
  }
  return result
}

/** The place of a path, or of the nearest part around it that is there. */
function placeOf(main: Source, forms: readonly (Source | null)[], path: Path): FileProblem {
  const form = path[0] === 'forms' && typeof path[1] === 'number' ? forms[path[1]] : null
  const { file, document, lines } = form ?? main
  const wanted = form ? path.slice(2) : path
  for (let length = wanted.length; length >= 0; length -= 1) {
    const node = nodeAt(document, wanted.slice(0, length))
    if (!node?.range) continue
    const { line, col } = lines.linePos(node.range[0])
    return { file, line, column: col, reason: '' }
  }
  return { file, line: 1, column: 1, reason: '' }
}

/** The key of a pair where the path ends in one: that is where the eye looks. */
function nodeAt(document: Document.Parsed, path: Path): Node | null {
  const parent = path.length === 0 ? null : document.getIn(path.slice(0, -1), true)
  if (isMap(parent)) {
    const pair = parent.items.find(({ key }) => String(key) === String(path.at(-1)))
    if (pair) return pair.key as Node
  }
  return (path.length === 0 ? document.contents : (document.getIn(path, true) as Node | undefined)) ?? null
}

function inOrder(problems: FileProblem[]): FileProblem[] {
  return problems.toSorted(
    (a, b) => a.file.localeCompare(b.file) || a.line - b.line || Number(a.column) - Number(b.column),
  )
}
