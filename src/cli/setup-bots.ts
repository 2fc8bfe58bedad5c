import { createAdapters } from '../channels/index.ts'
import { type BotIdentity, type ChannelAdapter, SendError } from '../channels/channel-adapter.ts'
import { isSetOutside, loadEnvironment, parseConfig } from '../config.ts'
import { createLogger } from '../log.ts'
import { systemClock } from '../time.ts'
import type { CliDeps } from './cli-deps.ts'
import { saveToEnvFile } from './env-file.ts'
import type { Wizard } from './wizard.ts'

const CHANNELS = [
  { channel: 'telegram', setting: 'TELEGRAM_BOT_TOKEN' },
  { channel: 'zalo', setting: 'ZALO_BOT_TOKEN' },
] as const

interface KnownToken {
  token: string
  identity: BotIdentity | null
}

/**
 * Asks for the tokens of each channel and asks the platform about each at once; good ones go into `.env`.
 * A new token of a bot that is there takes the place of the old one. Says whether there is any bot.
 */
export async function setUpBots(wizard: Wizard, again: boolean, deps: CliDeps): Promise<boolean> {
  wizard.heading('setup-step-bots')
  const { tokens, apiRoots } = parseConfig(loadEnvironment(), { needTokens: false })
  const adapters = createAdapters({
    telegram: { apiRoot: apiRoots.telegram },
    zalo: { apiRoot: apiRoots.zalo },
    machine: () => systemClock().machine(),
    random: Math.random,
    log: createLogger({ level: 'silent' }),
  })
  const isSettled = tokens.telegram.length + tokens.zalo.length > 0 && !again
  let count = 0
  for (const { channel, setting } of CHANNELS) {
    const adapter = adapters.get(channel)!
    const known: KnownToken[] = []
    for (const token of tokens[channel]) {
      const found = await identify(adapter, token)
      known.push({ token, identity: typeof found === 'string' ? null : found })
      if (typeof found !== 'string') wizard.done(described(found, channel, deps))
      else deps.problem(`  ${deps.t(`setup-known-${found}`, { setting })}`)
    }
    if (isSetOutside(setting)) wizard.note(deps.t('setup-set-outside', { setting }))
    else if (!isSettled || known.some(({ identity }) => identity === null)) {
      await askTokens(wizard, { adapter, setting, known }, deps)
    }
    count += known.length
  }
  return count > 0
}

async function askTokens(
  wizard: Wizard,
  { adapter, setting, known }: { adapter: ChannelAdapter; setting: string; known: KnownToken[] },
  deps: CliDeps,
): Promise<void> {
  const { channel } = adapter
  for (;;) {
    const more = known.length === 0 ? 'first' : 'more'
    const token = await wizard.askOpen(`setup-ask-token-${channel}-${more}`)
    if (token === '') return
    if (/[\s,]/.test(token)) {
      deps.problem(`  ${deps.t('setup-token-one')}`)
      continue
    }
    const found = await identify(adapter, token)
    if (typeof found === 'string') {
      deps.problem(`  ${deps.t(`setup-token-${found}`)}`)
      continue
    }
    const same = known.findIndex(({ identity }) => identity?.externalId === found.externalId)
    if (same >= 0) known.splice(same, 1)
    known.push({ token, identity: found })
    // One whom the platform no longer knows would stop the service from asking about the others.
    await saveToEnvFile('.env', { [setting]: known.map((each) => each.token).join(',') })
    wizard.done(described(found, channel, deps))
  }
}

/** Who a token belongs to; `refused` by the platform, or `unreachable` for now. */
async function identify(
  adapter: ChannelAdapter,
  token: string,
): Promise<BotIdentity | 'refused' | 'unreachable'> {
  try {
    return await adapter.identify(token)
  } catch (error) {
    if (!(error instanceof SendError)) throw error
    return error.failure === 'bot-stopped' ? 'refused' : 'unreachable'
  }
}

function described({ displayName, handle }: BotIdentity, channel: string, { t }: CliDeps): string {
  return t('setup-bot', { channel, name: displayName, handle })
}
