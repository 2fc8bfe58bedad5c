import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { inject } from 'vitest'
import { openDatabase, type OpenDatabase } from '../../src/store/database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The maintenance database of the server that the whole run shares. */
    clusterUrl: string
  }
}

/** Migrated once per run; every test database is a copy of it. */
export const TEMPLATE = 'nhipquy_template'

export interface TestDatabase extends OpenDatabase {
  url: string
  /** Closes the pool and drops the database. */
  close(): Promise<void>
}

/** A migrated, empty database of its own, in about 25 ms. */
export async function createTestDatabase(options: { max?: number } = {}): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`
  await asAdmin((admin) => admin`create database ${admin(name)} template ${admin(TEMPLATE)}`)
  const url = databaseUrl(name)
  const opened = openDatabase(url, { max: options.max ?? 4 })
  return {
    ...opened,
    url,
    close: async () => {
      await opened.close()
      await asAdmin((admin) => admin`drop database if exists ${admin(name)} with (force)`)
    },
  }
}

/** The URL of a database on the shared server, whether or not it exists. */
export function databaseUrl(name: string): string {
  const url = new URL(inject('clusterUrl'))
  url.pathname = `/${name}`
  return url.href
}

async function asAdmin(work: (admin: postgres.Sql) => Promise<unknown>): Promise<void> {
  const admin = postgres(inject('clusterUrl'), { max: 1, onnotice: () => {} })
  try {
    await work(admin)
  } finally {
    await admin.end({ timeout: 5 })
  }
}
