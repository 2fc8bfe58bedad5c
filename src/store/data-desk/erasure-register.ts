import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const FILE = 'erasures.json'

/** One deletion that was decided: an id and when, nothing else. */
export interface RegisteredErasure {
  personId: string
  decidedAt: Date
}

/**
 * Keeps the register of deletions beside the database, where a lost database does not take it along. What a folder
 * knows already stays in it. Folders that cannot be written throw.
 */
export async function keepErasureRegister(
  folders: readonly string[],
  known: readonly RegisteredErasure[],
): Promise<void> {
  for (const folder of folders) {
    const before = await readErasureRegister([folder])
    const all = merged([...before, ...known])
    if (all.length === before.length) continue
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const file = join(folder, FILE)
    const rows = all.map(({ personId, decidedAt }) => ({ personId, decidedAt: decidedAt.toISOString() }))
    await writeFile(`${file}.new`, `${JSON.stringify(rows, null, 1)}\n`, { mode: 0o600 })
    await rename(`${file}.new`, file)
  }
}

/** Every deletion that any of these folders knows of; a folder without a register knows of none. */
export async function readErasureRegister(folders: readonly string[]): Promise<RegisteredErasure[]> {
  const found: RegisteredErasure[] = []
  for (const folder of folders) {
    const text = await readFile(join(folder, FILE), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return '[]'
      throw error
    })
    const rows = JSON.parse(text) as { personId: string; decidedAt: string }[]
    found.push(...rows.map(({ personId, decidedAt }) => ({ personId, decidedAt: new Date(decidedAt) })))
  }
  return merged(found)
}

function merged(rows: readonly RegisteredErasure[]): RegisteredErasure[] {
  const byPerson = new Map([...rows].reverse().map((row) => [row.personId, row]))
  return [...byPerson.values()].sort((a, b) => a.decidedAt.getTime() - b.decidedAt.getTime())
}
