import type { Tools } from '../commands/command.ts'
import { unitsWithRole, type PersonView } from '../domain/person.ts'
import { MEMBER_COLUMNS, resolveColumns, UNIT_COLUMNS, type Columns } from '../domain/roster-columns.ts'
import { resolveUnitKind } from '../domain/roster-words.ts'
import { listAccountsOf } from '../store/accounts.ts'
import { importMembers, importUnits } from '../store/import-roster.ts'
import { findPersonByCode } from '../store/people.ts'
import { recomputeTrees } from '../store/recompute-assignments.ts'
import { listTreePeople } from '../store/tree-people.ts'
import { listTrees, listUnitsByCode } from '../store/units.ts'
import { dayOf } from '../time.ts'
import { withTools } from '../tools.ts'
import type { CliDeps, OperatorParts } from './cli-deps.ts'
import { makeInvite, showInvites } from './invite.ts'
import type { Wizard } from './wizard.ts'

const CODE = /^[^\s;,]{1,40}$/

/** The first person of the office: found in the roster or entered here, with a code to join by. */
export async function setUpOffice(wizard: Wizard, parts: OperatorParts, deps: CliDeps): Promise<void> {
  const { t } = deps
  wizard.heading('setup-step-office')
  const top = await topUnit(wizard, parts, deps)
  const { office, joined } = await withTools(parts, (tools) => findOffice(tools, top))
  if (joined > 0) return wizard.done(t('setup-have-office', { count: joined }))
  const [known] = office
  if (known && !(await wizard.askYesNo('setup-ask-office-again', { name: known.fullName }))) return
  const person = known ?? (await enterPerson(wizard, parts, top, deps))
  await withTools(parts, async (tools) => {
    const unitId = unitsWithRole(person, 'office')[0]
    const units = await listUnitsByCode(tools.tx, top, dayOf(tools.now), top)
    const unit = units.find(({ id }) => id === unitId) ?? units[0]!
    showInvites([await makeInvite(tools, unit, person)], {}, deps)
  })
  wizard.note(t('setup-office-code'))
}

/** Code of the tree that the office belongs to; makes its first unit where there is none. */
async function topUnit(wizard: Wizard, parts: OperatorParts, { t }: CliDeps): Promise<string> {
  const trees = await withTools(parts, ({ tx }) => listTrees(tx))
  if (trees.length > 1) {
    const codes = trees.map(({ code }) => code)
    const read = (typed: string) => codes.find((code) => code === typed) ?? null
    return wizard.ask('setup-ask-tree', {
      values: { codes: codes.join(', ') },
      fallback: codes[0]!,
      read,
      wrong: 'setup-bad-tree',
    })
  }
  if (trees[0]) return trees[0].code
  const name = await wizard.ask('setup-ask-unit-name', { fallback: null })
  const kind = await wizard.ask('setup-ask-unit-kind', {
    fallback: 'đảng ủy phường',
    read: (typed) => (resolveUnitKind(typed) ? typed : null),
    wrong: 'setup-bad-unit-kind',
  })
  const code = await wizard.ask('setup-ask-unit-code', {
    fallback: 'DU',
    read: readCode,
    wrong: 'setup-bad-code',
  })
  await withTools(parts, async (tools) => {
    const rows = rowsOf(UNIT_COLUMNS, [
      ['unit_code', 'unit_name', 'unit_kind'],
      [code, name, kind],
    ])
    const plan = await importUnits(tools, rows, {}, recomputeTrees)
    refuseProblems(plan.problems)
  })
  wizard.done(t('setup-have-unit', { code, name }))
  return code
}

async function findOffice(tools: Tools, top: string): Promise<{ office: PersonView[]; joined: number }> {
  const tree = (await listTrees(tools.tx)).find(({ code }) => code === top)!
  const people = await listTreePeople(tools.tx, tree.id, dayOf(tools.now))
  const office = people.filter((person) => unitsWithRole(person, 'office').length > 0)
  const accounts = await listAccountsOf(
    tools.tx,
    office.map(({ id }) => id),
  )
  return { office, joined: new Set(accounts.map(({ personId }) => personId)).size }
}

async function enterPerson(
  wizard: Wizard,
  parts: OperatorParts,
  top: string,
  { t, problem }: CliDeps,
): Promise<PersonView> {
  const name = await wizard.ask('setup-ask-office-name', { fallback: null })
  for (;;) {
    const code = await wizard.ask('setup-ask-office-member', {
      fallback: 'VP01',
      read: readCode,
      wrong: 'setup-bad-code',
    })
    const person = await withTools(parts, (tools) => savePerson(tools, top, code, name))
    if (person) {
      wizard.done(t('setup-have-person', { code, name }))
      return person
    }
    problem(`  ${t('setup-member-taken', { code })}`)
  }
}

/** Null: somebody else has that code. */
async function savePerson(tools: Tools, top: string, code: string, name: string): Promise<PersonView | null> {
  const day = dayOf(tools.now)
  const tree = (await listTrees(tools.tx)).find((each) => each.code === top)!
  if (await findPersonByCode(tools.tx, tree.id, code, day)) return null
  const cells = [
    ['member_code', 'full_name', 'unit_code', 'role'],
    [code, name, top, 'office'],
  ]
  const plan = await importMembers(tools, rowsOf(MEMBER_COLUMNS, cells), { tree: top }, recomputeTrees)
  refuseProblems(plan.problems)
  return findPersonByCode(tools.tx, tree.id, code, day)
}

function rowsOf(columns: Columns, cells: string[][]) {
  const table = { rows: cells.map((each, index) => ({ line: index + 1, cells: each })) }
  return resolveColumns(table, columns).rows
}

/** What was asked was checked before: only a roster that changed meanwhile can still refuse it. */
function refuseProblems(problems: readonly { reason: string }[]): void {
  if (problems.length > 0) throw new Error(`the roster refused it: ${problems[0]!.reason}`)
}

function readCode(typed: string): string | null {
  return CODE.test(typed) ? typed : null
}
