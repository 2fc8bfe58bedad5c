import type { Command } from 'commander'
import { answerCase, extendCase } from '../commands/answer-data-case.ts'
import { approveDeletion, isLastOfOffice } from '../commands/approve-deletion.ts'
import type { Tools } from '../commands/command.ts'
import { mayRefuse } from '../domain/data-case.ts'
import { findCaseCode } from '../domain/receipt-code.ts'
import { authorise } from '../store/authorise.ts'
import {
  type DataCase,
  findDataCase,
  listAllCases,
  listCasesByCode,
  listOpenCases,
} from '../store/data-desk/data-cases.ts'
import { listPersonViews } from '../store/people.ts'
import { listTrees } from '../store/units.ts'
import { dayOf, formatDay } from '../time.ts'
import type { CliDeps } from './cli-deps.ts'
import { eraseOne } from '../jobs/erase-approved.ts'
import { registerDataFiles } from './data-files.ts'
import { registerDataOpen } from './data-open.ts'

interface CaseOptions {
  tree?: string
}

/** `data list|show|open|close|refuse|extend`: what people ask about their own data, under the clock of the law. */
export function registerData(program: Command, deps: CliDeps): void {
  const { openTools, print, problem, exitCode, t } = deps
  const parent = program.command('data')
  parent
    .command('list')
    .option('--all')
    .option('--tree <code>')
    .option('--json')
    .action((options: { all?: boolean; tree?: string; json?: boolean }) =>
      openTools(async (tools) => {
        const cases: DataCase[] = []
        for (const { id, code } of await listTrees(tools.tx)) {
          if (options.tree !== undefined && options.tree !== code) continue
          cases.push(...(await (options.all ? listAllCases : listOpenCases)(tools, id)))
        }
        const members = await memberCodes(tools, cases)
        if (options.json) return print(JSON.stringify(cases.map((one) => row(one, members))))
        if (cases.length === 0) return print(t('cli-data-none'))
        for (const one of cases) print(line(deps, one, members))
      }),
    )
  parent
    .command('show <code>')
    .option('--tree <code>')
    .action((code: string, options: CaseOptions) =>
      openTools(async (tools) => {
        const one = await findCase(deps, tools, code, options)
        if (!one) return
        print(line(deps, one, await memberCodes(tools, [one])))
        if (one.text) print(`  ${t('cli-data-text', { text: one.text })}`)
        if (one.extendedFrom) print(`  ${t('cli-data-extended-from', { due: formatDay(one.extendedFrom) })}`)
        if (one.decidedAt) {
          const values = { on: formatDay(dayOf(one.decidedAt)), outcome: one.outcome ?? '–' }
          print(`  ${t('cli-data-outcome', values)}`)
        }
        print(`  ${t(`data-desk-todo-${one.request}`)}`)
      }),
    )
  registerDataOpen(parent, deps)
  registerDataFiles(parent, deps)
  parent
    .command('close <code>')
    .option('--outcome <words>')
    .option('--approve-deletion')
    .option('--tree <code>')
    .action((code: string, options: CaseOptions & { outcome?: string; approveDeletion?: boolean }) =>
      openTools(async (tools) => {
        const one = await findOpenCase(deps, tools, code, options)
        if (!one) return
        if (one.request === 'delete')
          return approve(deps, tools, one, { isSure: options.approveDeletion === true })
        const outcome = options.outcome?.trim() || null
        said(deps, one, await answerCase(tools, one, { state: 'done', decidedBy: null, outcome }))
      }),
    )
  parent
    .command('refuse <code>')
    .requiredOption('--reason <why>')
    .option('--tree <code>')
    .action((code: string, options: CaseOptions & { reason: string }) =>
      openTools(async (tools) => {
        const outcome = options.reason.trim()
        if (outcome === '') return (problem(t('cli-data-reason')), exitCode(2))
        const one = await findOpenCase(deps, tools, code, options)
        if (!one) return
        if (!mayRefuse(one.request)) return (problem(t('cli-data-no-refusal')), exitCode(1))
        said(deps, one, await answerCase(tools, one, { state: 'refused', decidedBy: null, outcome }))
      }),
    )
  parent
    .command('extend <code>')
    .requiredOption('--reason <why>')
    .option('--tree <code>')
    .action((code: string, options: CaseOptions & { reason: string }) =>
      openTools(async (tools) => {
        const reason = options.reason.trim()
        if (reason === '') return (problem(t('cli-data-reason')), exitCode(2))
        const one = await findOpenCase(deps, tools, code, options)
        if (!one) return
        const extended = await extendCase(tools, one, reason)
        if (!extended) return (problem(t('cli-data-no-extension', { code: one.code })), exitCode(1))
        said(deps, one, extended)
      }),
    )
}

async function approve(
  { print, problem, exitCode, t }: CliDeps,
  tools: Tools,
  one: DataCase,
  { isSure }: { isSure: boolean },
): Promise<void> {
  const { code, personId } = one
  if (await isLastOfOffice(tools, personId)) return (problem(t('data-desk-last-office')), exitCode(1))
  if (!isSure) {
    problem(t('cli-data-approve-first', { code, keeps: t('data-keeps') }))
    return exitCode(1)
  }
  const { isTold } = await approveDeletion(tools, one, null)
  // Where nobody has to be told first there is nothing to wait for.
  const isDone = !isTold && (await eraseOne(tools, personId))
  print(t('cli-data-approved', { code, done: isDone ? 'yes' : 'no' }))
}

function said({ print, t }: CliDeps, { code }: DataCase, { isTold }: { isTold: boolean }): void {
  print(t('cli-data-closed', { code, told: isTold ? 'yes' : 'no' }))
}

async function findCase(
  { problem, exitCode, t }: CliDeps,
  tools: Tools,
  typed: string,
  { tree }: CaseOptions,
): Promise<DataCase | null> {
  const trees = new Map((await listTrees(tools.tx)).map(({ id, code }) => [id, code]))
  const found = (await listCasesByCode(tools, findCaseCode(typed) ?? '')).filter(
    ({ treeId }) => tree === undefined || trees.get(treeId) === tree,
  )
  const [one] = found
  if (one && found.length === 1) {
    const { id, personId, unitId } = one
    await authorise(tools, 'operator', 'handle-data-case', { personId, unitId, details: { case: id } })
    return findDataCase(tools, id)
  }
  problem(t(one ? 'cli-data-several' : 'cli-data-unknown', { code: typed.slice(0, 40) }))
  exitCode(1)
  return null
}

async function findOpenCase(
  deps: CliDeps,
  tools: Tools,
  typed: string,
  options: CaseOptions,
): Promise<DataCase | null> {
  const one = await findCase(deps, tools, typed, options)
  if (!one || one.state === 'open') return one
  deps.problem(deps.t('cli-data-decided', { code: one.code }))
  deps.exitCode(1)
  return null
}

/** Codes of the roster, by id: names stay out of lists. */
async function memberCodes(tools: Tools, cases: readonly DataCase[]): Promise<Map<string, string>> {
  const ids = cases.map(({ personId }) => personId)
  const views = await listPersonViews(tools.tx, ids, dayOf(tools.now))
  return new Map(views.map(({ id, code }) => [id, code]))
}

function line({ t }: CliDeps, one: DataCase, members: Map<string, string>): string {
  const on = one.decidedAt ? formatDay(dayOf(one.decidedAt)) : ''
  return t('cli-data-line', {
    code: one.code,
    request: t(`data-request-${one.request}`),
    state: t(`data-state-${one.state}`, { due: formatDay(one.dueOn), on }),
    member: members.get(one.personId) ?? '–',
    on: formatDay(one.receivedOn),
    due: formatDay(one.dueOn),
  })
}

function row(one: DataCase, members: Map<string, string>) {
  const { code, request, state, method, receivedOn, acknowledgeBy, dueOn, extendedFrom } = one
  const member = members.get(one.personId) ?? null
  return { code, request, state, method, member, receivedOn, acknowledgeBy, dueOn, extendedFrom }
}
