import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { builtProduct } from './built-product.ts'

export interface CommandRun {
  code: number
  out: string
  err: string
}

/** A playground in processes of its own: the service, and each command as an operator would type it. */
export interface PlaygroundProcess {
  /** Starts the service and gives what it printed once `isEnough` says so. */
  start(isEnough: (printed: string) => boolean): Promise<string>
  /** SIGKILL: nothing is closed. */
  kill(): Promise<void>
  /** SIGTERM; gives the exit code. */
  stop(): Promise<number | null>
  /** Runs `nhipquy <words>`. */
  run(...words: string[]): Promise<CommandRun>
}

/** A playground kept in `dataDir`; nothing of the surrounding environment reaches it. */
export async function playgroundProcess(dataDir: string): Promise<PlaygroundProcess> {
  const dist = await builtProduct()
  const env = {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    TMPDIR: process.env['TMPDIR'],
    DATA_DIR: dataDir,
    PORT: String(await freePort()),
  }
  // The working directory holds no .env that could name a real token.
  const options = { cwd: dataDir, env }
  let service: ChildProcess | undefined
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    const ended = service
    service = undefined
    if (!ended || ended.exitCode !== null) return ended?.exitCode ?? null
    return new Promise((resolve) => {
      ended.once('exit', resolve)
      ended.kill(signal)
    })
  }
  return {
    start: (isEnough) =>
      new Promise((resolve, reject) => {
        const started = spawn(process.execPath, [join(dist, 'main.js')], options)
        service = started
        let printed = ''
        const take = (chunk: Buffer) => {
          printed += chunk.toString('utf8')
          if (isEnough(printed)) resolve(printed)
        }
        started.stdout.on('data', take)
        started.stderr.on('data', take)
        started.once('exit', (code) => reject(new Error(`the service ended with ${code}:\n${printed}`)))
      }),
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
    run: (...words) =>
      new Promise((resolve) => {
        execFile(process.execPath, [join(dist, 'cli.js'), ...words], options, (error, out, err) =>
          resolve({ code: error ? Number(error.code) : 0, out, err }),
        )
      }),
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => {
    server.close(resolve)
  })
  return port
}
