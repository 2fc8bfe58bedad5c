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
export function describePlayground({ today, dataDir, codes }: PlaygroundFacts, t: Words): string[] {
  const day = formatDay(today)
  const say = (key: string, values?: Values) => t('vi', `playground-hint-${key}`, values)
  const joining = PERSONAS.flatMap(({ name, channel }) => {
    const code = codes.get(name)
    return code === undefined
      ? []
      : [command(`say ${name} "${channel === 'telegram' ? '/start ' : ''}${code}"`)]
  })
  return [
    '',
    say('ready', { day }),
    '',
    ...PERSONAS.map(({ name, channel, fullName, about }) => {
      const place = channel === 'telegram' ? 'Telegram' : 'Zalo'
      const waits = codes.has(name) ? ` – ${say('not-joined')}` : ''
      return `  ${name.padEnd(6)} ${place.padEnd(9)} ${fullName}: ${about.vi} (${about.en})${waits}`
    }),
    '',
    say('talk'),
    ...['say ha "/viec"', 'say thao "báo cáo"', 'read thao'].map(command),
    ...(joining.length > 0 ? [say('join'), ...joining] : []),
    say('groups'),
    ...GROUPS.map(({ name, owner }) => command(`read ${owner} --group ${name}`)),
    say('time'),
    command('clock set +7d'),
    say('again', { folder: dataDir }),
    '',
    t('en', 'playground-hint-ready', { day }),
    t('en', 'playground-hint-talk'),
    ...(joining.length > 0 ? [t('en', 'playground-hint-join')] : []),
    t('en', 'playground-hint-groups'),
    t('en', 'playground-hint-time'),
    t('en', 'playground-hint-again', { folder: dataDir }),
  ]
}

function command(words: string): string {
  return `  npx nhipquy ${words}`
}
