import { expect, test } from 'vitest'
import { describeDigest } from '../../src/domain/describe-digest.ts'
import { countsByUnit, planDigest } from '../../src/domain/plan-digest.ts'
import { loadTranslator } from '../../src/i18n.ts'

const translator = loadTranslator()
const t = (key: string, values?: Record<string, string | number>) => translator.t('vi', key, values)
const ids = Array.from({ length: 7 }, (_, index) => `u${index + 1}`)
const counts = countsByUnit(
  ids.map((unitId, index) => ({
    obligationId: 'report',
    kind: 'session-report',
    title: 'Báo cáo',
    period: '2026-Q1',
    unitId,
    subject: 'units' as const,
    dueOn: '2026-03-09',
    total: 1,
    done: index === 0 ? 1 : 0,
    doneSinceLastWeek: 0,
  })),
)
const words = (unitIds: string[], top: string | null) => {
  const scope = { unitNames: new Map(ids.map((id) => [id, `Chi bộ ${id}`])), top, count: unitIds.length }
  return describeDigest(planDigest(counts, unitIds, '2026-03-16'), scope, '2026-03-16', t)
}

test('late units: five by name in the order given, the others counted, and how to see them', () => {
  const text = words(ids, 'Đảng ủy xã Mẫu')
  expect(text).toContain('- Báo cáo: 1/7 đơn vị đã gửi, hạn 09/3')
  expect(text).toContain(`Đã qua hạn, cần được hỗ trợ:
- Chi bộ u2: còn 1 việc, 7 ngày
- Chi bộ u3: còn 1 việc, 7 ngày
- Chi bộ u4: còn 1 việc, 7 ngày
- Chi bộ u5: còn 1 việc, 7 ngày
- Chi bộ u6: còn 1 việc, 7 ngày
- và 1 đơn vị khác; nhắn /tonghop cùng tên đơn vị để xem riêng`)
  expect(text).toContain('Không có thay đổi so với tuần trước.')
})

test('everything complete: nobody is called late', () => {
  expect(words(['u1'], 'Chi bộ u1')).not.toContain('Đã qua hạn')
})

test('several branches: counted, not named', () => {
  expect(words(['u1', 'u3'], null)).toContain('2 đơn vị đồng chí được phân công phụ trách')
})

test('nothing owed yet: said plainly', () => {
  expect(words([], null)).toContain('Chưa có việc nào đến hạn.')
})
