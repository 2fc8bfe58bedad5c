/** What our own records say about a unit in which something is open: counts, never words of a person. */
export interface UnitSigns {
  /** People of the unit (members and those with a post there) who have a chat with a bot. */
  joined: number
  /** Of them, those to whom lately nothing came through. */
  failing: number
  /** The same among those who file for the unit. */
  staffFailing: number
  /** Anybody of the unit wrote or pressed something in the last two weeks. */
  hasWord: boolean
  /** Where the open drafts of what is late stand: the question most of them wait at. */
  stopped: { question: number } | { question: null } | null
  /** Of what is late: how much of it is done. */
  done: number
  total: number
}

/** Why something may be open, in neutral words (`cause-…`). */
export type Cause =
  | { kind: 'nobody-joined' }
  | { kind: 'messages-failing' }
  | { kind: 'stopped'; question: number }
  | { kind: 'unsent' }
  | { kind: 'under-way'; done: number; total: number }
  | { kind: 'no-word' }
  | { kind: 'not-started' }

/**
 * The likely cause, the one that a call can mend first: who is not there cannot read, who cannot be reached
 * cannot answer, who has begun needs a hand.
 */
export function likelyCause(signs: UnitSigns): Cause {
  if (signs.joined === 0) return { kind: 'nobody-joined' }
  if (signs.staffFailing > 0 || signs.failing * 2 > signs.joined) return { kind: 'messages-failing' }
  if (signs.stopped) {
    const { question } = signs.stopped
    return question === null ? { kind: 'unsent' } : { kind: 'stopped', question }
  }
  if (signs.done > 0) return { kind: 'under-way', done: signs.done, total: signs.total }
  return signs.hasWord ? { kind: 'not-started' } : { kind: 'no-word' }
}
