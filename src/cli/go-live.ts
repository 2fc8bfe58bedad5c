import type { Command } from 'commander'
import type { Tools } from '../commands/command.ts'
import { readYesNo } from '../domain/vietnamese-yes-no.ts'
import { rehearse } from '../domain/rehearse.ts'
import { rehearsalLines } from '../jobs/describe-rehearsal.ts'
import { loadRehearsal } from '../jobs/load-rehearsal.ts'
import { type PreviewedMessage, previewSeason } from '../jobs/preview-season.ts'
import { goLive } from '../store/go-live.ts'
import { findNewestVersion, type ProgrammeRow } from '../store/programmes.ts'
import { listBots } from '../store/bots.ts'
import { listRecipients } from '../store/recipients.ts'
import { listTreePeople } from '../store/tree-people.ts'
import { listOutsiders } from '../store/reach.ts'
import { getUnit } from '../store/units.ts'
import { missingSettings, readSettings } from '../store/settings.ts'
import { type Parts, withTools } from '../tools.ts'
import { dayOf, formatDay, realDay, wallTime } from '../time.ts'
import type { CliDeps } from './cli-deps.ts'
import { previewTo } from './preview-to.ts'
import { findByCode, publish } from './programme.ts'
import { rolledBack } from './rolled-back.ts'

const PREVIEW_DAYS = 7
/** Further than texts are shown, figures are: of days on which people answer at estimated rates. */
const REHEARSED_DAYS = 30
/** Texts shown of each kind and day; the rest are counted. */
const SHOWN = 3

interface GoLiveOptions {
  from: string
  tree?: string
  yes?: boolean
  previewTo?: string
  again?: boolean
}

/** `go-live PROGRAMME --from DAY`: shows recipients, messages per bot and the texts of a week, then asks. */
export function registerGoLive(program: Command, deps: CliDeps): void {
  const { openParts, print, problem, exitCode, ask, t } = deps
  program
    .command('go-live <programme>')
    .requiredOption('--from <day>')
    .option('--tree <code>')
    .option('--yes')
    .option('--preview-to <member>')
    .option('--again')
    .action(async (code: string, options: GoLiveOptions) => {
      const [year, month, date] = options.from.split('-').map(Number)
      const from = /^\d{4}-\d{2}-\d{2}$/.test(options.from) ? realDay(year!, month!, date!) : null
      if (!from) {
        problem(t('cli-clock-unreadable', { to: options.from }))
        return exitCode(2)
      }
      await openParts(async (parts) => {
        if (!(await isSettled(parts, deps))) return
        if (options.previewTo !== undefined) {
          const trial = { from, to: options.previewTo, again: options.again ?? false }
          const find = async (tools: Tools) => {
            const found = await findByCode(tools, code, options.tree, deps)
            return found && (await publishIfNeeded(tools, found, 'preview', { ...deps, print: () => {} }))
              ? found
              : null
          }
          return previewTo(parts, find, trial, deps)
        }
        const preview = await rolledBack(parts, (tools) => show(tools, code, from, options.tree, deps))
        if (!preview) return
        for (const line of preview) print(line)
        if (!options.yes) {
          const answer = await ask(`${t('cli-go-live-ask', { code, day: formatDay(from) })} `)
          if (readYesNo(answer ?? '') !== true) {
            problem(t('cli-go-live-not'))
            return exitCode(1)
          }
        }
        await withTools(parts, async (tools) => {
          const found = await findByCode(tools, code, options.tree, deps)
          if (!found || !(await publishIfNeeded(tools, found, 'real', deps))) return
          await goLive(tools, found, from)
          print(t('cli-go-live-done', { code, day: formatDay(from) }))
        })
      })
    })
}

/** Nobody is written to before the consent text can name who keeps the data and whom to ask. */
async function isSettled({ db }: Parts, { problem, exitCode, t }: CliDeps): Promise<boolean> {
  const missing = missingSettings(await readSettings(db))
  for (const name of missing) problem(t(`cli-doctor-no-${name}`))
  if (missing.length > 0) exitCode(1)
  return missing.length === 0
}

/** A draft is published on the way, so that going live is one step for whoever has seen it. */
async function publishIfNeeded(
  tools: Tools,
  programme: ProgrammeRow,
  mode: 'real' | 'preview',
  deps: CliDeps,
): Promise<boolean> {
  const newest = await findNewestVersion(tools.tx, programme.id, 'imported')
  return newest?.publishedAt ? true : publish(tools, programme, mode, deps)
}

async function show(tools: Tools, code: string, from: string, tree: string | undefined, deps: CliDeps) {
  const found = await findByCode(tools, code, tree, deps)
  if (!found || !(await publishIfNeeded(tools, found, 'preview', deps))) return null
  await goLive(tools, found, from)
  const owner = await getUnit(tools.tx, found.ownerUnitId, dayOf(tools.now))
  const people = await listTreePeople(tools.tx, found.treeId, dayOf(tools.now))
  const recipients = await listRecipients(tools.tx, found.treeId)
  for (const personId of await listOutsiders(tools.tx, found.treeId, dayOf(tools.now)))
    recipients.delete(personId)
  const messages = await previewSeason(tools, from, PREVIEW_DAYS, owner.zone)
  const handles = new Map((await listBots(tools.tx)).map((bot) => [bot.id, `${bot.channel} ${bot.handle}`]))
  const { t } = deps
  const play = await loadRehearsal(tools, found, { from, days: REHEARSED_DAYS })
  return [
    t('cli-go-live-recipients', { reached: recipients.size, people: people.length }),
    ...[...countByBot(messages)].map(([botId, count]) =>
      t('cli-go-live-bot', { bot: handles.get(botId) ?? botId, count, days: PREVIEW_DAYS }),
    ),
    ...(messages.length === 0 ? [t('cli-go-live-silent', { days: PREVIEW_DAYS })] : []),
    ...texts(messages, owner.zone, t),
    ...(play ? ['', t('rehearse-live'), ...rehearsalLines(rehearse(play), play.rules.perWeek, t)] : []),
  ]
}

function countByBot(messages: readonly PreviewedMessage[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { request } of messages) counts.set(request.to.botId, (counts.get(request.to.botId) ?? 0) + 1)
  return counts
}

function texts(messages: readonly PreviewedMessage[], zone: string, t: CliDeps['t']): string[] {
  const groups = new Map<string, PreviewedMessage[]>()
  for (const message of messages) {
    const { day, hour, minute } = wallTime(message.at, zone)
    const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
    const key = `${formatDay(day)} ${time} ${message.request.topic} ${message.request.to.kind}`
    groups.set(key, [...(groups.get(key) ?? []), message])
  }
  return [...groups].flatMap(([key, group]) => {
    // Many people get the same words: each wording is shown once.
    const wordings = [...new Set(group.map((message) => message.text))]
    return [
      '',
      `== ${key}: ${group.length}`,
      ...wordings.slice(0, SHOWN).flatMap((text) => [...text.split('\n').map((line) => `  | ${line}`), '']),
      ...(wordings.length > SHOWN ? [`  ${t('cli-go-live-more', { count: wordings.length - SHOWN })}`] : []),
    ]
  })
}
