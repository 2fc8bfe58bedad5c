import { z } from 'zod'
import { type Operate, runCommand, SampleError } from './operate.ts'
import type { Persona, PlaygroundGroup } from './personas.ts'

/** A code of a persona or a group, with the bot of its channel. */
export interface Invitation {
  code: string
  /** Shown name of the bot. */
  bot: string
  /** ISO instant, product time. */
  expires: string
}

const printed = z.object({
  code: z.string(),
  bot: z.string().nullable(),
  expires: z.string(),
  bots: z.array(z.object({ channel: z.string(), bot: z.string() })).optional(),
})

/** A fresh code, by the operator's command. Earlier ones of the same person or group end with it. */
export async function makeInvitation(operate: Operate, whom: Persona | PlaygroundGroup): Promise<Invitation> {
  const words = 'member' in whom ? ['--unit', whom.unit, '--member', whom.member] : ['--group', whom.unit]
  const invite = printed.parse(JSON.parse(await runCommand(operate, 'invite', ...words, '--json')))
  const bot = invite.bots?.find(({ channel }) => channel === whom.channel)?.bot ?? invite.bot
  if (bot === null) throw new SampleError(`no bot serves ${whom.unit}`)
  return { code: invite.code, bot, expires: invite.expires }
}
