import { Command, Option } from 'commander'
import type { Translator } from '../i18n.ts'
import type { CliDeps } from './cli-deps.ts'
import { registerCommands } from './register-commands.ts'
import { describeCommands, LANGUAGE, usageMistake, usageTitle } from './usage-words.ts'

/**
 * The operator's program: every command and those of `more`, with help and complaints in the language of
 * `deps`. Wrong usage and help end in a CommanderError.
 */
export function createProgram(
  deps: CliDeps,
  words: Translator,
  more: (program: Command) => void = () => {},
): Command {
  const t = (key: string, values?: Record<string, string>) => words.t(deps.locale, key, values)
  const optional = (usage: string) => usage.replace('[options]', `[${t('cli-usage-option-word')}]`)
  const program = new Command('nhipquy')
    .exitOverride()
    .configureHelp({
      styleTitle: (title) => usageTitle(title, t),
      styleUsage: (usage) => optional(usage).replace('[command]', `[${t('cli-usage-command-word')}]`),
      styleSubcommandTerm: optional,
      optionDescription: ({ description, defaultValue }) =>
        typeof defaultValue === 'string'
          ? `${description} (${t('cli-usage-default', { value: defaultValue })})`
          : description,
    })
    .configureOutput({ outputError: (text, write) => write(`${usageMistake(text, t)}\n`) })
    .helpOption('-h, --help', t('cli-option-help'))
    .helpCommand(`help [${t('cli-usage-command-word')}]`, t('cli-help-help'))
    .showHelpAfterError()
    .addOption(new Option(`${LANGUAGE} <language>`).choices(['vi', 'en']).default('vi'))
  registerCommands(program, deps)
  more(program)
  describeCommands(program, t, words.has)
  return program
}
