import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { monotonicMs } from '../../time.ts'
import { PASSWORD_FILE, SUPERUSER } from './initialise-cluster.ts'

/** Whoever uses the cluster holds one connection of this name, so that the others see it. */
const PRESENCE = 'nhipquy presence'

// Connections that their owner has just closed are listed for a moment longer.
const FAREWELL_MS = 1_000

/** An open connection that shows the others that this process uses the cluster. */
export interface Presence {
  /** Whether anybody else is connected. */
  othersConnected(): Promise<boolean>
  end(): Promise<void>
}

/** The URL of the maintenance database, with the superuser's password. */
export async function clusterUrl(pgdata: string, port: number): Promise<string> {
  const password = (await readFile(join(pgdata, PASSWORD_FILE), 'utf8')).trim()
  return `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres`
}

/** Connects once. `onLost` is called when the connection breaks later without `end`. */
export async function bePresent(url: string, onLost: () => void): Promise<Presence> {
  let connected = false
  const sql = postgres(url, {
    max: 1,
    max_lifetime: null,
    connect_timeout: 5,
    onnotice: () => {},
    onclose: () => {
      if (connected) onLost()
      connected = false
    },
    connection: { application_name: PRESENCE },
  })
  try {
    await sql`select 1`
  } catch (error) {
    await sql.end({ timeout: 0 })
    throw error
  }
  connected = true
  return {
    othersConnected: () => othersConnected(sql),
    end: async () => {
      connected = false
      await sql.end({ timeout: 2 })
    },
  }
}

async function othersConnected(sql: postgres.Sql): Promise<boolean> {
  const deadline = monotonicMs() + FAREWELL_MS
  for (;;) {
    const others = await sql<{ name: string }[]>`
      select application_name as name from pg_stat_activity
      where backend_type = 'client backend' and pid <> pg_backend_pid()`
    if (others.length === 0) return false
    if (others.some(({ name }) => name === PRESENCE) || monotonicMs() > deadline) return true
    await sleep(20)
  }
}
