import { wordsOf } from '../domain/form-definition.ts'
import { titleWithPeriod } from '../domain/period-words.ts'
import { longId, shortId } from '../domain/short-id.ts'
import { decideRefiling } from '../domain/submission-state.ts'
import { listLiveProgrammes } from '../store/live-programmes.ts'
import { listOwedThings, type OwedThing } from '../store/open-assignments.ts'
import { listVolunteerOffers, takeOnAssignment, type VolunteerOffer } from '../store/volunteering.ts'
import { dayOf } from '../time.ts'
import { chooseThing } from './choose-thing.ts'
import type { Command, Turn } from './command.ts'
import { openAssignment } from './form.ts'
import { isOpened, titleOf, type Words, wordsFor } from './thing-words.ts'

/** `/dangky`: writes the pledge that a person owes, or the collective one of a unit they file for. */
export const pledge: Command = {
  name: 'pledge',
  slash: 'dangky',
  aliases: ['pledge'],
  words: ['dang ky', 'cam ket ca nhan', 'ban dang ky'],
  where: 'private',
  for: 'joined',
  run: async (turn) => {
    const pledges = (await listOwedThings(turn, turn.person!)).filter(
      ({ obligation }) => obligation.kind === 'pledge',
    )
    const open = toWrite(turn, pledges).sort(
      (a, b) => Number(a.personId === null) - Number(b.personId === null),
    )
    if (open.length === 0) return sayNothingToWrite(turn, pledges)
    await chooseThing(turn, open, 'pledge-which', (thing, t) => whose(turn, thing, open, t))
  },
  actions: { free: takeOnFree },
}

/** What is owed now; where all is filed, what was sent back or may still be changed. */
function toWrite(turn: Turn, pledges: readonly OwedThing[]): OwedThing[] {
  const dayIn = (thing: OwedThing) => dayOf(turn.now, thing.unit.zone)
  const owed = pledges.filter((thing) => thing.state === 'open')
  const opened = owed.filter((thing) => isOpened(thing, dayIn(thing)) || thing.draft)
  if (opened.length > 0) return opened
  if (owed.length > 0) return owed
  return pledges.filter(
    (thing) =>
      thing.submission &&
      decideRefiling(thing.submission.state, thing.dueOn, dayIn(thing)).kind === 'may-refile',
  )
}

/** Filed already, or not asked: then what may be taken on freely is offered. */
async function sayNothingToWrite(turn: Turn, pledges: readonly OwedThing[]): Promise<void> {
  const filed = pledges.find((thing) => thing.submission)
  if (filed) {
    await turn.reply('pledge-all-filed', { code: filed.submission!.code })
    return
  }
  const offers = await listFreePledges(turn)
  if (offers.length === 0) {
    await turn.reply('pledge-none-owed')
    return
  }
  const choices = offers.map(({ offer, title }) => [
    { action: `pledge:free:${shortId(offer.obligationId)}:${offer.terms.period}`, label: title },
  ])
  await turn.reply('pledge-may-volunteer', {}, { choices })
}

/** Pledges that nobody asks of this person but that the programme welcomes. */
async function listFreePledges(turn: Turn): Promise<{ offer: VolunteerOffer; title: string }[]> {
  const live = await listLiveProgrammes(turn.tx, turn.person!.treeId)
  const offers = await listVolunteerOffers(turn, turn.person!)
  return offers.flatMap((offer) => {
    const programme = live.find(({ id }) => id === offer.programmeId)?.content
    const obligation = programme?.obligations.find(({ code }) => code === offer.terms.obligation)
    if (obligation?.kind !== 'pledge') return []
    const t = wordsFor(turn)
    return [{ offer, title: titleWithPeriod(wordsOf(obligation.title, turn.locale), offer.terms.period, t) }]
  })
}

/** Takes on what the programme leaves free, and opens its form. */
async function takeOnFree(turn: Turn, [obligation, period]: string[]): Promise<void> {
  if (!turn.person) return
  const obligationId = longId(obligation ?? '')
  const assignmentId =
    obligationId && period ? await takeOnAssignment(turn, turn.person, { obligationId, period }) : null
  if (assignmentId) await openAssignment(turn, shortId(assignmentId))
  else await pledge.run(turn, '')
}

/** Personal or collective, where both are to be written; else by title. */
function whose(turn: Turn, thing: OwedThing, all: readonly OwedThing[], t: Words): string {
  const isMixed = new Set(all.map(({ personId }) => personId === null)).size === 2
  if (!isMixed || all.length > 2) return titleOf(thing, turn.locale, t)
  return thing.personId === null ? t('pledge-collective', { unit: thing.unit.name }) : t('pledge-personal')
}
