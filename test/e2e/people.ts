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
const SILENCE_MS = 25_000

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
 * and writes again what was lost. `kills`: when the service was killed, ms since the epoch.
 */
export function zaloTalker(
  control: ZaloControl,
  user: string,
  { polled = true, kills = none }: { polled?: boolean; kills?: () => readonly number[] } = {},
): Talker {
  const typed: string[] = []
  let lost = 0
  const isAnswer = (line: Line, seq: number, fits: RegExp) =>
    line.place === user && line.author === 'bot' && line.seq > seq && fits.test(line.text)
  const told = (said: string, fits: RegExp, cause: unknown) =>
    unanswered(said, fits, control.transcript(user), cause)

  /** The answer; null when what was said never arrived. */
  const answerTo = async (said: Line, first: number, fits: RegExp): Promise<string | null> => {
    const fitting = (line: Line) => (line.seq === said.seq && line.dropped) || isAnswer(line, first, fits)
    const outcome = (line: Line) => (line.seq === said.seq ? null : line.text)
    try {
      return outcome(await control.waitForMessage(fitting, SILENCE_MS))
    } catch {
      const line = control.transcript(user).find(({ seq }) => seq === said.seq)!
      if (mayHaveDied(line, kills())) return null
    }
    return outcome(await control.waitForMessage(fitting, PATIENCE_MS - SILENCE_MS))
  }
  const says = async (text: string, fits: RegExp): Promise<string> => {
    const first = control.lastSeq()
    for (;;) {
      if (polled) await control.waitForPoll(undefined, PATIENCE_MS)
      try {
        const answer = await answerTo(control.say({ user, text }), first, fits)
        if (answer !== null) return answer
      } catch (error) {
        throw told(text, fits, error)
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
        return (await control.waitForMessage((line) => isAnswer(line, mark, fits), PATIENCE_MS)).text
      } catch (error) {
        throw told('(waits)', fits, error)
      }
    },
    brings: says,
    says: types,
    presses: types,
  }
}

function none(): readonly number[] {
  return []
}

/** Delivered, and its reader was killed before it polled again: whether it was stored nobody can tell. */
function mayHaveDied({ deliveredAt, followedAt }: Line, kills: readonly number[]): boolean {
  const [at] = deliveredAt
  return at !== undefined && kills.some((kill) => at <= kill && (followedAt === null || kill < followedAt))
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
