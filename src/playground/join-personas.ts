import { makeInvitation } from './make-invitation.ts'
import { phoneOf } from './open-phone.ts'
import { type Operate, SampleError } from './operate.ts'
import { findPersona, type Persona, type PlaygroundGroup } from './personas.ts'
import type { ChatLine, Controls, Phone } from './phone/phone.ts'
import { type Patience, waitForAnswers } from './phone/wait-for-answers.ts'

/** As the consent question labels it in Vietnamese, which every persona speaks. */
const AGREE = 'Đồng ý'
const PATIENCE = { firstMs: 20_000, quietMs: 100, totalMs: 20_000 }
/** In a group the greeting comes first, and what it was asked a second later. */
const GROUP_PATIENCE = { ...PATIENCE, quietMs: 1500 }

/** Invites a persona, who then answers the bot as anybody would until they have joined. */
export async function joinPersona(controls: Controls, operate: Operate, persona: Persona): Promise<void> {
  const { code, bot } = await makeInvitation(operate, persona)
  const phone = await phoneOf(controls, persona, persona.channel, { bot })
  const start = persona.channel === 'telegram' ? `/start ${code}` : code
  const answers = await exchange(phone, () => phone.write(start))
  // Cut off after joining, at an earlier start: there is nothing left to agree to.
  const isAsked = answers.some(
    ({ text, buttons }) =>
      text.includes(`1. ${AGREE}`) || buttons.flat().some(({ label }) => label === AGREE),
  )
  if (isAsked) await exchange(phone, () => phone.press(AGREE))
}

/** The unit's secretary brings the bot into the group, with the code that binds it. */
export async function bindSampleGroup(
  { telegram, zalo }: Controls,
  operate: Operate,
  group: PlaygroundGroup,
): Promise<void> {
  const { code, bot } = await makeInvitation(operate, group)
  const owner = findPersona(group.owner)!
  if (group.channel === 'zalo') await zalo.inviteBot({ group: group.name, bot })
  else {
    const [only] = await telegram.bots()
    await telegram.inviteBot({ group: group.telegramId, by: owner.telegramId, bot: only!.username })
  }
  const phone = await phoneOf({ telegram, zalo }, owner, group.channel, { group: group.name, bot })
  const words = group.channel === 'zalo' ? `@bot nhóm ${code}` : `/nhom@bot ${code}`
  await exchange(phone, () => phone.write(words), GROUP_PATIENCE)
}

/** Does something on a phone and gives the answers. Throws `SampleError` when there is none. */
async function exchange(
  phone: Phone,
  act: () => Promise<unknown>,
  patience: Patience = PATIENCE,
): Promise<ChatLine[]> {
  const before = await phone.lines()
  await act()
  const answers = await waitForAnswers(phone, before, patience)
  if (answers.length === 0) throw new SampleError('a bot did not answer somebody of the sample')
  return answers
}
