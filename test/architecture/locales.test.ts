import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FluentResource } from '@fluent/bundle'
import { describe, expect, test } from 'vitest'
import { COMMANDS } from '../../src/commands/index.ts'
import { loadTranslator, LOCALES } from '../../src/i18n.ts'
import { packageRoot } from '../../src/package-root.ts'

const ROOT = packageRoot()
const translator = loadTranslator()

function localeFiles(locale: string): { name: string; text: string }[] {
  const folder = join(ROOT, 'locales', locale)
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
}

/** Key → the variables of its sentence, sorted. */
function variables(locale: string): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { text } of localeFiles(locale)) {
    for (const { id, value } of new FluentResource(text).body) {
      const names = new Set<string>()
      JSON.stringify(value, (_, part: unknown) => {
        const { type, name } = (part ?? {}) as { type?: string; name?: string }
        if (type === 'var' && name) names.add(name)
        return part
      })
      found.set(id, [...names].sort())
    }
  }
  return found
}

function sourceFiles(): { path: string; text: string }[] {
  return readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => ({ path, text: readFileSync(join(ROOT, 'src', path), 'utf8') }))
}

describe('locales', () => {
  test('every language has the same files, sentences and variables', () => {
    expect(localeFiles('vi').length).toBeGreaterThan(0)
    expect(localeFiles('en').map(({ name }) => name)).toEqual(localeFiles('vi').map(({ name }) => name))
    expect(Object.fromEntries(variables('en'))).toEqual(Object.fromEntries(variables('vi')))
  })

  test.each(LOCALES)(
    '%s: every sentence parses, once, in composed letters and with a kebab-case key',
    (locale) => {
      for (const { name, text } of localeFiles(locale)) {
        expect(name).toMatch(/^[a-z][a-z0-9-]*\.ftl$/)
        // The parser drops what it does not understand without a word, so the keys are counted apart.
        const written = [...text.matchAll(/^([^\s#}.[*][^=\n]*?) *=/gm)].map((match) => match[1])
        const read = new FluentResource(text).body.map(({ id }) => id)
        expect(read, `${locale}/${name}`).toEqual(written)
        expect(text.normalize('NFC'), `${locale}/${name} in composed letters`).toBe(text)
        for (const key of read) expect(key).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/)
      }
      const keys = translator.keys(locale)
      expect(keys).toEqual([...new Set(keys)])
    },
  )

  test('every key that the source names has a sentence', () => {
    const missing: string[] = []
    for (const { path, text } of sourceFiles()) {
      const said = text.matchAll(/\bsay\(\s*\{[^}]*?\bkey:\s*'([^']+)'/g)
      const translated = text.matchAll(/\bt\(\s*[^,()]+,\s*'([^']+)'/g)
      for (const [, key] of [...said, ...translated]) {
        if (!translator.has(key!)) missing.push(`${path}: ${key}`)
      }
    }
    expect(missing).toEqual([])
  })

  test('every command that is offered has its line in the help and its label in the menu', () => {
    const offered = COMMANDS.filter(({ hidden }) => !hidden)
    expect(offered.length).toBeGreaterThan(10)
    const keys = offered.flatMap(({ name }) => [`help-${name}`, `menu-${name}`])
    expect(keys.filter((key) => !translator.has(key))).toEqual([])
  })
})
