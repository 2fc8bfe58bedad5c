/**
 * Planning the weekly digests and the reminders of a whole tree, beside hand-written SQL that returns the same
 * figures, late units and people to remind. Both answers are compared row by row before anything is timed; a
 * difference is exit code 1. After ANALYZE; the median of seven.
 *
 * `npm run bench:digest`; last line `ratio=`: ours over SQL for 30,000 people in 1,500 cells.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { createBotDirectory } from '../src/channels/bot-directory.ts'
import { createAdapters } from '../src/channels/index.ts'
import { parseConfig } from '../src/config.ts'
import { silentLogger } from '../src/log.ts'
import { openProduct } from '../src/service/open-product.ts'
import { ensureDatabase } from '../src/store/ensure-database.ts'
import { openDatabase } from '../src/store/database.ts'
import { migrateDatabase } from '../src/store/migrate.ts'
import { instantOf } from '../src/time.ts'
import type { Parts } from '../src/tools.ts'
import { differences } from './digest/answers.ts'
import { answerByProduct } from './digest/by-product.ts'
import { answerBySql, MONDAY } from './digest/by-sql.ts'
import { fillTree } from './digest/fill-tree.ts'

const RUNS = 7
/** The size that is judged, between two that show how it grows. */
const SIZES = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [3_000, 300_000, 30_000]

const directory = mkdtempSync(join(tmpdir(), 'nhipquy-bench-'))
const log = silentLogger()
const config = parseConfig({ DATA_DIR: directory }, { needTokens: false })
const product = await openProduct(config, { log, name: 'nhipquy bench' })
let last = Number.NaN
try {
  for (const people of SIZES) last = await measure(people)
} finally {
  await product.close()
  rmSync(directory, { recursive: true, force: true })
}
if (!Number.isNaN(last)) console.log(`ratio=${last.toFixed(2)}`)

/** One size in a database of its own. Returns ours over SQL; sets the exit code where they differ. */
async function measure(people: number): Promise<number> {
  const url = await ensureDatabase(product.url, `bench_${people}`)
  await migrateDatabase(url)
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  const database = openDatabase(url, { name: 'nhipquy bench', max: 2 })
  try {
    const { treeId, botId, cells } = await fillTree(sql, people)
    const parts = partsOver(database.db)
    parts.bots.register({ id: botId, channel: 'telegram' })
    const ours = await answerByProduct(parts, treeId, at)
    const wrong = differences(ours, await answerBySql(sql, treeId))
    if (wrong.length > 0) {
      for (const line of wrong) console.error(line)
      process.exitCode = 1
      return Number.NaN
    }
    const our: { digestMs: number; nudgeMs: number; ms: number }[] = []
    const their: number[] = []
    for (let run = 0; run < RUNS; run += 1) {
      const { digestMs, nudgeMs } = await answerByProduct(parts, treeId, at)
      our.push({ digestMs, nudgeMs, ms: digestMs + nudgeMs })
      const started = performance.now()
      await answerBySql(sql, treeId)
      their.push(performance.now() - started)
    }
    const ms = median(our.map((one) => one.ms))
    const ratio = ms / median(their)
    const { figures, late, nudges } = ours
    console.log(
      `people=${people} cells=${cells} rows=${figures.length + late.length + nudges.length} ` +
        `ours_ms=${ms.toFixed(0)} (digest ${median(our.map((one) => one.digestMs)).toFixed(0)}, ` +
        `reminders ${median(our.map((one) => one.nudgeMs)).toFixed(0)}) sql_ms=${median(their).toFixed(0)} ratio=${ratio.toFixed(2)}`,
    )
    return ratio
  } finally {
    await sql.end()
    await database.close()
  }
}

function at(time: string): Date {
  return instantOf(MONDAY, time)
}

function partsOver(db: Parts['db']): Parts & { bots: ReturnType<typeof createBotDirectory> } {
  const adapters = createAdapters({
    telegram: { apiRoot: 'http://127.0.0.1:1' },
    zalo: { apiRoot: 'http://127.0.0.1:1' },
    machine: product.clock.machine,
    random: product.random,
    log,
  })
  const bots = createBotDirectory(adapters)
  return { ...product, db, t: product.translator.t, bots, log, publicUrl: null }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]!
}
