import type { CallLog } from './call-log.ts'
import type { Fault, FaultPlan } from './faults.ts'
import type { LocalAnswer } from './listen.ts'

/** What processing a call came to: the JSON body and how the log counts it. */
export interface CallOutcome {
  status: number
  body: unknown
  ok: boolean
  code: number | null
  description?: string
  /** As `LocalAnswer.written`. */
  written?: (isDelivered: boolean) => void
}

export interface CallFacts {
  bot: string | null
  method: string
  chat: string | null
}

/** Milliseconds before each answer: fixed, or drawn between two bounds. */
export type AnswerDelay = number | [min: number, max: number]

export interface AnsweringParts {
  calls: CallLog
  faults: FaultPlan
  now: () => number
  random: () => number
  delay: () => AnswerDelay
}

const HTML_PAGES = {
  html429: { status: 429, title: '429 Too Many Requests' },
  html502: { status: 502, title: '502 Bad Gateway' },
}

/**
 * Runs one API call through the fault plan, the settable delay and the call log. The delay comes after
 * processing: a caller that dies meanwhile leaves a call that happened and was not heard of.
 */
export async function answerCall(
  parts: AnsweringParts,
  facts: CallFacts,
  process: () => Promise<CallOutcome>,
): Promise<LocalAnswer | 'drop'> {
  const fault = parts.faults.take(facts.method, facts.chat)
  const instead = fault && answerInstead(fault)
  if (fault && instead) {
    const code = instead === 'drop' ? null : instead.status
    const ok = code !== null && code < 300
    const row = {
      ...facts,
      at: parts.now(),
      ok,
      code,
      fault: fault.kind,
      isProcessed: false,
      isAnswered: false,
    }
    const call = parts.calls.add(row)
    if (instead === 'drop') return 'drop'
    return { ...instead, written: (isDelivered) => parts.calls.answered(call, isDelivered) }
  }
  const outcome = await process()
  const { ok, code, description } = outcome
  const call = parts.calls.add({
    ...facts,
    at: parts.now(),
    ok,
    code,
    ...(description === undefined ? {} : { description }),
    ...(fault ? { fault: fault.kind } : {}),
    isProcessed: true,
    isAnswered: null,
  })
  const written = (isDelivered: boolean): void => {
    parts.calls.answered(call, isDelivered)
    outcome.written?.(isDelivered)
  }
  if (fault?.kind === 'acceptThenDrop') {
    written(false)
    return 'drop'
  }
  await sleep(fault?.kind === 'delay' ? fault.ms : drawDelay(parts.delay(), parts.random))
  const body = JSON.stringify(outcome.body)
  if (fault?.kind === 'malformedJson') {
    const half = body.slice(0, Math.ceil(body.length / 2))
    return { status: 200, contentType: 'application/json', body: half, written: () => written(false) }
  }
  return { status: outcome.status, contentType: 'application/json', body, written }
}

function answerInstead(fault: Fault): LocalAnswer | 'drop' | null {
  switch (fault.kind) {
    case 'dropConnection':
      return 'drop'
    case 'html429':
    case 'html502': {
      const { status, title } = HTML_PAGES[fault.kind]
      const body = `<html>\r\n<head><title>${title}</title></head>\r\n<body><center><h1>${title}</h1></center></body>\r\n</html>`
      return { status, contentType: 'text/html', body }
    }
    case 'answer': {
      const isText = typeof fault.body === 'string'
      const body = isText ? String(fault.body) : JSON.stringify(fault.body)
      return { status: fault.status, contentType: isText ? 'text/html' : 'application/json', body }
    }
    default:
      return null
  }
}

function drawDelay(delay: AnswerDelay, random: () => number): number {
  if (typeof delay === 'number') return delay
  return delay[0] + random() * (delay[1] - delay[0])
}

function sleep(ms: number): Promise<void> {
  return ms <= 0
    ? Promise.resolve()
    : new Promise((resolve) => {
        setTimeout(resolve, ms)
      })
}
