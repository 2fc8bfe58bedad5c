import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stripMention } from '../../src/channels/zalo/strip-mention.ts'

const NAME = 'Bot Nhịp Quý 1'

describe('the name of the bot is taken out of what is said to it', () => {
  test.each([
    ['chosen from the list', '@Bot Nhịp Quý 1 báo cáo', 'báo cáo'],
    ['typed without accents', '@bot nhip quy 1 bao cao', 'bao cao'],
    ['in capitals', '@BOT NHỊP QUÝ 1 BÁO CÁO', 'BÁO CÁO'],
    ['accents as letters of their own', '@Bot Nhịp Quý 1 báo cáo'.normalize('NFD'), 'báo cáo'],
    ['more blanks', '@Bot  Nhịp \u00a0Quý   1   báo cáo', 'báo cáo'],
    ['in one word', '@BotNhịpQuý1 báo cáo', 'báo cáo'],
    ['half of the name', '@Bot Nhịp báo cáo', 'báo cáo'],
    ['only the first word', '@bot báo cáo', 'báo cáo'],
    ['at the end', 'báo cáo @Bot Nhịp Quý 1', 'báo cáo'],
    ['at the end, after a comma', 'báo cáo, @Bot Nhịp Quý 1', 'báo cáo'],
    ['in the middle', 'nhóm @Bot Nhịp Quý 1 MCB2-2222', 'nhóm MCB2-2222'],
    ['with a colon', '@Bot Nhịp Quý 1: báo cáo', 'báo cáo'],
    ['twice', '@Bot Nhịp Quý 1 @Bot Nhịp Quý 1 báo cáo', 'báo cáo'],
    ['with a blank behind the sign', '@ Bot Nhịp Quý 1 báo cáo', 'báo cáo'],
    ['with something invisible in it', '@\u200bBot Nhịp Quý 1\u200b báo cáo', '\u200b báo cáo'],
    ['a number that answers half of the name', '@Bot Nhịp Quý 12', '12'],
    ['a number that answers', '@Bot Nhịp Quý 1 2', '2'],
    ['alone', '@Bot Nhịp Quý 1', ''],
    ['lines stay lines', '@Bot Nhịp Quý 1\n1= hai\n2= ba', '1= hai\n2= ba'],
  ])('%s', (_, typed, said) => {
    expect(stripMention(typed, NAME)).toBe(said)
  })

  test.each([
    ['a longer word', '@Botany đang nở'],
    ['an address', 'gửi về lan@bot nhé'],
    ['the name without the sign', 'Bot Nhịp Quý 1 ơi'],
    ['another bot with a longer name', '@Bot Nhịp Quýt báo cáo'],
    ['somebody else', '@Lan báo cáo giúp'],
  ])('%s: left as it is', (_, typed) => {
    expect(stripMention(typed, NAME)).toBe(typed)
  })

  const names = ['Nhịp', 'Quý', 'Trợ', 'Lý', 'Đảng', 'bộ', 'Mẫu', '(thử)', 'C++', 'số', '2']
  const said = ['báo', 'cáo', 'ghi', 'tên', 'ốm', '23/25', 'hôm', 'qua', '/viec', 'Lan', 'huỷ']
  const blanks = fc.constantFrom(' ', '  ', '\u00a0', ' \t')
  const typings = fc.constantFrom(
    (word: string) => word,
    (word: string) => word.normalize('NFD'),
    (word: string) => word.toUpperCase(),
    (word: string) =>
      word.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D'),
  )

  test('whatever the name and however it is typed, what is left is what was said', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 0, max: 4 }),
        fc.array(fc.tuple(fc.constantFrom(...said), fc.boolean()), { minLength: 1, maxLength: 6 }),
        fc.array(fc.tuple(typings, blanks), { minLength: 5, maxLength: 5 }),
        fc.nat(),
        (rest, kept, words, hands, place) => {
          const name = ['Bot', ...rest]
          const typed = name
            .slice(0, kept + 1)
            .map((word, at) => hands[at]![0](word) + hands[at]![1])
            .join('')
            .trim()
          const line = words.map(([word, isNfd]) => (isNfd ? word.normalize('NFD') : word))
          line.splice(place % (line.length + 1), 0, `@${typed}`)
          expect(stripMention(line.join(' '), name.join(' '))).toBe(words.map(([word]) => word).join(' '))
        },
      ),
      { numRuns: 500 },
    )
  })

  test('what mentions nobody is given back as it is, composed and trimmed', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !text.includes('@')),
        (text) => {
          expect(stripMention(text, NAME)).toBe(text.normalize('NFC').trim())
        },
      ),
    )
  })
})
