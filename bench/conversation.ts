/**
 * How fast a conversation goes, beside the same conversation written with grammY's own plugins (runner,
 * sequentialize, conversations, state in Postgres): nine validated questions, each person waiting for the
 * reply, one Postgres with fsync on, a Telegram server that takes 20 ms for every answer.
 *
 * `npm run bench:conversation [rounds]`; both sides take turns in every round. Last line `ratio=`: our steps
 * per second over theirs with 50 chats, medians of the rounds. Before it `latency_ratio=` (our median step
 * over theirs at one chat; below 1 we are faster) and `growth=` (steps 181-200 over steps 11-30 of one
 * dialog of 200 answers).
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { silentLogger } from '../src/log.ts'
import { startTelegramServer } from '../src/playground/telegram/index.ts'
import { openCluster } from '../src/store/embedded-cluster.ts'
import { ensureDatabase } from '../src/store/ensure-database.ts'
import { monotonicMs } from '../src/time.ts'
import { median, quantile } from './conversation/figures.ts'
import { meetPeople, type People } from './conversation/people.ts'
import { LONG_ANSWERS, NINE_ANSWERS } from './conversation/questions.ts'
import { type Side, startSide } from './conversation/side.ts'

const CHATS = 50
const SERVER_MS = 20
/** Dialogs of the one chat whose latency is measured: 108 steps. */
const LONE_DIALOGS = 12
const NAMES = ['ours', 'theirs'] as const
type Name = (typeof NAMES)[number]

const rounds = Number(process.argv[2] ?? 5)
const directory = mkdtempSync(join(tmpdir(), 'nhipquy-bench-'))
chmodSync(directory, 0o711)
const cluster = await openCluster({ dataDir: directory, log: silentLogger() })
const stops: (() => Promise<unknown>)[] = []
try {
  const stands = new Map<Name, Awaited<ReturnType<typeof openStand>>>()
  for (const name of NAMES) stands.set(name, await openStand(name))
  const each = async (work: (stand: Stand, name: Name) => Promise<void>) => {
    for (const name of NAMES) await work(stands.get(name)!, name)
  }

  // Everything is warm before it is measured.
  await each(({ crowd, side }) => talk(side, crowd, 0).then(() => undefined))
  const perSecond: Record<Name, number[]> = { ours: [], theirs: [] }
  for (let round = 1; round <= rounds; round += 1) {
    await each(async ({ crowd, side }, name) => {
      const { seconds } = await talk(side, crowd, round)
      perSecond[name].push((CHATS * NINE_ANSWERS.length) / seconds)
    })
    const [ours, theirs] = NAMES.map((name) => perSecond[name].at(-1)!.toFixed(1))
    console.log(`round=${round} ours_steps_per_second=${ours} theirs_steps_per_second=${theirs}`)
  }

  const latency: Record<Name, number[]> = { ours: [], theirs: [] }
  for (let dialog = 0; dialog < LONE_DIALOGS; dialog += 1) {
    await each(async ({ lone, side }, name) => {
      const { steps } = await talk(side, lone, dialog)
      latency[name].push(...steps.flat())
    })
  }
  for (const name of NAMES) {
    const [half, most] = [median(latency[name]), quantile(latency[name], 0.99)]
    console.log(`${name}_p50_ms=${half.toFixed(1)} ${name}_p99_ms=${most.toFixed(1)}`)
  }
  console.log(`latency_ratio=${(median(latency.ours) / median(latency.theirs)).toFixed(3)}`)

  const { side, walker } = stands.get('ours')!
  await side.order({ kind: 'prepare', users: walker.users, round: 0, form: 'long' })
  await walker.allSay('/dangky')
  const [steps = []] = await walker.allAnswer(LONG_ANSWERS)
  const [early, late] = [median(steps.slice(10, 30)), median(steps.slice(180, 200))]
  console.log(`steps_11_30_ms=${early.toFixed(1)} steps_181_200_ms=${late.toFixed(1)}`)
  console.log(`growth=${(late / early).toFixed(3)}`)
  console.log(`ratio=${(median(perSecond.ours) / median(perSecond.theirs)).toFixed(3)}`)
} finally {
  for (const stop of stops.toReversed()) await stop()
  await cluster.release()
  rmSync(directory, { recursive: true, force: true })
}

interface Stand {
  side: Side
  /** Fifty at once; one alone; one for the long dialog. */
  crowd: People
  lone: People
  walker: People
}

/** A side with a Telegram server and a database of its own, and its people. */
async function openStand(name: Name): Promise<Stand> {
  const token = `1001:PLAYGROUND-${name}`
  const server = await startTelegramServer({
    delayMs: SERVER_MS,
    bots: [{ token, username: 'BenchBot', firstName: 'Bench' }],
  })
  stops.push(() => server.close())
  const databaseUrl = await ensureDatabase(cluster.url, name)
  const side = await startSide(name, { token, apiRoot: server.url, databaseUrl })
  stops.push(() => side.stop())
  await server.control.waitForPoll('BenchBot', 30_000)
  const meet = (count: number) => meetPeople(server.control, 'BenchBot', count)
  return { side, crowd: await meet(CHATS), lone: await meet(1), walker: await meet(1) }
}

/** One dialog of everybody; only the nine answers are measured. */
async function talk(
  side: Side,
  people: People,
  round: number,
): Promise<{ seconds: number; steps: number[][] }> {
  await side.order({ kind: 'prepare', users: people.users, round, form: 'nine' })
  await people.allSay('/dangky')
  const began = monotonicMs()
  const steps = await people.allAnswer(NINE_ANSWERS)
  const seconds = (monotonicMs() - began) / 1000
  await people.allSay('gửi')
  return { seconds, steps }
}
