import { isLockScreenSafe, previewOf } from '../../src/domain/lock-screen.ts'
import type { TelegramControl } from '../../src/playground/telegram/index.ts'
import type { ZaloControl } from '../../src/playground/zalo/index.ts'
import type { Database } from '../../src/store/database.ts'
import { people } from '../../src/store/schema/index.ts'

interface Checked {
  telegram: number
  zalo: number
}

/** Throws when a private message since `from` begins with what a locked screen must not show. */
export async function checkLockScreens(
  db: Database,
  telegram: TelegramControl,
  zalo: ZaloControl,
  from: Checked,
): Promise<Checked> {
  const to = { telegram: telegram.lastSeq(), zalo: zalo.lastSeq() }
  if (to.telegram === from.telegram && to.zalo === from.zalo) return to
  const names = (await db.select({ name: people.fullName }).from(people)).map(({ name }) => name)
  const texts = [
    ...telegram
      .transcript()
      .filter((line) => line.seq > from.telegram && line.author === 'bot' && line.chat > 0)
      .map((line) => line.text),
    ...zalo
      .transcript()
      .filter((line) => line.seq > from.zalo && line.author === 'bot' && isPrivate(zalo, line.place))
      .map((line) => line.text),
  ]
  for (const text of texts) {
    if (text !== '' && !isLockScreenSafe(text, 'reply', names)) {
      throw new Error(`a locked screen would show: ${previewOf(text)}`)
    }
  }
  return to
}

function isPrivate(zalo: ZaloControl, place: string): boolean {
  return zalo.users().some(({ key }) => key === place)
}
