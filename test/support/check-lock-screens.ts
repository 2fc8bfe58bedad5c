import { isLockScreenSafe, previewOf } from '../../src/domain/lock-screen.ts'
import type { TelegramControl } from '../../src/playground/telegram/index.ts'
import type { ZaloControl } from '../../src/playground/zalo/index.ts'
import type { Database } from '../../src/store/database.ts'
import { people } from '../../src/store/schema/index.ts'

/** Throws when a private message begins with what a locked screen must not show. */
export async function checkLockScreens(
  db: Database,
  telegram: TelegramControl,
  zalo: ZaloControl,
): Promise<void> {
  const names = (await db.select({ name: people.fullName }).from(people)).map(({ name }) => name)
  const users = new Set(zalo.users().map(({ key }) => key))
  const texts = [
    ...telegram.transcript().filter((line) => line.author === 'bot' && line.chat > 0),
    ...zalo.transcript().filter((line) => line.author === 'bot' && users.has(line.place)),
  ].map((line) => line.text)
  for (const text of texts) {
    if (text !== '' && !isLockScreenSafe(text, 'reply', names)) {
      throw new Error(`a locked screen would show: ${previewOf(text)}`)
    }
  }
}
