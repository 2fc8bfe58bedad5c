import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { OutgoingContent } from '../../src/channels/channel-adapter.ts'
import { fitContent } from '../../src/channels/fit-content.ts'
import { fitText } from '../../src/channels/fit-text.ts'

const words = (count: number, word = 'chữ') => Array.from({ length: count }, () => word).join(' ')

const bare = (text: string) => text.replaceAll(/\s+/g, '')
const unnumbered = (parts: string[]) =>
  parts.length > 2 ? parts.map((part) => part.replace(/^\(\d+\/\d+\) /, '')) : parts
const render = (one: OutgoingContent) =>
  one.operation === 'text' ? one.text + (one.choices ? '\n\n1. Có\n2. Không' : '') : ''

describe('where a text is split', () => {
  test('a text that fits stays as it is, blanks included', () => {
    expect(fitText(' ngắn \n', 16)).toEqual([' ngắn \n'])
  })
  test('at a paragraph end, although a line end is later', () => {
    const text = 'đoạn một đủ dài\n\ndòng hai\ndòng ba'
    expect(fitText(text, 28)).toEqual(['đoạn một đủ dài', 'dòng hai\ndòng ba'])
  })
  test('at a line end when the paragraph would leave the part nearly empty', () => {
    const text = 'a\n\nmột dòng khá là dài\nthêm dòng nữa'
    expect(fitText(text, 30)).toEqual(['a\n\nmột dòng khá là dài', 'thêm dòng nữa'])
  })
  test('at a word end otherwise', () => {
    expect(fitText('một hai ba bốn năm sáu', 16)).toEqual(['một hai ba bốn', 'năm sáu'])
  })
  test('inside a word only when it is longer than a message', () => {
    expect(fitText('x'.repeat(20), 16)).toEqual(['x'.repeat(16), 'xxxx'])
  })
  test('more than two parts are numbered within the limit', () => {
    const parts = fitText(words(30), 40)
    expect(parts[0]).toMatch(/^\(1\/\d+\) chữ/)
    expect(parts.every((part) => part.length <= 40)).toBe(true)
  })
  test('ten parts and more leave room for two digits', () => {
    const parts = fitText(words(200), 40)
    expect(parts.length).toBeGreaterThan(9)
    expect(parts.at(-1)).toMatch(new RegExp(`^\\(${parts.length}/${parts.length}\\) `))
    expect(parts.every((part) => part.length <= 40)).toBe(true)
  })
})

describe('whatever the text', () => {
  const piece = fc.oneof(
    fc.constantFrom(' ', '\n', '\n\n', 'ệ'.normalize('NFD'), '👨‍👩‍👧', '🇻🇳', '😀', 'đồng chí', '\u00a0'),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
  )
  const anyText = fc.array(piece, { minLength: 1, maxLength: 80 }).map((pieces) => pieces.join(''))
  const anyMax = fc.integer({ min: 40, max: 200 })

  test('no part is too long and nothing but blanks is lost', () => {
    fc.assert(
      fc.property(anyText, anyMax, (text, max) => {
        const parts = fitText(text, max)
        expect(parts.every((part) => part.length <= max)).toBe(true)
        expect(bare(unnumbered(parts).join(''))).toBe(bare(text))
      }),
    )
  })

  test('no part begins or ends inside a surrogate pair or before an accent', () => {
    fc.assert(
      fc.property(anyText, anyMax, (text, max) => {
        const [, ...later] = unnumbered(fitText(text.replace(/^[\p{M}\s]+/u, ''), max))
        for (const part of later) expect(part).not.toMatch(/^([\uDC00-\uDFFF]|\p{M})/u)
        for (const part of fitText(text, max)) expect(part).not.toMatch(/\p{Surrogate}/u)
      }),
    )
  })

  test('the number of a part says the truth', () => {
    fc.assert(
      fc.property(anyText, anyMax, (text, max) => {
        const parts = fitText(text, max)
        fc.pre(parts.length > 2)
        parts.forEach((part, index) => expect(part.startsWith(`(${index + 1}/${parts.length}) `)).toBe(true))
      }),
    )
  })
})

describe('a message with choices', () => {
  const choices = [[{ action: 'a', label: 'Có' }], [{ action: 'b', label: 'Không' }]]
  const content: OutgoingContent = { operation: 'text', text: words(40), choices, replyTo: '5' }

  test('the first part replies, the last carries the choices, and all fit as rendered', () => {
    const parts = fitContent(content, 100, render)
    expect(parts.length).toBeGreaterThan(1)
    expect(parts.map((part) => 'replyTo' in part)).toEqual(parts.map((_part, index) => index === 0))
    expect(parts.map((part) => 'choices' in part)).toEqual(
      parts.map((_part, index) => index === parts.length - 1),
    )
    expect(parts.every((part) => render(part).length <= 100)).toBe(true)
  })
  test('what fits comes back unchanged', () => {
    expect(fitContent(content, 1000, render)).toEqual([content])
  })
})
