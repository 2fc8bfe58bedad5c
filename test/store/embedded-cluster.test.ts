import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createLogger, silentLogger } from '../../src/log.ts'
import {
  copyBinaries,
  locatePostgresBinaries,
  programPath,
} from '../../src/store/cluster/postgres-binaries.ts'
import { findPostmaster } from '../../src/store/cluster/postmaster-pid.ts'
import { isAlive } from '../../src/store/cluster/process-identity.ts'
import { stopPostmaster } from '../../src/store/cluster/stop-postmaster.ts'
import { isRoot, mayWalk } from '../../src/store/cluster/system-account.ts'
import { openDatabase } from '../../src/store/database.ts'
import { openCluster, type Cluster, type ClusterOptions } from '../../src/store/embedded-cluster.ts'
import { reachableTmp } from '../support/reachable-tmp.ts'

const NOBODY = { name: 'nobody', uid: 65_534, gid: 65_534 }
const CHILD = fileURLToPath(new URL('../support/cluster-child.ts', import.meta.url))
const binaries = await locatePostgresBinaries()
const nobodyMayRun = isRoot() && (await mayWalk(dirname(programPath(binaries, 'postgres')), NOBODY))

let root: string
let dataDir: string
let pgdata: string
let children: ChildProcess[]
let clusters: Cluster[]

// Making a cluster takes half a second and more; most tests start from a copy of this one.
let prepared: string

beforeAll(async () => {
  prepared = await mkdtemp(join(await reachableTmp(), 'nhipquy-prepared-'))
  await chmod(prepared, 0o711)
  const cluster = await openCluster({ dataDir: prepared, log: silentLogger(), durable: false })
  await cluster.release()
})

afterAll(async () => {
  await rm(prepared, { recursive: true })
})

beforeEach(async () => {
  root = await mkdtemp(join(await reachableTmp(), 'nhipquy-cluster-'))
  await chmod(root, 0o711)
  dataDir = join(root, 'data')
  pgdata = join(dataDir, `postgres-${binaries.major}`)
  children = []
  clusters = []
})

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  for (const cluster of clusters) await cluster.release()
  await stopPostmaster(pgdata)
  await rm(root, { recursive: true, force: true, maxRetries: 3 })
})

/** `-a` keeps owners and modes. */
function useCopy(): void {
  execFileSync('cp', ['-a', prepared, dataDir])
}

async function open(options: Partial<ClusterOptions> = {}): Promise<Cluster> {
  const elsewhere = [join(root, 'elsewhere')]
  const cluster = await openCluster({ dataDir, log: silentLogger(), durable: false, elsewhere, ...options })
  clusters.push(cluster)
  return cluster
}

function spawnChild(uid = '', stderr: 'inherit' | 'pipe' = 'inherit'): ChildProcess {
  const args = ['--import', 'tsx', CHILD, dataDir, join(root, 'elsewhere'), uid]
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', stderr] })
  children.push(child)
  return child
}

interface Opened {
  child: ChildProcess
  url: string
  startedByUs: boolean
}

async function openInChild(uid = ''): Promise<Opened> {
  const child = spawnChild(uid)
  for await (const line of createInterface({ input: child.stdout! })) {
    return { child, ...(JSON.parse(line) as { url: string; startedByUs: boolean }) }
  }
  throw new Error('the child said nothing')
}

async function releaseChild({ child }: Opened): Promise<void> {
  child.stdin!.write('release\n')
  if (child.exitCode === null) await once(child, 'exit')
  expect(child.exitCode).toBe(0)
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  if (child.signalCode === null) await once(child, 'exit')
}

async function query(url: string, statement: string): Promise<unknown[]> {
  const database = openDatabase(url, { max: 1 })
  try {
    return [...(await database.sql.unsafe(statement).values())]
  } finally {
    await database.close()
  }
}

/** Kills the server and waits until it is dead: nobody has told it to write anything. */
async function killServer(): Promise<void> {
  const { pid } = (await findPostmaster(pgdata))!
  process.kill(pid, 'SIGKILL')
  while (await isAlive(pid)) await sleep(5)
}

/** Folders in which a cluster is being made, or was when its maker was killed. */
async function halfMade(): Promise<string[]> {
  return (await readdir(dataDir).catch(() => [])).filter((name) => name.includes('.init-'))
}

describe('a database of its own', () => {
  test('started, released, started again: checked pages, synced writes, the same data and port', async () => {
    const first = await open({ durable: true })
    expect(first.startedByUs).toBe(true)
    expect(first.url).toMatch(/^postgres:\/\/postgres:[0-9a-f]{48}@127\.0\.0\.1:\d+\/postgres$/)
    const settings = ['fsync', 'data_checksums', 'server_encoding', 'listen_addresses']
    const shown = await query(
      first.url,
      settings
        .map((name) => `current_setting('${name}')`)
        .join()
        .replace(/^/, 'select '),
    )
    expect(shown).toEqual([['on', 'on', 'UTF8', '127.0.0.1']])
    await query(first.url, 'create table kept as select 1 as id')
    expect((await stat(join(pgdata, 'superuser-password'))).mode & 0o777).toBe(0o600)
    await first.release()
    await first.release()
    expect(await findPostmaster(pgdata)).toBeNull()
    const second = await open()
    expect([second.startedByUs, second.url]).toEqual([true, first.url])
    expect(await query(second.url, 'select id from kept')).toEqual([[1]])
    await second.release()
  })

  test('a second process joins, and leaves without stopping it', async () => {
    useCopy()
    const ours = await open()
    const theirs = await openInChild()
    expect([theirs.startedByUs, theirs.url]).toEqual([false, ours.url])
    await releaseChild(theirs)
    expect(await query(ours.url, 'select 1')).toEqual([[1]])
    await ours.release()
    expect(await findPostmaster(pgdata)).toBeNull()
  })

  test('whoever started it leaves first: it stays for the other, who stops it', async () => {
    useCopy()
    const ours = await open()
    const theirs = await openInChild()
    await ours.release()
    expect(await query(theirs.url, 'select 1')).toEqual([[1]])
    await releaseChild(theirs)
    expect(await findPostmaster(pgdata)).toBeNull()
  })

  test('a connection of no process of ours keeps it up too', async () => {
    useCopy()
    const ours = await open()
    const visitor = openDatabase(ours.url, { max: 1 })
    await visitor.sql`select 1`
    await ours.release()
    expect(await visitor.sql`select 1 as one`).toEqual([{ one: 1 }])
    await visitor.close()
  })

  test('five processes start at once: one starts it, all use it, the last one stops it', async () => {
    useCopy()
    const opened = await Promise.all(
      Array.from({ length: 5 }, (_, index) => (index === 0 ? openInChild() : open())),
    )
    expect(opened.filter(({ startedByUs }) => startedByUs)).toHaveLength(1)
    expect(new Set(opened.map(({ url }) => url)).size).toBe(1)
    await Promise.all(opened.map((one) => ('child' in one ? releaseChild(one) : one.release())))
    expect(await findPostmaster(pgdata)).toBeNull()
  })

  test('its starter is killed: the next start joins the orphan and stops it in the end', async () => {
    useCopy()
    const theirs = await openInChild()
    await query(theirs.url, 'create table kept as select 1 as id')
    await kill(theirs.child)
    const orphan = await findPostmaster(pgdata)
    const ours = await open()
    expect([ours.startedByUs, ours.url]).toEqual([false, theirs.url])
    expect((await findPostmaster(pgdata))?.pid).toBe(orphan?.pid)
    expect(await query(ours.url, 'select id from kept')).toEqual([[1]])
    await ours.release()
    expect(await findPostmaster(pgdata)).toBeNull()
  })

  test('everything is killed: the next start recovers what was committed', async () => {
    useCopy()
    const theirs = await openInChild()
    await query(theirs.url, 'create table kept as select 1 as id')
    await kill(theirs.child)
    await killServer()
    const ours = await open()
    expect(ours.startedByUs).toBe(true)
    expect(await query(ours.url, 'select id from kept')).toEqual([[1]])
    await ours.release()
  })

  test('the server is killed under two who use it: it comes back where their pools look for it', async () => {
    useCopy()
    const [one, two] = [await open({ durable: true }), await open({ durable: true })]
    const pool = openDatabase(one.url, { max: 2 })
    await pool.sql`create table kept as select 1 as id`
    await killServer()
    let rows: unknown[] = []
    for (let attempt = 0; attempt < 200 && rows.length === 0; attempt += 1) {
      rows = await pool.sql`select id from kept`.catch(() => [])
      await sleep(50)
    }
    expect(rows).toEqual([{ id: 1 }])
    await pool.close()
    await one.release()
    expect(await findPostmaster(pgdata)).not.toBeNull()
    await two.release()
    expect(await findPostmaster(pgdata)).toBeNull()
  })

  test('a dead server left its file behind, and its number belongs to another program now', async () => {
    useCopy()
    const theirs = await openInChild()
    await kill(theirs.child)
    await killServer()
    const other = spawn('sleep', ['60'])
    children.push(other)
    const file = join(pgdata, 'postmaster.pid')
    await writeFile(file, (await readFile(file, 'utf8')).replace(/^\d+/, String(other.pid)))
    const ours = await open()
    expect(ours.startedByUs).toBe(true)
    expect(await query(ours.url, 'select 1')).toEqual([[1]])
    await ours.release()
    expect(await isAlive(other.pid!)).toBe(true)
  })

  test('killed while it is being made: nothing half made is taken for a cluster', async () => {
    const child = spawnChild()
    while ((await halfMade()).length === 0) await sleep(2)
    await sleep(50)
    await kill(child)
    expect(await halfMade()).toHaveLength(1)
    const ours = await open()
    expect(ours.startedByUs).toBe(true)
    expect(await query(ours.url, 'select 1')).toEqual([[1]])
    expect(await halfMade()).toEqual([])
    await ours.release()
  })

  test('its log keeps nothing of what is written into the database', async () => {
    useCopy()
    const ours = await open()
    await query(ours.url, `select 'canary'::integer`).catch(() => [])
    await query(ours.url, 'create table once (word text primary key)')
    for (const word of ['canary', 'canary'])
      await query(ours.url, `insert into once values ('${word}')`).catch(() => [])
    await ours.release()
    const log = await readFile(join(pgdata, 'server.log'), 'utf8')
    expect(log).toContain('ready to accept connections')
    expect(log).not.toContain('canary')
  })

  test.runIf(isRoot())(
    'root, and a DATA_DIR that the server account cannot reach: kept elsewhere, and said so',
    async () => {
      await mkdir(join(dataDir, 'private'), { recursive: true })
      await chmod(dataDir, 0o700)
      const hidden = join(dataDir, 'private')
      const lines: string[] = []
      const log = createLogger({ level: 'info', destination: { write: (line) => lines.push(line) } })
      const ours = await open({ dataDir: hidden, log })
      const location = (await readFile(join(hidden, `postgres-${binaries.major}.location`), 'utf8')).trim()
      expect(dirname(dirname(location))).toBe(join(root, 'elsewhere'))
      expect(lines.join('')).toContain('cannot reach DATA_DIR')
      expect(lines.join('')).toContain(dirname(location))
      const again = await open({ dataDir: hidden })
      expect([again.startedByUs, again.url]).toEqual([false, ours.url])
      await again.release()
      await ours.release()
      expect(await findPostmaster(location)).toBeNull()
    },
  )

  test.runIf(isRoot())('root, and nowhere to go: an error that says what to do', async () => {
    await mkdir(dataDir, { mode: 0o700 })
    await writeFile(join(root, 'elsewhere'), 'not a folder')
    await expect(open()).rejects.toThrow(/Set DATA_DIR to a folder .* or set DATABASE_URL/)
  })

  test.runIf(nobodyMayRun)(
    'an ordinary user: it runs as that user, and root joins it and starts it again',
    async () => {
      await mkdir(dataDir)
      await chown(dataDir, NOBODY.uid, NOBODY.gid)
      const theirs = await openInChild(String(NOBODY.uid))
      expect(theirs.startedByUs).toBe(true)
      expect(await query(theirs.url, 'select 1')).toEqual([[1]])
      expect((await stat(pgdata)).uid).toBe(NOBODY.uid)
      const joined = await open()
      expect([joined.startedByUs, joined.url]).toEqual([false, theirs.url])
      await joined.release()
      await releaseChild(theirs)
      const asRoot = await open()
      expect(asRoot.startedByUs).toBe(true)
      await asRoot.release()
      const files = (await readdir(pgdata)).map((name) => join(pgdata, name))
      const owners = await Promise.all(files.map(async (file) => (await stat(file)).uid))
      expect([...new Set(owners)]).toEqual([NOBODY.uid])
    },
  )

  test('data of another major version: an error, never an empty database beside it', async () => {
    await mkdir(join(dataDir, 'postgres-17'), { recursive: true })
    await expect(open()).rejects.toThrow('another major version')
  })

  test.runIf(nobodyMayRun)(
    'an ordinary user, and a database of somebody else: an error that names the owner',
    async () => {
      useCopy()
      await chown(dataDir, NOBODY.uid, NOBODY.gid)
      await chmod(join(dataDir, 'postgres.lock'), 0o777)
      const child = spawnChild(String(NOBODY.uid), 'pipe')
      const said: Buffer[] = []
      child.stderr!.on('data', (chunk: Buffer) => said.push(chunk))
      await once(child, 'close')
      expect(Buffer.concat(said).toString()).toMatch(
        /belongs to the user \S+: run this as that user or as root/,
      )
    },
  )

  test('programs that nobody else may run are copied to where they can, for all to read', async () => {
    const copied = await copyBinaries(binaries, root)
    expect(await copyBinaries(binaries, root)).toEqual(copied)
    expect(execFileSync(programPath(copied, 'postgres'), ['--version']).toString()).toContain(
      '(PostgreSQL) 18',
    )
    const strict = join(root, 'strict')
    await mkdir(join(strict, 'bin'), { recursive: true, mode: 0o700 })
    await writeFile(join(strict, 'bin', 'initdb'), '', { mode: 0o700 })
    await writeFile(join(strict, 'bin', 'readme'), '', { mode: 0o600 })
    const { folder } = await copyBinaries({ version: 'strict', major: 18, folder: strict }, root)
    const modes = ['.', 'bin', 'bin/initdb', 'bin/readme'].map(async (name) => {
      return ((await stat(join(folder, name))).mode & 0o777).toString(8)
    })
    expect(await Promise.all(modes)).toEqual(['755', '755', '755', '644'])
  })
})
