import { describe, expect, test } from 'vitest'
import { currentTopics, topicsToPost } from '../../src/domain/plan-topics.ts'
import type { Programme } from '../../src/domain/programme.ts'
import { instantOf } from '../../src/time.ts'
import { smallProgramme } from '../support/small-programme.ts'

const ZONE = 'Asia/Ho_Chi_Minh'
const topic = (code: string, more: object = {}) => ({ code, title: code, materials: [], ...more })

function withTopics(): Programme {
  const programme = smallProgramme()
  programme.topics.term = [topic('term')]
  programme.topics.year = { mode: 'fixed', items: [topic('year', { year: 2026, posts_on: '02-10' })] }
  programme.topics.quarter = {
    mode: 'fixed',
    items: [
      topic('q1', { quarter: 1, posts_on: '2026-01-15' }),
      topic('q2', { quarter: 2 }),
      topic('any', { posts_on: '11-03' }),
      topic('list-only'),
    ],
  }
  return programme
}

const posted = (day: string, time: string, liveFrom = '2026-01-01') =>
  topicsToPost(withTopics(), liveFrom, instantOf(day, time, ZONE), ZONE).map((span) => span.topic.code)

describe('topics of a year', () => {
  test.each([
    { day: '2026-01-14', codes: ['term'] },
    { day: '2026-01-15', codes: ['q1', 'term'] },
    { day: '2026-03-31', codes: ['q1', 'year', 'term'] },
    { day: '2026-04-01', codes: ['q2', 'year', 'term'] },
    { day: '2026-07-01', codes: ['year', 'term'] },
    { day: '2026-11-03', codes: ['any', 'year', 'term'] },
    { day: '2027-01-01', codes: [] },
  ])('current on $day: $codes', ({ day, codes }) => {
    expect(currentTopics(withTopics(), day).map((span) => span.topic.code)).toEqual(codes)
  })

  test.each([
    { at: ['2026-02-10', '07:59'], codes: [], why: 'too early in the day' },
    { at: ['2026-02-10', '08:00'], codes: ['term', 'year', 'q1'], why: 'the most particular last' },
    { at: ['2026-02-10', '21:00'], codes: [], why: 'too late in the day' },
    { at: ['2026-06-30', '09:00'], codes: ['q2'], why: 'the year topic is not posted for ever' },
  ] as const)('at $at are posted $codes: $why', ({ at, codes }) => {
    expect(posted(at[0], at[1])).toEqual(codes)
  })

  test('from the first day of use on, also in the middle of a quarter', () => {
    expect(posted('2026-05-09', '09:00', '2026-05-10')).toEqual([])
    expect(posted('2026-05-10', '09:00', '2026-05-10')).toEqual(['term', 'year', 'q2'])
  })
})
