import { mayDo } from '../store/authorise.ts'
import { listOfficeAbove } from '../store/office-above.ts'
import { listRecipients } from '../store/recipients.ts'
import {
  applyRosterChange,
  findRosterChange,
  proposeRosterChange,
  type RosterChange,
  saveDecision,
} from '../store/roster-changes.ts'
import { recordAudit } from '../store/audit.ts'
import { dayOf, formatDay } from '../time.ts'
import { describeChange, subjectOf } from './change-words.ts'
import type { Turn } from './command.ts'

/** Writes a proposal down and tells the office; whoever decides on such changes makes it at once. */
export async function sendChange(
  turn: Turn,
  change: Pick<RosterChange, 'treeId' | 'unitId' | 'personId' | 'content' | 'proposedBy'>,
): Promise<void> {
  const person = turn.person!
  const id = await proposeRosterChange(turn, change)
  if (id === null) return void (await turn.reply('change-waits-already'))
  const target = { unitId: change.unitId, ...(change.personId && { personId: change.personId }) }
  if (await mayDo(turn, person, 'change-roster', target)) {
    const written = await findRosterChange(turn, id)
    return decideChange(turn, written!, true)
  }
  const values = { ...(await subjectOf(turn, change)), change: await describeChange(turn, change.content) }
  const office = await listOfficeAbove(turn.tx, {
    treeId: person.treeId,
    unitId: change.unitId,
    day: dayOf(turn.now),
    exceptPersonId: person.id,
  })
  for (const to of office) {
    await turn.say({
      to: { ...to, accountId: null },
      words: {
        key: 'change-notice',
        values: {
          ...values,
          change: await describeChange({ ...turn, locale: to.locale }, change.content),
          author: person.fullName,
          on: formatDay(dayOf(turn.now)),
        },
      },
      class: 'scheduled',
      topic: 'notice',
      uniqueKey: `change:${id}:${to.personId}`,
    })
  }
  await turn.reply(office.length > 0 ? 'change-sent' : 'change-kept', values)
}

/** Makes or refuses a change that waits, and tells everybody whom it concerns. Rights are the caller's business. */
export async function decideChange(
  turn: Turn,
  change: RosterChange,
  isConfirmed: boolean,
  reason?: string,
): Promise<void> {
  const person = turn.person!
  const values = { ...(await subjectOf(turn, change)), change: await describeChange(turn, change.content) }
  const personId = isConfirmed ? await applyRosterChange(turn, change, person.code) : null
  if (isConfirmed && personId === null) {
    // It fits no longer: it must not wait for ever.
    await saveDecision(turn, change, { state: 'refused', decidedBy: person.id })
    await turn.reply('change-fits-no-longer', values)
    return
  }
  await saveDecision(turn, change, {
    state: isConfirmed ? 'confirmed' : 'refused',
    decidedBy: person.id,
    ...(reason !== undefined && { reason }),
    ...(personId !== null && { personId }),
  })
  await recordAudit(turn, {
    treeId: change.treeId,
    actorPersonId: person.id,
    actorRole: 'office',
    action: 'change-roster',
    aboutPersonId: personId ?? change.personId,
    aboutUnitId: change.unitId,
    details: { change: change.id, kind: change.content.kind, confirmed: isConfirmed },
  })
  await turn.reply(isConfirmed ? 'change-made' : 'change-refused', values)
  await tellProposer(turn, change, isConfirmed, reason)
  if (isConfirmed && personId !== null) await tellConcerned(turn, change, personId)
}

async function tellProposer(
  turn: Turn,
  change: RosterChange,
  isConfirmed: boolean,
  reason: string | undefined,
): Promise<void> {
  if (change.proposedBy === turn.person!.id) return
  const to = (await listRecipients(turn.tx, change.treeId, [change.proposedBy])).get(change.proposedBy)
  if (!to) return
  const reader = { ...turn, locale: to.locale }
  const words = { ...(await subjectOf(reader, change)), change: await describeChange(reader, change.content) }
  const why = reason === undefined ? '' : turn.t(to.locale, 'change-told-reason', { reason })
  await turn.say({
    to: { ...to, accountId: null },
    words: {
      key: isConfirmed ? 'change-told-made' : 'change-told-refused',
      values: { ...words, why, by: turn.person!.fullName },
    },
    class: 'scheduled',
    topic: 'notice',
    uniqueKey: `change-decided:${change.id}`,
  })
}

/** Whoever stands in for a secretary from now on is told, with the day on which it ends. */
async function tellConcerned(turn: Turn, { id, treeId, unitId, content }: RosterChange, personId: string) {
  if (content.kind !== 'acting') return
  const to = (await listRecipients(turn.tx, treeId, [personId])).get(personId)
  if (!to) return
  const { unit } = await subjectOf(turn, { unitId, personId, content })
  await turn.say({
    to: { ...to, accountId: null },
    words: { key: `acting-begun-${content.role}`, values: { unit, until: formatDay(content.until) } },
    class: 'scheduled',
    topic: 'notice',
    uniqueKey: `acting:${id}`,
  })
}
