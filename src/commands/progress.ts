import { describeProgress } from '../domain/describe-progress.ts'
import { planDigest } from '../domain/plan-digest.ts'
import { authorise } from '../store/authorise.ts'
import { listCountedThings } from '../store/counted-things.ts'
import { listMemberIds } from '../store/people.ts'
import { countProxyFilings } from '../store/proxy-entries.ts'
import { findUnit } from '../store/units.ts'
import { dayOf } from '../time.ts'
import type { Command } from './command.ts'

const WEEK_MS = 7 * 86_400_000

/** `/tiendo`: how far one's own units are. Counts only, and none that points at somebody. */
export const progress: Command = {
  name: 'progress',
  slash: 'tiendo',
  words: ['tien do'],
  where: 'private',
  for: 'joined',
  run: async (turn) => {
    const { person, locale, tx } = turn
    const t = (key: string, values?: Record<string, string | number>) => turn.t(locale, key, values)
    const own = new Set([
      ...(person?.memberships ?? []).map((membership) => membership.unitId),
      ...(person?.posts ?? []).map((post) => post.unitId),
    ])
    if (!person || own.size === 0) return void (await turn.reply('progress-no-right'))
    const counts = await listCountedThings(tx, {
      treeId: person.treeId,
      day: dayOf(turn.now),
      lastWeek: new Date(turn.now.getTime() - WEEK_MS),
      locale,
      t,
      unitIds: [...own],
    })
    for (const unitId of own) {
      const unit = await findUnit(tx, unitId, dayOf(turn.now))
      if (!unit || !(await authorise(turn, person, 'see-figures', { unitId }))) continue
      const today = dayOf(turn.now, unit.zone)
      const members = await listMemberIds(tx, [unitId], today)
      const digest = planDigest(counts, [unitId], today)
      const open = person.posts.some((post) => post.unitId === unitId && post.role !== 'member')
      const text = describeProgress(digest, { name: unit.name, members: members.length }, open, today, t)
      // How many could not type themselves is for those who answer for the unit.
      const proxies = open ? (await countProxyFilings(tx, [unitId], today)).get(unitId) : undefined
      await turn.replyText(proxies ? `${text}\n\n${t('progress-proxies', { ...proxies })}` : text)
    }
  },
}
