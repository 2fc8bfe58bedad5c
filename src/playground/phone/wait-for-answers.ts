import { setTimeout as sleep } from 'node:timers/promises'
import { monotonicMs } from '../../time.ts'
import type { ChatLine, Phone } from './phone.ts'

export interface Patience {
  /** How long the first answer may take, ms. */
  firstMs: number
  /** How long nothing more comes before the bot is taken to have finished, ms. */
  quietMs: number
  /** The end of all waiting, ms. */
  totalMs: number
}

/** A bot sends one message a second into a chat, so a shorter silence is not the end. */
const PATIENCE: Patience = { firstMs: 8000, quietMs: 1300, totalMs: 30_000 }
const STEP_MS = 100

/** What came or changed since `before`: waits for the first words of the bot, then until it is quiet. */
export async function waitForAnswers(
  phone: Phone,
  before: readonly ChatLine[],
  patience: Patience = PATIENCE,
): Promise<ChatLine[]> {
  const known = new Map(before.map((line) => [line.seq, line.text]))
  const started = monotonicMs()
  let heard: ChatLine[] = []
  let changedAt = started
  for (;;) {
    const now = monotonicMs()
    const news = (await phone.lines()).filter(({ isBot, seq, text }) => isBot && known.get(seq) !== text)
    if (news.map(({ text }) => text).join('\n') !== heard.map(({ text }) => text).join('\n')) changedAt = now
    heard = news
    const limit = heard.length > 0 ? patience.quietMs : patience.firstMs
    if (now - changedAt >= limit || now - started >= patience.totalMs) return heard
    await sleep(STEP_MS)
  }
}
