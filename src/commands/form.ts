import { findReceiptCode } from '../domain/receipt-code.ts'
import { longId, shortId } from '../domain/short-id.ts'
import { listLiveDrafts } from '../store/drafts.ts'
import { findOwedThing } from '../store/open-assignments.ts'
import type { Command, Turn } from './command.ts'
import { takeWaitingFile } from './form-file.ts'
import { sayGone } from './form-notices.ts'
import { joinPieces } from './form-pieces.ts'
import { beginForm, takeFormChoice, takeFormMessage, takePen } from './form-session.ts'
import { titleOf, wordsFor } from './thing-words.ts'

/**
 * `tiếp`: takes up the draft that was touched last; `gửi` outside a form is said to it, too. Owns every open form:
 * its answers and its buttons.
 */
export const form: Command = {
  name: 'form',
  slash: 'tiep',
  words: ['tiep', 'tiep tuc', 'lam tiep', 'viet tiep', 'gui', 'nop', 'xac nhan'],
  where: 'private',
  for: 'joined',
  hidden: true,
  run: resume,
  onText: async (turn, text) => {
    // `xem BC-7K2M` in the middle of a form asks about something else.
    if (/^\s*(?:xem|sửa|sua)\s/iu.test(text.normalize('NFC')) && findReceiptCode(text)) return false
    await takeFormMessage(turn, text)
    return true
  },
  actions: {
    open: (turn, [assignment]) => openAssignment(turn, assignment),
    c: async (turn, [draft, ...choice]) => {
      const draftId = longId(draft ?? '')
      await (draftId && turn.person ? takeFormChoice(turn, draftId, choice.join(':')) : sayGone(turn))
    },
    file: async (turn, [draft]) => {
      const draftId = longId(draft ?? '')
      await (draftId && turn.person ? takeWaitingFile(turn, draftId) : sayGone(turn))
    },
    pieces: async (turn, [draft]) => {
      const draftId = longId(draft ?? '')
      if (draftId) await joinPieces(turn, draftId)
    },
    pen: async (turn, [draft]) => {
      const draftId = longId(draft ?? '')
      await (draftId && turn.person ? takePen(turn, draftId) : sayGone(turn))
    },
  },
}

/** `nhận viết tiếp`: goes on with what somebody else of the unit was writing. */
export const takeOverDraft: Command = {
  name: 'take-over',
  slash: 'nhanviet',
  words: ['nhan viet tiep', 'nhan viet'],
  where: 'private',
  for: ['secretary', 'deputy', 'contact', 'office'],
  hidden: true,
  run: async (turn) => {
    const shared = (await liveDrafts(turn)).find(
      (draft) => draft.personId === null && draft.penPersonId !== turn.person!.id,
    )
    await (shared ? takePen(turn, shared.id) : turn.reply('form-session-nothing-shared'))
  },
}

/** Opens the form of an assignment, from a nudge, a menu or a message to its author. */
export async function openAssignment(turn: Turn, assignment: string | undefined): Promise<void> {
  const assignmentId = longId(assignment ?? '')
  const thing = assignmentId && turn.person ? await findOwedThing(turn, turn.person, assignmentId) : null
  await (thing ? beginForm(turn, thing) : sayGone(turn))
}

async function resume(turn: Turn): Promise<void> {
  const drafts = await liveDrafts(turn)
  const mine = drafts.filter(
    (draft) => draft.personId !== null || draft.penPersonId === turn.person!.id || draft.status !== 'open',
  )
  const [first, second] = mine.length > 0 ? mine : drafts
  if (!first) {
    await turn.reply('form-session-nothing-open')
    return
  }
  const things = []
  for (const draft of second ? mine : [first]) {
    const thing = await findOwedThing(turn, turn.person!, draft.assignmentId)
    if (thing) things.push(thing)
  }
  const [only, another] = things
  if (!only) return sayGone(turn)
  if (!another) return beginForm(turn, only)
  const t = wordsFor(turn)
  const choices = things.map((thing) => [
    { action: `form:open:${shortId(thing.id)}`, label: titleOf(thing, turn.locale, t) },
  ])
  await turn.reply('form-session-which-draft', {}, { choices })
}

async function liveDrafts(turn: Turn) {
  const unitIds = turn.person!.posts.map((post) => post.unitId)
  return listLiveDrafts(turn, turn.person!.id, [...new Set(unitIds)])
}
