import fc from 'fast-check'

const wide = (text: string) =>
  text.replace(/[0-9/=]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
const bare = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')

const ways: ((text: string) => string)[] = [
  (text) => text.normalize('NFD'),
  bare,
  wide,
  (text) => text.toUpperCase(),
  (text) => text.replace(/ /g, '  '),
  (text) => text.replace(/ /g, '\u00a0'),
  (text) => `  ${text} `,
  (text) => `${text}.`,
  (text) => `${text} !`,
  (text) => `${text}…`,
  (text) => text.replace(/^./, (letter) => `\u200b${letter}`),
]

/** The same words as people, phones and keyboards spell them. */
export function spellingsOf(text: string): fc.Arbitrary<string> {
  return fc.subarray(ways, { minLength: 0 }).map((chosen) => chosen.reduce((spelt, way) => way(spelt), text))
}

/** As `spellingsOf`, where diacritics carry the meaning. */
export function markedSpellingsOf(text: string): fc.Arbitrary<string> {
  const kept = ways.filter((way) => way !== bare)
  return fc.subarray(kept, { minLength: 0 }).map((chosen) => chosen.reduce((spelt, way) => way(spelt), text))
}
