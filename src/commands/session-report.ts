import { decideRefiling } from '../domain/submission-state.ts'
import { listOwedThings, type OwedThing } from '../store/open-assignments.ts'
import { dayOf } from '../time.ts'
import { chooseThing } from './choose-thing.ts'
import type { Command } from './command.ts'
import { isOpened } from './thing-words.ts'

const KINDS = ['session-report', 'report']

/** `/baocao`: the report of a unit, written by its secretary, deputies or contact. */
export const sessionReport: Command = {
  name: 'report',
  slash: 'baocao',
  aliases: ['report'],
  words: ['bao cao'],
  where: 'private',
  for: ['secretary', 'deputy', 'contact', 'office'],
  run: async (turn) => {
    const reports = (await listOwedThings(turn, turn.person!)).filter(
      ({ obligation, personId }) => personId === null && KINDS.includes(obligation.kind),
    )
    const dayIn = (thing: OwedThing) => dayOf(turn.now, thing.unit.zone)
    const owed = reports.filter(
      (thing) => thing.state === 'open' && (isOpened(thing, dayIn(thing)) || thing.draft),
    )
    const again = reports.filter(
      (thing) =>
        thing.submission &&
        (thing.draft ||
          decideRefiling(thing.submission.state, thing.dueOn, dayIn(thing)).kind === 'may-refile'),
    )
    const list = owed.length > 0 ? owed : again
    if (list.length > 0) return chooseThing(turn, list, 'report-which')
    const next = reports.find((thing) => thing.state === 'open')
    if (next) return chooseThing(turn, [next], 'report-which')
    const filed = reports.find((thing) => thing.submission)
    if (filed) await turn.reply('report-all-filed', { code: filed.submission!.code })
    else await turn.reply('report-none-owed')
  },
}
