import { wordsOf } from '../domain/form-definition.ts'
import { titleWithPeriod } from '../domain/period-words.ts'
import type { Programme } from '../domain/programme.ts'
import type { BotMonthCount, Rehearsal, RehearsedPost } from '../domain/rehearsal-tally.ts'
import { REHEARSED_KINDS } from '../domain/rehearsal-tally.ts'
import { listRounds, type OfficeDate } from '../domain/rounds.ts'
import { formatDay, formatShortDay } from '../time.ts'
import { commandOf, groupWords, type NudgeSubject } from './nudge-words.ts'

type Words = (key: string, values?: Record<string, string | number>) => string

/** Share of a quota from which a month is marked. */
const WARN_SHARE = 80

/** A rehearsal as the operator reads it: months of bots, the worst week, what is held back, the answers. */
export function rehearsalLines(rehearsal: Rehearsal, perWeek: number, t: Words): string[] {
  const { worstWeek, held, answers } = rehearsal
  return [
    t('rehearse-answers', { ...answers }),
    '',
    t('rehearse-months'),
    ...rehearsal.months.map((month) => `  ${monthLine(month, t)}`),
    '',
    worstWeek
      ? t('rehearse-worst', {
          messages: worstWeek.messages,
          people: worstWeek.people,
          monday: formatDay(worstWeek.monday),
          perWeek,
        })
      : t('rehearse-worst-none'),
    ...(held.length === 0 ? [] : ['', t('rehearse-held')]),
    ...held.map(({ reason, kind, count, people }) => {
      const values = { reason: t(`held-${reason}`), kind: t(`rehearse-kind-${kind}`), count, people }
      return `  ${t('rehearse-held-line', values)}`
    }),
  ]
}

function monthLine({ bot, quota, month, all, byKind }: BotMonthCount, t: Words): string {
  const kinds = REHEARSED_KINDS.flatMap((kind) => {
    const count = byKind[kind]
    return count === undefined ? [] : [`${t(`rehearse-kind-${kind}`)} ${count}`]
  }).join(', ')
  const [year, number] = month.split('-')
  const when = `${number}/${year}`
  if (quota === null) return t('rehearse-month', { bot, month: when, all, kinds })
  const share = Math.ceil((all / quota) * 100)
  const line = t('rehearse-month-quota', { bot, month: when, all, quota, share, kinds })
  return share >= WARN_SHARE ? `${line} ${t('rehearse-month-warn')}` : line
}

/** The group posts as they would read: of every obligation and round the first, with how many there are. */
export function rehearsedPosts(
  { posts }: Pick<Rehearsal, 'posts'>,
  { programme, officeDates }: { programme: Programme; officeDates: readonly OfficeDate[] },
  unitNames: ReadonlyMap<string, string>,
  t: Words,
): string[] {
  const first = new Map<string, { post: RehearsedPost; count: number }>()
  for (const post of posts) {
    const about = post.reminders.map(({ obligationId, period }) => `${obligationId} ${period}`).join(' + ')
    const known = first.get(about)
    if (known) known.count += 1
    else first.set(about, { post, count: 1 })
  }
  if (first.size === 0) return []
  const wording = {
    subjectOf: (reminder: { unitId: string; obligationId: string; period: string }): NudgeSubject => {
      const obligation = programme.obligations.find(({ code }) => code === reminder.obligationId)!
      const round = listRounds(programme, obligation, officeDates).find(
        ({ period }) => period === reminder.period,
      )
      return {
        title: titleWithPeriod(wordsOf(obligation.title, 'vi'), reminder.period, t),
        phrase: round?.due.phrase ?? '',
        command: commandOf(obligation),
        unitName: unitNames.get(reminder.unitId) ?? '',
        isForGroup: false,
      }
    },
    names: new Map<string, string>(),
    t,
  }
  return [
    '',
    t('rehearse-posts', { count: posts.length }),
    ...[...first.values()].flatMap(({ post, count }) => [
      `== ${t('rehearse-post', { day: formatShortDay(post.day), count })}`,
      ...groupWords(post.reminders, { ...wording, taskOf: wording.subjectOf })
        .split('\n')
        .map((line) => `  | ${line}`.trimEnd()),
    ]),
  ]
}
