import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readProgrammeFile } from '../../src/cli/read-programme-file.ts'
import { formCodeFor, isKeyLeader, isPersonInAudience } from '../../src/domain/audience.ts'
import { planAssignments } from '../../src/domain/plan-assignments.ts'
import { programmeSpan, type Programme } from '../../src/domain/programme.ts'
import { lastGoodDayOf, listRounds } from '../../src/domain/rounds.ts'
import { packageRoot } from '../../src/package-root.ts'
import { applyPlan } from '../domain/builders/apply-plan.ts'
import { fullRoster } from './full-roster.ts'

const FOLDER = join(packageRoot(), 'programmes')
const PLANS = ['dong-cuong-2024', 'lai-chau-2023', 'khoi-co-quan-tinh-2021-2025'] as const
const files = [...PLANS.map((name) => `${name}.yaml`), 'sample/programme.yaml']

async function read(file: string): Promise<Programme> {
  const found = await readProgrammeFile(join(FOLDER, file), '2026-03-01')
  if (found.kind === 'problems')
    throw new Error(found.problems.map(({ line, reason }) => `${line}: ${reason}`).join('\n'))
  return found.programme
}

/** Days and kinds of an obligation's rounds. */
function datesOf(programme: Programme, code: string): string[] {
  const obligation = programme.obligations.find((each) => each.code === code)
  if (!obligation) throw new Error(`no obligation ${code}`)
  return listRounds(programme, obligation).map(({ due }) => lastGoodDayOf(due) ?? due.kind)
}

describe('the programmes that come along', () => {
  test('all of them are looked at here', () => {
    const found = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'))
    expect(found.sort()).toEqual(PLANS.map((name) => `${name}.yaml`).sort())
  })

  test.each(files)('%s is valid, cites its plan and can be shown in each round', async (file) => {
    const programme = await read(file)
    for (const obligation of programme.obligations) {
      expect(obligation.section, obligation.code).toMatch(/^(?:I|II|III)\b/)
      for (const { due } of listRounds(programme, obligation))
        expect(due.phrase, obligation.code).not.toBe('')
    }
    expect(programme.bases.length).toBeGreaterThan(0)
    for (const form of programme.forms) {
      const used = programme.obligations.some(
        ({ form: own, form_for: others }) =>
          own === form.code || others.some((each) => each.form === form.code),
      )
      expect(used, `${form.code} is used`).toBe(true)
    }
  })

  test.each(files)(
    '%s: somebody owes each obligation, and it is written down once its time comes',
    async (file) => {
      const programme = await read(file)
      const { units, people } = fullRoster(programme)
      const { from, to } = programmeSpan(programme)
      const binding = {
        programme,
        ownerUnitId: 'owner',
        officeDates: [],
        publishedOn: `${from}-10-01`,
        liveFrom: `${from}-10-01`,
      }
      let existing = applyPlan([], { create: [], move: [], withdraw: [], restore: [], transfer: [] })
      for (let year = from; year <= to; year += 1) {
        const today = `${year}-10-01`
        const plan = planAssignments({ programmes: [binding], units, people, existing, today })
        existing = applyPlan(existing, plan)
        expect([...plan.withdraw, ...plan.move]).toEqual([])
      }
      for (const obligation of programme.obligations) {
        const owed = existing.filter((each) => each.obligation === obligation.code)
        const periods = [...new Set(owed.map((each) => each.period))].sort()
        const expected = listRounds(programme, obligation).map((round) => round.period)
        expect(periods, obligation.code).toEqual(expected.sort())
      }
    },
  )
})

describe('dates as the plans give them', () => {
  test('000: pledges in quarter I, evaluation before 15 November, models named one by one', async () => {
    const programme = await read('dong-cuong-2024.yaml')
    expect(datesOf(programme, 'cam-ket-ca-nhan')).toEqual(['2024-03-31'])
    expect(datesOf(programme, 'danh-gia-cam-ket')).toEqual(['2024-11-14'])
    expect(programme.topics.quarter).toMatchObject({ mode: 'list', items: { length: 4 } })
    const models = programme.obligations.filter(({ kind }) => kind === 'model')
    expect(models.length).toBeGreaterThanOrEqual(12)
    expect(models.find(({ code }) => code === 'mo-hinh-camera')?.targets).toMatchObject([
      { at_least: 40, unit: '%' },
    ])
  })

  test('002: sessions, plans and reports', async () => {
    const programme = await read('lai-chau-2023.yaml')
    expect(datesOf(programme, 'sinh-hoat-quy')).toEqual([
      '2023-03-09',
      '2023-04-30',
      '2023-07-31',
      '2023-12-31',
    ])
    expect(datesOf(programme, 'hoc-tap-co-so')).toEqual(['2023-03-13'])
    expect(datesOf(programme, 'ke-hoach-ca-nhan')).toEqual(['2023-01-14'])
    expect(
      ['bao-cao-quy-1', 'bao-cao-hoi-nghi', 'bao-cao-6-thang', 'bao-cao-nam'].map(
        (code) => datesOf(programme, code)[0],
      ),
    ).toEqual(['2023-03-30', 'not-set', '2023-06-19', '2023-11-09'])
  })

  test('003: yearly duties over the term, with the year that is apart', async () => {
    const programme = await read('khoi-co-quan-tinh-2021-2025.yaml')
    expect(datesOf(programme, 'cam-ket-ca-nhan')).toEqual([
      '2022-03-31',
      '2023-03-31',
      '2024-03-31',
      '2025-03-31',
    ])
    expect(datesOf(programme, 'bao-cao-nam').slice(0, 2)).toEqual(['2021-12-31', '2022-09-30'])
    expect(datesOf(programme, 'ke-hoach-tap-the')[0]).toBe('2021-12-31')
    expect(datesOf(programme, 'ke-hoach-kiem-tra')[0]).toBe('2021-11-30')
    expect(programme.obligations.find(({ code }) => code === 'cam-ket-ca-nhan')?.visibility).toBe('cell')
    expect(programme.topics.quarter.mode).toBe('none')
  })
})

describe('who pledges what', () => {
  test('002: key leaders have the form with two kinds of deeds, others the five groups, street members are free', async () => {
    const programme = await read('lai-chau-2023.yaml')
    const { units, people } = fullRoster(programme)
    const world = { programme, ownerUnitId: 'owner', units: new Map(units.map((unit) => [unit.id, unit])) }
    const pledge = programme.obligations.find(({ code }) => code === 'ke-hoach-ca-nhan')!
    const of = (id: string) => {
      const person = people.find((each) => each.id === id)!
      const answer = isPersonInAudience(pledge, person, world)
      return `${answer} ${formCodeFor(pledge, person, world)} ${isKeyLeader(person, world) ? 'leader' : '-'}`
    }
    expect(of('secretary@cell-agency')).toBe('owes ke_hoach_lanh_dao leader')
    expect(of('position:head-of-school')).toBe('owes ke_hoach_lanh_dao leader')
    expect(of('secretary@cell-street')).toBe('owes ke_hoach_ca_nhan -')
    expect(of('party-member@cell-street')).toBe('may-volunteer ke_hoach_ca_nhan -')
    expect(of('worker@agency')).toBe('owes ke_hoach_ca_nhan -')
  })

  test('000: only the Executive Committee, by whatever name its post is held', async () => {
    const programme = await read('dong-cuong-2024.yaml')
    const { units, people } = fullRoster(programme)
    const world = { programme, ownerUnitId: 'owner', units: new Map(units.map((unit) => [unit.id, unit])) }
    const pledge = programme.obligations.find(({ code }) => code === 'cam-ket-ca-nhan')!
    const owing = people
      .filter((person) => isPersonInAudience(pledge, person, world) === 'owes')
      .map(({ id }) => id)
    expect(owing).toEqual([
      'secretary@owner',
      'deputy@owner',
      'position:standing-deputy',
      'position:standing-committee',
      'position:executive-committee',
    ])
  })
})
