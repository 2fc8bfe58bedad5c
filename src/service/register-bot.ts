import { createHash } from 'node:crypto'
import { SendError, type ConnectedBot, type MenuCommand } from '../channels/channel-adapter.ts'
import type { Command } from '../commands/command.ts'
import { saveRegistration, type BotRow } from '../store/bots.ts'
import type { Vault } from '../store/vault.ts'
import type { Parts } from '../tools.ts'

/** Where a bot's platform calls us, and by what we know it. Follows from APP_SECRET alone. */
export function webhookOf(vault: Vault, bot: { id: string }): { path: string; secret: string } {
  return {
    path: vault.derive(`webhook path ${bot.id}`, 18),
    secret: vault.derive(`webhook secret ${bot.id}`, 32),
  }
}

/** Points the platform at us when that has changed. Platforms limit such calls per day. */
export async function registerWebhook(
  parts: Parts,
  bot: ConnectedBot,
  row: BotRow,
  publicUrl: string,
): Promise<void> {
  const { path, secret } = webhookOf(parts.vault, bot)
  const url = `${publicUrl}/hooks/${row.channel}/${path}`
  const webhookDigest = digest(`${url} ${secret}`)
  if (row.webhookUrl === url && row.webhookDigest === webhookDigest) return
  const { ok, hint } = await parts.bots.adapterOf(bot.id).setWebhook(bot, { url, secret })
  if (!ok) {
    parts.log.error(
      { bot: bot.id, channel: row.channel, reason: hint },
      'the platform cannot reach the webhook',
    )
    return
  }
  await saveRegistration(parts.db, bot.id, { webhookUrl: url, webhookDigest })
  parts.log.info({ bot: bot.id, channel: row.channel }, 'the webhook is registered')
}

/** Polling replaces a webhook of an earlier run; the adapter takes it off at the platform. */
export async function forgetWebhook(parts: Parts, row: BotRow): Promise<void> {
  if (row.webhookUrl !== null) {
    await saveRegistration(parts.db, row.id, { webhookUrl: null, webhookDigest: null })
  }
}

/** Shows the commands in the platform's menus, per kind of chat and language, when they have changed. */
export async function registerMenu(
  parts: Parts,
  bot: ConnectedBot,
  row: BotRow,
  commands: readonly Command[],
): Promise<void> {
  const menu: MenuCommand[] = (['vi', 'en'] as const).flatMap((language) =>
    (['private', 'group'] as const).flatMap((scope) =>
      commands
        .filter(({ hidden, where }) => !hidden && (where === 'both' || where === scope))
        .map(({ name, slash }) => ({
          command: slash,
          description: parts.t(language, `menu-${name}`),
          scope,
          language,
        })),
    ),
  )
  const menuDigest = digest(JSON.stringify(menu))
  if (row.menuDigest === menuDigest) return
  try {
    await parts.bots.adapterOf(bot.id).setMenu(bot, menu)
  } catch (error) {
    // Without a menu people can still type: only a dead token keeps the bot from its work.
    if (!(error instanceof SendError) || error.failure === 'bot-stopped') throw error
    parts.log.warn({ bot: bot.id, channel: row.channel, code: error.code }, 'the menu was not taken')
    return
  }
  await saveRegistration(parts.db, bot.id, { menuDigest })
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
