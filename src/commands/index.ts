import type { Command, Turn } from './command.ts'
import { accounts } from './accounts.ts'
import { sayNext } from './after-join.ts'
import { createConsent } from './ask-consent.ts'
import { askAboutEntries } from './confirm-entries.ts'
import { answerHere } from './answer-here.ts'
import { bindGroup } from './bind-group.ts'
import { cancel } from './cancel.ts'
import { dataQuality } from './data-quality.ts'
import { dataDesk } from './data-desk.ts'
import { decideChanges } from './decide-changes.ts'
import { correctTopic } from './correct-topic.ts'
import { exemplar } from './exemplar.ts'
import { extend } from './extend.ts'
import { exportLists } from './export-lists.ts'
import { form, takeOverDraft } from './form.ts'
import { groups } from './groups.ts'
import { createHelp } from './help.ts'
import { holdTopic } from './hold-topic.ts'
import { createJoin } from './join.ts'
import { invite } from './invite.ts'
import { language } from './language.ts'
import { linkChannel } from './link-channel.ts'
import { markDone } from './mark-done.ts'
import { askCopy, askCorrection, askDeletion, myData } from './my-data.ts'
import { myPledge } from './my-pledge.ts'
import { myWork } from './my-work.ts'
import { notThem } from './not-them.ts'
import { isFor } from './offer.ts'
import { pledge } from './pledge.ts'
import { progress } from './progress.ts'
import { proposeChange } from './propose-change.ts'
import { proxy } from './proxy.ts'
import { receipt } from './receipt.ts'
import { refile } from './refile.ts'
import { review } from './review.ts'
import { reminders } from './reminders.ts'
import { roster } from './roster.ts'
import { rounds } from './rounds.ts'
import { sessionReport } from './session-report.ts'
import { setDate } from './set-date.ts'
import { snooze } from './snooze.ts'
import { setReach } from './set-reach.ts'
import { summary } from './summary.ts'
import { totals } from './totals.ts'
import { topic, topicStudied } from './topic.ts'
import { withdrawConsent } from './withdraw-consent.ts'

export { sayThanks } from './thanks.ts'
export { sayUnknown } from './unknown.ts'
export { isFor, menuOf } from './offer.ts'
export { sayInPrivate } from './say-in-private.ts'

/** Every command, in the order of menus and help. One line each. */
export const COMMANDS: readonly Command[] = [
  myWork,
  pledge,
  sessionReport,
  topic,
  myPledge,
  markDone,
  progress,
  summary,
  setDate,
  dataQuality,
  roster,
  proxy,
  totals,
  decideChanges,
  dataDesk,
  invite,
  extend,
  rounds,
  holdTopic,
  correctTopic,
  setReach,
  exportLists,
  proposeChange,
  groups,
  linkChannel,
  accounts,
  myData,
  createHelp(() => COMMANDS),
  language,
  reminders,
  withdrawConsent,
  askCopy,
  askCorrection,
  askDeletion,
  cancel,
  createJoin(async (turn) => {
    await sayNext(turn, COMMANDS)
    await askAboutEntries(turn)
  }),
  createConsent(pressFor, passText),
  bindGroup,
  answerHere,
  notThem,
  exemplar,
  form,
  takeOverDraft,
  receipt,
  refile,
  review,
  topicStudied,
  snooze,
]

/** Runs the action of a choice as if the person had pressed it. */
async function pressFor(turn: Turn, action: string): Promise<void> {
  const [name, verb, ...args] = action.split(':')
  const command = COMMANDS.find((each) => each.name === name)
  const act = command?.actions?.[verb ?? '']
  if (act) await act(turn, args)
  else if (command && verb === 'run' && isFor(command, turn.person)) await command.run(turn, args.join(' '))
}

/** Gives a text to whoever owns the dialog that is open now. */
async function passText(turn: Turn, text: string): Promise<boolean> {
  const owner = COMMANDS.find((each) => each.name === turn.dialog?.kind)
  return (await owner?.onText?.(turn, text, turn.dialog?.state)) ?? false
}
