import type { Command } from 'commander'
import { tellOffice } from '../commands/open-data-case.ts'
import { DATA_REQUESTS, type DataRequest } from '../domain/data-case.ts'
import { authorise } from '../store/authorise.ts'
import { openDataCase } from '../store/data-desk/data-cases.ts'
import { type Day, dayOf, formatDay, realDay } from '../time.ts'
import type { CliDeps } from './cli-deps.ts'
import { findMember } from './data-files.ts'

interface OpenOptions {
  member: string
  request: string
  received?: string
  text?: string
  tree?: string
}

/** `data open`: writes down what somebody asked on paper or in person, so that the clock runs for them too. */
export function registerDataOpen(parent: Command, deps: CliDeps): void {
  const { openTools, print, problem, exitCode, t } = deps
  parent
    .command('open')
    .requiredOption('--member <code>')
    .requiredOption('--request <kind>')
    .option('--received <day>')
    .option('--text <words>')
    .option('--tree <code>')
    .action((options: OpenOptions) =>
      openTools(async (tools) => {
        const today = dayOf(tools.now)
        const request = DATA_REQUESTS.find((each) => each === options.request)
        const receivedOn = options.received === undefined ? today : readDay(options.received)
        if (!request || !receivedOn || receivedOn > today) {
          problem(t('cli-data-usage', { requests: DATA_REQUESTS.join(', ') }))
          return exitCode(2)
        }
        const person = await findMember(deps, tools, options)
        if (!person) return
        const text = options.text?.trim()
        const { opened, isNew } = await openDataCase(tools, {
          treeId: person.treeId,
          personId: person.id,
          request: request satisfies DataRequest,
          method: 'paper',
          receivedOn,
          ...(text && { text }),
        })
        const { code, dueOn, acknowledgeBy } = opened
        if (!isNew) {
          problem(t('cli-data-open-already', { code, due: formatDay(dueOn) }))
          return exitCode(1)
        }
        const details = { case: opened.id, opened: true }
        const about = { personId: person.id, unitId: opened.unitId, details }
        await authorise(tools, 'operator', 'handle-data-case', about)
        await tellOffice(tools, opened)
        const values = { code, acknowledge: formatDay(acknowledgeBy), due: formatDay(dueOn) }
        print(t('cli-data-opened', values))
      }),
    )
}

function readDay(typed: string): Day | null {
  const [, year, month, date] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(typed) ?? []).map(Number)
  return year === undefined ? null : realDay(year, month!, date!)
}
