import type { Command } from 'commander'
import type { Tools } from '../commands/command.ts'
import {
  type AssignmentChangeOutcome,
  extendAssignment,
  withdrawAssignment,
} from '../store/change-assignment.ts'
import { formatDay, realDay } from '../time.ts'
import type { CliDeps } from './cli-deps.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** `assignment extend ID --to DAY --reason WHY` and `assignment withdraw ID --reason WHY`. */
export function registerAssignment(program: Command, deps: CliDeps): void {
  const { problem, exitCode, t } = deps
  const parent = program.command('assignment')
  parent
    .command('extend <id>')
    .requiredOption('--to <day>')
    .requiredOption('--reason <why>')
    .action(async (id: string, { to, reason }: { to: string; reason: string }) => {
      const [, year, month, date] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(to) ?? []).map(Number)
      const dueOn = year === undefined ? null : realDay(year, month!, date!)
      if (!dueOn) {
        problem(t('cli-clock-unreadable', { to }))
        return exitCode(2)
      }
      await change(deps, id, reason, 'extended', formatDay(dueOn), (tools, of) => {
        // The phrase is read in chat, whatever the language of the terminal.
        const phrase = tools.t('vi', 'cli-assignment-phrase', { day: formatDay(dueOn) })
        return extendAssignment(tools, { ...of, dueOn, phrase })
      })
    })
  parent
    .command('withdraw <id>')
    .requiredOption('--reason <why>')
    .action((id: string, { reason }: { reason: string }) =>
      change(deps, id, reason, 'withdrawn', '', (tools, of) => withdrawAssignment(tools, of)),
    )
}

async function change(
  { openTools, print, problem, exitCode, t }: CliDeps,
  assignmentId: string,
  typed: string,
  done: 'extended' | 'withdrawn',
  day: string,
  work: (
    tools: Tools,
    of: { assignmentId: string; by: 'operator'; reason: string },
  ) => Promise<AssignmentChangeOutcome>,
): Promise<void> {
  const reason = typed.trim()
  if (!UUID.test(assignmentId) || reason === '') {
    problem(t('cli-assignment-usage'))
    return exitCode(2)
  }
  const result = await openTools((tools) => work(tools, { assignmentId, by: 'operator', reason }))
  if (result.outcome === 'refused') {
    problem(t(`cli-assignment-${result.reason}`, { reason }))
    return exitCode(1)
  }
  print(t(`cli-assignment-${done}`, { from: result.from ? formatDay(result.from) : '-', day }))
}
