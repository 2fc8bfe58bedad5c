import { createHash } from 'node:crypto'
import type { Tools } from '../commands/command.ts'
import type { SayTarget } from '../outbox/say.ts'
import { formatDay, wallTime } from '../time.ts'
import type { PreviewedMessage } from './preview-season.ts'

/** Ids of the database, by which messages to different people and units differ. */
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/**
 * One example of every text of a season, in the order in which they go out: thousands of people get the same
 * reminder. `obligationOf`: what an assignment is about, so that two duties of one day stay two texts.
 */
export function examplesOf(
  messages: readonly PreviewedMessage[],
  obligationOf: ReadonlyMap<string, string>,
): PreviewedMessage[] {
  const kept = new Map<string, PreviewedMessage>()
  for (const message of messages) {
    const { request } = message
    const key = (request.uniqueKey ?? message.text).replaceAll(UUID, (id) => obligationOf.get(id) ?? '*')
    const kind = [request.topic, request.to.kind, request.to.locale, key, shapeOf(message.text)].join('|')
    if (!kept.has(kind)) kept.set(kind, message)
  }
  return [...kept.values()]
}

/** The words without what differs from unit to unit: names in lists, the unit's own line, counts. */
function shapeOf(text: string): string {
  return text
    .split('\n')
    .filter((line) => !/^(?:[-•]|Đơn vị:|Unit:)/.test(line))
    .join('\n')
    .replaceAll(/\d+(?:\/\d+)?(?= (?:đồng chí|đơn vị|người|việc|people|units|deeds))/g, '#')
}

/**
 * Sends these texts to one person of the office, each marked as a trial. Buttons are shown as words: pressed in
 * earnest they would do something. `round`: another one sends again what was sent before. Returns how many are new.
 */
export async function sayTrial(
  tools: Tools,
  to: SayTarget,
  messages: readonly PreviewedMessage[],
  about: { programmeId: string; zone: string; round: string },
): Promise<number> {
  const t = (key: string, values?: Record<string, string | number>) => tools.t(to.locale, key, values)
  let queued = 0
  for (const [index, { at, request, text }] of messages.entries()) {
    const { day, hour, minute } = wallTime(at, about.zone)
    const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
    const buttons = (request.choices ?? []).flat().map(({ label }) => `[${label}]`)
    const words = [
      t('trial-head', { number: index + 1, count: messages.length }),
      t(`trial-when-${request.to.kind}`, { day: formatDay(day), time }),
      '',
      text,
      ...(buttons.length > 0 ? ['', buttons.join(' ')] : []),
    ].join('\n')
    const digest = createHash('sha256').update(`${day} ${time} ${text}`).digest('base64url').slice(0, 22)
    const said = await tools.say({
      to,
      words: { text: words },
      ...(request.file && { file: request.file }),
      class: 'scheduled',
      topic: 'trial',
      uniqueKey: `trial:${about.programmeId}:${to.personId}:${digest}:${about.round}`,
    })
    if (said !== null) queued += 1
  }
  return queued
}
