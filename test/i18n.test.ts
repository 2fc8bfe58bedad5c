import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadTranslator } from '../src/i18n.ts'

describe('sentences', () => {
  let folder: string

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'nhipquy-locales-'))
    for (const locale of ['vi', 'en']) mkdirSync(join(folder, locale))
    writeFileSync(join(folder, 'vi', 'a.ftl'), 'greeting = Chào đồng chí { $name }!\nonly-vi = Chỉ một\n')
    writeFileSync(join(folder, 'vi', 'b.ftl'), 'lines =\n    Dòng một\n\n    Dòng hai\n')
    writeFileSync(
      join(folder, 'en', 'a.ftl'),
      'greeting = Hello { $name }!\nlines = One\ndays = { $n ->\n    [one] { $n } day\n   *[other] { $n } days\n }\n',
    )
  })

  afterAll(() => rmSync(folder, { recursive: true }))

  test('every file of a language is read; values stand without marks around them', () => {
    const { t, has, keys } = loadTranslator(folder)
    expect(t('vi', 'greeting', { name: 'Mẫu' })).toBe('Chào đồng chí Mẫu!')
    expect(t('en', 'greeting', { name: 'Mẫu' })).toBe('Hello Mẫu!')
    expect(t('vi', 'lines')).toBe('Dòng một\n\nDòng hai')
    expect([t('en', 'days', { n: 1 }), t('en', 'days', { n: 2 })]).toEqual(['1 day', '2 days'])
    expect([has('greeting'), has('none')]).toEqual([true, false])
    expect(keys('vi')).toEqual(['greeting', 'only-vi', 'lines'])
  })

  test('a missing sentence or value is an error', () => {
    const { t } = loadTranslator(folder)
    expect(() => t('en', 'only-vi')).toThrow('only-vi is missing in en')
    expect(() => t('vi', 'greeting')).toThrow('greeting lacks a value')
  })

  test('where people are served the Vietnamese sentence stands in, then the key', () => {
    const problems: string[] = []
    const { t } = loadTranslator(folder, (problem) => problems.push(problem))
    expect(t('en', 'only-vi')).toBe('Chỉ một')
    expect(t('en', 'none')).toBe('none')
    expect(problems).toHaveLength(2)
  })

  test('the same key twice is an error', () => {
    writeFileSync(join(folder, 'en', 'twice.ftl'), 'greeting = Hi\n')
    expect(() => loadTranslator(folder)).toThrow('en/twice.ftl')
    rmSync(join(folder, 'en', 'twice.ftl'))
  })
})
