import type { FormVerb } from '../domain/vietnamese-verbs.ts'
import type { Path } from './answers.ts'

/** What happens to a form. `author`: the person who did it, kept beside the answers. */
export type FormEvent = { author?: string } & (
  | {
      kind: 'text'
      text: string
      /** `FormState.revision` of the newest question that had arrived when this was sent; default: the present one. */
      seen?: number
    }
  /** A button or numbered choice, by the id that the outcome gave it. */
  | { kind: 'choice'; id: string }
  | { kind: 'file'; ref: string; mime: string | null; name: string | null; album?: string }
  | { kind: 'verb'; verb: FormVerb; at?: string; to?: string }
  /** An earlier message was edited: `paths` are what it had answered (`Stepped.recorded`). */
  | { kind: 'edited'; paths: readonly Path[]; text: string }
  /** Enough waiting for further pieces of a long text. */
  | { kind: 'pieces-due' }
)
