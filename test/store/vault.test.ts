import { assert, property, string, uint8Array } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createVault, VaultKeyError, VaultOpenError } from '../../src/store/vault.ts'

const SECRET = 'a'.repeat(32)
const PLACE = 'submission.body_sealed:0198'

describe('vault', () => {
  const vault = createVault(SECRET)

  test('any text and any bytes open as they were sealed', () => {
    assert(
      property(string({ unit: 'binary' }), uint8Array(), (text, bytes) => {
        expect(vault.open(PLACE, vault.seal(PLACE, text))).toBe(Buffer.from(text).toString())
        const file = Buffer.from(bytes)
        expect(vault.openBytes(PLACE, vault.sealBytes(PLACE, file))).toEqual(file)
      }),
    )
  })

  test('a sealed value names version and key, and shows nothing of the text', () => {
    const sealed = vault.seal(PLACE, 'giúp một hộ nghèo')
    expect(sealed).toMatch(new RegExp(`^v1\\.${vault.keyId}\\.[A-Za-z0-9_-]+$`))
    expect(Buffer.from(sealed.split('.')[2]!, 'base64url').toString()).not.toContain('nghèo')
    expect(vault.seal(PLACE, 'giúp một hộ nghèo')).not.toBe(sealed)
  })

  test('a sealed value moved to another row or column does not open', () => {
    const sealed = vault.seal(PLACE, 'text')
    expect(() => vault.open('submission.body_sealed:0199', sealed)).toThrow(VaultOpenError)
    expect(() => vault.open('draft.body_sealed:0198', sealed)).toThrow(VaultOpenError)
  })

  test('a damaged value does not open, and the error holds nothing of it', () => {
    const sealed = vault.seal(PLACE, 'text')
    for (const damaged of ['', 'text', 'v2.00000000.AAAA', sealed.slice(0, 20), sealed.slice(0, 40)]) {
      expect(() => vault.open(PLACE, damaged)).toThrow(
        `the sealed value at ${PLACE} is damaged or belongs elsewhere`,
      )
    }
    expect(() => vault.openBytes(PLACE, Buffer.alloc(5))).toThrow(VaultOpenError)
  })

  test('a value of another secret is refused by the name of its key', () => {
    const other = createVault('b'.repeat(32))
    expect(() => other.open(PLACE, vault.seal(PLACE, 'text'))).toThrow(VaultKeyError)
    expect(() => other.openBytes(PLACE, vault.sealBytes(PLACE, Buffer.from('x')))).toThrow(
      `APP_SECRET differs from the one this database was written with (key ${vault.keyId})`,
    )
  })

  test('after a change of secret the older values still open', () => {
    const next = createVault('b'.repeat(32), [SECRET])
    expect(next.open(PLACE, vault.seal(PLACE, 'text'))).toBe('text')
    expect(next.seal(PLACE, 'text')).toContain(next.keyId)
    expect(next.keyId).not.toBe(vault.keyId)
  })

  test('a place without a row is a mistake of the caller', () => {
    expect(() => vault.seal('submission.body_sealed', 'text')).toThrow('table.column:rowId')
  })

  test('blind indexes and derived secrets repeat, and differ by purpose, value and secret', () => {
    expect(vault.blindIndex('invite', 'ABCD2345')).toBe(createVault(SECRET).blindIndex('invite', 'ABCD2345'))
    const indexes = [
      vault.blindIndex('invite', 'ABCD2345'),
      vault.blindIndex('invite', 'ABCD2346'),
      vault.blindIndex('group', 'ABCD2345'),
      createVault('b'.repeat(32)).blindIndex('invite', 'ABCD2345'),
    ]
    expect(new Set(indexes).size).toBe(4)
    expect(indexes[0]).toMatch(/^[0-9a-f]{64}$/)
    expect(vault.derive('webhook path 1', 16)).toMatch(/^[A-Za-z0-9_-]{22}$/)
    expect(vault.derive('webhook path 1')).not.toBe(vault.derive('webhook path 2'))
  })

  test('the source of vectors can be given', () => {
    const fixed = createVault(SECRET, [], (bytes) => Buffer.alloc(bytes, 7))
    expect(fixed.seal(PLACE, 'text')).toBe(fixed.seal(PLACE, 'text'))
  })
})
