import type { Command } from 'commander'
import { TROUBLE_KINDS } from '../domain/plan-alerts.ts'
import { findTroubles } from '../jobs/find-troubles.ts'
import { listOfficeTargets, tellTroubles } from '../jobs/tell-troubles.ts'
import { troubleSources } from '../service/trouble-sources.ts'
import { listOpenTroubles, muteTroubles } from '../store/troubles.ts'
import { withTools } from '../tools.ts'
import { dayOf, formatDay, wallTime } from '../time.ts'
import type { CliDeps } from './cli-deps.ts'

const HOUR_MS = 3_600_000
const MOST_HOURS = 24 * 30

/** `alert`, `alert mute KIND`, `alert unmute KIND`: the trouble that the office is told of in chat. */
export function registerAlert(program: Command, deps: CliDeps): void {
  const alert = program.command('alert')
  alert.command('list', { isDefault: true }).action(() => look(deps))
  alert
    .command('mute <kind>')
    .option('--for <hours>', undefined, '24')
    .action((kind: string, options: { for: string }) => {
      const hours = Number(options.for)
      if (Number.isInteger(hours) && hours >= 1 && hours <= MOST_HOURS) return mute(deps, kind, hours)
      deps.problem(deps.t('alert-mute-hours', { most: MOST_HOURS }))
      deps.exitCode(2)
    })
  alert.command('unmute <kind>').action((kind: string) => mute(deps, kind, 0))
}

async function look({ openParts, config, print, t, exitCode }: CliDeps): Promise<void> {
  await openParts(async (parts) => {
    const sources = troubleSources(config())
    const { open, office } = await withTools(parts, async (tools) => {
      await tellTroubles(tools, await findTroubles(tools, sources))
      return { open: await listOpenTroubles(tools.tx), office: await listOfficeTargets(tools) }
    })
    if (open.length === 0) print(t('alert-none'))
    for (const { kind, values, firstSeenAt, toldAt, mutedUntil } of open) {
      const isMuted = mutedUntil !== null && mutedUntil > parts.clock.machine()
      const state = isMuted
        ? 'alert-state-muted'
        : toldAt === null
          ? 'alert-state-untold'
          : 'alert-state-told'
      const until = mutedUntil === null ? '' : when(mutedUntil)
      print(`✗ ${kind} · ${t('alert-since', { since: when(firstSeenAt) })} · ${t(state, { until })}`)
      print(`  ${t(`alert-${kind}`, values)}`)
    }
    print(office.length > 0 ? t('alert-office', { count: office.length }) : t('alert-nobody'))
    if (open.length > 0) exitCode(1)
  })
}

async function mute({ openTools, print, problem, exitCode, t }: CliDeps, kind: string, hours: number) {
  const known = TROUBLE_KINDS.find((each) => each === kind)
  if (!known) {
    problem(t('alert-unknown-kind', { kind, kinds: TROUBLE_KINDS.join(', ') }))
    return exitCode(2)
  }
  await openTools(async (tools) => {
    const until = hours === 0 ? null : new Date(tools.machineNow.getTime() + hours * HOUR_MS)
    const count = await muteTroubles(tools.tx, known, until)
    if (count === 0) {
      problem(t('alert-not-open', { kind }))
      return exitCode(1)
    }
    print(until ? t('alert-muted', { kind, until: when(until) }) : t('alert-unmuted', { kind }))
  })
}

function when(instant: Date): string {
  const { hour, minute } = wallTime(instant)
  return `${hour}:${String(minute).padStart(2, '0')} ${formatDay(dayOf(instant))}`
}
