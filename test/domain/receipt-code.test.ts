import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findReceiptCode, nextReceiptCode } from '../../src/domain/receipt-code.ts'

const bytes = (values: readonly number[]) => (size: number) => Uint8Array.from(values.slice(0, size))

test('a fresh code: the letters of its kind and four unambiguous characters', () => {
  expect(nextReceiptCode('BC', bytes([5, 17, 0, 19]))).toBe('BC-7K2N')
})

test.each([
  ['bc-7k2m', 'BC-7K2M'],
  ['BC7K2M', 'BC-7K2M'],
  ['bc 7k2m', 'BC-7K2M'],
  ['xem CK–9ABC', 'CK-9ABC'],
  ['ｂｃ－7k2m', 'BC-7K2M'],
])('typed as "%s": read as %s', (typed, code) => {
  expect(findReceiptCode(typed)).toBe(code)
})

test.each(['BC-7K2', 'BC-7K2MM', 'BC-OOOO', 'báo cáo', 'ABC-7K2M', ''])('"%s": no code', (typed) => {
  expect(findReceiptCode(typed)).toBeNull()
})

test('every code that is given out is found again in a sentence', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('BC', 'CK', 'NV'),
      fc.uint8Array({ minLength: 4, maxLength: 4 }),
      (kind, random) => {
        const code = nextReceiptCode(kind, () => random)
        expect(findReceiptCode(`xem ${code.toLowerCase()}.`)).toBe(code)
      },
    ),
  )
})
