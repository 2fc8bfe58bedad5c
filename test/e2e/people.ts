import type { TelegramControl } from '../../src/playground/telegram/index.ts'
import type { ZaloControl } from '../../src/playground/zalo/index.ts'

/** A person with a telephone: acts, and waits for the bot's words that fit. Throws with the chat's last lines. */
export interface Talker {
  says(text: string, fits: RegExp): Promise<string>
  /** Presses the newest button of this label, or types it where nothing can be pressed. */
  presses(label: string, fits: RegExp): Promise<string>
  /** Opens an invitation: presses Start with its code, or types it. */
  brings(code: string, fits: RegExp): Promise<string>
  /** Waits for what the bot says by itself after `mark`. */
  hears(fits: RegExp, mark?: number): Promise<string>
  /** Now, for `hears`. */
  mark(): number
  /** Everything typed so far. */
  typed: readonly string[]
  /** Messages that the platform lost and that were written again. */
  lost(): number
}

const PATIENCE_MS = 75_000
/** After so long a silence people write again what may have died with the process that had just read it. */
const SILENCE_MS = 12_000

export function telegramTalker(control: TelegramControl, user: number): Talker {
  const typed: string[] = []
  const answer = async (since: { seq: number; at: number }, said: string, fits: RegExp): Promise<string> => {
    try {
      const found = await control.waitForMessage(
        (line) =>
          line.chat === user &&
          line.author === 'bot' &&
          (line.seq > since.seq || line.edits.some(({ at }) => at >= since.at)) &&
          fits.test(line.text),
        PATIENCE_MS,
      )
      return found.text
    } catch (error) {
      throw unanswered(said, fits, control.transcript(user), error)
    }
  }
  return {
    typed,
    lost: () => 0,
    mark: () => control.lastSeq(),
    hears: (fits, mark = 0) => answer({ seq: mark, at: Number.POSITIVE_INFINITY }, '(waits)', fits),
    brings: (code, fits) => answer(control.start({ user, payload: code.replace('-', '') }), code, fits),
    says: (text, fits) => {
      typed.push(text)
      return answer(control.say({ user, text }), text, fits)
    },
    presses: (label, fits) => answer(control.press({ user, button: label }).entry!, label, fits),
  }
}

/**
 * The platform forgets what comes while nobody polls: the person waits for a poll (where the bot is `polled`),
 * and writes again what was lost.
 */
export function zaloTalker(control: ZaloControl, user: string, { polled = true } = {}): Talker {
  const typed: string[] = []
  let lost = 0
  const hears = async (fits: RegExp, seq: number, isOver: (line: Line) => boolean, patienceMs: number) =>
    control.waitForMessage(
      (line) =>
        isOver(line) ||
        (line.place === user && line.author === 'bot' && line.seq > seq && fits.test(line.text)),
      patienceMs,
    )
  const says = async (text: string, fits: RegExp): Promise<string> => {
    const first = control.lastSeq()
    for (let tries = 1; ; tries += 1) {
      if (polled) await control.waitForPoll(undefined, PATIENCE_MS)
      const { seq } = control.say({ user, text })
      const isLost = (line: Line) => line.seq === seq && line.dropped
      try {
        const found = await hears(fits, first, isLost, tries < 4 ? SILENCE_MS : PATIENCE_MS)
        if (found.seq !== seq) return found.text
      } catch (error) {
        if (tries >= 4) throw unanswered(text, fits, control.transcript(user), error)
      }
      lost += 1
    }
  }
  const types = (text: string, fits: RegExp) => {
    typed.push(text)
    return says(text, fits)
  }
  return {
    typed,
    lost: () => lost,
    mark: () => control.lastSeq(),
    hears: async (fits, mark = 0) => {
      try {
        return (await hears(fits, mark, () => false, PATIENCE_MS)).text
      } catch (error) {
        throw unanswered('(waits)', fits, control.transcript(user), error)
      }
    },
    brings: says,
    says: types,
    presses: types,
  }
}

type Line = ReturnType<ZaloControl['say']>

function unanswered(
  said: string,
  fits: RegExp,
  lines: readonly { author: string; text: string }[],
  cause: unknown,
): Error {
  const last = lines.slice(-6).map(({ author, text }) => `  ${author}: ${text.replaceAll('\n', '\n    ')}`)
  return new Error(
    `"${said}": nothing that fits ${fits} was answered; last lines of the chat:\n${last.join('\n')}`,
    {
      cause,
    },
  )
}
