import { expect, test } from 'vitest'
import { likelyCause, type UnitSigns } from '../../src/domain/likely-cause.ts'

const quiet: UnitSigns = {
  joined: 4,
  failing: 0,
  staffFailing: 0,
  hasWord: true,
  stopped: null,
  done: 0,
  total: 3,
}

test.each<[string, Partial<UnitSigns>, object]>([
  ['nobody has a chat', { joined: 0, failing: 0, hasWord: false }, { kind: 'nobody-joined' }],
  ['the secretary is not reached', { failing: 1, staffFailing: 1 }, { kind: 'messages-failing' }],
  ['most are not reached', { failing: 3 }, { kind: 'messages-failing' }],
  ['one of many is not reached: no reason', { failing: 1 }, { kind: 'not-started' }],
  ['a form waits at a question', { stopped: { question: 4 } }, { kind: 'stopped', question: 4 }],
  ['a form waits to be sent', { stopped: { question: null } }, { kind: 'unsent' }],
  ['some have filed', { done: 2 }, { kind: 'under-way', done: 2, total: 3 }],
  ['silence', { hasWord: false }, { kind: 'no-word' }],
  ['they read and have not begun', {}, { kind: 'not-started' }],
  [
    'who is not there cannot have stopped',
    { joined: 0, stopped: { question: 4 } },
    { kind: 'nobody-joined' },
  ],
  [
    'a begun form tells more than silence',
    { hasWord: false, stopped: { question: 2 } },
    { kind: 'stopped', question: 2 },
  ],
])('%s', (_, signs, cause) => {
  expect(likelyCause({ ...quiet, ...signs })).toEqual(cause)
})
