import { describe, expect, test } from 'vitest'
import { languageOf } from '../../src/cli/usage-words.ts'
import { operatorOf } from '../support/operator.ts'

const operate = operatorOf({})

describe('help and wrong usage, in the language of the operator', () => {
  test('help: Vietnamese by default, English on request, both without a word of the other', async () => {
    const vi = await operate('--help', { locale: 'vi' })
    expect(vi.code).toBe(0)
    expect(vi.out.join('\n')).toMatch(/^Cách dùng: nhipquy \[tùy chọn\] \[lệnh\]/)
    expect(vi.out.join('\n')).toContain('doctor')
    expect(vi.out.join('\n')).toContain('tìm trục trặc và nói phải làm gì')
    expect(vi.out.join('\n')).not.toMatch(/Usage|Options|Commands|display|default|\bthe\b/)
    const en = await operate('--help')
    expect(en.out.join('\n')).toMatch(/^Usage: nhipquy \[options\] \[command\]/)
    expect(en.out.join('\n')).not.toMatch(/[ăâđêôơư]/)
    const one = await operate('alert mute --help', { locale: 'vi' })
    expect(one.out.join('\n')).toContain('bao nhiêu giờ (mặc định: 24)')
    const say = await operate('say --help', { locale: 'vi' })
    expect(say.out.join('\n')).toContain('Telegram gõ /lệnh')
  })

  test.each([
    ['bogus', 'Không có lệnh “bogus”.', 'There is no command “bogus”.'],
    [
      'doctr',
      'Không có lệnh “doctr”. Có phải muốn gõ doctor?',
      'There is no command “doctr”. Did you mean doctor?',
    ],
    ['import units', 'Còn thiếu file.', 'file is missing.'],
    ['status --deep', 'Ở đây không có tùy chọn --deep.', 'There is no option --deep here.'],
    ['status --unit', 'Sau --unit <code> cần ghi thêm giá trị.', '--unit <code> needs a value behind it.'],
    ['go-live mau', 'Còn thiếu --from <day>.', '--from <day> is missing.'],
    ['doctor now please', 'Gõ thừa chữ so với lệnh này.', 'That is more than this command takes.'],
    ['--lang fr status', '--lang <language> không nhận giá trị ấy. Chọn: vi, en', 'Choose: vi, en'],
  ])('%s: says what is wrong and how it is used; exit code 2', async (line, vi, en) => {
    for (const [locale, sentence] of [
      ['vi', vi],
      ['en', en],
    ] as const) {
      const run = await operate(line, { locale })
      expect(run.code).toBe(2)
      expect(run.err[0]).toContain(sentence)
      expect(run.err.join('\n')).toContain(locale === 'vi' ? 'Cách dùng:' : 'Usage:')
    }
  })

  test.each([
    [['--lang', 'en', 'status'], 'en'],
    [['status', '--lang=en'], 'en'],
    [['--lang', 'vi'], 'vi'],
    [['status'], 'vi'],
  ] as const)('%j is answered in %s', (line, language) => {
    expect(languageOf(line)).toBe(language)
  })
})
