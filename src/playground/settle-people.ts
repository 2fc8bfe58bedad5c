import { GROUPS, PERSONAS, findPersona } from './personas.ts'
import type { Controls } from './phone/phone.ts'

/** Gives every persona an account on both platforms, and every group its people. */
export async function settlePeople({ telegram, zalo }: Controls): Promise<void> {
  for (const { name, fullName, telegramId } of PERSONAS) {
    await telegram.createUser({ id: telegramId, firstName: fullName, username: name, languageCode: 'vi' })
    await zalo.createUser({ key: name, displayName: fullName })
  }
  const onTelegram = new Set((await telegram.groups()).map(({ id }) => id))
  const onZalo = new Set((await zalo.groups()).map(({ key }) => key))
  for (const { name, title, channel, telegramId, owner, members } of GROUPS) {
    if (channel === 'zalo' && !onZalo.has(name)) {
      await zalo.createGroup({ key: name, title, members: [...members] })
    }
    if (telegramId !== undefined && !onTelegram.has(telegramId)) {
      const ids = members.map((member) => findPersona(member)!.telegramId)
      await telegram.createGroup({
        id: telegramId,
        title,
        creator: findPersona(owner)!.telegramId,
        members: ids,
      })
    }
  }
}
