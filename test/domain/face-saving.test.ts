import { expect, test } from 'vitest'
import { decideGroupCounts } from '../../src/domain/face-saving.ts'

test.each([
  { total: 25, done: 18, members: 25, told: true },
  { total: 25, done: 20, members: 25, told: true },
  { total: 25, done: 21, members: 25, told: false },
  { total: 9, done: 0, members: 9, told: false },
  { total: 10, done: 5, members: 10, told: true },
  { total: 30, done: 3, members: 8, told: false },
  { total: 6, done: 0, members: 40, told: false },
])('$done of $total in a unit of $members: counts are told: $told', ({ total, done, members, told }) => {
  const counts = decideGroupCounts(total, done, members)
  expect(counts).toEqual(
    told ? { kind: 'counts', done, total, missing: total - done } : { kind: 'no-counts' },
  )
})
