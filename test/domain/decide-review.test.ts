import { describe, expect, test } from 'vitest'
import {
  type Authorship,
  decideCopyReaders,
  decideReceivers,
  decideReview,
  type ReceivingBodyName,
  type ReviewWorld,
} from '../../src/domain/decide-review.ts'
import type { Role } from '../../src/domain/person.ts'

const posts = (held: Record<string, Role>) =>
  Object.entries(held).map(([personId, role]) => ({ personId, role }))

const WORLD: ReviewWorld = {
  path: [
    { unitId: 'cell', posts: posts({ hoa: 'secretary', binh: 'deputy', chi: 'contact' }) },
    { unitId: 'ward', posts: posts({ nam: 'secretary', thu: 'deputy', van: 'office' }) },
    { unitId: 'city', posts: posts({ son: 'secretary' }) },
  ],
  bodyMembers: ['uy', 'kien'],
}
const by = (personId: string): Authorship => ({ personId, authors: [personId] })
const unitBy = (personId: string): Authorship => ({ personId: null, authors: [personId] })

describe('who receives', () => {
  test.each<[string, ReceivingBodyName, Authorship, string[]]>([
    ["a member's pledge in the cell: secretary and deputy", 'own-unit', by('lan'), ['hoa', 'binh']],
    ["the secretary's own: the deputy", 'own-unit', by('hoa'), ['binh']],
    ["the deputy's own: the secretary", 'own-unit', by('binh'), ['hoa']],
    ["the contact's own: not the contact", 'own-unit', by('chi'), ['hoa', 'binh']],
    ["a member's, received above", 'parent-unit', by('lan'), ['nam', 'thu']],
    ['a collective pledge: never in the unit itself', 'own-unit', unitBy('hoa'), ['nam', 'thu']],
    ['a report: the level above, whoever drafted it', 'parent-unit', unitBy('binh'), ['nam', 'thu']],
    ['at the office', 'office', by('lan'), ['van']],
    ["by the programme's own body", 'body', by('lan'), ['uy', 'kien']],
    ['of a member of that body: the others', 'body', by('uy'), ['kien']],
  ])('%s', (_, to, author, receivers) => {
    expect(decideReceivers(to, author, WORLD)).toEqual(receivers)
  })

  test('a secretary without deputy: the level above', () => {
    const world = {
      ...WORLD,
      path: [{ unitId: 'cell', posts: posts({ hoa: 'secretary' }) }, ...WORLD.path.slice(1)],
    }
    expect(decideReceivers('own-unit', by('hoa'), world)).toEqual(['nam', 'thu'])
  })

  test('a body without anybody else: secretary and deputy of the unit', () => {
    expect(decideReceivers('body', by('uy'), { ...WORLD, bodyMembers: ['uy'] })).toEqual(['hoa', 'binh'])
  })

  test('a secretary who holds the same post above: somebody else there', () => {
    const world = {
      ...WORLD,
      path: [
        { unitId: 'cell', posts: posts({ hoa: 'secretary' }) },
        { unitId: 'ward', posts: posts({ hoa: 'secretary', thu: 'deputy' }) },
      ],
    }
    expect(decideReceivers('own-unit', by('hoa'), world)).toEqual(['thu'])
  })

  test('typed by the secretary for a member: not received by that secretary', () => {
    expect(decideReceivers('own-unit', { personId: 'lan', authors: ['lan', 'hoa'] }, WORLD)).toEqual(['binh'])
  })

  test('nobody in the whole line: nobody is asked', () => {
    expect(decideReceivers('own-unit', by('lan'), { path: [], bodyMembers: [] })).toEqual([])
  })
})

test('one more copy: the level above, less the author and those who receive it anyway', () => {
  expect(decideCopyReaders('parent-unit', by('hoa'), WORLD, ['binh'])).toEqual(['nam', 'thu'])
  expect(decideCopyReaders('parent-unit', by('hoa'), WORLD, ['nam'])).toEqual(['thu'])
})

describe("a receiver's answer", () => {
  const answer = { reviewerId: 'hoa', number: 1, outcome: 'received' as const }
  test.each([
    ['filed', 1, answer, { kind: 'reviewed', state: 'received' }],
    ['filed', 1, { ...answer, outcome: 'commented' as const }, { kind: 'reviewed', state: 'commented' }],
    ['final', 1, { ...answer, outcome: 'commented' as const }, { kind: 'reviewed', state: 'commented' }],
    ['received', 1, answer, { kind: 'already-received' }],
    ['received', 1, { ...answer, outcome: 'commented' as const }, { kind: 'reviewed', state: 'commented' }],
    ['commented', 1, answer, { kind: 'already-sent-back' }],
    ['filed', 2, answer, { kind: 'newer-version' }],
    ['filed', 1, { ...answer, reviewerId: 'lan' }, { kind: 'not-receiver' }],
  ] as const)('%s, version %i: %o becomes %o', (state, currentNumber, said, decision) => {
    expect(decideReview({ state, currentNumber }, ['hoa', 'binh'], said)).toEqual(decision)
  })
})
