import { ControlError } from '../server/control-http.ts'
import type { Bot } from './model.ts'
import type { World } from './world.ts'

export interface BotSpec {
  /** `<id>:<secret>` with the word PLAYGROUND or TEST in it. */
  token: string
  username: string
  firstName?: string
  /** Privacy mode, on by default as with BotFather. */
  hasPrivacy?: boolean
}

/** What BotFather gives out. */
const REAL_TOKEN = /^\d{8,10}:[A-Za-z0-9_-]{35}$/

/** Registers a bot, or renames the one with this token. Refuses tokens that look real (`ControlError`). */
export function addBot(world: World, spec: BotSpec): Bot {
  const id = Number(/^(\d+):/.exec(spec.token)?.[1])
  const isPlayground = /PLAYGROUND|TEST/.test(spec.token) && !REAL_TOKEN.test(spec.token)
  if (!isPlayground || !id) {
    throw new ControlError('a playground token reads <id>:PLAYGROUND-... and must not look real')
  }
  const known = world.bots.get(spec.token)
  const bot: Bot = {
    allowedUpdates: null,
    webhook: null,
    commands: {},
    ...known,
    id,
    token: spec.token,
    username: spec.username,
    firstName: spec.firstName ?? known?.firstName ?? spec.username,
    hasPrivacy: spec.hasPrivacy ?? known?.hasPrivacy ?? true,
  }
  world.bots.put(spec.token, bot)
  return bot
}
