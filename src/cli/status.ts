import type { Command } from 'commander'
import type { Tools } from '../commands/command.ts'
import {
  countAssignments,
  countBots,
  countJoined,
  countOutbox,
  countTroubles,
  listUncertain,
} from '../store/status-figures.ts'
import { forecastMonth } from '../jobs/forecast-month.ts'
import { listHeldNow } from '../jobs/run-pass.ts'
import { authorise } from '../store/authorise.ts'
import { listRosterLines } from '../store/roster-lines.ts'
import { listUnitsById } from '../store/units.ts'
import { findOpenRestore } from '../store/held-messages.ts'
import { dayOf, formatDay, wallTime } from '../time.ts'
import type { CliDeps } from './cli-deps.ts'
import { branchOfCode } from './export.ts'
import { countHeld, heldLines } from './held-lines.ts'
import { statusOfData, type StatusOptions } from './status-of-data.ts'

/** Share of a month's messages from which the forecast is marked. */
const WARN_SHARE = 80

/**
 * `status [--unit U]`: programmes, who joined, bots, messages and what is uncertain; `--quality`, `--drop-off`,
 * `--explain`: the data behind the figures.
 */
export function registerStatus(program: Command, deps: CliDeps): void {
  const { openTools, print, problem, exitCode, t } = deps
  program
    .command('status')
    .option('--unit <code>')
    .option('--names')
    .option('--json')
    .option('--quality')
    .option('--drop-off')
    .option('--explain <unit-or-figure>')
    .option('--period <period>')
    .action(async (options: StatusOptions & { names?: boolean }) => {
      if (options.quality || options.dropOff || options.explain !== undefined)
        return statusOfData(deps, options)
      await openTools(async (tools) => {
        const branch = options.unit === undefined ? undefined : await branchOfCode(tools, options.unit)
        if (branch === null) {
          problem(t('cli-unit-unknown', { unit: options.unit ?? '' }))
          return exitCode(1)
        }
        if (options.names && branch === undefined) {
          problem(t('cli-status-names-unit'))
          return exitCode(2)
        }
        const status = await readStatus(tools, branch)
        if (options.json) return print(JSON.stringify(status, null, 2))
        for (const line of lines(status, t)) print(line)
        if (options.names) await printMissing(tools, branch!, print, t)
      })
    })
}

/** Names of those who were to join and did not, for whoever may see the list of the unit. */
async function printMissing(
  tools: Tools,
  branch: readonly string[],
  print: CliDeps['print'],
  t: CliDeps['t'],
): Promise<void> {
  print('')
  print(t('cli-status-missing'))
  for (const unit of await listUnitsById(tools.tx, branch, dayOf(tools.now))) {
    if (!(await authorise(tools, 'operator', 'see-roster', { unitId: unit.id }))) continue
    const lines = await listRosterLines(tools.tx, unit, dayOf(tools.now))
    for (const { person } of lines.filter(({ state }) => state === 'absent' || state === 'blocked'))
      print(`  ${unit.code} ${person.code} ${person.fullName}`)
  }
}

async function readStatus(tools: Tools, branch: readonly string[] | undefined) {
  const { tx, now, machineNow } = tools
  const month = new Date(Date.UTC(machineNow.getUTCFullYear(), machineNow.getUTCMonth(), 1))
  return {
    now: now.toISOString(),
    programmes: await countAssignments(tx, branch),
    ...(await countJoined(tx, dayOf(now), branch)),
    bots: (await countBots(tx, month)).map((bot) => {
      const { quota } = tools.bots.can(bot.id)
      return { ...bot, seats: quota.people, groupSeats: quota.groups, messageQuota: quota.messagesPerMonth }
    }),
    outbox: await countOutbox(tx),
    uncertain: await listUncertain(tx),
    troubles: await countTroubles(tx),
    months: await forecastMonth(tools),
    held: countHeld(await listHeldNow(tools)),
    /** Set while messages are held after a restore: when that backup was taken. */
    restoredFrom: (await findOpenRestore(tx))?.takenAt.toISOString() ?? null,
  }
}

/** `12/50`, or `12` where there is no ceiling. */
function ofMost(used: number, most: number | null): string {
  return most === null ? `${used}` : `${used}/${most}`
}

function lines(status: Awaited<ReturnType<typeof readStatus>>, t: CliDeps['t']): string[] {
  const now = new Date(status.now)
  const { hour, minute } = wallTime(now)
  const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
  return [
    t('cli-status-now', { day: formatDay(dayOf(now)), time }),
    '',
    t('cli-status-programmes'),
    ...status.programmes.map(({ programme, state, liveFrom, open, done, noDate }) => {
      const from = liveFrom ? formatDay(liveFrom) : '-'
      return `  ${t('cli-status-programme', { programme, state: t(`cli-state-${state}`), from, open, done, noDate })}`
    }),
    '',
    t('cli-status-units'),
    ...status.units.map(
      (unit) => `  ${t(unit.reached === unit.members ? 'cli-status-unit' : 'cli-status-unit-reach', unit)}`,
    ),
    `  ${t('cli-status-people', { ...status.people, members: status.people.reached })}`,
    '',
    t('cli-status-bots'),
    ...status.bots.map(({ id: _id, reason, state, seats, groupSeats, messageQuota, ...counts }) => {
      const bot = {
        ...counts,
        people: ofMost(counts.people, seats),
        groups: ofMost(counts.groups, groupSeats),
        sentThisMonth: ofMost(counts.sentThisMonth, messageQuota),
      }
      const words = reason === null ? t(`cli-bot-${state}`) : `${t(`cli-bot-${state}`)}: ${reason}`
      return `  ${t('cli-status-bot', { ...bot, state: words })}`
    }),
    ...status.months.map((month) => {
      const share = Math.ceil((month.forecast / month.quota) * 100)
      const warn = share >= WARN_SHARE ? t('cli-status-month-warn') : ''
      return `  ${t('cli-status-month', { ...month, share, warn })}`
    }),
    ...heldLines(status.held, t),
    '',
    t('cli-status-messages'),
    ...status.outbox.map(
      (row) => `  ${t(`cli-class-${row.class}`)}, ${t(`cli-outbox-${row.state}`)}: ${row.count}`,
    ),
    `  ${t('cli-status-troubles', status.troubles)}`,
    ...(status.restoredFrom === null
      ? []
      : [
          '',
          t('outbox-restored', { taken: formatDay(dayOf(new Date(status.restoredFrom))) }),
          t('outbox-next'),
        ]),
    ...(status.uncertain.length > 0 ? ['', t('cli-status-uncertain')] : []),
    ...status.uncertain.map(
      ({ id, bot, chat, member, kind, state }) => `  ${id} ${bot} ${chat} ${member ?? '-'} ${kind} ${state}`,
    ),
  ]
}
