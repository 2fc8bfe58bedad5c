import type { TelegramUser } from './telegram-world.ts'
import type { ZaloUser } from './zalo-world.ts'

/** A conversation as both sides read it, and how many messages of the bot it took (a changed one is not another). */
export interface RecordedDialog {
  transcript: string
  messages: number
}

/**
 * Plays a person's side: a text is typed, `[Có]` presses that choice (on Zalo its number is typed). Codes differ from
 * run to run and are shown as `XXXX`.
 */
export async function recordDialog(
  user: TelegramUser | ZaloUser,
  steps: readonly string[],
): Promise<RecordedDialog> {
  const said = () => user.transcript().filter((line) => line.author === 'bot' && line.text !== '').length
  user.heard()
  const before = said()
  const lines: string[] = []
  for (const step of steps) {
    const choice = /^\[(.+)\]$/.exec(step)?.[1]
    if (choice) await user.presses(choice)
    else await user.says(step)
    lines.push(`— ${step.replaceAll('\n', '\n  ')}`)
    const heard = user.heard()
    const buttons = 'buttons' in user ? user.buttons().map((label) => `[${label}]`) : []
    lines.push(...heard, ...(buttons.length > 0 && heard.length > 0 ? [buttons.join(' ')] : []), '')
  }
  const transcript = lines
    .join('\n')
    .replaceAll(/\b(BC|CK|NV)-[2-9A-Z]{4}\b/g, '$1-XXXX')
    .replaceAll(/\b[2-9A-Z]{4}-[2-9A-Z]{4}\b/g, 'XXXX-XXXX')
  return { transcript: `${transcript.trimEnd()}\n`, messages: said() - before }
}
