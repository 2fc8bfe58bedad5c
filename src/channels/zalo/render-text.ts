import type { BotIdentity, OutgoingContent } from '../channel-adapter.ts'

/** Opens the chat with the bot; nothing can be carried in it, so codes are typed. */
export function zaloLink(bot: BotIdentity): string {
  return `https://zalo.me/${encodeURIComponent(bot.handle)}`
}

/**
 * The text that a person sees: under it a link as `label: address`, then the choices as `1. label`, numbered
 * in reading order over all rows.
 */
export function renderZaloText(bot: BotIdentity, content: OutgoingContent): string {
  if (content.operation === 'keyboard-off') return ''
  if (content.operation === 'photo' || content.operation === 'document') return content.caption ?? ''
  const link = content.operation === 'text' && content.openPrivate
  const choices = (content.choices ?? []).flat().map(({ label }, index) => `${index + 1}. ${label}`)
  const parts = [content.text, link ? `${link.label}: ${zaloLink(bot)}` : '', choices.join('\n')]
  return parts.filter((part) => part !== '').join('\n\n')
}
