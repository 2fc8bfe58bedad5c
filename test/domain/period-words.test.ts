import { expect, test } from 'vitest'
import { periodWords, titleWithPeriod } from '../../src/domain/period-words.ts'
import { loadTranslator } from '../../src/i18n.ts'

const translator = loadTranslator()
const t = (key: string, values?: Record<string, string | number>) => translator.t('vi', key, values)

test.each([
  ['once', ''],
  ['2026', 'năm 2026'],
  ['2026-H1', '6 tháng đầu năm 2026'],
  ['2026-H2', '6 tháng cuối năm 2026'],
  ['2026-Q3', 'quý III/2026'],
  ['2026-03', 'tháng 3/2026'],
])('%s is said as "%s"', (period, words) => {
  expect(periodWords(period, t)).toBe(words)
})

test.each([
  ['Báo cáo sinh hoạt', '2026-Q1', 'Báo cáo sinh hoạt – quý I/2026'],
  ['Báo cáo quý I/2026', '2026-Q1', 'Báo cáo quý I/2026'],
  ['Bản đăng ký', 'once', 'Bản đăng ký'],
])('"%s" in %s is titled "%s"', (title, period, titled) => {
  expect(titleWithPeriod(title, period, t)).toBe(titled)
})
