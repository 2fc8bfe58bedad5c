import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { makeConsentRecord, makeOwnCopy, type OwnFile } from '../commands/own-copy.ts'
import type { Tools } from '../commands/command.ts'
import type { PersonView } from '../domain/person.ts'
import { findCaseCode } from '../domain/receipt-code.ts'
import { authorise } from '../store/authorise.ts'
import { listCasesByCode } from '../store/data-desk/data-cases.ts'
import { findPersonByCode, findPersonView } from '../store/people.ts'
import { listTrees } from '../store/units.ts'
import { dayOf } from '../time.ts'
import type { CliDeps } from './cli-deps.ts'

/**
 * `data copy CODE --out FILE`: the copy that somebody without a chat asked for; `data consents --member M --out FILE`:
 * a person's record of consent, for printing. Both are on record, and a file that is there is not written over.
 */
export function registerDataFiles(parent: Command, deps: CliDeps): void {
  const { openTools, problem, exitCode, t } = deps
  parent
    .command('copy <code>')
    .requiredOption('--out <file>')
    .action((code: string, { out }: { out: string }) =>
      openTools(async (tools) => {
        const [one] = await listCasesByCode(tools, findCaseCode(code) ?? '')
        if (one?.request !== 'copy') {
          problem(t(one ? 'cli-data-not-copy' : 'cli-data-unknown', { code: code.slice(0, 40) }))
          return exitCode(1)
        }
        const { id, personId, unitId } = one
        await authorise(tools, 'operator', 'handle-data-case', {
          personId,
          unitId,
          details: { case: id, copy: true },
        })
        const person = await findPersonView(tools.tx, personId, dayOf(tools.now))
        await write(deps, out, person && (await makeOwnCopy(tools, person, 'vi')))
      }),
    )
  parent
    .command('consents')
    .requiredOption('--member <code>')
    .requiredOption('--out <file>')
    .option('--tree <code>')
    .action((options: { member: string; out: string; tree?: string }) =>
      openTools(async (tools) => {
        const person = await findMember(deps, tools, options)
        if (!person) return
        const about = { personId: person.id, details: { consents: true } }
        await authorise(tools, 'operator', 'handle-data-case', about)
        await write(deps, options.out, await makeConsentRecord(tools, person, 'vi'))
      }),
    )
}

/** The one member of this code; says what is wrong when there is none or there are several. */
export async function findMember(
  { problem, exitCode, t }: CliDeps,
  tools: Tools,
  { member, tree }: { member: string; tree?: string },
): Promise<PersonView | null> {
  const found: PersonView[] = []
  for (const { id, code } of await listTrees(tools.tx)) {
    if (tree !== undefined && tree !== code) continue
    const person = await findPersonByCode(tools.tx, id, member, dayOf(tools.now))
    if (person) found.push(person)
  }
  const [person] = found
  if (person && found.length === 1) return person
  problem(t(person ? 'cli-data-several-members' : 'cli-data-no-member', { member: member.slice(0, 40) }))
  exitCode(1)
  return null
}

async function write(
  { print, problem, exitCode, t }: CliDeps,
  out: string,
  file: OwnFile | null,
): Promise<void> {
  if (!file) return exitCode(1)
  try {
    await writeFile(out, Buffer.from(file.base64, 'base64'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'EEXIST' && code !== 'ENOENT' && code !== 'EACCES') throw error
    problem(t('cli-data-not-written', { file: out, reason: code }))
    return exitCode(1)
  }
  print(t('cli-data-written', { file: out }))
}
