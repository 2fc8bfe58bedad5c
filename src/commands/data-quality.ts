import { unitsWithRole } from '../domain/person.ts'
import { branchOf } from '../domain/unit-tree.ts'
import { authorise } from '../store/authorise.ts'
import { listUnits } from '../store/units.ts'
import { dayOf } from '../time.ts'
import type { Command } from './command.ts'
import { dropOffText, qualityText } from './quality-report.ts'

/** `/rasoat`: what is missing or doubled in the roster, and at which question forms stand still. */
export const dataQuality: Command = {
  name: 'data-quality',
  slash: 'rasoat',
  words: ['ra soat'],
  where: 'private',
  for: ['office'],
  run: async (turn) => {
    const { person, locale } = turn
    const roots = person ? unitsWithRole(person, 'office') : []
    if (!person || roots.length === 0) return void (await turn.reply('progress-no-right'))
    const all = await listUnits(turn.tx, person.treeId, dayOf(turn.now))
    for (const root of new Set(roots)) {
      if (!(await authorise(turn, person, 'see-roster', { unitId: root }))) continue
      const inside = new Set(branchOf(root, all))
      const scope = {
        treeId: person.treeId,
        units: all.filter(({ id }) => inside.has(id)),
        isWholeTree: inside.size === all.length,
      }
      await turn.replyText(
        [await qualityText(turn, scope, locale), await dropOffText(turn, scope, locale)].join('\n\n'),
      )
    }
  },
}
