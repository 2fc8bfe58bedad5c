import type { Command } from 'commander'
import type { Tools } from '../commands/command.ts'
import { type InviteLink, listInviteLinks } from '../commands/invite-links.ts'
import { showInviteCode } from '../domain/invite-code.ts'
import type { PersonView, UnitView } from '../domain/person.ts'
import { listAccountsOf } from '../store/accounts.ts'
import { authorise } from '../store/authorise.ts'
import { issueInvite } from '../store/invites.ts'
import { findPersonByCode, listMembersOf } from '../store/people.ts'
import { listConsents } from '../store/recipients.ts'
import { listUnitsByCode, listUnitsById, unitsBelow } from '../store/units.ts'
import { dayOf, formatDay } from '../time.ts'
import type { CliDeps } from './cli-deps.ts'

interface InviteOptions {
  unit?: string
  member?: string
  group?: string
  below?: boolean
  officers?: boolean
  tree?: string
  json?: boolean
}

/** One code as it is printed; `--json` prints exactly this. */
export interface PrintedInvite {
  /** Eight characters, without the dash that people are shown. */
  code: string
  /** Code of the unit. */
  unit: string
  /** Code of the member; null for a group. */
  member: string | null
  /** The first bot that serves the unit, and its link; null while there is none. */
  bot: string | null
  link: string | null
  /** ISO instant of product time. */
  expires: string
  /** All bots that serve the unit, one of each channel; left out when there is at most one. */
  bots?: InviteLink[]
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
    .action(async (options: InviteOptions) => {
      const code = options.group ?? options.unit
      if (code === undefined || (options.group !== undefined && options.member !== undefined)) {
        deps.problem(deps.t('cli-invite-usage'))
        deps.exitCode(2)
        return
      }
      await deps.openTools((tools) => invite(tools, code, options, deps))
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
    return showInvites(await makeInvite(tools, unit, member), options, deps)
  }
  const made: Made[] = []
  for (const each of options.below ? await listBranch(tools, unit) : [unit]) {
    for (const member of await listUninvited(tools, each, options)) {
      const isNew = made.every((other) => other.person?.id !== member.id)
      if (isNew) made.push(await makeInvite(tools, each, member))
    }
  }
  showInvites(made, options, deps)
}

async function listBranch(tools: Tools, unit: UnitView): Promise<UnitView[]> {
  const day = dayOf(tools.now)
  return listUnitsById(tools.tx, await unitsBelow(tools.tx, unit.id, day), day)
}

/** Members without an account. Who said no is not asked again. */
async function listUninvited(tools: Tools, unit: UnitView, options: InviteOptions): Promise<PersonView[]> {
  const members = await listMembersOf(tools.tx, [unit.id], dayOf(tools.now))
  const accounts = await listAccountsOf(
    tools.tx,
    members.map((member) => member.id),
  )
  const consents = await listConsents(tools.tx, unit.treeId, 'messages')
  const files = (member: PersonView) =>
    member.posts.some((post) => post.unitId === unit.id && /^(secretary|deputy|contact)$/.test(post.role))
  return members.filter(
    (member) =>
      accounts.every((account) => account.personId !== member.id) &&
      (consents.get(member.id) ?? 'granted') === 'granted' &&
      (!options.officers || files(member)),
  )
}

interface Made {
  person: PersonView | null
  printed: PrintedInvite
  links: InviteLink[]
  expiresAt: Date
}

/** A fresh code for a person of the unit, or for its group. */
export async function makeInvite(tools: Tools, unit: UnitView, person: PersonView | null): Promise<Made> {
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
  made: Made | readonly Made[],
  options: { json?: boolean },
  { print, t }: CliDeps,
): void {
  const all: readonly Made[] = 'printed' in made ? [made] : made
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
