import type { Tools } from '../commands/command.ts'
import { findReplaceable, saveOutboxMessage } from '../store/outbox.ts'
import type { SayTarget } from './say.ts'

/** Takes the buttons off a prompt that was answered, where messages have any. Once per prompt. */
export async function queueKeyboardOff(tools: Tools, to: SayTarget, promptId: string): Promise<void> {
  const can = tools.bots.can(to.botId)
  if (!can.buttons || !can.edit) return
  const prompt = await findReplaceable(tools.tx, promptId)
  // Not sent yet, or about to be changed into something else: its buttons are not in the way.
  if (!prompt || prompt.unsentId !== null || prompt.chatId !== to.chatId) return
  if (!['sent', 'sending', 'uncertain'].includes(prompt.rootState)) return
  await saveOutboxMessage(tools.tx, tools.vault, {
    id: tools.newId(),
    botId: to.botId,
    chatId: to.chatId,
    threadId: to.threadId ?? null,
    personId: to.personId ?? null,
    class: 'reply',
    key: `keyboard-off:${promptId}`,
    topic: 'reply',
    assignmentId: null,
    refersTo: prompt.rootId,
    content: { operation: 'keyboard-off', messageId: '' },
    dueAt: tools.machineNow,
    staleAt: null,
    createdAt: tools.machineNow,
  })
}
