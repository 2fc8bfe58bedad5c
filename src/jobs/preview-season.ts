import type { Tools } from '../commands/command.ts'
import type { SayRequest } from '../outbox/say.ts'
import { addDays, type Day, instantOf, weekdayOf } from '../time.ts'
import { sayDue } from './run-pass.ts'

/** One message as it would be said. */
export interface PreviewedMessage {
  /** Product time. */
  at: Date
  request: SayRequest
  text: string
}

/** Hours at which anything is planned: digests, then the rest. */
const HOURS = ['07:30', '08:00'] as const

/**
 * Everything that the first days would say, by the code that will say it. Works in the transaction of
 * `tools`, which the caller rolls back. Nobody files anything meanwhile, so this is the most there can be.
 */
export async function previewSeason(
  tools: Tools,
  from: Day,
  days: number,
  zone: string,
): Promise<PreviewedMessage[]> {
  const messages: PreviewedMessage[] = []
  for (let i = 0; i < days; i += 1) {
    const day = addDays(from, i)
    for (const hour of HOURS) {
      if (hour === '07:30' && weekdayOf(day) > 5) continue
      const at = instantOf(day, hour, zone)
      await sayDue({
        ...tools,
        now: at,
        say: async (request) => {
          const said = await tools.say(request)
          if (said) messages.push({ at, request, text: wordsOf(tools, request) })
          return said
        },
      })
    }
  }
  return messages
}

function wordsOf(tools: Tools, { words, to }: SayRequest): string {
  return 'text' in words ? words.text : tools.t(to.locale, words.key, words.values)
}
