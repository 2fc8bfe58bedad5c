import type { Entry } from './model.ts'
import { nextMessageId, type World } from './world.ts'

export type Draft = Pick<Entry, 'chat' | 'place' | 'bot' | 'from' | 'author' | 'method' | 'text'> &
  Partial<Pick<Entry, 'mediaUrl' | 'isShown' | 'withheld'>>

/** Gives a message its id and time and writes it into the transcript. */
export function postMessage(world: World, draft: Draft): Entry {
  return world.transcript.add({
    at: world.now(),
    messageId: nextMessageId(world),
    mediaUrl: null,
    isShown: true,
    fetches: [],
    isBlack: false,
    update: null,
    isWaiting: false,
    deliveredAt: [],
    followedAt: null,
    dropped: false,
    dropReason: null,
    withheld: null,
    ...draft,
  })
}
