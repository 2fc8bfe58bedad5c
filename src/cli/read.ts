import type { Command } from 'commander'
import { showLine } from '../playground/phone/show-line.ts'
import type { CliDeps } from './cli-deps.ts'
import { openChat } from './open-chat.ts'

const LAST = 10

/** `read PERSONA`: the chat as somebody of the playground sees it on the phone. */
export function registerRead(program: Command, deps: CliDeps): void {
  const { print, t } = deps
  program
    .command('read <persona>')
    .option('--all')
    .option('--group <name>')
    .option('--channel <channel>')
    .action(async (name: string, options: { all?: boolean; group?: string; channel?: string }) => {
      const chat = await openChat(deps, { persona: name, ...options })
      if (!chat) return
      const lines = await chat.phone.lines()
      for (const line of options.all ? lines : lines.slice(-LAST)) print(showLine(line, name))
      if (lines.length === 0) print(t('playground-empty-chat'))
    })
}
