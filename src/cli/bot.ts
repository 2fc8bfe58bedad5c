import type { Command } from 'commander'
import type { Tools } from '../commands/command.ts'
import { type BotPlan, planBotAssignment } from '../domain/assign-bots.ts'
import type { UnitView } from '../domain/person.ts'
import type { Reach } from '../domain/reach.ts'
import { type BotRow, listBots, startBot } from '../store/bots.ts'
import { assignBot, listUnitBots } from '../store/unit-bots.ts'
import { listUnitsToServe } from '../store/units-to-serve.ts'
import { listUnitsByCode } from '../store/units.ts'
import { dayOf } from '../time.ts'
import type { CliDeps } from './cli-deps.ts'

/** A bot is filled to nine tenths of what its platform bears, so that newcomers still fit. */
const FILL = 0.9

interface AssignOptions {
  auto?: boolean
  tree?: string
  dryRun?: boolean
}

/** `bot list`, `bot assign UNIT BOT`, `bot assign --auto`, `bot start BOT`. */
export function registerBot(program: Command, deps: CliDeps): void {
  const bot = program.command('bot')
  bot.command('list').action(() => deps.openTools((tools) => list(tools, deps)))
  bot.command('start <bot>').action((name: string) => deps.openTools((tools) => start(tools, name, deps)))
  bot
    .command('assign [unit] [bot]')
    .option('--auto')
    .option('--tree <code>')
    .option('--dry-run')
    .action((unit: string | undefined, name: string | undefined, options: AssignOptions) => {
      if (options.auto && unit === undefined) {
        return deps.openTools((tools) => assignAll(tools, options, deps))
      }
      if (!options.auto && unit !== undefined && name !== undefined) {
        return deps.openTools((tools) => assignOne(tools, unit, name, options, deps))
      }
      deps.problem(deps.t('cli-bot-usage'))
      deps.exitCode(2)
    })
}

async function list({ tx, now }: Tools, { print, t }: CliDeps): Promise<void> {
  const bots = await listBots(tx)
  if (bots.length === 0) return print(t('cli-bot-none'))
  const assigned = await listUnitBots(tx)
  for (const bot of bots) {
    const units = assigned.filter((row) => row.botId === bot.id).length
    const state = t('cli-bot-state', { state: bot.state })
    print(
      t('cli-bot-line', { channel: bot.channel, name: bot.displayName, handle: bot.handle, state, units }),
    )
  }
  for (const channel of new Set(bots.map((bot) => bot.channel))) {
    const { toServe } = await listUnitsToServe(tx, channel, dayOf(now))
    const own = bots.filter((bot) => bot.channel === channel)
    const without = toServe.filter((unit) => unit.ownBotId === null && unit.inheritedBotId === null)
    if (own.length > 1 && without.length > 0)
      print(t('cli-bot-units-without', { channel, units: without.length }))
  }
}

async function start(tools: Tools, name: string, deps: CliDeps): Promise<void> {
  const bot = await findNamed(tools, name, deps)
  if (!bot) return
  await startBot(tools.tx, bot.id)
  deps.print(deps.t('cli-bot-started', { bot: bot.displayName }))
}

/** The one bot of that name; otherwise says why there is none. */
async function findNamed(tools: Tools, name: string, deps: CliDeps): Promise<BotRow | null> {
  const named = (await listBots(tools.tx)).filter((bot) =>
    [bot.id, bot.externalId, bot.displayName, bot.handle, `@${bot.handle}`].includes(name),
  )
  if (named.length === 1) return named[0]!
  refuse(deps, deps.t(named.length === 0 ? 'cli-bot-unknown' : 'cli-bot-several', { bot: name }))
  return null
}

async function assignOne(
  tools: Tools,
  unitCode: string,
  name: string,
  options: AssignOptions,
  deps: CliDeps,
): Promise<void> {
  const { t } = deps
  const units = await listUnitsByCode(tools.tx, unitCode, dayOf(tools.now), options.tree)
  const [unit] = units
  if (!unit) return refuse(deps, t('cli-unit-unknown', { unit: unitCode }))
  if (units.length > 1) return refuse(deps, t('cli-unit-several', { unit: unitCode }))
  const bot = await findNamed(tools, name, deps)
  if (!bot) return
  if (!options.dryRun) await assignBot(tools, unit, bot)
  deps.print(t('cli-bot-assigned', { unit: unit.code, bot: bot.displayName }))
}

async function assignAll(tools: Tools, options: AssignOptions, deps: CliDeps): Promise<void> {
  const bots = (await listBots(tools.tx)).filter((bot) => bot.state !== 'stopped')
  if (bots.length === 0) return refuse(deps, deps.t('cli-bot-none'))
  for (const channel of new Set(bots.map((bot) => bot.channel))) {
    const own = bots.filter((bot) => bot.channel === channel)
    if (own.length === 1) deps.print(deps.t('cli-bot-only-one', { channel }))
    else await assignChannel(tools, channel, own, options, deps)
  }
}

async function assignChannel(
  tools: Tools,
  channel: string,
  bots: readonly BotRow[],
  options: AssignOptions,
  deps: CliDeps,
): Promise<void> {
  const { units, toServe, reaches } = await listUnitsToServe(tools.tx, channel, dayOf(tools.now))
  const { quota } = tools.bots.can(bots[0]!.id)
  const limit = {
    people: quota.people === null ? null : Math.floor(quota.people * FILL),
    groups: quota.groups,
  }
  const plan = planBotAssignment(
    toServe,
    bots.map((bot) => bot.id),
    limit,
  )
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  for (const placement of plan.placements) {
    if (placement.isKept || options.dryRun) continue
    await assignBot(
      tools,
      byId.get(placement.unitId)!,
      bots.find((bot) => bot.id === placement.botId)!,
    )
  }
  tellPlan(plan, channel, { byId, reaches }, bots, options, deps)
}

function tellPlan(
  plan: BotPlan,
  channel: string,
  { byId: units, reaches }: { byId: ReadonlyMap<string, UnitView>; reaches: ReadonlyMap<string, Reach> },
  bots: readonly BotRow[],
  options: AssignOptions,
  { print, t }: CliDeps,
): void {
  const codes = (ids: readonly string[]) => ids.map((id) => units.get(id)?.code ?? '?').join(', ')
  print(t(options.dryRun ? 'cli-bot-plan' : 'cli-bot-planned', { channel }))
  for (const bot of bots) {
    const own = plan.placements.filter((placement) => placement.botId === bot.id)
    const all = own.filter((placement) => placement.serves === 'all').map((each) => each.unitId)
    const whole = all.filter((unitId) => reaches.get(unitId) === 'members')
    const heads = all.filter((unitId) => reaches.get(unitId) !== 'members')
    const part = own.filter((placement) => placement.serves === 'officers').map((each) => each.unitId)
    if (whole.length > 0) print(t('cli-bot-serves-all', { bot: bot.displayName, units: codes(whole) }))
    if (heads.length > 0) print(t('cli-bot-serves-reach', { bot: bot.displayName, units: codes(heads) }))
    if (part.length > 0) print(t('cli-bot-serves-officers', { bot: bot.displayName, units: codes(part) }))
  }
  for (const { botId, people } of plan.overfull)
    print(t('cli-bot-overfull', { bot: bots.find(({ id }) => id === botId)?.displayName ?? '', people }))
  if (plan.unplaced.length > 0) print(t('cli-bot-unplaced', { units: codes(plan.unplaced) }))
}

function refuse(deps: CliDeps, reason: string): void {
  deps.problem(reason)
  deps.exitCode(1)
}
