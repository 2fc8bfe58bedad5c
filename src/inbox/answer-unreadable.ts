import type { Turn } from '../commands/command.ts'
import { explainEdit } from '../commands/explain-edit.ts'
import { sayOnce } from './say-once.ts'

/** What no form can take: says what to send instead, once for a whole album. */
export async function answerUnreadable(turn: Turn): Promise<void> {
  const { body } = turn.update
  if (body.kind === 'edited-text') {
    // What was written first counts.
    if (turn.dialog) await turn.reply('router-edited')
    else await explainEdit(turn)
    return
  }
  if (body.kind === 'photo' && body.albumId) {
    await sayOnce(turn, 'router-photo-unasked', `album:${turn.chat.id}:${body.albumId}`)
    return
  }
  if (body.kind === 'photo') await turn.reply('router-photo-unasked')
  else if (body.kind === 'document') await turn.reply('router-document-unasked')
  else await turn.reply(turn.dialog ? 'router-unreadable-in-dialog' : 'router-unreadable')
}
