import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import type { ChatLine, Phone } from '../playground/phone/phone.ts'
import { pickButton } from '../playground/phone/pick-button.ts'
import { showLine } from '../playground/phone/show-line.ts'
import { waitForAnswers } from '../playground/phone/wait-for-answers.ts'
import { ControlError } from '../playground/server/control-http.ts'
import type { CliDeps } from './cli-deps.ts'
import { openChat } from './open-chat.ts'

interface Options {
  press?: string
  group?: string
  photo?: string
  channel?: string
  typed?: boolean
}

/** `say PERSONA TEXT`: writes as somebody of the playground, and prints what the bot answers. */
export function registerSay(program: Command, deps: CliDeps): void {
  const { print, problem, exitCode, t } = deps
  program
    .command('say <persona> [text...]')
    .option('--press <button>')
    .option('--group <name>')
    .option('--photo <file>')
    .option('--channel <channel>')
    .option('--typed')
    .action(async (name: string, words: string[], options: Options) => {
      const text = words.join(' ').trim()
      if (text === '' && options.press === undefined && options.photo === undefined) {
        problem(t('playground-say-nothing'))
        return exitCode(2)
      }
      const chat = await openChat(deps, { persona: name, ...options })
      if (!chat) return
      const before = await chat.phone.lines()
      try {
        const link = await act(chat.phone, before, text, options)
        if (link !== null) return print(t('playground-link', { link, name }))
      } catch (error) {
        if (!(error instanceof ControlError)) throw error
        problem(t('playground-impossible', { reason: error.message }))
        return exitCode(1)
      }
      const answers = await waitForAnswers(chat.phone, before)
      for (const line of answers) print(showLine(line, name))
      if (answers.length === 0) print(t('playground-no-answer'))
    })
}

/** Does on the phone what the words ask for. Returns the link that a pressed button opens. */
async function act(
  phone: Phone,
  before: readonly ChatLine[],
  text: string,
  options: Options,
): Promise<string | null> {
  if (options.photo !== undefined) await phone.sendPhoto(await readFile(options.photo), text)
  else if (options.press !== undefined) {
    return phone.press(pickButton(before, options.press)?.label ?? options.press)
  } else {
    const button = options.typed ? null : pickButton(before, text)
    if (button) return phone.press(button.label)
    await phone.write(text)
  }
  return null
}
