import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FluentBundle, FluentResource } from '@fluent/bundle'
import { packageRoot } from './package-root.ts'

export const LOCALES = ['vi', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** Values for the places of a sentence. Numbers are shown by the locale's rules; text stays as it is. */
export type Values = Record<string, string | number>

/** Turns keys into the sentences that people read. */
export interface Translator {
  t: (locale: Locale, key: string, values?: Values) => string
  has: (key: string) => boolean
  keys: (locale: Locale) => string[]
}

/**
 * Reads every `<localesDir>/<locale>/*.ftl`. `onProblem` hears of a missing key or value: by default it
 * throws; when it returns, the Vietnamese sentence is used, or else the key itself.
 */
export function loadTranslator(
  localesDir: string = join(packageRoot(), 'locales'),
  onProblem: (problem: string) => void = throwProblem,
): Translator {
  const bundles = new Map(LOCALES.map((locale) => [locale, loadBundle(localesDir, locale)]))
  const messageOf = (locale: Locale, key: string) => {
    const message = bundles.get(locale)?.bundle.getMessage(key)
    return message?.value ? { locale, pattern: message.value } : null
  }

  return {
    t: (locale, key, values = {}) => {
      const own = messageOf(locale, key)
      if (!own) onProblem(`the sentence ${key} is missing in ${locale}`)
      const found = own ?? messageOf('vi', key)
      if (!found) return key
      const errors: Error[] = []
      const text = bundles.get(found.locale)!.bundle.formatPattern(found.pattern, values, errors)
      if (errors.length > 0) onProblem(`the sentence ${key} lacks a value: ${errors[0]!.message}`)
      return text
    },
    has: (key) => messageOf('vi', key) !== null,
    keys: (locale) => bundles.get(locale)!.keys,
  }
}

function loadBundle(localesDir: string, locale: Locale): { bundle: FluentBundle; keys: string[] } {
  // The marks around values (U+2068, U+2069) would break length counts, copying and comparing.
  const bundle = new FluentBundle(locale, { useIsolating: false })
  const keys: string[] = []
  const folder = join(localesDir, locale)
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.ftl'))
    .sort()) {
    const resource = new FluentResource(readFileSync(join(folder, file), 'utf8'))
    const errors = bundle.addResource(resource)
    if (errors.length > 0) throw new Error(`${locale}/${file}: ${errors[0]!.message}`)
    keys.push(...resource.body.map(({ id }) => id))
  }
  return { bundle, keys }
}

function throwProblem(problem: string): never {
  throw new Error(problem)
}
