import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import { packageRoot } from '../../src/package-root.ts'
import { builtProduct } from './built-product.ts'

/** The real service in a process of its own, as an operator starts it. */
export interface ServiceProcess {
  /** Names it in leases. */
  replica: string
  port: number
  pid: number
  /** Everything that it has written. */
  log(): string
  /** SIGKILL: as if the machine had lost power. */
  kill(): Promise<void>
  /** SIGTERM, and waits for the orderly end. Returns the exit code. */
  stop(): Promise<number | null>
}

const STARTUP_MS = 60_000

/** Starts it and waits until it runs. `environment` is all that it sees besides PATH. */
export async function startServiceProcess(environment: Record<string, string>): Promise<ServiceProcess> {
  const child = spawn(process.execPath, [join(await builtProduct(), 'main.js')], {
    cwd: packageRoot(),
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], LOG_LEVEL: 'info', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  const exited = once(child, 'exit')
  createInterface({ input: child.stderr }).on('line', (line) => lines.push(line))
  const { replica, port } = await new Promise<{ replica: string; port: number }>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no start:\n${lines.join('\n')}`)), STARTUP_MS)
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line)
      if (!line.includes('"the service runs"')) return
      clearTimeout(timer)
      resolve(JSON.parse(line) as { replica: string; port: number })
    })
    void exited.then(() => reject(new Error(`ended at the start:\n${lines.join('\n')}`)))
  })
  return {
    replica,
    port,
    pid: child.pid!,
    log: () => lines.join('\n'),
    kill: () => end(child, 'SIGKILL', exited).then(() => undefined),
    stop: () => end(child, 'SIGTERM', exited),
  }
}

async function end(
  child: ChildProcess,
  signal: NodeJS.Signals,
  exited: Promise<unknown[]>,
): Promise<number | null> {
  child.kill(signal)
  await exited
  return child.exitCode
}
