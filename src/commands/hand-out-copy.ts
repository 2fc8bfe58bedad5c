import { signDownload } from '../documents/download-link.ts'
import { quarterAt } from '../domain/roll-up-span.ts'
import { recordAudit } from '../store/audit.ts'
import { saveCaseDecision } from '../store/data-desk/data-cases.ts'
import { dayOf, formatDay } from '../time.ts'
import type { Turn } from './command.ts'
import { openCase, receiptValues, tellOffice } from './open-data-case.ts'
import { copyAsText, makeConsentRecord, makeOwnCopy, type OwnFile } from './own-copy.ts'

/** Longer copies are not read as messages: the office hands them out. */
const MOST_LETTERS = 12_000

type Kind = 'copy' | 'consents'

/**
 * `xin bản sao`: a case with the clock of the law, answered at once where the channel can carry the copy; where
 * it cannot, the office hands it out.
 */
export async function handOutCopy(turn: Turn): Promise<void> {
  const person = turn.person!
  const { opened, isNew } = await openCase(turn, 'copy')
  const file = await makeOwnCopy(turn, person, turn.locale)
  const isGiven = file !== null && (await handOut(turn, 'copy', file, receiptValues(turn, opened)))
  if (!isGiven) {
    await turn.reply(isNew ? 'data-receipt' : 'data-open-already', receiptValues(turn, opened))
    if (isNew) await tellOffice(turn, opened)
    return
  }
  const outcome = turn.t(turn.locale, 'data-copy-outcome')
  await saveCaseDecision(turn, opened, { state: 'done', decidedBy: null, outcome })
  await recordAudit(turn, {
    treeId: person.treeId,
    actorPersonId: person.id,
    actorRole: 'member',
    action: 'hand-out-copy',
    aboutPersonId: person.id,
    details: { case: opened.id },
  })
}

/** The record of what the person agreed to: to themselves, for printing. */
export async function handOutConsents(turn: Turn): Promise<void> {
  const file = await makeConsentRecord(turn, turn.person!, turn.locale)
  if (!file || !(await handOut(turn, 'consents', file, {}))) await turn.reply('data-record-by-office')
}

/** As a file where the channel carries files, else by a link for a day, else as words if they are few enough. */
async function handOut(
  turn: Turn,
  kind: Kind,
  file: OwnFile,
  values: Record<string, string>,
): Promise<boolean> {
  const key = kind === 'copy' ? 'data-copy' : 'data-record'
  if (turn.bots.can(turn.chat.botId).documents) {
    const { name, mime, base64 } = file
    await turn.reply(`${key}-file`, values, { file: { name, mime, base64 } })
    return true
  }
  if (turn.publicUrl !== null) {
    const { year, quarter } = quarterAt(dayOf(turn.now))
    const download = { kind, personId: turn.person!.id, unitId: null, year, quarter }
    const { token, until } = signDownload(turn.vault, download, turn.now)
    const link = `${turn.publicUrl}/files/${token}`
    await turn.reply(`${key}-link`, { ...values, link, until: formatDay(dayOf(until)) })
    return true
  }
  const text = copyAsText(file)
  if (text.length > MOST_LETTERS) return false
  await turn.replyText(`${turn.t(turn.locale, `${key}-words`, values)}\n\n${text}`)
  return true
}
