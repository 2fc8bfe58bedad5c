import type { Choice } from '../channels/channel-adapter.ts'
import { shortId } from '../domain/short-id.ts'
import { findRosterChange, type RosterChange, saveDecision } from '../store/roster-changes.ts'
import { describeChange, subjectOf } from './change-words.ts'
import type { Turn } from './command.ts'

/** Most that are offered under one list. */
const SHOWN = 6

/** For each change of a unit's list that this person proposed and that waits: a choice to take it back. */
export async function takeBackChoices(turn: Turn, changes: readonly RosterChange[]): Promise<Choice[][]> {
  const own = changes.filter(({ proposedBy }) => proposedBy === turn.person?.id).slice(0, SHOWN)
  const choices: Choice[][] = []
  for (const change of own) {
    const { name } = await subjectOf(turn, change)
    const said = await describeChange(turn, change.content)
    const label = turn.t(turn.locale, 'change-take-back', { name, change: said })
    choices.push([{ action: `change:take-back:${shortId(change.id)}`, label }])
  }
  return choices
}

/** Takes one's own proposal back while the office has not decided. */
export async function takeBackChange(turn: Turn, changeId: string | null): Promise<void> {
  const change = changeId ? await findRosterChange(turn, changeId) : null
  if (!change || change.proposedBy !== turn.person?.id) return void (await turn.reply('change-gone'))
  if (change.state !== 'proposed') return void (await turn.reply('change-answered-already'))
  await saveDecision(turn, change, { state: 'taken-back', decidedBy: turn.person.id })
  const values = { ...(await subjectOf(turn, change)), change: await describeChange(turn, change.content) }
  await turn.reply('change-taken-back', values)
}
