import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { dayOf, systemClock } from '../time.ts'

/** What a running playground leaves for commands: where its servers are, and the tokens of its bots. */
export interface PlaygroundAddress {
  telegram: string
  zalo: string
  tokens: { telegram: string[]; zalo: string[] }
}

/** The playground keeps to a directory of its own, so that nothing of it ever mixes with real data. */
export function playgroundDirectory(config: Config): string {
  return join(config.dataDir, 'playground')
}

export function playgroundAddressFile(dataDir: string): string {
  return join(dataDir, 'playground.json')
}

/**
 * The settings of the playground: its own directory, and the local servers if it runs. Its product time
 * begins on a morning on which the sample's first quarter has something to do, whatever the real date.
 */
export function playgroundConfig(given: Config): Config {
  const dataDir = playgroundDirectory(given)
  const file = playgroundAddressFile(dataDir)
  const config = { ...given, clockStart: given.clockStart ?? firstMorning(systemClock().machine()) }
  if (!existsSync(file))
    return { ...config, dataDir, apiRoots: { telegram: 'http://127.0.0.1:1', zalo: 'http://127.0.0.1:1' } }
  const address = JSON.parse(readFileSync(file, 'utf8')) as PlaygroundAddress
  return {
    ...config,
    dataDir,
    tokens: address.tokens,
    apiRoots: { telegram: address.telegram, zalo: address.zalo },
  }
}

/** 2 March of the current year, 08:30 in Vietnam: reports are due on the 9th, pledges on the 30th. */
function firstMorning(now: Date): Date {
  return new Date(`${dayOf(now).slice(0, 4)}-03-02T08:30:00+07:00`)
}
