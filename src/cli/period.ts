import type { Command } from 'commander'
import type { Tools } from '../commands/command.ts'
import { changeRoundAndTell } from '../commands/change-round.ts'
import { listTreeRounds, type OfficeRound } from '../commands/list-rounds.ts'
import { roundTitles } from '../commands/round-titles.ts'
import { authorise } from '../store/authorise.ts'
import type { RoundChange } from '../store/round-changes.ts'
import { listTrees } from '../store/units.ts'
import { formatDay } from '../time.ts'
import type { CliDeps } from './cli-deps.ts'

interface Options {
  programme?: string
  tree?: string
}

const VERBS: readonly [string, RoundChange][] = [
  ['open', 'opened'],
  ['close', 'closed'],
  ['reopen', 'reopened'],
]

/** `period list`, `period open|close|reopen OBLIGATION PERIOD --reason WHY`. */
export function registerPeriod(program: Command, deps: CliDeps): void {
  const parent = program.command('period')
  scoped(parent.command('list', { isDefault: true })).action((options: Options) =>
    deps.openTools(async (tools) => {
      for (const { treeId, round } of await find(tools, options)) {
        const title = (await roundTitles(tools, treeId))(deps.locale, round)
        const { obligation, period, state, opensOn, dueOn, done, total } = round
        deps.print(
          `${round.binding.programme.code} ${obligation} ${period}  ${title} · ${deps.t(`round-state-${state}`)} · ` +
            deps.t('round-listed', {
              opens: formatDay(opensOn),
              due: dueOn ? formatDay(dueOn) : deps.t('round-no-date'),
              done,
              total,
            }),
        )
      }
    }),
  )
  for (const [verb, change] of VERBS)
    scoped(parent.command(`${verb} <obligation> <period>`))
      .requiredOption('--reason <why>')
      .action((obligation: string, period: string, options: Options & { reason: string }) =>
        deps.openTools((tools) => act(tools, { obligation, period, change }, options, deps)),
      )
}

function scoped(command: Command): Command {
  return command.option('--programme <code>').option('--tree <code>')
}

async function act(
  tools: Tools,
  { obligation, period, change }: { obligation: string; period: string; change: RoundChange },
  options: Options & { reason: string },
  { print, problem, exitCode, t, locale }: CliDeps,
): Promise<void> {
  const refuse = (key: string, values?: Record<string, string | number>) => {
    problem(t(key, values))
    exitCode(1)
  }
  const reason = options.reason.trim()
  const all = await find(tools, options)
  const found = all.filter(({ round }) => round.obligation === obligation && round.period === period)
  const [only, another] = found
  if (!only || reason === '') return refuse('round-unknown', { obligation, period })
  if (another) return refuse('cli-date-several', { obligation })
  const { treeId, round } = only
  const unitId = round.binding.ownerUnitId
  await authorise(tools, 'operator', 'change-round', { unitId, details: { period, change } })
  const { outcome, told } = await changeRoundAndTell(tools, { treeId, round, change, by: 'operator', reason })
  if (outcome.outcome === 'refused') return refuse(`round-refused-${outcome.reason}`)
  print(t(`round-done-${change}`, { title: (await roundTitles(tools, treeId))(locale, round), told }))
}

async function find(
  tools: Tools,
  { programme, tree }: Options,
): Promise<{ treeId: string; round: OfficeRound }[]> {
  const found = []
  for (const { id: treeId, code } of await listTrees(tools.tx)) {
    if (tree !== undefined && tree !== code) continue
    for (const round of await listTreeRounds(tools, treeId))
      if (programme === undefined || round.binding.programme.code === programme) found.push({ treeId, round })
  }
  return found
}
