import type { Command } from './command.ts'
import { cancel } from './cancel.ts'
import { form, takeOverDraft } from './form.ts'
import { createHelp } from './help.ts'
import { language } from './language.ts'
import { markDone } from './mark-done.ts'
import { myPledge } from './my-pledge.ts'
import { myWork } from './my-work.ts'
import { pledge } from './pledge.ts'
import { receipt } from './receipt.ts'
import { refile } from './refile.ts'
import { review } from './review.ts'
import { sessionReport } from './session-report.ts'
import { topic, topicStudied } from './topic.ts'
import { progress } from './progress.ts'
import { summary } from './summary.ts'

export { sayThanks } from './thanks.ts'
export { sayUnknown } from './unknown.ts'
export { isFor, menuOf } from './offer.ts'

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
  createHelp(() => COMMANDS),
  language,
  cancel,
  form,
  takeOverDraft,
  receipt,
  refile,
  review,
  topicStudied,
]
