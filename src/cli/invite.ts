import type { Command } from 'commander'
import type { Tools } from '../commands/command.ts'
import { listInviteLinks } from '../commands/invite-links.ts'
import { showInviteCode } from '../domain/invite-code.ts'
import type { PersonView, UnitView } from '../domain/person.ts'
import { isInReach } from '../domain/reach.ts'
import { listAccountsOf } from '../store/accounts.ts'
import { authorise } from '../store/authorise.ts'
import { issueInvite } from '../store/invites.ts'
import { findPersonByCode, listMembersOf } from '../store/people.ts'
import { listReaches } from '../store/reach.ts'
import { listConsents } from '../store/recipients.ts'
import { listUnitsByCode, listUnitsById, unitsBelow } from '../store/units.ts'
import { dayOf, formatDay } from '../time.ts'
import type { CliDeps } from './cli-deps.ts'
import type { MadeInvite, PrintedInvite } from './made-invite.ts'
import { writeSlips } from './write-slips.ts'

interface InviteOptions {
  unit?: string
  member?: string
  group?: string
  below?: boolean
  officers?: boolean
  tree?: string
  json?: boolean
  out?: string
  force?: boolean
}

/**
 * `invite --unit U [--member M]`: a code for one member, or for every member without an account who did not
 * say no. `invite --group U`: a code that binds a group chat.
 */
export function registerInvite(program: Command, deps: CliDeps): void {
  program
    .command('invite')
    .option('--unit <code>')
    .option('--member <code>')
    .option('--group <unit>')
    .option('--below')
    .option('--officers')
    .option('--tree <code>')
    .option('--json')
    .option('--out <file>')
    .option('--force')
    .action(async (options: InviteOptions) => {
      const code = options.group ?? options.unit
      const isForGroup = options.group !== undefined
      const forPeopleOnly = options.member !== undefined || options.out !== undefined
      if (
        code === undefined ||
        (isForGroup && forPeopleOnly) ||
        (options.json && options.out !== undefined)
      ) {
        deps.problem(deps.t('cli-invite-usage'))
        deps.exitCode(2)
        return
      }
      try {
        await deps.openTools((tools) => invite(tools, code, options, deps))
      } catch (error) {
        if (!(error instanceof SlipsUnwritten)) throw error
      }
    })
}

async function invite(tools: Tools, unitCode: string, options: InviteOptions, deps: CliDeps): Promise<void> {
  const { t } = deps
  const day = dayOf(tools.now)
  const units = await listUnitsByCode(tools.tx, unitCode, day, options.tree)
  const [unit] = units
  if (!unit) return refuse(deps, t('cli-unit-unknown', { unit: unitCode }))
  if (units.length > 1) return refuse(deps, t('cli-unit-several', { unit: unitCode }))
  if (options.group !== undefined) {
    return showInvites(await makeInvite(tools, unit, null), options, deps)
  }
  if (options.member !== undefined) {
    const member = await findPersonByCode(tools.tx, unit.treeId, options.member, day)
    if (!member?.memberships.some((each) => each.unitId === unit.id)) {
      return refuse(deps, t('cli-invite-no-member', { member: options.member, unit: unit.code }))
    }
    if (!isInReach(member, await listReaches(tools.tx, unit.treeId, day)))
      deps.problem(t('cli-invite-outside', { member: member.code, unit: unit.code }))
    return handOver(tools, [await makeInvite(tools, unit, member)], true, options, deps)
  }
  const made: MadeInvite[] = []
  let outside = 0
  for (const each of options.below ? await listBranch(tools, unit) : [unit]) {
    const found = await listUninvited(tools, each, options)
    outside += found.outside
    for (const member of found.members) {
      const isNew = made.every((other) => other.person?.id !== member.id)
      if (isNew) made.push(await makeInvite(tools, each, member))
    }
  }
  await handOver(tools, made, false, options, deps)
  if (outside > 0) deps.problem(t('cli-reach-outside', { count: outside, unit: unit.code }))
}

/** Nobody has the codes: nothing is to be kept of them. */
class SlipsUnwritten extends Error {}

/** Prints the codes, or writes them as slips; one that could not be written is worth nothing. */
async function handOver(
  tools: Tools,
  made: readonly MadeInvite[],
  isOne: boolean,
  options: InviteOptions,
  deps: CliDeps,
): Promise<void> {
  const { out, force = false, tree } = options
  if (out === undefined || made.length === 0) return showInvites(isOne ? made[0]! : made, options, deps)
  const isWritten = await writeSlips(tools, made, { out, force, ...(tree !== undefined && { tree }) }, deps)
  if (!isWritten) throw new SlipsUnwritten()
}

async function listBranch(tools: Tools, unit: UnitView): Promise<UnitView[]> {
  const day = dayOf(tools.now)
  return listUnitsById(tools.tx, await unitsBelow(tools.tx, unit.id, day), day)
}

/** Members without an account whom the bot talks to, and how many it does not. Who said no is not asked again. */
async function listUninvited(
  tools: Tools,
  unit: UnitView,
  options: InviteOptions,
): Promise<{ members: PersonView[]; outside: number }> {
  const members = await listMembersOf(tools.tx, [unit.id], dayOf(tools.now))
  const accounts = await listAccountsOf(
    tools.tx,
    members.map((member) => member.id),
  )
  const consents = await listConsents(tools.tx, unit.treeId, 'messages')
  const files = (member: PersonView) =>
    member.posts.some((post) => post.unitId === unit.id && /^(secretary|deputy|contact)$/.test(post.role))
  const uninvited = members.filter(
    (member) =>
      accounts.every((account) => account.personId !== member.id) &&
      (consents.get(member.id) ?? 'granted') === 'granted' &&
      (!options.officers || files(member)),
  )
  const reaches = await listReaches(tools.tx, unit.treeId, dayOf(tools.now))
  const reached = uninvited.filter((member) => isInReach(member, reaches))
  return { members: reached, outside: uninvited.length - reached.length }
}

/** A fresh code for a person of the unit, or for its group. */
export async function makeInvite(
  tools: Tools,
  unit: UnitView,
  person: PersonView | null,
): Promise<MadeInvite> {
  await authorise(tools, 'operator', 'invite', person ? { personId: person.id } : { unitId: unit.id })
  const { code, expiresAt } = await issueInvite(tools, {
    treeId: unit.treeId,
    unitId: unit.id,
    personId: person?.id ?? null,
    kind: person ? 'member' : 'group',
    createdBy: 'operator',
  })
  const links = await listInviteLinks(tools, unit.id, code, person === null)
  const printed: PrintedInvite = {
    code,
    unit: unit.code,
    member: person?.code ?? null,
    bot: links[0]?.bot ?? null,
    link: links[0]?.link ?? null,
    expires: expiresAt.toISOString(),
    ...(links.length > 1 && { bots: links }),
  }
  return { person, printed, links, expiresAt }
}

/** Prints codes with the links of the bots. */
export function showInvites(
  made: MadeInvite | readonly MadeInvite[],
  options: { json?: boolean },
  { print, t }: CliDeps,
): void {
  const all: readonly MadeInvite[] = 'printed' in made ? [made] : made
  if (options.json) {
    const printed = all.map((each) => each.printed)
    return print(JSON.stringify('printed' in made ? printed[0] : printed, null, 2))
  }
  if (all.length === 0) return print(t('cli-invite-nobody'))
  for (const { person, printed, links, expiresAt } of all) {
    const until = formatDay(dayOf(expiresAt))
    const who = person ? `${person.code} ${person.fullName}` : t('cli-invite-group')
    print(t('cli-invite-line', { unit: printed.unit, who, code: showInviteCode(printed.code), until }))
    for (const { bot, link } of links) print(`  ${bot}: ${link}`)
  }
  if (all.every(({ links }) => links.length === 0)) print(t('cli-invite-no-bot'))
}

function refuse(deps: CliDeps, reason: string): void {
  deps.problem(reason)
  deps.exitCode(1)
}
