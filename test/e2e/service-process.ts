import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { monotonicMs } from '../../src/time.ts'
import { builtProduct } from '../support/built-product.ts'

/** Settings of the product as environment variables. */
export type Settings = Record<string, string>

export interface ServiceProcess {
  pid: number
  /** Milliseconds of the monotonic clock at which it ended; null while it runs. */
  endedMs(): number | null
  /** Ends it with SIGKILL, in the middle of whatever it does. */
  kill(): Promise<void>
  /** Ends it with SIGTERM; gives its exit code. */
  stop(): Promise<number | null>
}

export interface CommandRun {
  code: number | null
  out: string
  err: string
}

/** One installation of the product: its settings, and the processes that run with them. */
export interface Product {
  settings: Settings
  /** Everything that its processes wrote to standard output and error, commands' own output left out. */
  log(): string
  /** Starts `main.js` and resolves when it takes updates. `more`: settings of this process alone. */
  start(more?: Settings): Promise<ServiceProcess>
  /** Runs `cli.js` with these words. Throws unless it ends with code 0. */
  command(...words: string[]): Promise<string>
  tryCommand(...words: string[]): Promise<CommandRun>
  /** Ends whatever is left. */
  close(): Promise<void>
}

const STARTED = '"the service runs"'
const START_PATIENCE_MS = 60_000
const COMMAND_PATIENCE_MS = 90_000
const STOP_PATIENCE_MS = 60_000

/** `folder`: the working directory, which must hold no `.env`. */
export async function installProduct(settings: Settings, folder: string): Promise<Product> {
  const dist = await builtProduct()
  const chunks: Buffer[] = []
  const log = () => Buffer.concat(chunks).toString('utf8')
  const running = new Set<ChildProcess>()
  const { PATH = '', HOME = '' } = process.env

  const launch = (program: string, words: readonly string[], more: Settings = {}): ChildProcess => {
    const child = spawn(process.execPath, [join(dist, program), ...words], {
      cwd: folder,
      env: { PATH, HOME, ...settings, ...more },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    running.add(child)
    child.once('exit', () => running.delete(child))
    return child
  }

  const tryCommand = async (...words: string[]): Promise<CommandRun> => {
    const child = launch('cli.js', words)
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout!.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr!.on('data', (chunk: Buffer) => {
      err.push(chunk)
      chunks.push(chunk)
    })
    const code = await exitOf(child, COMMAND_PATIENCE_MS)
    return { code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }
  }

  return {
    settings,
    log,
    start: async (more) => {
      const child = launch('main.js', [], more)
      child.stdout!.on('data', (chunk: Buffer) => chunks.push(chunk))
      child.stderr!.on('data', (chunk: Buffer) => chunks.push(chunk))
      await saysStarted(child, log)
      return serviceOf(child)
    },
    command: async (...words) => {
      const { code, out, err } = await tryCommand(...words)
      if (code !== 0) throw new Error(`nhipquy ${words.join(' ')} ended with ${code}:\n${out}\n${err}`)
      return out
    },
    tryCommand,
    close: async () => {
      const left = [...running]
      for (const child of left) child.kill('SIGTERM')
      await Promise.all(left.map((child) => exitOf(child, 15_000)))
    },
  }
}

/** A port that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function serviceOf(child: ChildProcess): ServiceProcess {
  let endedMs: number | null = null
  child.once('exit', () => {
    endedMs = monotonicMs()
  })
  return {
    pid: child.pid!,
    endedMs: () => endedMs,
    kill: async () => {
      child.kill('SIGKILL')
      await exitOf(child, STOP_PATIENCE_MS)
    },
    stop: async () => {
      child.kill('SIGTERM')
      return exitOf(child, STOP_PATIENCE_MS)
    },
  }
}

function saysStarted(child: ChildProcess, log: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    let heard = ''
    const settle = (error?: Error) => {
      clearTimeout(timer)
      child.stdout!.off('data', listen)
      child.off('exit', onExit)
      if (error) reject(error)
      else resolve()
    }
    const fail = (what: string) => settle(new Error(`the service ${what}:\n${log().slice(-4000)}`))
    const listen = (chunk: Buffer) => {
      heard += chunk.toString('utf8')
      if (heard.includes(STARTED)) settle()
    }
    const onExit = (code: number | null) => fail(`ended with ${code} before it ran`)
    const timer = setTimeout(() => fail('did not start in time'), START_PATIENCE_MS)
    child.stdout!.on('data', listen)
    child.once('exit', onExit)
  })
}

/** The exit code; null after a signal. Kills it when it takes too long. */
async function exitOf(child: ChildProcess, patienceMs: number): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = new Promise<void>((resolve) => {
      child.once('close', () => resolve())
    })
    const tired = new AbortController()
    await Promise.race([ended, sleep(patienceMs, undefined, { signal: tired.signal }).catch(() => {})])
    tired.abort()
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL')
      await ended
    }
  }
  return child.exitCode
}
