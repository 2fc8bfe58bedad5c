import type { Command } from 'commander'
import { consentTextVersion } from '../commands/consent-text.ts'
import { areRootsLocal } from '../config.ts'
import { listBots } from '../store/bots.ts'
import { countAssignments, countOutbox, countTroubles } from '../store/status-figures.ts'
import type { Trouble } from '../domain/plan-alerts.ts'
import { findTroubles } from '../jobs/find-troubles.ts'
import { listOfficeTargets } from '../jobs/tell-troubles.ts'
import { troubleSources } from '../service/trouble-sources.ts'
import { findLastBackups } from '../store/backups.ts'
import { countHeld, findOpenRestore } from '../store/held-messages.ts'
import { missingSettings, readSettings } from '../store/settings.ts'
import { dayOf, formatDay } from '../time.ts'
import { withTools } from '../tools.ts'
import type { CliDeps, OperatorParts } from './cli-deps.ts'

/** One thing that was looked at: fine, or what it means and what to do. */
interface Finding {
  ok: boolean
  key: string
  values?: Record<string, string | number>
}

type Look = (parts: OperatorParts, deps: CliDeps) => Promise<Finding[]>

/** `doctor`: looks at database, keys, bots, webhooks, clock, consent texts and messages; says what to do. */
export function registerDoctor(program: Command, deps: CliDeps): void {
  const { openParts, print, exitCode, t } = deps
  program.command('doctor').action(async () => {
    const findings = await openParts(async (parts) => {
      const found: Finding[] = [{ ok: true, key: 'database' }]
      for (const look of [
        lookAtBots,
        lookAtClock,
        lookAtConsent,
        lookAtMessages,
        lookAtProgrammes,
        lookAtBackups,
        lookAtTroubles,
      ])
        found.push(...(await look(parts, deps)))
      return found
    })
    for (const { ok, key, values } of findings)
      print(`${ok ? '✓' : '✗'} ${t(key.startsWith('alert-') ? key : `cli-doctor-${key}`, values)}`)
    if (findings.some(({ ok }) => !ok)) exitCode(1)
  })
}

const lookAtBots: Look = async (parts, deps) => {
  const { tokens, publicUrl } = deps.config()
  const given = tokens.telegram.length + tokens.zalo.length
  const rows = await withTools(parts, ({ tx }) => listBots(tx))
  if (given === 0 && rows.length === 0) return [{ ok: false, key: 'no-bots' }]
  const findings: Finding[] = []
  const connected = rows.filter((row) => parts.bots.connected(row.id))
  if (connected.length < given)
    findings.push({ ok: false, key: 'tokens-unanswered', values: { count: given - connected.length } })
  for (const row of rows) {
    const values = { bot: row.handle, reason: row.stateReason ?? '' }
    const bot = parts.bots.connected(row.id)
    if (!bot) {
      findings.push({ ok: false, key: row.state === 'stopped' ? 'bot-stopped' : 'bot-without-token', values })
      continue
    }
    const url = await parts.bots
      .adapterOf(row.id)
      .webhookUrl(bot)
      .catch(() => undefined)
    if (url === undefined) findings.push({ ok: false, key: 'webhook-unknown', values })
    else if (url !== null && !publicUrl) findings.push({ ok: false, key: 'webhook-while-polling', values })
    else if (publicUrl && !url?.startsWith(publicUrl))
      findings.push({ ok: false, key: 'webhook-missing', values })
    else findings.push({ ok: true, key: publicUrl ? 'bot-webhook' : 'bot-polling', values })
  }
  return findings
}

const lookAtClock: Look = async (parts, deps) => {
  const hours = Math.round(parts.product.clock.offset() / 3_600_000)
  const local = areRootsLocal(deps.config())
  if (hours === 0) return [{ ok: true, key: 'clock' }]
  const key = !local ? 'clock-wrong' : hours > 0 ? 'clock-moved' : 'clock-behind'
  return [{ ok: local, key, values: { hours: Math.abs(hours) } }]
}

const lookAtConsent: Look = async (parts) => {
  const settings = await readSettings(parts.db)
  const missing = missingSettings(settings)
  if (missing.length > 0) return missing.map((name) => ({ ok: false, key: `no-${name}` }))
  const version = consentTextVersion(parts.t, 'vi', 'messages', settings)
  const { retentionDays: days } = settings
  return [{ ok: true, key: 'consent', values: { version, days } }]
}

const lookAtMessages: Look = async (parts) => {
  const { outbox, troubles } = await withTools(parts, async ({ tx }) => ({
    outbox: await countOutbox(tx),
    troubles: await countTroubles(tx),
  }))
  const of = (state: string) =>
    outbox.filter((row) => row.state === state).reduce((sum, row) => sum + row.count, 0)
  const findings: Finding[] = [
    { ok: true, key: 'messages', values: { queued: of('queued'), sent: of('sent') } },
  ]
  if (of('uncertain') > 0) findings.push({ ok: false, key: 'uncertain', values: { count: of('uncertain') } })
  if (of('dead') > 0) findings.push({ ok: false, key: 'dead', values: { count: of('dead') } })
  if (troubles.parkedUpdates > 0)
    findings.push({ ok: false, key: 'parked', values: { count: troubles.parkedUpdates } })
  return findings
}

const lookAtProgrammes: Look = async (parts) => {
  const rows = await withTools(parts, ({ tx }) => countAssignments(tx))
  const live = rows.filter(({ state }) => state === 'live').length
  return [live > 0 ? { ok: true, key: 'live', values: { count: live } } : { ok: false, key: 'nothing-live' }]
}

const DAY_MS = 86_400_000

/** A held restore comes first: nothing scheduled leaves until it is decided. */
const lookAtBackups: Look = async (parts, deps) => {
  const { restore, held, backups } = await withTools(parts, async ({ tx }) => ({
    restore: await findOpenRestore(tx),
    held: await countHeld(tx),
    backups: await findLastBackups(tx),
  }))
  const findings: Finding[] = []
  if (restore) {
    const count = held.reduce((sum, each) => sum + each.count, 0)
    findings.push({
      ok: false,
      key: 'restored',
      values: { count, taken: formatDay(dayOf(restore.takenAt)) },
    })
  }
  const { good, last } = backups
  const days = good ? Math.floor((parts.clock.machine().getTime() - good.startedAt.getTime()) / DAY_MS) : -1
  if (last?.errorCode) findings.push({ ok: false, key: 'backup-failed', values: { code: last.errorCode } })
  else if (!good)
    findings.push({ ok: false, key: deps.config().backupDir ? 'backup-none-yet' : 'backup-not-set' })
  else if (days >= 2) findings.push({ ok: false, key: 'backup-old', values: { days } })
  else findings.push({ ok: true, key: 'backup', values: { taken: formatDay(dayOf(good.startedAt)) } })
  return findings
}

/** What the office is told of in chat and no look above has said. */
const lookAtTroubles: Look = async (parts, deps) => {
  const { found, office } = await withTools(parts, async (tools) => ({
    found: await findTroubles(tools, troubleSources(deps.config())),
    office: await listOfficeTargets(tools),
  }))
  const said = new Set<Trouble['kind']>(['bot-stopped', 'backup', 'parked', 'failed'])
  return [
    ...found
      .filter(({ kind }) => !said.has(kind))
      .map(({ kind, values }) => ({ ok: false, key: `alert-${kind}`, values })),
    office.length > 0
      ? { ok: true, key: 'office', values: { count: office.length } }
      : { ok: false, key: 'office-nobody' },
  ]
}
