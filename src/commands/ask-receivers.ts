import type { Choice } from '../channels/channel-adapter.ts'
import { shortId } from '../domain/short-id.ts'
import type { OwedThing } from '../store/open-assignments.ts'
import { listPersonViews } from '../store/people.ts'
import type { Receivers } from '../store/receivers.ts'
import { listRecipients } from '../store/recipients.ts'
import { type Filed, getCurrentVersion } from '../store/submissions.ts'
import { dayOf } from '../time.ts'
import type { Tools } from './command.ts'
import { formOfVersion } from './form-of-thing.ts'
import { proxyLines } from './proxy-mark.ts'
import { maySee, submissionLines } from './submission-words.ts'
import { reviewWords, titleOf, wordsFor } from './thing-words.ts'

/** Gives a fresh version to those who receive it, in private, with their two answers; and to readers of copies. */
export async function askReceivers(
  tools: Tools,
  thing: OwedThing,
  filed: Filed,
  { receivers, copies }: Receivers,
): Promise<void> {
  const people = await listPersonViews(tools.tx, [...receivers, ...copies], dayOf(tools.now))
  const targets = await listRecipients(tools.tx, thing.treeId, [...receivers, ...copies])
  if (targets.size === 0) return
  const version = await getCurrentVersion(tools, filed.submission)
  const { definition } = await formOfVersion(tools, thing, version.formVersionId)
  const author = await authorOf(tools, thing)
  for (const reader of people) {
    const to = targets.get(reader.id)
    if (!to) continue
    const t = wordsFor({ t: tools.t, locale: to.locale })
    const isAsked = receivers.includes(reader.id)
    const shown = { submission: filed.submission, version, thing, definition }
    if (!(await maySee(tools, reader, shown))) continue
    const { code } = filed.submission
    const text = [
      t(isAsked ? 'review-head' : 'review-copy-head', { code }),
      [
        t('review-from', { author, title: titleOf(thing, to.locale, t) }),
        ...(await proxyLines({ ...tools, locale: to.locale }, version, thing.unit.zone)),
      ].join('\n'),
      await submissionLines(tools, reader, to.locale, shown),
      isAsked ? t('review-hint', { code }) : t('review-copy-hint', { code }),
    ].join('\n\n')
    await tools.say({
      to,
      words: { text },
      ...(isAsked && { choices: reviewChoices(thing, filed.versionId, to.locale) }),
      class: 'scheduled',
      topic: 'review',
      uniqueKey: `review:${filed.versionId}:${reader.id}`,
    })
  }
}

/** A receiver's two answers about one version, in the programme's words. */
export function reviewChoices(thing: OwedThing, versionId: string, locale: 'vi' | 'en'): Choice[][] {
  const words = reviewWords(thing, locale)
  return [
    [{ action: `review:received:${shortId(versionId)}`, label: words.received }],
    [{ action: `review:comment:${shortId(versionId)}`, label: words.commented }],
  ]
}

/** Whose it is: the person with the unit, or the unit. */
export async function authorOf(tools: Tools, thing: OwedThing): Promise<string> {
  if (!thing.personId) return thing.unit.name
  const [person] = await listPersonViews(tools.tx, [thing.personId], dayOf(tools.now))
  return `${person?.fullName ?? ''} (${thing.unit.name})`
}
