import { type DataCase, extendDataCase, saveCaseDecision } from '../store/data-desk/data-cases.ts'
import { listRecipients } from '../store/recipients.ts'
import { type Day, formatDay } from '../time.ts'
import type { Tools } from './command.ts'

/** Whether the person could be told in chat; if not, the office tells them itself. */
export interface Answered {
  isTold: boolean
}

/** Answers a case and tells the person. Whether it may be answered so is the caller's business. */
export async function answerCase(
  tools: Tools,
  one: DataCase,
  answer: { state: 'done' | 'refused'; decidedBy: string | null; outcome: string | null },
): Promise<Answered> {
  await saveCaseDecision(tools, one, answer)
  const { state, outcome } = answer
  return tellPerson(tools, one, `data-answer-${state}`, 'answer', (word) => ({
    // A reason ends its own sentence; an answer hangs on to ours.
    outcome: state === 'done' && outcome ? word('data-outcome', { outcome }) : (outcome ?? ''),
  }))
}

/** Gives a case more time, as far as the law allows, and tells the person why; null where it allows none. */
export async function extendCase(
  tools: Tools,
  one: DataCase,
  reason: string,
): Promise<(Answered & { until: Day }) | null> {
  const until = await extendDataCase(tools, one, reason)
  if (until === null) return null
  const values = { outcome: reason, due: formatDay(until) }
  return { until, ...(await tellPerson(tools, one, 'data-extended', 'extended', () => values)) }
}

async function tellPerson(
  tools: Tools,
  { id, treeId, personId, code, request }: DataCase,
  key: string,
  what: string,
  valuesFor: (word: (key: string, values: Record<string, string>) => string) => Record<string, string>,
): Promise<Answered> {
  const to = (await listRecipients(tools.tx, treeId, [personId])).get(personId)
  if (!to) return { isTold: false }
  const named = tools.t(to.locale, `data-request-${request}`)
  await tools.say({
    to: { ...to, accountId: null },
    words: {
      key,
      values: { code, request: named, ...valuesFor((name, more) => tools.t(to.locale, name, more)) },
    },
    class: 'scheduled',
    topic: 'notice',
    uniqueKey: `data-${what}:${id}`,
  })
  return { isTold: true }
}
