import type { Command } from 'commander'
import type { Tools } from '../commands/command.ts'
import { wordsOf } from '../domain/form-definition.ts'
import { listOpenDates } from '../domain/open-dates.ts'
import { listRounds } from '../domain/rounds.ts'
import { recordAudit } from '../store/audit.ts'
import { type BindingRow, listBindingProgrammes } from '../store/binding-programmes.ts'
import { saveOfficeDate } from '../store/office-dates.ts'
import { listTrees } from '../store/units.ts'
import { type Day, formatDay, realDay } from '../time.ts'
import type { CliDeps } from './cli-deps.ts'

interface Options {
  programme?: string
  tree?: string
  phrase?: string
}

/** `date list` and `date set OBLIGATION PERIOD DAY`: dates that a plan leaves open, and fixing them. */
export function registerSetDate(program: Command, deps: CliDeps): void {
  const date = program.command('date')
  scoped(date.command('list', { isDefault: true })).action((options: Options) =>
    deps.openTools((tools) => listMissing(tools, options, deps)),
  )
  scoped(date.command('set <obligation> <period> <day>'))
    .option('--phrase <text>')
    .action((obligation: string, period: string, text: string, options: Options) => {
      const day = readDay(text)
      if (!day) {
        deps.problem(deps.t('cli-date-unreadable', { day: text }))
        return deps.exitCode(2)
      }
      return deps.openTools((tools) => fix(tools, { obligation, period, day }, options, deps))
    })
}

function scoped(command: Command): Command {
  return command.option('--programme <code>').option('--tree <code>')
}

interface Scoped {
  treeId: string
  binding: BindingRow
}

async function listMissing(tools: Tools, options: Options, { print, locale, t }: CliDeps): Promise<void> {
  let count = 0
  for (const { binding } of await listScoped(tools, options)) {
    const { programme, officeDates } = binding
    for (const { obligation, period, title, phrase } of listOpenDates(programme, officeDates)) {
      count += 1
      print(`${programme.code} ${obligation} ${period}  ${wordsOf(title, locale)} (${phrase})`)
    }
  }
  print(t('cli-date-missing', { count }))
}

async function fix(
  tools: Tools,
  { obligation, period, day }: { obligation: string; period: string; day: Day },
  options: Options,
  { print, problem, exitCode, t }: CliDeps,
): Promise<void> {
  const refuse = (key: string, values?: Record<string, string | number>) => {
    problem(t(key, values))
    exitCode(1)
  }
  const found = (await listScoped(tools, options)).filter(({ binding }) =>
    binding.programme.obligations.some(({ code }) => code === obligation),
  )
  const [only] = found
  if (!only) return refuse('cli-date-no-such-obligation', { obligation })
  if (found.length > 1) return refuse('cli-date-several', { obligation })
  const { treeId, binding } = only
  const rounds = listRounds(
    binding.programme,
    binding.programme.obligations.find(({ code }) => code === obligation)!,
  )
  const round = rounds.find((each) => each.period === period)
  if (!round) {
    const periods = rounds.map((each) => each.period).join(', ')
    return refuse('cli-date-no-such-period', { obligation, period, periods })
  }
  const words = { phrase: round.due.phrase, due: formatDay(day) }
  const saved = await saveOfficeDate(tools, {
    treeId,
    programmeId: binding.id,
    obligation,
    period,
    dueOn: day,
    phrase: options.phrase ?? tools.t('vi', 'dates-phrase', words),
    setBy: null,
  })
  if (saved.outcome !== 'fixed') return refuse('cli-date-later-than-above', { obligation, period })
  await recordAudit(tools, {
    treeId,
    actorPersonId: null,
    actorRole: 'operator',
    action: 'set-date',
    aboutUnitId: binding.ownerUnitId,
    details: { programmeId: binding.id, obligation, period, dueOn: day },
  })
  print(t('cli-date-set', { obligation, period, due: formatDay(day), count: saved.moved }))
}

async function listScoped(tools: Tools, { programme, tree }: Options): Promise<Scoped[]> {
  const scoped: Scoped[] = []
  for (const { id: treeId, code } of await listTrees(tools.tx)) {
    if (tree !== undefined && tree !== code) continue
    for (const binding of await listBindingProgrammes(tools.tx, treeId))
      if (programme === undefined || binding.programme.code === programme) scoped.push({ treeId, binding })
  }
  return scoped
}

function readDay(text: string): Day | null {
  const [year, month, date] = text.split('-').map(Number)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? realDay(year!, month!, date!) : null
}
