/** Wrong codes that one chat may type within an hour. */
const PER_CHAT = 5
/** Wrong codes within an hour over all chats: far above honest slips, far below what guessing needs. */
const IN_TOTAL = 300
export const CODE_WINDOW_MS = 60 * 60 * 1000

export type CodeTry = { allowed: true } | { allowed: false; until: Date }

/**
 * May this chat try another code? `inChat`: instants of its wrong codes within the last hour, `inTotal`
 * those of everybody.
 */
export function decideCodeTry(inChat: readonly Date[], inTotal: readonly Date[]): CodeTry {
  const freeAt = [nextFree(inChat, PER_CHAT), nextFree(inTotal, IN_TOTAL)].filter((each) => each !== null)
  if (freeAt.length === 0) return { allowed: true }
  return { allowed: false, until: new Date(Math.max(...freeAt)) }
}

/** When fewer than `limit` lie within an hour again; null when that is so now. */
function nextFree(tries: readonly Date[], limit: number): number | null {
  if (tries.length < limit) return null
  const ordered = tries.map((each) => each.getTime()).sort((a, b) => b - a)
  return ordered[limit - 1]! + CODE_WINDOW_MS
}
