import { findProxyMark } from '../store/proxy-entries.ts'
import type { SubmissionVersion } from '../store/submissions.ts'
import { listNames } from '../store/unit-staff.ts'
import { dayOf, formatDay } from '../time.ts'
import type { Tools } from './command.ts'
import { wordsFor } from './thing-words.ts'

/** That it was taken from paper; or who typed a version for its person, how that one agreed, and whether they confirmed it; else nothing. */
export async function proxyLines(
  tools: Tools & { locale: 'vi' | 'en' },
  version: Pick<SubmissionVersion, 'id' | 'filedBy' | 'enteredBy' | 'source' | 'filedAt'>,
  zone: string,
): Promise<string[]> {
  if (version.source === 'paper') {
    const names = await listNames(tools.tx, [version.enteredBy])
    const day = formatDay(dayOf(version.filedAt, zone))
    return [wordsFor(tools)('done-mark', { day, name: names.get(version.enteredBy) ?? '' })]
  }
  if (version.filedBy === version.enteredBy) return []
  const mark = await findProxyMark(tools, version.id)
  if (!mark) return []
  const t = wordsFor(tools)
  const consent = t(`proxy-by-${mark.method}`, { witness: mark.witness ?? '' })
  const day = mark.answeredAt ? formatDay(dayOf(mark.answeredAt, zone)) : ''
  return [
    t('proxy-mark', { name: mark.enteredBy, consent }),
    t(`proxy-mark-${mark.answer ?? 'unanswered'}`, { day }),
  ]
}
