import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'

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
 * The settings of the playground: its own directory, and the local servers if it runs. Asked once more with
 * the same settings it gives the same.
 */
export function playgroundConfig(config: Config): Config {
  const dataDir = playgroundDirectory(config)
  const file = playgroundAddressFile(dataDir)
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
