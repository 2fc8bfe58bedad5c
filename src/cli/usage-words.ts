import type { Command } from 'commander'

type Words = (key: string, values?: Record<string, string>) => string

export const LANGUAGE = '--lang'

/** The language that the words of a command line ask for, before anything else of them is read. */
export function languageOf(words: readonly string[]): 'vi' | 'en' {
  const at = words.findIndex((word) => word === LANGUAGE || word.startsWith(`${LANGUAGE}=`))
  const value = words[at] === LANGUAGE ? words[at + 1] : words[at]?.slice(LANGUAGE.length + 1)
  return value === 'en' ? 'en' : 'vi'
}

/** Gives every command and option its sentence of the help, by the keys of `helpKeys`. */
export function describeCommands(program: Command, t: Words, has: (key: string) => boolean): void {
  for (const { keys, describe } of listDescribed(program)) {
    const key = keys.find(has)
    if (key) describe(t(key))
  }
}

/** Everything that the help describes, with the keys that may hold its sentence: the first that there is. */
export function listDescribed(
  command: Command,
  path: readonly string[] = [],
): { keys: string[]; describe: (sentence: string) => void }[] {
  const name = path.join('-')
  return [
    {
      keys: [`cli-help-${name || command.name()}`],
      describe: (sentence) => {
        command.description(sentence)
      },
    },
    ...command.options.map((option) => {
      const word = option.long!.slice(2)
      // Of one command, of the commands below one, or of all.
      const owners = [...path.keys()].map((at) => path.slice(0, path.length - at).join('-'))
      return {
        keys: [...owners.map((owner) => `cli-option-${owner}-${word}`), `cli-option-${word}`],
        describe: (sentence: string) => {
          option.description = sentence
        },
      }
    }),
    ...command.commands.flatMap((each) => listDescribed(each, [...path, each.name()])),
  ]
}

/** A title of the help, such as `Options:`. */
export function usageTitle(title: string, t: Words): string {
  const known = ['Usage:', 'Options:', 'Commands:', 'Arguments:'].includes(title)
  return known ? t(`cli-usage-${title.slice(0, -1).toLowerCase()}`) : title
}

/** What commander 14 says of wrong usage, and the sentence for it. */
const MISTAKES: readonly [RegExp, string][] = [
  [/^unknown command '(.+?)'/, 'unknown-command'],
  [/^unknown option '(.+?)'/, 'unknown-option'],
  [/^missing required argument '(.+?)'/, 'missing-argument'],
  [/^option '(.+?)' argument missing/, 'missing-value'],
  [/^required option '(.+?)' not specified/, 'missing-option'],
  [/^option '(.+?)' argument '.*' is invalid\. Allowed choices are (.+)\./, 'bad-choice'],
  [/^too many arguments/, 'too-many'],
]

/** Commander's complaint in the operator's language; as it is where it is none of those we know. */
export function usageMistake(text: string, t: Words): string {
  const said = text.trim().replace(/^error: /, '')
  for (const [pattern, kind] of MISTAKES) {
    const found = pattern.exec(said)
    if (!found) continue
    const [, name = '', choices = ''] = found
    const similar = /\(Did you mean (?:one of )?(.+)\?\)/.exec(said)?.[1]
    return [
      t(`cli-usage-${kind}`, { name, choices }),
      ...(similar ? [t('cli-usage-did-you-mean', { name: similar })] : []),
    ].join(' ')
  }
  return text.trim()
}
