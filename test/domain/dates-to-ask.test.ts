import { expect, test } from 'vitest'
import { listDatesToAsk } from '../../src/domain/dates-to-ask.ts'
import type { OfficeDate } from '../../src/domain/rounds.ts'
import { smallProgramme } from '../support/small-programme.ts'

function openByQuarter() {
  const programme = smallProgramme()
  programme.obligations[1]!.repeats = 'quarterly'
  programme.obligations[1]!.due = 'thời gian quy định trong hướng dẫn'
  return programme
}

const asked = (today: string, fixed: OfficeDate[] = []) =>
  listDatesToAsk(openByQuarter(), fixed, today).map(({ period }) => period)

test.each([
  ['2025-12-01', ['2026-Q1']],
  ['2026-01-05', ['2026-Q1', '2026-Q2']],
  ['2026-05-01', ['2026-Q2', '2026-Q3']],
  ['2026-12-31', ['2026-Q4']],
])('on %s the office is asked for %o: what runs or comes near', (today, periods) => {
  expect(asked(today)).toEqual(periods)
})

test('what the office has fixed is not asked for', () => {
  const fixed = { obligation: 'report', period: '2026-Q1', lastGoodDay: '2026-03-20', phrase: 'CV mẫu' }
  expect(asked('2026-01-05', [fixed])).toEqual(['2026-Q2'])
})
