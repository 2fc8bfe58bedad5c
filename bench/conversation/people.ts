import type { TelegramControl } from '../../src/playground/telegram/index.ts'
import { monotonicMs } from '../../src/time.ts'

/** People who talk with one bot; each waits for the reply before the next line. */
export interface People {
  users: number[]
  /** Everybody says it; resolves when all were answered. */
  allSay(line: string): Promise<void>
  /** Everybody says these lines, each after the answer to the one before. Milliseconds of every step, by person. */
  allAnswer(lines: readonly string[]): Promise<number[][]>
}

const PATIENCE_MS = 60_000

/** `count` people new to the bot, who have pressed Start and were welcomed. */
export async function meetPeople(control: TelegramControl, bot: string, count: number): Promise<People> {
  const users = Array.from({ length: count }, (_, at) => {
    const { id } = control.createUser({ firstName: `Người ${at + 1}`, languageCode: 'vi' })
    return id
  })
  const answered = (user: number, seq: number) =>
    control.waitForMessage(
      (entry) => entry.author === 'bot' && entry.chat === user && entry.method === 'sendMessage',
      PATIENCE_MS,
      seq,
    )
  async function say(user: number, text: string): Promise<number> {
    // By the platform's clock people take a second between lines, so that nobody is held for a flood.
    control.advanceClock(1000)
    const began = monotonicMs()
    const { seq } = control.say({ user, bot, text })
    await answered(user, seq)
    return monotonicMs() - began
  }
  await Promise.all(users.map((user) => answered(user, control.start({ user, bot }).seq)))
  return {
    users,
    allSay: async (line) => {
      await Promise.all(users.map((user) => say(user, line)))
    },
    allAnswer: (lines) =>
      Promise.all(
        users.map(async (user) => {
          const took: number[] = []
          for (const line of lines) took.push(await say(user, line))
          return took
        }),
      ),
  }
}
