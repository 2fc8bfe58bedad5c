import { createHash } from 'node:crypto'
import { ControlError } from '../server/control-http.ts'
import type { Bot } from './model.ts'
import type { World } from './world.ts'

export interface BotSpec {
  /** `<digits>:<secret>` with the word PLAYGROUND or TEST in it. */
  token: string
  /** Begins with `Bot`, as the platform wants. */
  displayName: string
  accountName?: string
  canJoinGroups?: boolean
}

/** Long digits and a long secret: what the Bot Creator sends. */
const REAL_TOKEN = /^\d{12,}:[A-Za-z0-9_-]{24,}$/

/** Registers a bot, or renames the one with this token. Refuses tokens that look real (`ControlError`). */
export function addBot(world: World, spec: BotSpec): Bot {
  if (!/PLAYGROUND|TEST/.test(spec.token) || REAL_TOKEN.test(spec.token) || !/^\d+:/.test(spec.token)) {
    throw new ControlError('a playground token reads <digits>:PLAYGROUND-... and must not look real')
  }
  if (!spec.displayName.startsWith('Bot')) throw new ControlError("a bot's name starts with Bot")
  const known = world.bots.get(spec.token)
  const bot: Bot = {
    webhook: null,
    ...known,
    id: known?.id ?? nineteenDigits(spec.token),
    token: spec.token,
    displayName: spec.displayName,
    accountName: spec.accountName ?? known?.accountName ?? `bot.Playground${spec.token.split(':')[0]}`,
    canJoinGroups: spec.canJoinGroups ?? known?.canJoinGroups ?? true,
  }
  world.bots.put(spec.token, bot)
  return bot
}

/** The same id for the same token, run after run. */
function nineteenDigits(token: string): string {
  const digest = createHash('sha256').update(token).digest()
  return String(10n ** 18n + (digest.readBigUInt64BE(0) % (9n * 10n ** 18n)))
}
