import { findReceiptCode } from '../domain/receipt-code.ts'
import { findOwedThing, listOwedThings, type OwedThing } from '../store/open-assignments.ts'
import { findSubmissionByCode } from '../store/submissions.ts'
import { chooseThing } from './choose-thing.ts'
import type { Command, Turn } from './command.ts'
import { beginForm } from './form-session.ts'

/** `sửa`, `sửa CK-7K2M`: opens what was filed for a new version. */
export const refile: Command = {
  name: 'refile',
  slash: 'sua',
  words: ['sua', 'sua lai', 'nop lai'],
  where: 'private',
  for: 'joined',
  takesText: true,
  hidden: true,
  run: async (turn, argument) => {
    const code = findReceiptCode(argument)
    if (code) return refileByCode(turn, code)
    if (argument.trim() !== '') return sayHowTo(turn)
    const filed = (await listOwedThings(turn, turn.person!)).filter((thing) => thing.submission)
    const sentBack = filed.filter((thing) => thing.submission?.state === 'commented')
    const list: OwedThing[] = sentBack.length > 0 ? sentBack : filed
    if (list.length === 0) await turn.reply('receipt-nothing-filed')
    else await chooseThing(turn, list, 'receipt-refile-which')
  },
}

/** `sửa 2` while no form is open here: a line can be changed in an open form, a filing by its code. */
async function sayHowTo(turn: Turn): Promise<void> {
  const filed = (await listOwedThings(turn, turn.person!)).flatMap(({ submission }) => submission?.code ?? [])
  await turn.reply('receipt-refile-how-to', { code: filed.at(-1) ?? 'CK-7K2M', count: filed.length })
}

async function refileByCode(turn: Turn, code: string): Promise<void> {
  const submission = await findSubmissionByCode(turn, turn.person!.treeId, code)
  const thing = submission && (await findOwedThing(turn, turn.person!, submission.assignmentId))
  if (!thing || thing.right === 'none') await turn.reply('receipt-unknown', { code })
  else await beginForm(turn, thing)
}
