import { z } from 'zod'
import { formAnswers } from './answers.ts'

const peopleEntry = z.strictObject({
  /** As it was typed. */
  query: z.string(),
  /** Ids of those it may mean; one when it is settled. */
  candidates: z.array(z.string()),
  excused: z.boolean().nullable(),
  reason: z.string().nullable(),
})

/**
 * An unfinished form, as it is stored between messages. Every answer is in it as soon as it was given.
 * Which version of the form it belongs to is the keeper's business.
 */
export const formState = z.strictObject({
  v: z.literal(1),
  mode: z.enum(['asking', 'group-menu', 'examples', 'review']),
  answers: formAnswers,
  /** Who gave each answer, by path. */
  authors: z.record(z.string(), z.string()),
  /** Paths (groups included) that were left empty on purpose. */
  skipped: z.array(z.string()),
  /** Groups to which nothing more is to be added. */
  closed: z.array(z.string()),
  /** The questions that the last prompt asked; the group in `group-menu` and `examples`. */
  asked: z.array(z.string()),
  /** Asked again after these, before whatever is still open (an item that is being edited). */
  todo: z.array(z.string()),
  /** Answers to the present questions that could not be taken. */
  tries: z.number().int().min(0),
  /** A long text that may still go on in further messages. */
  collecting: z.string().nullable(),
  /** Options ticked so far, where several may be. */
  picked: z.array(z.string()),
  /** People named so far while it is asked who or why. */
  people: z.strictObject({ path: z.string(), entries: z.array(peopleEntry) }).nullable(),
  /** It was asked whether to throw the form away. */
  cancelAsked: z.boolean(),
  /** Long texts that were put together of several messages: editing one of them must not replace the whole. */
  joined: z.array(z.string()),
  /** The album of the photo given last: the rest of it belongs to the same question. */
  album: z.string().nullable(),
  /** The path answered last: where a crossed piece of text or a further photo belongs. */
  last: z.string().nullable(),
  /** Rises whenever something else is asked; a button made before means an older question. */
  revision: z.number().int().min(0),
  /** Rises whenever an answer changes; a review shown before is out of date. */
  edits: z.number().int().min(0),
  /** Number of the next item made in any group. */
  nextItem: z.number().int().min(1),
  /** How often it was taken over to a newer version of its form: numbers in older buttons mean other questions. */
  moves: z.number().int().min(1).optional(),
})

export type FormState = z.infer<typeof formState>
export type PeopleEntry = z.infer<typeof peopleEntry>
