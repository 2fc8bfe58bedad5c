import { type OpenPhone, openPhone } from '../playground/open-phone.ts'
import { reachPlayground } from '../playground/reach-playground.ts'
import type { CliDeps } from './cli-deps.ts'

/** The chat of the running playground that a command names; null after it said why there is none. */
export async function openChat(
  { config, problem, exitCode, t }: CliDeps,
  wanted: { persona: string; channel?: string; group?: string },
): Promise<OpenPhone | null> {
  const controls = config().playground ? await reachPlayground(config().dataDir) : null
  if (!controls) {
    problem(t('playground-not-running'))
    exitCode(1)
    return null
  }
  const opened = await openPhone(controls, wanted)
  if (!('problem' in opened)) return opened
  problem(t(opened.problem, opened.values))
  exitCode(2)
  return null
}
