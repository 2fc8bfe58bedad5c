import type { MenuCommand } from '../channel-adapter.ts'
import { callTelegram, type TelegramApi } from './telegram-api.ts'

const SCOPES = [
  { scope: 'private', type: 'all_private_chats' },
  { scope: 'group', type: 'all_group_chats' },
] as const

/** Phones in any other language see the Vietnamese menu. */
const LANGUAGES = [
  { shown: 'vi', code: undefined },
  { shown: 'vi', code: 'vi' },
  { shown: 'en', code: 'en' },
] as const

/** Registers the menus per scope and language. Throws `SendError`. */
export async function setTelegramMenu(api: TelegramApi, commands: readonly MenuCommand[]): Promise<void> {
  for (const { scope, type } of SCOPES) {
    for (const { shown, code } of LANGUAGES) {
      const listed = commands
        .filter((command) => command.scope === scope && command.language === shown)
        .map(({ command, description }) => ({ command, description }))
      const more = { scope: { type }, ...(code && { language_code: code }) }
      await callTelegram(() => api.setMyCommands(listed, more), { mayRepeat: true })
    }
  }
}
