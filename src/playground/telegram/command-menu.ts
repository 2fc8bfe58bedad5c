import { refusals } from './api-error.ts'
import type { MethodParams } from './method-params.ts'
import type { Bot, BotCommand, Group, User } from './model.ts'
import { isAdministrator } from './world.ts'

interface CommandScope {
  type?: string
  chat_id?: number | string
  user_id?: number | string
}

const PLAIN_SCOPES = ['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators']
const CHAT_SCOPES = ['chat', 'chat_administrators']

/** The scope of a call as a key; "Defaults to BotCommandScopeDefault". Throws `ApiError`. */
export function readScope(params: MethodParams): string {
  const scope = params.object('scope') as CommandScope | undefined
  const type = scope?.type ?? 'default'
  if (PLAIN_SCOPES.includes(type)) return type
  if (CHAT_SCOPES.includes(type)) return `${type}/${scope?.chat_id}`
  if (type === 'chat_member') return `chat_member/${scope?.chat_id}/${scope?.user_id}`
  throw refusals.badRequest('unsupported type of the command scope')
}

/** Key of a menu. `languageCode`: "A two-letter ISO 639-1 language code", or nothing for the rest. */
export function commandKey(scope: string, languageCode = ''): string {
  if (!/^([a-z]{2})?$/.test(languageCode)) throw refusals.badRequest('invalid language code specified')
  return `${scope}|${languageCode}`
}

/**
 * The menu a person sees. the first list that exists counts, from the narrowest scope to the default, in the
 * person's language first (core.telegram.org/bots/api, Determining list of commands).
 */
export function menuFor(bot: Bot, user: User, group: Group | null): BotCommand[] {
  const isAdmin = group !== null && isAdministrator(group, user.id)
  const scopes = group
    ? [
        `chat_member/${group.id}/${user.id}`,
        ...(isAdmin ? [`chat_administrators/${group.id}`] : []),
        `chat/${group.id}`,
        ...(isAdmin ? ['all_chat_administrators'] : []),
        'all_group_chats',
        'default',
      ]
    : [`chat/${user.id}`, 'all_private_chats', 'default']
  const languages = user.languageCode ? [user.languageCode.slice(0, 2), ''] : ['']
  for (const scope of scopes) {
    for (const language of languages) {
      const menu = bot.commands[`${scope}|${language}`]
      if (menu) return menu
    }
  }
  return []
}
