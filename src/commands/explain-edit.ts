import { listLiveDrafts } from '../store/drafts.ts'
import { findLatestFiling } from '../store/latest-filing.ts'
import type { Turn } from './command.ts'

const DAY_MS = 86_400_000
/** Platforms let a message be edited for so long; of what was filed earlier nobody edits a message. */
const EDITABLE_MS = 2 * DAY_MS

/**
 * An edited message while no form is open here: what it may have answered is in a form that was put off, or was filed
 * already. It changes nothing, and is told how to change it; whoever did neither hears nothing.
 */
export async function explainEdit(turn: Turn): Promise<void> {
  const { person, chat } = turn
  if (!person || chat.kind !== 'private') return
  const unitIds = person.posts.map(({ unitId }) => unitId)
  const [draft] = await listLiveDrafts(turn, person.id, [...new Set(unitIds)])
  if (draft && turn.now.getTime() - draft.updatedAt.getTime() < EDITABLE_MS) {
    await turn.reply('form-session-edited-put-off')
    return
  }
  const code = await findLatestFiling(turn.tx, person.id, new Date(turn.now.getTime() - EDITABLE_MS))
  if (code) await turn.reply('form-session-edited-filed', { code })
}
