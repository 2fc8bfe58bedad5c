import { join } from 'node:path'
import { packageRoot } from '../package-root.ts'
import { dayOf } from '../time.ts'
import { bindSampleGroup, joinPersona } from './join-personas.ts'
import { makeInvitation } from './make-invitation.ts'
import { type Operate, runCommand } from './operate.ts'
import { GROUPS, PERSONAS } from './personas.ts'
import type { Controls } from './phone/phone.ts'
import type { SampleState } from './sample-state.ts'
import { settlePeople } from './settle-people.ts'

export interface SampleParts {
  controls: Controls
  state: SampleState
  operate: Operate
  /** Product time. */
  now: () => Date
}

/** How long the service may take to ask for messages after its start, ms. */
const POLL_WAIT_MS = 60_000

/**
 * The sample organisation with a programme that is live from today, and people who joined by talking to the
 * bots. Each step is done once; cut off in the middle, the next start goes on there.
 */
export async function prepareSample({ controls, state, operate, now }: SampleParts): Promise<void> {
  const folder = join(packageRoot(), 'programmes', 'sample')
  await settlePeople(controls)
  await waitForService(controls)
  await state.once('units', () => runCommand(operate, 'import', 'units', join(folder, 'units.csv')))
  await state.once('members', () => runCommand(operate, 'import', 'members', join(folder, 'members.csv')))
  await state.once('bots', () => runCommand(operate, 'bot', 'assign', '--auto'))
  await state.once('programme', () =>
    runCommand(operate, 'import', 'programme', join(folder, 'programme.yaml')),
  )
  await state.once('setup', () =>
    runCommand(operate, 'setup', '--controller', 'Đảng ủy xã Mẫu', '--contact', 'Văn phòng Đảng ủy xã Mẫu'),
  )
  await state.once('live', () => {
    const today = dayOf(now())
    const code = `xa-mau-${today.slice(0, 4)}`
    return runCommand(operate, 'go-live', code, '--from', today, '--yes')
  })
  // One after the other on each channel: a Zalo bot forgets what comes while it takes another message.
  await Promise.all(
    (['telegram', 'zalo'] as const).map(async (channel) => {
      for (const persona of PERSONAS.filter((each) => each.joins && each.channel === channel)) {
        await state.once(`join ${persona.name}`, () => joinPersona(controls, operate, persona))
      }
      for (const group of GROUPS.filter((each) => each.channel === channel)) {
        await state.once(`group ${group.name}`, () => bindSampleGroup(controls, operate, group))
      }
    }),
  )
  // At once, not when the service next looks what is due: the visitor is to find topics in the chats.
  await state.once('first pass', () => runCommand(operate, 'run-due'))
  for (const persona of PERSONAS.filter(({ joins }) => !joins)) {
    const kept = state.code(persona.name)
    const isFresh = kept !== null && new Date(kept.expires) > now()
    if (!isFresh) state.keepCode(persona.name, await makeInvitation(operate, persona))
  }
}

/** Messages to a bot that nobody asks for them would be lost on Zalo. */
async function waitForService({ telegram, zalo }: Controls): Promise<void> {
  for (const { username } of await telegram.bots()) await telegram.waitForPoll(username, POLL_WAIT_MS)
  for (const { displayName } of await zalo.bots()) await zalo.waitForPoll(displayName, POLL_WAIT_MS)
}
