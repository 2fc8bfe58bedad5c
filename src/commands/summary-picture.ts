import { type PictureFile, planPicture } from '../documents/bars-picture.ts'
import { signDownload } from '../documents/download-link.ts'
import type { PersonView } from '../domain/person.ts'
import { quarterAt } from '../domain/roll-up-span.ts'
import { longId } from '../domain/short-id.ts'
import { dayOf, formatDay } from '../time.ts'
import type { Tools, Turn } from './command.ts'
import { countNow } from './summary-counts.ts'
import { authoriseScope, type SummaryScope } from './summary-scope.ts'

/**
 * The bars of a scope: as a photo where the channel takes bytes, else as a link. False when the person may not
 * see the figures. `place`: short id of the unit, null for the whole scope.
 */
export async function sendPicture(turn: Turn, scope: SummaryScope, place: string | null): Promise<boolean> {
  const { person, locale } = turn
  if (!person) return false
  const today = dayOf(turn.now, scope.tops[0]?.zone)
  if (!turn.bots.can(turn.chat.botId).photoBytes && turn.publicUrl !== null) {
    const unitId = place === null ? null : longId(place)
    await turn.reply('picture-link', { link: pictureLink(turn, turn.publicUrl, person, unitId) })
    return true
  }
  const made = await makePicture(turn, person, scope, locale)
  if (made === 'refused') return false
  const canShow = turn.bots.can(turn.chat.botId).photoBytes
  if (made && canShow) await turn.reply('picture-sent', { day: formatDay(today) }, { file: made })
  else await turn.reply('picture-none')
  return true
}

/** A link to the picture for a week. */
export function pictureLink(
  { vault, now }: Pick<Tools, 'vault' | 'now'>,
  publicUrl: string,
  person: PersonView,
  unitId: string | null,
): string {
  const { year, quarter } = quarterAt(dayOf(now))
  const { token } = signDownload(vault, { kind: 'bars', personId: person.id, unitId, year, quarter }, now)
  return `${publicUrl}/files/${token}`
}

/** The PNG for somebody, on record; null when there is nothing to compare. */
export async function makePicture(
  tools: Tools,
  person: PersonView,
  scope: SummaryScope,
  locale: 'vi' | 'en',
): Promise<PictureFile | null | 'refused'> {
  if (!(await authoriseScope(tools, person, 'see-figures', scope))) return 'refused'
  const { unitIds, units, tops } = scope
  const today = dayOf(tools.now, tops[0]?.zone)
  const counts = await countNow(tools, person.treeId, unitIds, locale, today)
  const draw = planPicture({ unitIds, units, counts, today }, (key, values) => tools.t(locale, key, values))
  return draw ? draw() : null
}
