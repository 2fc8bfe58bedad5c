import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Download, readDownload, signDownload } from '../../src/documents/download-link.ts'
import { createVault } from '../../src/store/vault.ts'

const vault = createVault('a secret of tests, long enough to be one')
const now = new Date('2026-03-09T07:30:00+07:00')
const download: Download = {
  kind: 'table',
  personId: '0198c0de-0000-7000-8000-000000000001',
  unitId: '0198c0de-0000-7000-8000-000000000002',
  year: 2026,
  quarter: 1,
}
const after = (days: number) => new Date(now.getTime() + days * 86_400_000)

describe('a signed link', () => {
  test('says what it was made for, for seven days', () => {
    const { token, until } = signDownload(vault, download, now)
    expect(until).toEqual(after(7))
    expect(readDownload(vault, token, now)).toEqual({ kind: 'ok', download })
    expect(readDownload(vault, token, after(6.99))).toEqual({ kind: 'ok', download })
    expect(readDownload(vault, token, after(7.01))).toEqual({ kind: 'expired' })
  })

  test('a link for a whole scope names no unit', () => {
    const whole = { ...download, unitId: null }
    expect(readDownload(vault, signDownload(vault, whole, now).token, now)).toEqual({
      kind: 'ok',
      download: whole,
    })
  })

  test.each(['copy', 'consents'] as const)('to one’s own data (%s): for a day', (kind) => {
    const own = { ...download, kind, unitId: null }
    const { token, until } = signDownload(vault, own, now)
    expect(until).toEqual(after(1))
    expect(readDownload(vault, token, now)).toEqual({ kind: 'ok', download: own })
    expect(readDownload(vault, token, after(1.01))).toEqual({ kind: 'expired' })
  })

  test('of another secret: wrong, also when it has expired', () => {
    const other = createVault('another secret of tests, as long as that one')
    const { token } = signDownload(other, download, now)
    expect(readDownload(vault, token, now)).toEqual({ kind: 'wrong' })
    expect(readDownload(vault, token, after(30))).toEqual({ kind: 'wrong' })
  })

  test('any change makes it wrong', () => {
    const { token } = signDownload(vault, download, now)
    fc.assert(
      fc.property(fc.nat(token.length - 2), fc.constantFrom('a', 'Z', '0', '.', '-'), (at, letter) => {
        fc.pre(token[at] !== letter)
        const changed = token.slice(0, at) + letter + token.slice(at + 1)
        expect(readDownload(vault, changed, now)).toEqual({ kind: 'wrong' })
      }),
    )
  })

  test.each(['', '.', '...', 'x.y', 'table.a.b.2026-Q1.zz.'])('%j is wrong', (token) => {
    expect(readDownload(vault, token, now)).toEqual({ kind: 'wrong' })
  })
})
