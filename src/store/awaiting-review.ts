import { and, asc, eq, inArray } from 'drizzle-orm'
import type { PersonView } from '../domain/person.ts'
import { type Day, dayOf } from '../time.ts'
import { holdsOn } from './as-of.ts'
import { withClosedUnits } from './closed-units.ts'
import type { Tx } from './database.ts'
import { findOwedThing } from './open-assignments.ts'
import { listPersonViews } from './people.ts'
import { listReceivers } from './receivers.ts'
import { assignments, submissions, submissionVersions, unitVersions } from './schema/index.ts'
import { unitsBelow } from './units.ts'

/** So many waiting filings are looked through; the oldest come first. */
const MOST = 60

/** What was filed and waits for this person's answer, the oldest first. */
export async function listAwaitingReview(
  work: { tx: Tx; now: Date },
  reader: PersonView,
): Promise<{ code: string; author: string }[]> {
  const { tx } = work
  const today = dayOf(work.now)
  const units = new Set<string>()
  for (const { unitId, role } of reader.posts) {
    const reached =
      role === 'office' ? await unitsBelow(tx, unitId, today) : await unitAndChildren(tx, unitId, today)
    if (role !== 'member' && role !== 'contact') for (const id of reached) units.add(id)
  }
  if (units.size === 0) return []
  const { unitIds } = await withClosedUnits(tx, [...units], today)
  const rows = await tx
    .select({
      code: submissions.code,
      assignmentId: submissions.assignmentId,
      filedBy: submissionVersions.filedBy,
      enteredBy: submissionVersions.enteredBy,
    })
    .from(submissions)
    .innerJoin(assignments, eq(assignments.id, submissions.assignmentId))
    .innerJoin(
      submissionVersions,
      and(
        eq(submissionVersions.submissionId, submissions.id),
        eq(submissionVersions.number, submissions.currentNumber),
      ),
    )
    .where(and(eq(submissions.state, 'filed'), inArray(assignments.unitId, unitIds)))
    .orderBy(asc(submissionVersions.filedAt))
    .limit(MOST)
  const waiting: { code: string; author: string }[] = []
  for (const { code, assignmentId, filedBy, enteredBy } of rows) {
    const thing = await findOwedThing(work, reader, assignmentId)
    if (!thing) continue
    const routed = { ...thing, unitId: thing.unit.id }
    const { receivers } = await listReceivers(work, routed, [filedBy, enteredBy])
    if (!receivers.includes(reader.id)) continue
    const [author] = thing.personId ? await listPersonViews(tx, [thing.personId], today) : []
    waiting.push({ code, author: author?.fullName ?? thing.unit.name })
  }
  return waiting
}

/** Filings go to the unit itself or one level up; the office may receive from the whole branch. */
async function unitAndChildren(tx: Tx, unitId: string, day: Day): Promise<string[]> {
  const children = await tx
    .select({ id: unitVersions.unitId })
    .from(unitVersions)
    .where(and(eq(unitVersions.parentId, unitId), holdsOn(unitVersions, day)))
  return [unitId, ...children.map(({ id }) => id)]
}
