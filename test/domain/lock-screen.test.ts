import { describe, expect, test } from 'vitest'
import { isLockScreenSafe, PREVIEW_LENGTH } from '../../src/domain/lock-screen.ts'
import { loadTranslator } from '../../src/i18n.ts'

describe('lock screen', () => {
  test.each([
    ['Nhắc việc: hạn 09/3', true],
    ['Nhắc việc: còn 3 ngày, hạn hết ngày 09/3/2026', true],
    ['Học tập tư tưởng Hồ Chí Minh, quý I', true],
    ['Chi bộ Tổ dân phố 3 mời họp', false],
    ['Đảng viên được phân công', false],
    ['Việc này đang chờ, gõ 1 để mở', true],
    ['Báo cáo quý I đã quá hạn 2 ngày', false],
    ['Bạn chưa nộp báo cáo', false],
    ['Xin chào Nguyễn Thị Lan', false],
    ['The report is overdue', false],
    [`${'Nhắc việc về chương trình của quý này, hạn ngày 09/3/2026. '.repeat(2)}Chi bộ 3`, true],
  ])('%s: %s', (text, isSafe) => {
    expect(isLockScreenSafe(text, 'reply')).toBe(isSafe)
    expect(isLockScreenSafe(text.normalize('NFD'), 'reply')).toBe(isSafe)
  })

  test('a name that is known to be in it is seen, whatever it is', () => {
    expect(isLockScreenSafe('Chào Páo, có việc mới', 'reply', ['Páo'])).toBe(false)
    expect(isLockScreenSafe('Có việc mới', 'reply', ['Páo'])).toBe(true)
  })

  test('unasked messages also avoid the form of address', () => {
    expect(isLockScreenSafe('Đồng chí có việc mới', 'reply')).toBe(true)
    expect(isLockScreenSafe('Đồng chí có việc mới', 'scheduled')).toBe(false)
  })

  test('the neutral first line fills the preview by itself, in every language', () => {
    const { t } = loadTranslator()
    for (const locale of ['vi', 'en'] as const) {
      const line = t(locale, 'lock-screen-neutral')
      expect(line.length).toBeGreaterThanOrEqual(PREVIEW_LENGTH)
      expect(isLockScreenSafe(line, 'scheduled')).toBe(true)
    }
  })
})
