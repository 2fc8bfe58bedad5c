import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** What the bench tells a side to do; answered when it is done. */
export type Order =
  | { kind: 'prepare'; users: number[]; round: number; form: 'nine' | 'long' }
  | { kind: 'stop' }

export interface SideSettings {
  token: string
  apiRoot: string
  databaseUrl: string
}

/** One of the two bots, in a process of its own. */
export interface Side {
  name: string
  /** Resolves when the side has done it; gives a figure where one was asked for. */
  order(order: Order): Promise<number>
  stop(): Promise<void>
}

/** Starts `bench/conversation/<name>.ts`; resolves when the bot listens. Its words on stderr are shown. */
export async function startSide(name: 'ours' | 'theirs', settings: SideSettings): Promise<Side> {
  const file = fileURLToPath(new URL(`${name}.ts`, import.meta.url))
  const child = fork(file, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const gone = new Promise<never>((_, reject) => {
    child.once('exit', (code) => reject(new Error(`${name} has ended (${code})`)))
  })
  gone.catch(() => undefined)
  const answered = () =>
    Promise.race([
      gone,
      new Promise<number>((resolve) => {
        child.once('message', (answer) => resolve(Number(answer)))
      }),
    ])
  const order = (message: Order | SideSettings) => {
    const answer = answered()
    child.send(message)
    return answer
  }
  await order(settings)
  return {
    name,
    order,
    stop: async () => {
      const ended = new Promise((resolve) => {
        child.once('exit', resolve)
      })
      await order({ kind: 'stop' }).catch(() => 0)
      await ended
    },
  }
}

/** The other end: starts with the settings, then does what it is told until `stop`. */
export function serveSide(
  start: (settings: SideSettings) => Promise<(order: Order) => Promise<number>>,
): void {
  process.once('message', (settings) => {
    void (async () => {
      const obey = await start(settings as SideSettings)
      process.on('message', (message) => {
        void (async () => {
          const order = message as Order
          answer(await obey(order))
          if (order.kind === 'stop') process.disconnect()
        })()
      })
      answer(0)
    })()
  })
}

function answer(value: number): void {
  process.send!(value)
}
