import { botObject } from '../api-objects.ts'
import { refusals } from '../api-error.ts'
import { commandKey, readScope } from '../command-menu.ts'
import type { BotCommand } from '../model.ts'
import type { Method } from '../platform.ts'

export const getMe: Method = ({ bot }) => ({
  ...botObject(bot),
  can_join_groups: true,
  can_read_all_group_messages: !bot.hasPrivacy,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
})

/** "At most 100 commands can be specified" (setMyCommands). */
const MAX_COMMANDS = 100

export const setMyCommands: Method = ({ world, bot, params }) => {
  const commands = params.object('commands') as BotCommand[] | undefined
  if (!Array.isArray(commands)) throw refusals.badRequest("can't parse commands: expected an Array")
  if (commands.length > MAX_COMMANDS) throw refusals.tooManyCommands()
  const clean = commands.map(({ command, description }) => ({
    command: checkCommand(command),
    description: checkDescription(description),
  }))
  bot.commands[commandKey(readScope(params), params.text('language_code'))] = clean
  world.bots.put(bot.token, bot)
  return true
}

export const getMyCommands: Method = ({ bot, params }) =>
  bot.commands[commandKey(readScope(params), params.text('language_code'))] ?? []

export const deleteMyCommands: Method = ({ world, bot, params }) => {
  delete bot.commands[commandKey(readScope(params), params.text('language_code'))]
  world.bots.put(bot.token, bot)
  return true
}

/** setMyName, setMyDescription and the like: accepted, shown nowhere. */
export const acceptProfile: Method = () => true

/** "Text of the command; 1-32 characters. Can contain only lowercase English letters, digits and underscores". */
function checkCommand(given: unknown): string {
  const command = typeof given === 'string' ? given.replace(/^\//, '') : ''
  if (!/^[a-z0-9_]{1,32}$/.test(command)) throw refusals.commandInvalid()
  return command
}

/** "Description of the command; 1-256 characters". */
function checkDescription(given: unknown): string {
  const description = typeof given === 'string' ? given.trim() : ''
  if (description.length < 1 || description.length > 256) throw refusals.commandDescription()
  return description
}
