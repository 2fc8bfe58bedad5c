import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import { inventOrganisation } from '../domain/invent-organisation.ts'
import { type Programme, programmeSpan, remindingOf } from '../domain/programme.ts'
import { rehearse } from '../domain/rehearse.ts'
import type { Rehearsal } from '../domain/rehearsal-tally.ts'
import { seededRandom } from '../domain/seeded-random.ts'
import { treeRules } from '../domain/tree-rules.ts'
import type { IsWorkingDay } from '../domain/work-days.ts'
import { rehearsalLines, rehearsedPosts } from '../jobs/describe-rehearsal.ts'
import { findNewestVersion } from '../store/programmes.ts'
import { addDays, type Day, dayOf, daysBetween, formatDay, systemClock } from '../time.ts'
import { loadWorkCalendar } from '../work-calendar.ts'
import type { CliDeps } from './cli-deps.ts'
import { findByCode } from './programme.ts'
import { readProgrammeFile } from './read-programme-file.ts'
import { tellFileProblems } from './tell-file-problems.ts'

/** How large the made-up organisation is, and by what chances it answers. */
export interface RehearsalSize {
  people: number
  units: number
  seed: number
  year: number
}

/** `rehearse PROGRAMME`: a year on the same planner with made-up people; nothing is sent or kept. */
export function registerRehearse(program: Command, deps: CliDeps): void {
  const { print, problem, exitCode, t } = deps
  program
    .command('rehearse <programme>')
    .option('--people <n>', undefined, '700')
    .option('--units <n>', undefined, '30')
    .option('--seed <s>', undefined, '1')
    .option('--year <year>')
    .option('--tree <code>')
    .option('--json')
    .action(async (name: string, options: Record<string, string | undefined> & { json?: boolean }) => {
      const programme = existsSync(name)
        ? await fromFile(name, deps)
        : await fromDatabase(name, options, deps)
      if (!programme) return
      const size = {
        people: Number(options['people']),
        units: Number(options['units']),
        seed: Number(options['seed']),
        year: Number(options['year'] ?? programmeSpan(programme).from),
      }
      if (!isUsable(size, programme)) {
        problem(t('rehearse-wrong'))
        return exitCode(2)
      }
      const { rehearsal, lines } = rehearseYear(programme, size, { isWorking: loadWorkCalendar(), t })
      if (options.json) {
        const { posts, ...figures } = rehearsal
        return print(JSON.stringify({ ...figures, posts: posts.length }, null, 2))
      }
      for (const line of lines) print(line)
    })
}

function isCount(count: number, most: number): boolean {
  return Number.isInteger(count) && count >= 2 && count <= most
}

function isUsable({ people, units, seed, year }: RehearsalSize, programme: Programme): boolean {
  const { from, to } = programmeSpan(programme)
  return (
    isCount(people, 50_000) && isCount(units, 3_000) && Number.isInteger(seed) && year >= from && year <= to
  )
}

async function fromFile(file: string, deps: CliDeps): Promise<Programme | null> {
  const read = await readProgrammeFile(file, dayOf(systemClock().product()))
  if (read.kind === 'read') return read.programme
  tellFileProblems(read.problems, deps)
  return null
}

async function fromDatabase(
  code: string,
  options: Record<string, string | undefined>,
  deps: CliDeps,
): Promise<Programme | null> {
  return deps.openTools(async (tools) => {
    const found = await findByCode(tools, code, options['tree'], deps)
    const version = found && (await findNewestVersion(tools.tx, found.id, 'imported'))
    return version?.content ?? null
  })
}

/** One year, and how it is told. The same programme, size and seed give the same words. */
export function rehearseYear(
  programme: Programme,
  { people, units, seed, year }: RehearsalSize,
  { isWorking, t }: { isWorking: IsWorkingDay; t: CliDeps['t'] },
): { rehearsal: Rehearsal; lines: string[] } {
  const from: Day = `${year}-01-01`
  const days = daysBetween(from, `${year}-12-31`) + 1
  const random = seededRandom(seed)
  const rules = treeRules([remindingOf(programme)], isWorking)
  const organisation = inventOrganisation(programme, rules, { people, units, random })
  const binding = {
    programme,
    ownerUnitId: organisation.ownerUnitId,
    officeDates: [],
    publishedOn: from,
    liveFrom: from,
  }
  const rehearsal = rehearse({ binding, organisation, rules, from, days, random })
  const names = new Map(organisation.units.map((unit) => [unit.id, unit.name]))
  const { reachable } = rehearsal
  const head = {
    programme: programme.code,
    from: formatDay(from),
    to: formatDay(addDays(from, days - 1)),
    units: rehearsal.units,
    people: rehearsal.people,
    reachable,
    seed,
  }
  return {
    rehearsal,
    lines: [
      t('rehearse-head', head),
      t('rehearse-note'),
      '',
      ...rehearsalLines(rehearsal, rules.perWeek, t),
      ...rehearsedPosts(rehearsal, binding, names, t),
    ],
  }
}
