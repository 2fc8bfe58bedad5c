import { signDownload } from '../documents/download-link.ts'
import { EXPORT_LISTS } from '../domain/export-columns.ts'
import { periodKey, quarterAt } from '../domain/roll-up-span.ts'
import { dayOf, formatDay } from '../time.ts'
import type { Command, Turn } from './command.ts'
import { makeListFile } from './export-file.ts'

const EXPORT = 'export'
const ROMAN = ['', 'I', 'II', 'III', 'IV'] as const

/** `/xuat`: the office takes tables and lists of its branch away; a file where files go, else a link for a week. */
export const exportLists: Command = {
  name: EXPORT,
  slash: 'xuat',
  words: ['xuat', 'xuat bang'],
  where: 'private',
  for: ['office'],
  run: async (turn) => {
    const quarter = quarterAt(dayOf(turn.now))
    const word = (key: string, values?: Record<string, string | number>) => turn.t(turn.locale, key, values)
    await turn.reply(
      'export-which',
      {},
      {
        choices: [
          [
            {
              action: `summary:file:all:${periodKey(quarter)}`,
              label: word('summary-file-button', { quarter: `${ROMAN[quarter.quarter]}/${quarter.year}` }),
            },
          ],
          ...EXPORT_LISTS.map((list) => [
            { action: `${EXPORT}:take:${list}`, label: word(`export-list-${list}`) },
          ]),
        ],
      },
    )
  },
  actions: { take: (turn, [list]) => take(turn, list ?? '') },
}

async function take(turn: Turn, typed: string): Promise<void> {
  const { person, locale } = turn
  const list = EXPORT_LISTS.find((each) => each === typed)
  if (!person || !list) return void (await turn.reply('progress-no-right'))
  const name = turn.t(locale, `export-list-${list}`)
  if (!turn.bots.can(turn.chat.botId).documents && turn.publicUrl !== null) {
    const { year, quarter } = quarterAt(dayOf(turn.now))
    const link = { kind: list, personId: person.id, unitId: null, year, quarter }
    const { token, until } = signDownload(turn.vault, link, turn.now)
    await turn.reply('export-link', {
      list: name,
      link: `${turn.publicUrl}/files/${token}`,
      until: formatDay(dayOf(until)),
    })
    return
  }
  if (!turn.bots.can(turn.chat.botId).documents) return void (await turn.reply('export-no-files'))
  const file = await makeListFile(turn, person, list, locale)
  if (file === 'refused') return void (await turn.reply('progress-no-right'))
  if (file === 'too-many') return void (await turn.reply('export-too-many'))
  await turn.reply('export-sent', { list: name }, { file })
}
