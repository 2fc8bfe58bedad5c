import type { Locale, Values } from '../i18n.ts'
import { formatDay, type Day } from '../time.ts'
import { GROUPS, PERSONAS } from './personas.ts'

export interface PlaygroundFacts {
  /** Product time's day. */
  today: Day
  /** The playground's own directory, as shown to the visitor. */
  dataDir: string
  /** Codes of those whom the visitor can let join, by the persona's name. */
  codes: ReadonlyMap<string, string>
}

type Words = (locale: Locale, key: string, values?: Values) => string

/** How to talk with the playground: who is there, what to type; Vietnamese first, English below. */
export function describePlayground(facts: PlaygroundFacts, t: Words): string[] {
  return (['vi', 'en'] as const).flatMap((locale) => {
    const say = (key: string, values?: Values) => t(locale, `playground-hint-${key}`, values)
    const rows = PERSONAS.map(({ name, channel, fullName, about }) => {
      const waits = facts.codes.has(name) ? `; ${say('not-joined')}` : ''
      const place = channel === 'telegram' ? 'Telegram' : 'Zalo'
      return `  ${name.padEnd(7)} ${place.padEnd(9)} ${fullName}, ${about[locale]}${waits}`
    })
    const joining = PERSONAS.flatMap(({ name, channel }) => {
      const code = facts.codes.get(name)
      if (code === undefined) return []
      return [command(`say ${name} "${channel === 'telegram' ? '/start ' : ''}${code}"`)]
    })
    return [
      '',
      say('ready', { day: formatDay(facts.today) }),
      '',
      ...rows,
      '',
      say('talk'),
      command('say ha "/viec"'),
      command('say thao "báo cáo"'),
      command('read thao'),
      ...(joining.length > 0 ? [say('join'), ...joining] : []),
      say('groups'),
      ...GROUPS.map(({ name, owner }) => command(`read ${owner} --group ${name}`)),
      say('time'),
      command('clock set +7d'),
      say('again', { folder: facts.dataDir }),
    ]
  })
}

function command(words: string): string {
  return `  npx nhipquy ${words}`
}
