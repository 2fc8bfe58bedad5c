import { join } from 'node:path'
import { type PlaygroundAddress, playgroundAddressFile } from './playground-config.ts'
import { readPrivateFile, writePrivateFile } from './private-file.ts'
import { isPlaygroundRunning } from './reach-playground.ts'
import { startTelegramServer, type TelegramServerOptions } from './telegram/index.ts'
import { startZaloServer, type ZaloServerOptions } from './zalo/index.ts'

/** Taken when they are free; else any other, kept from then on. */
const PREFERRED_PORTS = { telegram: 8281, zalo: 8282 }

const TELEGRAM_BOTS = [
  { token: '1001:PLAYGROUND-nhip-quy', username: 'NhipQuyThuBot', firstName: 'Nhịp Quý' },
]
/** Two, because the platform lets one Zalo bot reach 50 people. */
const ZALO_BOTS = [
  { token: '2001:PLAYGROUND-nhip-quy', displayName: 'Bot Nhịp Quý 1' },
  { token: '2002:PLAYGROUND-nhip-quy', displayName: 'Bot Nhịp Quý 2' },
]

/** The playground of this directory runs already, in another process. Its message is for the operator. */
export class PlaygroundRunsError extends Error {
  override readonly name = 'PlaygroundRunsError'
}

export interface PlaygroundServers {
  address: PlaygroundAddress
  close(): Promise<void>
}

/**
 * Starts both local platforms with what they knew before, at the addresses they had before, and leaves word
 * of them for the commands. `dataDir`: the playground's own directory. Throws `PlaygroundRunsError`.
 */
export async function openServers(dataDir: string): Promise<PlaygroundServers> {
  const file = playgroundAddressFile(dataDir)
  const known = readPrivateFile(file) as PlaygroundAddress | null
  if (known && (await isPlaygroundRunning(known))) {
    throw new PlaygroundRunsError(`The playground in ${dataDir} runs already. Talk to it: npx nhipquy say`)
  }
  const telegram = await onPort(portOf(known?.telegram) ?? PREFERRED_PORTS.telegram, (port) => {
    const options: TelegramServerOptions = { port, limits: true, bots: TELEGRAM_BOTS }
    return startTelegramServer({ ...options, stateFile: join(dataDir, 'telegram.jsonl') })
  })
  const zalo = await onPort(portOf(known?.zalo) ?? PREFERRED_PORTS.zalo, (port) => {
    const options: ZaloServerOptions = { port, bots: ZALO_BOTS, switches: { allowLoopbackPhoto: true } }
    return startZaloServer({ ...options, stateFile: join(dataDir, 'zalo.jsonl') })
  })
  const tokens = {
    telegram: TELEGRAM_BOTS.map(({ token }) => token),
    zalo: ZALO_BOTS.map(({ token }) => token),
  }
  const address = { telegram: telegram.url, zalo: zalo.url, tokens }
  writePrivateFile(file, address)
  return {
    address,
    close: async () => {
      await Promise.all([telegram.close(), zalo.close()])
    },
  }
}

async function onPort<T>(port: number, start: (port: number) => Promise<T>): Promise<T> {
  try {
    return await start(port)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    return start(0)
  }
}

function portOf(url: string | undefined): number | null {
  return url !== undefined && URL.canParse(url) ? Number(new URL(url).port) : null
}
