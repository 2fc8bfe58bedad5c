import { refusals } from './api-error.ts'

export interface MessageEntity {
  type: string
  offset: number
  length: number
  url?: string
  language?: string
}

export interface FormattedText {
  text: string
  entities: MessageEntity[]
}

const ENTITY_TYPES: Record<string, string> = {
  a: 'text_link',
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
  span: 'spoiler',
  'tg-spoiler': 'spoiler',
}

const CHARACTERS: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' }

interface OpenTag {
  name: string
  offset: number
  attributes: Record<string, string>
}

/**
 * Text with `parse_mode` HTML to plain text and entities. "Only the tags mentioned above are currently
 * supported"; "All <, > and & symbols that are not a part of a tag or an HTML entity must be replaced with
 * the corresponding HTML entities"; the API knows lt, gt, amp, quot and numbers (core.telegram.org/bots/api,
 * HTML style). Error texts are TDLib's (MessageEntity.cpp, parse_html); its offsets count UTF-8 bytes,
 * those of entities UTF-16 units. Throws `ApiError`.
 */
export function parseHtml(source: string): FormattedText {
  let text = ''
  const entities: MessageEntity[] = []
  const open: OpenTag[] = []
  let at = 0
  while (at < source.length) {
    const character = source[at]!
    if (character === '&') {
      const [value, next] = readCharacter(source, at)
      text += value
      at = next
    } else if (character !== '<') {
      text += character
      at += 1
    } else if (source[at + 1] === '/') {
      at = closeTag(source, at, open, text, entities)
    } else {
      const [tag, next] = openTag(source, at, text.length)
      open.push(tag)
      at = next
    }
  }
  const unclosed = open.at(-1)
  if (unclosed) {
    throw refusals.entities(`Can't find end tag corresponding to start tag "${unclosed.name}"`)
  }
  return { text, entities: entities.sort((a, b) => a.offset - b.offset || b.length - a.length) }
}

function readCharacter(source: string, at: number): [value: string, next: number] {
  const named = /^&(lt|gt|amp|quot);?/.exec(source.slice(at, at + 6))
  if (named) return [CHARACTERS[named[1]!]!, at + named[0].length]
  const numbered = /^&#(?:x([0-9a-f]{1,6})|(\d{1,7}));?/i.exec(source.slice(at, at + 11))
  if (!numbered) return ['&', at + 1]
  const code = numbered[1] ? Number.parseInt(numbered[1], 16) : Number(numbered[2])
  return code > 0 && code < 0x110000 ? [String.fromCodePoint(code), at + numbered[0].length] : ['&', at + 1]
}

function openTag(source: string, at: number, offset: number): [tag: OpenTag, next: number] {
  const end = source.indexOf('>', at)
  if (end < 0) throw refusals.entities(`Unclosed start tag at byte offset ${bytesBefore(source, at)}`)
  const inside = source.slice(at + 1, end)
  const name = /^[^\s>]*/.exec(inside)![0].toLowerCase()
  if (!Object.hasOwn(ENTITY_TYPES, name)) {
    throw refusals.entities(`Unsupported start tag "${name}" at byte offset ${bytesBefore(source, at)}`)
  }
  const attributes: Record<string, string> = {}
  for (const match of inside
    .slice(name.length)
    .matchAll(/([^\s=]+)\s*(?:=\s*(?:"([^"]*)"|'([^']*)'|(\S+)))?/g)) {
    attributes[match[1]!.toLowerCase()] = match[2] ?? match[3] ?? match[4] ?? ''
  }
  if (name === 'span' && attributes['class'] !== 'tg-spoiler') {
    const where = bytesBefore(source, at)
    throw refusals.entities(`Tag "span" must have class "tg-spoiler" at byte offset ${where}`)
  }
  return [{ name, offset, attributes }, end + 1]
}

function closeTag(
  source: string,
  at: number,
  open: OpenTag[],
  text: string,
  entities: MessageEntity[],
): number {
  const where = bytesBefore(source, at)
  const tag = open.pop()
  if (!tag) throw refusals.entities(`Unexpected end tag at byte offset ${where}`)
  const end = source.indexOf('>', at)
  if (end < 0) throw refusals.entities(`Unclosed end tag at byte offset ${where}`)
  const name = source
    .slice(at + 2, end)
    .trim()
    .toLowerCase()
  if (name !== '' && name !== tag.name) {
    const found = `expected "</${tag.name}>", found "</${name}>"`
    throw refusals.entities(`Unmatched end tag at byte offset ${where}, ${found}`)
  }
  const length = text.length - tag.offset
  if (length > 0) entities.push({ type: ENTITY_TYPES[tag.name]!, offset: tag.offset, length, ...linkOf(tag) })
  return end + 1
}

function linkOf(tag: OpenTag): { url?: string } {
  return tag.name === 'a' && tag.attributes['href'] ? { url: tag.attributes['href'] } : {}
}

function bytesBefore(source: string, at: number): number {
  return Buffer.byteLength(source.slice(0, at), 'utf8')
}
