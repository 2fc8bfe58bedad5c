import type { Config } from '../config.ts'
import { type Locale, LOCALES, type Values } from '../i18n.ts'
import { dayOf } from '../time.ts'
import { describePlayground } from './describe-playground.ts'
import { phoneOf } from './open-phone.ts'
import { openServers } from './open-servers.ts'
import type { Operate } from './operate.ts'
import { PERSONAS } from './personas.ts'
import type { Controls } from './phone/phone.ts'
import { playgroundConfig } from './playground-config.ts'
import { prepareSample } from './prepare-sample.ts'
import { controlsAt } from './reach-playground.ts'
import { openSampleState, type SampleState } from './sample-state.ts'

export interface PrepareParts {
  /** Runs a command of the operator as typed, on the running service's database. */
  operate: Operate
  /** Product time. */
  now: () => Date
  t: (locale: Locale, key: string, values?: Values) => string
  print: (line: string) => void
}

/** The local platforms beside the service, and the sample that fills them. */
export interface Playground {
  /** The settings of the service: tokens and API roots of the local platforms, a directory of its own. */
  config: Config
  /**
   * Brings organisation, programme and people of the sample to where they should be, and prints how to talk
   * with them. The service must run: people join by talking to it. A second time it goes on from where the
   * first ended. Throws `SampleError`.
   */
  prepare(parts: PrepareParts): Promise<void>
  /** Ends the local platforms. */
  close(): Promise<void>
}

/** Starts the local platforms for settings that name no token and no database. Throws `PlaygroundRunsError`. */
export async function startPlayground(given: Config): Promise<Playground> {
  const { dataDir } = playgroundConfig(given)
  const { address, close } = await openServers(dataDir)
  // Nobody outside could call a webhook here: the bots poll.
  const { publicUrl: _publicUrl, ...settings } = playgroundConfig(given)
  // The hint is what the visitor is to see; any other level than the default is a wish.
  const config = { ...settings, logLevel: given.logLevel === 'info' ? ('warn' as const) : given.logLevel }
  const controls = controlsAt(address)
  return {
    config,
    prepare: async ({ operate, now, t, print }) => {
      const state = openSampleState(dataDir)
      if (state.isNew) for (const locale of LOCALES) print(t(locale, 'playground-preparing'))
      await prepareSample({ controls, state, operate, now })
      const codes = await codesLeft(controls, state)
      for (const line of describePlayground({ today: dayOf(now()), dataDir, codes }, t)) print(line)
    },
    close,
  }
}

/** Codes of those who have not talked with the bot yet. */
async function codesLeft(controls: Controls, state: SampleState): Promise<Map<string, string>> {
  const codes = new Map<string, string>()
  for (const persona of PERSONAS.filter(({ joins }) => !joins)) {
    const kept = state.code(persona.name)
    const phone = await phoneOf(controls, persona, persona.channel)
    if (kept && (await phone.lines()).length === 0) codes.set(persona.name, kept.code)
  }
  return codes
}
