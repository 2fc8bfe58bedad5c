import { refusals } from './api-error.ts'
import { parseHtml, type FormattedText, type MessageEntity } from './html-entities.ts'
import type { MethodParams } from './method-params.ts'

/** "Text of the message to be sent, 1-4096 characters after entities parsing" (sendMessage). */
const MAX_TEXT = 4096
/** "Photo caption (may also be used when resending photos by file_id), 0-1024 characters" (sendPhoto). */
const MAX_CAPTION = 1024

/** The `text` of a call, parsed and checked; characters are UTF-16 units. Throws `ApiError`. */
export function readMessageText(params: MethodParams): FormattedText {
  const parsed = readFormatted(params, 'text', 'entities')
  if (parsed.text === '') throw refusals.textEmpty()
  if (parsed.text.length > MAX_TEXT) throw refusals.textTooLong()
  return parsed
}

/** The `caption` of a call, parsed and checked; empty when there is none. Throws `ApiError`. */
export function readCaption(params: MethodParams): FormattedText {
  const parsed = readFormatted(params, 'caption', 'caption_entities')
  if (parsed.text.length > MAX_CAPTION) throw refusals.captionTooLong()
  return parsed
}

function readFormatted(params: MethodParams, textName: string, entitiesName: string): FormattedText {
  const source = params.text(textName) ?? ''
  const mode = params.text('parse_mode')?.toLowerCase()
  if (mode === 'html') return trimmed(parseHtml(source))
  // The Markdown modes exist on Telegram; nothing here writes them, so nothing here reads them.
  if (mode) throw refusals.parseMode()
  return trimmed({
    text: source,
    entities: (params.object(entitiesName) as MessageEntity[] | undefined) ?? [],
  })
}

/** Telegram cuts blanks at both ends; entities move along. */
function trimmed({ text, entities }: FormattedText): FormattedText {
  const lead = text.length - text.trimStart().length
  const clean = text.trim()
  const moved = entities.map((entity) => {
    const start = Math.max(0, entity.offset - lead)
    const end = Math.min(clean.length, entity.offset + entity.length - lead)
    return { ...entity, offset: start, length: end - start }
  })
  return { text: clean, entities: moved.filter((entity) => entity.length > 0) }
}

/** Entities that Telegram finds by itself in what people write: commands and mentions. */
export function autoEntities(text: string): MessageEntity[] {
  const found: MessageEntity[] = []
  for (const match of text.matchAll(/(?<![\w/@])(?:\/[a-zA-Z0-9_]{1,32}(?:@\w{3,32})?|@\w{4,32})/g)) {
    const type = match[0].startsWith('/') ? 'bot_command' : 'mention'
    found.push({ type, offset: match.index, length: match[0].length })
  }
  return found
}
