/**
 * `text` without `@<displayName>`, wherever it stands; NFC, trimmed. Case, blanks and the way accents are
 * encoded do not matter. Zalo marks no mentions, so the bot's shown name in the text is all there is.
 */
export function stripMention(text: string, displayName: string): string {
  const plain = text.normalize('NFC')
  const name = displayName.normalize('NFC').trim()
  if (name === '') return plain.trim()
  const words = name.split(/\s+/).map((word) => word.replaceAll(/[$()*+./?[\\\]^{|}-]/g, String.raw`\$&`))
  const mention = new RegExp(
    String.raw`(?<![\p{L}\p{N}])@${words.join(String.raw`\s+`)}(?![\p{L}\p{N}\p{M}])`,
    'giu',
  )
  if (!mention.test(plain)) return plain.trim()
  return plain
    .replace(mention, ' ')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .trim()
}
