import { longId, shortId } from '../domain/short-id.ts'
import { answerEntry, listEntriesToConfirm, markAsked, type ProxyEntry } from '../store/proxy-entries.ts'
import { listRecipients } from '../store/recipients.ts'
import { findSubmissionByCode } from '../store/submissions.ts'
import type { Turn } from './command.ts'
import { loadSubmission, submissionLines } from './submission-words.ts'
import { titleOf, wordsFor } from './thing-words.ts'

type Entry = ProxyEntry & { code: string }

/** Somebody who joined is asked, once, whether what was entered for them before is what they had said. */
export async function askAboutEntries(turn: Turn): Promise<void> {
  const person = turn.person
  const entries = person ? await listEntriesToConfirm(turn.tx, person.id, 'unasked') : []
  const [first] = entries
  if (!person || !first) return
  const t = wordsFor(turn)
  const shown: string[] = []
  for (const entry of entries) {
    const submission = await findSubmissionByCode(turn, person.treeId, entry.code)
    const filing = submission && (await loadSubmission(turn, person, submission))
    if (!filing) continue
    const lines = await submissionLines(turn, person, turn.locale, filing)
    shown.push(`${entry.code} · ${titleOf(filing.thing, turn.locale, t)}\n${lines}`)
  }
  if (shown.length === 0) return
  await markAsked(
    turn,
    entries.map(({ id }) => id),
  )
  await turn.replyText([t('proxy-ask', { count: shown.length }), ...shown, t('proxy-ask-end')].join('\n\n'), {
    choices: [
      [{ action: 'proxy:right', label: t('proxy-right') }],
      [{ action: 'proxy:wrong', label: t('proxy-wrong') }],
    ],
  })
}

/** What the person says of one entry, or of all that they were asked about. */
export async function answerEntries(
  turn: Turn,
  entry: string | undefined,
  answer: 'confirmed' | 'disputed',
): Promise<void> {
  const person = turn.person
  const waiting = person ? await listEntriesToConfirm(turn.tx, person.id, 'unanswered') : []
  const wanted = entry ? longId(entry) : null
  const answered = wanted ? waiting.filter(({ id }) => id === wanted) : waiting
  if (!person || answered.length === 0) {
    await turn.reply('proxy-answered')
    return
  }
  for (const each of answered) await answerEntry(turn, each.id, answer)
  if (answer === 'confirmed') {
    await turn.reply('proxy-confirmed')
    return
  }
  await tellTypists(turn, person.treeId, answered)
  const choices = answered.map(({ assignmentId, code }) => [
    {
      action: `form:open:${shortId(assignmentId)}`,
      label: turn.t(turn.locale, 'proxy-correct', { code }),
    },
  ])
  await turn.reply('proxy-disputed', {}, { choices })
}

/** Whoever typed it learns that the person says it otherwise. */
async function tellTypists(turn: Turn, treeId: string, entries: readonly Entry[]): Promise<void> {
  const ids = [...new Set(entries.map(({ enteredBy }) => enteredBy))]
  for (const [personId, to] of await listRecipients(turn.tx, treeId, ids)) {
    const codes = entries.filter(({ enteredBy }) => enteredBy === personId).map(({ code }) => code)
    await turn.say({
      to: { ...to, accountId: null },
      words: { key: 'proxy-disputed-notice', values: { codes: codes.join(', ') } },
      class: 'scheduled',
      topic: 'notice',
      uniqueKey: `proxy-disputed:${turn.updateId}:${personId}`,
    })
  }
}
