import { type PlaygroundAddress, playgroundAddressFile } from './playground-config.ts'
import type { Controls } from './phone/phone.ts'
import { readPrivateFile } from './private-file.ts'
import { connectControl } from './server/control-http.ts'
import type { TelegramControl } from './telegram/index.ts'
import type { ZaloControl } from './zalo/index.ts'

/** The controls of the playground that runs in this directory; null when none does. */
export async function reachPlayground(dataDir: string): Promise<Controls | null> {
  const address = readPrivateFile(playgroundAddressFile(dataDir)) as PlaygroundAddress | null
  return address && (await isPlaygroundRunning(address)) ? controlsAt(address) : null
}

export function controlsAt(address: PlaygroundAddress): Controls {
  return {
    telegram: connectControl<TelegramControl>(address.telegram),
    zalo: connectControl<ZaloControl>(address.zalo),
  }
}

/** Whether the local platforms answer there, and are those of this address: they know its bots. */
export async function isPlaygroundRunning({ telegram, tokens }: PlaygroundAddress): Promise<boolean> {
  const [token] = tokens.telegram
  try {
    const response = await fetch(`${telegram}/bot${token}/getMe`, { signal: AbortSignal.timeout(3000) })
    return response.ok
  } catch {
    return false
  }
}
