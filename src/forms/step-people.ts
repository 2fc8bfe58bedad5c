import { matchPeople } from '../domain/vietnamese-names.ts'
import { plain } from '../domain/vietnamese-text.ts'
import { readYesNo } from '../domain/vietnamese-yes-no.ts'
import { placeOf } from './form-places.ts'
import type { PeopleEntry } from './form-state.ts'
import { findTwice, settlePeople } from './read-people.ts'
import { takeAnswer } from './take-answers.ts'
import { advance, record, refuse, type Turn } from './turn.ts'

/** What is still asked about the people named: who of several, then whether those without a reason had one. */
export type PeopleQuestion = { kind: 'who'; entry: PeopleEntry } | { kind: 'reason'; entries: PeopleEntry[] }

export function nextPeopleQuestion(entries: readonly PeopleEntry[]): PeopleQuestion | null {
  const unclear = entries.find((entry) => entry.candidates.length > 1)
  if (unclear) return { kind: 'who', entry: unclear }
  const bare = entries.filter((entry) => entry.excused === null)
  return bare.length > 0 ? { kind: 'reason', entries: bare } : null
}

/** An answer to that question: a number, a name, `có lý do`, or the whole list of the absent anew. */
export function answerAboutPeople(turn: Turn, text: string): void {
  const people = turn.state.people!
  const question = nextPeopleQuestion(people.entries)!
  const said = plain(text)
  if (question.kind === 'who') {
    const roster = turn.view.context.roster.filter((one) => question.entry.candidates.includes(one.personId))
    const byNumber = /^\d+$/.test(said) ? question.entry.candidates[Number(said) - 1] : undefined
    const fitting = byNumber ? [byNumber] : matchPeople(text, roster).map((one) => one.personId)
    if (fitting.length === 1) return pickPerson(turn, fitting[0]!)
  } else {
    const excused = readReason(said)
    if (excused !== null) return giveReason(turn, excused)
  }
  const place = placeOf(turn.view, people.path)
  const isNewList =
    /[,;\n:]|^(?:vang|du|khong vang|khong ai)\b/.test(said) || (question.kind === 'reason' && said.length > 2)
  if (place && isNewList) return takeAnswer(turn, place, text)
  refuse(turn, {
    code: 'choice-unknown',
    values: { count: question.kind === 'who' ? question.entry.candidates.length : 2 },
  })
}

export function pickPerson(turn: Turn, personId: string): void {
  const entries = turn.state.people!.entries
  const question = nextPeopleQuestion(entries)
  if (question?.kind === 'who') question.entry.candidates = [personId]
  settle(turn)
}

/** Puts down the reason (or none) for everybody of whom none was said. */
export function giveReason(turn: Turn, excused: boolean): void {
  for (const entry of turn.state.people!.entries) entry.excused ??= excused
  settle(turn)
}

function settle(turn: Turn): void {
  const people = turn.state.people!
  const twice = findTwice(people.entries)
  if (twice) {
    turn.state.people = null
    refuse(turn, { code: 'person-twice', values: { name: twice } })
    return
  }
  const value = settlePeople(people.entries, turn.view.context.roster)
  if (!value) return
  record(turn, people.path, value)
  advance(turn)
}

function readReason(said: string): boolean | null {
  if (said === '1' || /^(?:co|deu co|ca hai co|tat ca co)? ?(?:ly do|li do|phep)$/.test(said)) return true
  if (said === '2' || /^(?:khong|ko|deu khong)(?: co)? (?:ly do|li do|phep)$/.test(said)) return false
  return readYesNo(said)
}
