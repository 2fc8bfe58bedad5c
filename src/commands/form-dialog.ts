import type { FileReference } from '../channels/channel-adapter.ts'
import type { Path } from '../forms/index.ts'

/** How many earlier messages can still be corrected by editing them. */
const KEPT_ANSWERS = 20
const KEPT_PROMPTS = 3

/**
 * What one chat remembers of a form that is open in it. The form itself is in the draft, which may be open
 * in several chats.
 */
export interface FormDialog {
  /** The newest prompts of this chat: which question they asked, and when (machine and product time). */
  prompts: { revision: number; at: string; shownAt: string }[]
  /** Outbox id of the newest prompt, to be changed in place when one of its buttons is pressed. */
  promptId: string | null
  /** Which answers a message gave. */
  answered: { messageId: string; paths: Path[] }[]
  /** Photos that wait for their sender's consent, in the order in which they came. */
  waiting: WaitingFile[]
}

/** A photo or file that was sent. */
export interface WaitingFile {
  file: FileReference
  caption: string
  /** What the platform calls the album that it came in. */
  album?: string
}

/** What a dialog row holds; anything else gives an empty one. */
export function formDialogOf(state: unknown): FormDialog {
  const {
    prompts = [],
    promptId = null,
    answered = [],
    waiting = [],
  } = (state ?? {}) as Partial<Omit<FormDialog, 'waiting'>> & { waiting?: WaitingFile[] | WaitingFile | null }
  // One alone, as earlier releases kept it.
  const list = Array.isArray(waiting) ? waiting : waiting ? [waiting] : []
  return { prompts, promptId, answered, waiting: list }
}

export function withPrompt(dialog: FormDialog, prompt: FormDialog['prompts'][number]): FormDialog {
  return { ...dialog, prompts: [...dialog.prompts, prompt].slice(-KEPT_PROMPTS) }
}

export function withAnswer(dialog: FormDialog, messageId: string | undefined, paths: Path[]): FormDialog {
  if (messageId === undefined || paths.length === 0) return dialog
  return { ...dialog, answered: [...dialog.answered, { messageId, paths }].slice(-KEPT_ANSWERS) }
}

/**
 * The newest question that this chat had been asked when a message came in: a message that was stored before
 * the prompt was made cannot answer it.
 */
export function seenRevision(dialog: FormDialog, receivedAt: Date): number {
  return lastSeen(dialog, receivedAt)?.revision ?? 0
}

function lastSeen(dialog: FormDialog, receivedAt: Date): FormDialog['prompts'][number] | undefined {
  return dialog.prompts.findLast(({ at }) => new Date(at) <= receivedAt)
}

/** Nobody reads a question and picks another photo in so short a time. */
const BURST_MS = 5000

/** Whether a message was on its way before its sender can have read the newest question of this chat. */
export function wasJustPrompted({ prompts }: FormDialog, receivedAt: Date): boolean {
  const last = prompts.at(-1)
  return last !== undefined && receivedAt.getTime() - new Date(last.at).getTime() < BURST_MS
}

/** After so long a rest the first words are not taken as an answer. */
const REST_MS = 6 * 3_600_000

/** Whether nothing had been asked in this chat for hours (product time) when a message came in. */
export function isRested(dialog: FormDialog, now: Date, receivedAt: Date): boolean {
  const last = lastSeen(dialog, receivedAt)
  return last !== undefined && now.getTime() - new Date(last.shownAt).getTime() >= REST_MS
}
