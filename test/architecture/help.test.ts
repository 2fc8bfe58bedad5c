import { describe, expect, test } from 'vitest'
import type { CliDeps } from '../../src/cli/cli-deps.ts'
import { createProgram } from '../../src/cli/create-program.ts'
import { listDescribed } from '../../src/cli/usage-words.ts'
import { loadTranslator } from '../../src/i18n.ts'

const words = loadTranslator()
const program = createProgram({ locale: 'vi' } as CliDeps, words, (more) => void more.command('serve'))
const described = listDescribed(program)

describe('the help of the operator', () => {
  test('every command and option has its sentence in locales/*/cli-help.ftl', () => {
    const bare = described.filter(({ keys }) => !keys.some(words.has)).map(({ keys }) => keys.join(' or '))
    expect(bare).toEqual([])
  })

  test('every sentence there is somebody’s', () => {
    const used = new Set(described.map(({ keys }) => keys.find(words.has)))
    const own = new Set(['cli-help-help', 'cli-option-help'])
    const spare = words
      .keys('vi')
      .filter((key) => /^cli-(help|option)-/.test(key) && !used.has(key) && !own.has(key))
    expect(spare).toEqual([])
  })
})
