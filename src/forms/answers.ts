import { z } from 'zod'

const count = z.number().int().min(0)

const ratioAnswer = z.strictObject({ part: count, whole: count })

const absentee = z.strictObject({
  personId: z.string(),
  name: z.string(),
  excused: z.boolean(),
  reason: z.string().nullable(),
})

/** Everyone due was present but the absent. `unnamed`: absent without names, where the unit has no list. */
const peopleAnswer = z.strictObject({ due: count, absent: z.array(absentee), unnamed: count })

const fileAnswer = z.strictObject({
  ref: z.string(),
  mime: z.string().nullable(),
  name: z.string().nullable(),
})

const simpleAnswer = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  ratioAnswer,
  peopleAnswer,
  z.array(z.string()),
  z.array(fileAnswer),
])

const groupItem = z.strictObject({
  /** Stable within the form, through edits, moves and refiling: `i1`, `i2` … */
  id: z.string(),
  /** What the item is elsewhere, e.g. the id of its deed; the engine only carries it along. */
  ref: z.string().optional(),
  answers: z.record(z.string(), simpleAnswer),
})

/** Answers by field id; a day is `YYYY-MM-DD`, a choice its option id, a group a list of items. */
export const formAnswers = z.record(z.string(), z.union([simpleAnswer, z.array(groupItem)]))

export type RatioAnswer = z.infer<typeof ratioAnswer>
export type PeopleAnswer = z.infer<typeof peopleAnswer>
export type FileAnswer = z.infer<typeof fileAnswer>
/** The value of one question. */
export type SimpleAnswer = z.infer<typeof simpleAnswer>
export type GroupItem = z.infer<typeof groupItem>
export type FormAnswers = z.infer<typeof formAnswers>

/** Where an answer is: `content`, or `deeds.i1.content` inside an item. */
export type Path = string

export function pathOf(field: string, inside?: { group: string; item: string }): Path {
  return inside ? `${inside.group}.${inside.item}.${field}` : field
}

export function splitPath(path: Path): { field: string; inside?: { group: string; item: string } } {
  const [first, item, field] = path.split('.')
  return item && field ? { field, inside: { group: first!, item } } : { field: first! }
}

/** The items of a group; none when it was not begun. */
export function itemsOf(answers: FormAnswers, group: string): GroupItem[] {
  const items = answers[group]
  return Array.isArray(items) ? (items as GroupItem[]) : []
}

export function answerAt(answers: FormAnswers, path: Path): SimpleAnswer | undefined {
  const { field, inside } = splitPath(path)
  if (!inside) return answers[field] as SimpleAnswer | undefined
  return itemsOf(answers, inside.group).find(({ id }) => id === inside.item)?.answers[field]
}

/** Writes into `answers`; undefined takes the answer away. The item must exist. */
export function putAnswer(answers: FormAnswers, path: Path, value: SimpleAnswer | undefined): void {
  const { field, inside } = splitPath(path)
  const target = inside
    ? itemsOf(answers, inside.group).find(({ id }) => id === inside.item)?.answers
    : (answers as Record<string, SimpleAnswer>)
  if (!target) throw new Error(`no item for ${path}`)
  if (value === undefined) delete target[field]
  else target[field] = value
}
