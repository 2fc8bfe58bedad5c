import { expect, test } from 'vitest'
import type { Role } from '../../src/domain/person.ts'
import { decideFilingRight } from '../../src/domain/who-may-file.ts'

const lan = (role?: Role, unitId = 'cell') => ({
  id: 'lan',
  posts: role ? [{ unitId, role, position: null, positionRank: null, keyLeader: false }] : [],
})

test('what a person owes: only that person files it, whatever posts others hold', () => {
  expect(decideFilingRight(lan(), { personId: 'lan', unitId: 'cell' })).toBe('files')
  expect(decideFilingRight(lan('secretary'), { personId: 'minh', unitId: 'cell' })).toBe('none')
  expect(decideFilingRight(lan('secretary'), { personId: 'minh', unitId: 'cell' }, { isProxy: true })).toBe(
    'enters',
  )
  expect(decideFilingRight(lan('contact'), { personId: 'minh', unitId: 'cell' }, { isProxy: true })).toBe(
    'none',
  )
  expect(
    decideFilingRight(lan('secretary', 'other'), { personId: 'minh', unitId: 'cell' }, { isProxy: true }),
  ).toBe('none')
})

test.each([
  ['secretary', 'files'],
  ['deputy', 'files'],
  ['office', 'files'],
  ['contact', 'drafts'],
  ['leader', 'none'],
  ['member', 'none'],
  [undefined, 'none'],
] as const)('what the unit owes, as %s: %s', (role, right) => {
  expect(decideFilingRight(lan(role), { personId: null, unitId: 'cell' })).toBe(right)
})

test('a post in another unit gives no right', () => {
  expect(decideFilingRight(lan('secretary', 'other'), { personId: null, unitId: 'cell' })).toBe('none')
})

test('where the programme says so, a deputy drafts and the secretary signs', () => {
  const owed = { personId: null, unitId: 'cell' }
  expect(decideFilingRight(lan('deputy'), owed)).toBe('files')
  expect(decideFilingRight(lan('deputy'), owed, { deputySigns: false })).toBe('drafts')
  expect(decideFilingRight(lan('secretary'), owed, { deputySigns: false })).toBe('files')
})
