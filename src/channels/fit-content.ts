import { fitText } from './fit-text.ts'
import type { OutgoingContent } from './channel-adapter.ts'

/**
 * Splits a text operation so that each part, as `render` shows it, has at most `max` UTF-16 units. The
 * first part answers the message it replies to, the last carries choices and link. Other operations, and
 * texts that fit, come back alone and unchanged.
 */
export function fitContent(
  content: OutgoingContent,
  max: number,
  render: (content: OutgoingContent) => string,
): OutgoingContent[] {
  if (content.operation !== 'text' || render(content).length <= max) return [content]
  const { replyTo, ...ending } = content
  const added = render(content).length - content.text.length
  // However long the choices, the text keeps a quarter of each message.
  const parts = fitText(content.text, Math.max(max - added, Math.ceil(max / 4)))
  return parts.map((text, index) => ({
    ...(index === parts.length - 1 ? ending : { operation: 'text' as const }),
    ...(index === 0 && replyTo !== undefined && { replyTo }),
    text,
  }))
}
