import { fileURLToPath } from 'node:url'
import { importProgramme } from '../../src/cli/import-programme.ts'
import { readTable } from '../../src/cli/read-table.ts'
import {
  type Columns,
  MEMBER_COLUMNS,
  resolveColumns,
  type RosterRow,
  UNIT_COLUMNS,
} from '../../src/domain/roster-columns.ts'
import { runPass, type PassCounts } from '../../src/jobs/run-pass.ts'
import { goLive } from '../../src/store/go-live.ts'
import { importMembers, importUnits } from '../../src/store/import-roster.ts'
import { findProgramme } from '../../src/store/programmes.ts'
import { publishProgramme } from '../../src/store/publish-programme.ts'
import { recomputeTrees } from '../../src/store/recompute-assignments.ts'
import { listTrees } from '../../src/store/units.ts'
import { inviteCode, joinAs } from './join-people.ts'
import { startTestApp, type TestApp } from './start-test-app.ts'
import type { TelegramGroup, TelegramUser } from './telegram-world.ts'
import { codeIn } from './talk.ts'
import type { ZaloGroup, ZaloUser } from './zalo-world.ts'

const FIXTURE = fileURLToPath(new URL('../fixtures/commune/', import.meta.url))

/**
 * The commune of `test/fixtures/commune`: an office (X01 Uyên) and a leader (X02 Vinh) above a village cell of
 * twelve (T01 An is its secretary) and a school cell of four (S01 Phúc secretary, S02 Quân deputy). Imported
 * and published by what the operator's commands call; in use from `liveFrom`.
 */
export interface Commune {
  app: TestApp
  treeId: string
  /** Joins by code and consent. */
  telegram(unit: string, member: string): Promise<TelegramUser>
  zalo(unit: string, member: string): Promise<ZaloUser>
  /** A group bound to the unit by its secretary, who must have joined on that channel. */
  telegramGroup(unit: string, secretary: string, others?: string[]): Promise<TelegramGroup>
  zaloGroup(unit: string, secretary: string): Promise<ZaloGroup>
  /** Sets the clock (product time in Viet Nam, `2026-03-09 08:00`) and runs a pass. */
  at(when: string): Promise<PassCounts>
}

export async function startCommune(options: {
  now: string
  liveFrom?: string
  publicUrl?: string
  zaloGroups?: boolean
  zaloMessagesPerMonth?: number
}): Promise<Commune> {
  const app = await startTestApp({
    now: local(options.now),
    ...(options.zaloMessagesPerMonth && { zaloMessagesPerMonth: options.zaloMessagesPerMonth }),
    ...(options.zaloGroups !== undefined && { zaloGroups: options.zaloGroups }),
    ...(options.publicUrl !== undefined && { publicUrl: options.publicUrl }),
  })
  const [tree] = await app.tools(async (tools) => {
    const { tx } = tools
    await importUnits(tools, await rowsOf('units.csv', UNIT_COLUMNS), {}, recomputeTrees)
    await importMembers(tools, await rowsOf('members.csv', MEMBER_COLUMNS), {}, recomputeTrees)
    const imported = await importProgramme(tools, `${FIXTURE}programme.yaml`, { unit: 'XA' })
    if (imported.outcome === 'refused') throw new Error(JSON.stringify(imported))
    const trees = await listTrees(tx)
    const programme = await findProgramme(tx, trees[0]!.id, 'xa-mau-2026')
    const published = await publishProgramme(tools, programme!)
    if (published.outcome === 'refused') throw new Error(JSON.stringify(published))
    await goLive(tools, programme!, options.liveFrom ?? '2026-03-01')
    return trees
  })
  return {
    app,
    treeId: tree!.id,
    telegram: async (unit, member) => (await joinAs(app, 'telegram', unit, member)) as TelegramUser,
    zalo: async (unit, member) => (await joinAs(app, 'zalo', unit, member)) as ZaloUser,
    telegramGroup: async (unit, secretary, others = []) => {
      const group = app.telegram.group(unit, { members: [secretary, ...others] })
      await group.user(secretary).says(`/nhom ${await inviteCode(app, unit, null)}`)
      group.heard()
      return group
    },
    zaloGroup: async (unit, secretary) => {
      const group = app.zalo.group(unit, { members: [secretary] })
      await group.user(secretary).says(`nhóm ${await inviteCode(app, unit, null)}`)
      group.heard()
      return group
    },
    at: async (when) => {
      app.clock.set(local(when))
      return app.pass(runPass)
    },
  }
}

function local(when: string): string {
  return `${when.replace(' ', 'T')}+07:00`
}

async function rowsOf(file: string, columns: Columns): Promise<RosterRow[]> {
  const read = await readTable(`${FIXTURE}${file}`)
  if ('problem' in read) throw new Error(`${file}: ${read.problem.reason}`)
  const { rows, problems } = resolveColumns(read.table, columns)
  if (problems.length > 0) throw new Error(`${file}: ${JSON.stringify(problems)}`)
  return rows
}

/** Opens the pledge, agrees that it is kept, and answers its one question; what remains is `gửi`. */
export async function startPledge(person: TelegramUser | ZaloUser): Promise<void> {
  person.heard()
  await person.says('/dangky')
  if (person.heard().join().includes('có đồng ý không')) await person.says('đồng ý')
  await person.says('Gọn gàng nơi làm việc')
}

/** Files the pledge; what the person hears meanwhile is not kept. Gives the receipt code. */
export async function filePledge(person: TelegramUser | ZaloUser): Promise<string> {
  await startPledge(person)
  await person.says('gửi')
  return codeIn(person.heard().join('\n'))
}
