import { MEMBER_COLUMNS, UNIT_COLUMNS } from '../../src/domain/roster-columns.ts'
import { givenNameOf } from '../../src/domain/person.ts'
import type { Reach } from '../../src/domain/reach.ts'
import { importMembers, importUnits } from '../../src/store/import-roster.ts'
import { issueInvite } from '../../src/store/invites.ts'
import { findPersonByCode } from '../../src/store/people.ts'
import { listTrees, listUnitsByCode } from '../../src/store/units.ts'
import { dayOf } from '../../src/time.ts'
import { rosterRows } from './roster.ts'
import type { TestApp } from './start-test-app.ts'

const nothing = () => Promise.resolve()

/**
 * Imports units (`code|name|kind|parent`) and members (`code|name|unit|role`) as the operator does. Unless
 * `reach` says otherwise, the bot talks to everybody.
 */
export async function importRoster(
  app: TestApp,
  units: string,
  members: string,
  reach: Reach = 'members',
): Promise<void> {
  const unitHeader = 'unit_code|unit_name|unit_kind|parent_code|reach'
  const unitRows = units
    .trim()
    .split('\n')
    .map((line) => (line.endsWith('|') ? `${line}|${reach}` : `${line}|`))
    .join('\n')
  const memberHeader = 'member_code|full_name|unit_code|role'
  await app.tools(async (tools) => {
    const imported = [
      await importUnits(tools, rosterRows(UNIT_COLUMNS, `${unitHeader}\n${unitRows}`), {}, nothing),
      await importMembers(
        tools,
        rosterRows(MEMBER_COLUMNS, `${memberHeader}\n${members.trim()}`),
        {},
        nothing,
      ),
    ]
    const problems = imported.flatMap((each) => each.problems)
    if (problems.length > 0) throw new Error(`the roster of the test is broken: ${JSON.stringify(problems)}`)
  })
}

/** A fresh code for a person (`member`) or for a group of the unit, as the operator makes it. */
export async function inviteCode(app: TestApp, unit: string, member: string | null): Promise<string> {
  return app.tools(async (tools) => {
    const day = dayOf(tools.now)
    const [found] = await listUnitsByCode(tools.tx, unit, day)
    const person = member && (await findPersonByCode(tools.tx, found!.treeId, member, day))
    const { code } = await issueInvite(tools, {
      treeId: found!.treeId,
      unitId: found!.id,
      personId: person ? person.id : null,
      kind: person ? 'member' : 'group',
      createdBy: 'operator',
    })
    return code
  })
}

/** Lets a person of the roster join on a channel: code, terms, yes. The chat user is named by the given name. */
export async function joinAs(
  app: TestApp,
  channel: 'telegram' | 'zalo',
  unit: string,
  member: string,
  bot = 0,
): Promise<ReturnType<TestApp['telegram']['user']> | ReturnType<TestApp['zalo']['user']>> {
  const code = await inviteCode(app, unit, member)
  const name = await app.tools(async ({ tx, now }) => {
    for (const tree of await listTrees(tx)) {
      const person = await findPersonByCode(tx, tree.id, member, dayOf(now))
      if (person) return givenNameOf(person.fullName)
    }
    return member
  })
  if (channel === 'telegram') {
    const user = app.telegram.user(name, { bot })
    await user.starts(code)
    await user.presses('Đồng ý')
    user.heard()
    return user
  }
  const user = app.zalo.user(name, { bot })
  await user.says(code)
  await user.says('đồng ý')
  user.heard()
  return user
}
