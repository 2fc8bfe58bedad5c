/** An unfinished form and the question at which it has stood still. */
export interface StillDraft {
  /** Title of the task. */
  title: string
  /** Null: everything is answered, only the sending is left. */
  question: number | null
  /** Short words of the question. */
  label: string | null
}

/** How many forms of one task stand at one question. Never whose. */
export interface DropOff extends StillDraft {
  count: number
}

/** Which question stops people: by task in the order given, then by question. */
export function planDropOff(drafts: readonly StillDraft[]): DropOff[] {
  const byPlace = new Map<string, DropOff>()
  for (const draft of drafts) {
    const key = `${draft.title}:${draft.question ?? ''}`
    const known = byPlace.get(key)
    if (known) known.count += 1
    else byPlace.set(key, { ...draft, count: 1 })
  }
  const last = Number.POSITIVE_INFINITY
  return [...byPlace.values()].sort(
    (a, b) => a.title.localeCompare(b.title) || (a.question ?? last) - (b.question ?? last),
  )
}
