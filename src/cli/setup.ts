import type { Command } from 'commander'
import {
  type DataSettings,
  listSettings,
  readSettings,
  saveSetting,
  type SettingName,
} from '../store/settings.ts'
import { withTools } from '../tools.ts'
import type { CliDeps, OperatorParts } from './cli-deps.ts'
import { setUpBackup } from './setup-backup.ts'
import { setUpBots } from './setup-bots.ts'
import { setUpOffice } from './setup-office.ts'
import { createWizard, SetupStopped, type Wizard } from './wizard.ts'

interface Options {
  controller?: string
  contact?: string
  retention?: string
  again?: boolean
}

const MAX_NAME = 200
const QUESTIONS: readonly { name: SettingName; read: (typed: string) => string | null }[] = [
  { name: 'controller', read: readName },
  { name: 'contact', read: readName },
  { name: 'retention-days', read: readDays },
]

/**
 * `setup`: asks one thing at a time for everything that a start needs. Each answer is kept at once, so that
 * whoever stops goes on there. With `--controller`, `--contact` or `--retention` it asks nothing.
 */
export function registerSetup(program: Command, deps: CliDeps): void {
  program
    .command('setup')
    .option('--controller <name>')
    .option('--contact <who>')
    .option('--retention <days>')
    .option('--again')
    .action(async (options: Options) => {
      const given: [SettingName, string | undefined][] = [
        ['controller', options.controller],
        ['contact', options.contact],
        ['retention-days', options.retention],
      ]
      if (given.some(([, value]) => value !== undefined)) return setGiven(given, deps)
      try {
        await askAll(createWizard(deps), options.again ?? false, deps)
      } catch (error) {
        if (!(error instanceof SetupStopped)) throw error
        deps.problem(deps.t('setup-stopped'))
        deps.exitCode(1)
      }
    })
}

async function setGiven(
  given: readonly [SettingName, string | undefined][],
  { openTools, print, problem, exitCode, t }: CliDeps,
): Promise<void> {
  const read = given.flatMap(([name, typed]) =>
    typed === undefined ? [] : [{ name, value: readerOf(name)(typed) }],
  )
  const wrong = read.filter(({ value }) => value === null)
  for (const { name } of wrong) problem(t(`setup-bad-${name}`))
  if (wrong.length > 0) return exitCode(2)
  await openTools(async (tools) => {
    for (const { name, value } of read) {
      await saveSetting(tools, name, value!)
      print(t(`setup-have-${name}`, { value: value! }))
    }
  })
}

async function askAll(wizard: Wizard, again: boolean, deps: CliDeps): Promise<void> {
  const { print, t } = deps
  print(t('setup-hello'))
  // Before the database is opened: without a bot there is no telling which one is meant.
  const hasBots = await setUpBots(wizard, again, deps)
  if (!hasBots) {
    deps.problem(t('setup-no-bot'))
    return deps.exitCode(1)
  }
  await deps.openParts(async (parts) => {
    await setUpController(wizard, parts, again, deps)
    await setUpOffice(wizard, parts, deps)
  })
  await setUpBackup(wizard, again, deps)
  print('')
  print(t('setup-next'))
}

async function setUpController(
  wizard: Wizard,
  parts: OperatorParts,
  again: boolean,
  deps: CliDeps,
): Promise<void> {
  const { t } = deps
  wizard.heading('setup-step-controller')
  const settings = await readSettings(parts.db)
  const stored = await listSettings(parts.db)
  for (const { name, read } of QUESTIONS) {
    const now = valueOf(settings, name)
    const isFromEnvironment = name === 'retention-days' && deps.config().retentionDays !== undefined
    if (isFromEnvironment || (stored.has(name) && !again)) {
      wizard.done(t(`setup-have-${name}`, { value: now! }))
      continue
    }
    const value = await wizard.ask(`setup-ask-${name}`, {
      fallback: now,
      read,
      wrong: `setup-bad-${name}`,
    })
    await withTools(parts, (tools) => saveSetting(tools, name, value))
    wizard.done(t(`setup-have-${name}`, { value }))
  }
}

function valueOf(settings: DataSettings, name: SettingName): string | null {
  if (name === 'retention-days') return String(settings.retentionDays)
  return settings[name]
}

function readerOf(name: SettingName): (typed: string) => string | null {
  return QUESTIONS.find((question) => question.name === name)!.read
}

function readName(typed: string): string | null {
  const name = typed.replace(/\s+/g, ' ').trim()
  return name.length >= 3 && name.length <= MAX_NAME ? name : null
}

function readDays(typed: string): string | null {
  const days = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0
  return days >= 1 && days <= 3650 ? String(days) : null
}
