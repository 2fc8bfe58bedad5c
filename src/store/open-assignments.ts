import { and, asc, eq, inArray, or, sql, type SQL } from 'drizzle-orm'
import type { Tools } from '../commands/command.ts'
import type { Obligation } from '../domain/obligation.ts'
import type { PersonView } from '../domain/person.ts'
import type { Programme } from '../domain/programme.ts'
import type { SubmissionState } from '../domain/submission-state.ts'
import { decideFilingRight, type FilingRight } from '../domain/who-may-file.ts'
import type { Day } from '../time.ts'
import { dayOf } from '../time.ts'
import { holdsOn } from './as-of.ts'
import { homeUnit, withClosedUnits } from './closed-units.ts'
import { listLiveProgrammes } from './live-programmes.ts'
import { assignments, drafts, obligations, proxyEntries, submissions, unitVersions } from './schema/index.ts'

/** One thing owed in a live programme, with all that a conversation about it needs to know. */
export interface OwedThing {
  id: string
  treeId: string
  obligationId: string
  period: string
  /** Null: the unit owes it. */
  personId: string | null
  /** Where it is owed; of a unit that was merged, the one in which it goes on. */
  unit: { id: string; name: string; kind: string; zone: string }
  /** Last good day, in `dueZone`; null: none set, or `thường xuyên`. */
  dueOn: Day | null
  dueZone: string
  /** The words of the plan. */
  duePhrase: string
  opensOn: Day | null
  state: 'open' | 'done' | 'withdrawn'
  voluntary: boolean
  beforeBot: boolean
  /** The office closed the round: nothing is taken any more. */
  isClosed: boolean
  programmeId: string
  /** The programme as published last. */
  programme: Programme
  ownerUnitId: string
  obligation: Obligation
  /** What the person who asks may do about it. */
  right: FilingRight
  submission: { id: string; code: string; state: SubmissionState } | null
  draft: { id: string; awaitsSignature: boolean; penPersonId: string | null } | null
}

type Work = Pick<Tools, 'tx' | 'now'>

/**
 * Everything that a person owes or may file for a unit in live programmes, done things included, withdrawn
 * ones not; by date, things without a date last.
 */
export async function listOwedThings(work: Work, person: PersonView): Promise<OwedThing[]> {
  const posts = [...new Set(person.posts.map((post) => post.unitId))]
  const { unitIds } = await withClosedUnits(work.tx, posts, dayOf(work.now))
  const theirs = eq(assignments.personId, person.id)
  const ofUnits = and(sql`${assignments.personId} is null`, inArray(assignments.unitId, unitIds))
  const things = await load(work, person, unitIds.length > 0 ? or(theirs, ofUnits)! : theirs)
  return things.filter((thing) => thing.right !== 'none')
}

/** One thing by its assignment, as this person stands to it; null when unknown, withdrawn or not live. */
export async function findOwedThing(
  work: Work,
  person: PersonView,
  assignmentId: string,
): Promise<OwedThing | null> {
  const [thing] = await load(work, person, eq(assignments.id, assignmentId))
  return thing ?? null
}

/** The thing that a draft is about, as `findOwedThing`. */
export async function findThingOfDraft(
  work: Work,
  person: PersonView,
  draftId: string,
): Promise<OwedThing | null> {
  const ofDraft = sql`${assignments.id} = (select d.assignment_id from drafts d where d.id = ${draftId})`
  const [thing] = await load(work, person, ofDraft)
  return thing ?? null
}

async function load(work: Work, person: PersonView, which: SQL): Promise<OwedThing[]> {
  const { tx } = work
  const today = dayOf(work.now)
  const home = homeUnit(assignments.unitId, today)
  const found = tx
    .select({
      assignment: assignments,
      code: obligations.code,
      programmeId: obligations.programmeId,
      homeId: unitVersions.unitId,
      unitName: unitVersions.name,
      unitKind: unitVersions.kind,
      unitZone: unitVersions.zone,
      submissionId: submissions.id,
      submissionCode: submissions.code,
      submissionState: submissions.state,
      draftId: drafts.id,
      draftState: drafts.state,
      penPersonId: drafts.penPersonId,
      proxyEntryId: proxyEntries.id,
    })
    .from(assignments)
    .innerJoin(obligations, eq(obligations.id, assignments.obligationId))
    .innerJoin(unitVersions, and(eq(unitVersions.unitId, home), holdsOn(unitVersions, today)))
    .leftJoin(submissions, eq(submissions.assignmentId, assignments.id))
    .leftJoin(
      drafts,
      and(eq(drafts.assignmentId, assignments.id), inArray(drafts.state, ['open', 'awaiting-signature'])),
    )
    .leftJoin(
      proxyEntries,
      and(
        eq(proxyEntries.assignmentId, assignments.id),
        eq(proxyEntries.state, 'open'),
        eq(proxyEntries.enteredBy, person.id),
      ),
    )
    .where(and(which, sql`${assignments.state} <> 'withdrawn'`, eq(assignments.treeId, person.treeId)))
    .orderBy(sql`${assignments.dueOn} nulls last`, asc(obligations.code), asc(assignments.period))
  const [rows, live] = await Promise.all([found, listLiveProgrammes(tx, person.treeId)])
  const things: OwedThing[] = []
  for (const row of rows) {
    const programme = live.find(({ id, liveFrom }) => id === row.programmeId && liveFrom <= today)
    const obligation = programme?.content.obligations.find(({ code }) => code === row.code)
    if (!programme || !obligation) continue
    const { assignment } = row
    things.push({
      id: assignment.id,
      treeId: assignment.treeId,
      obligationId: assignment.obligationId,
      period: assignment.period,
      personId: assignment.personId,
      unit: { id: row.homeId, name: row.unitName, kind: row.unitKind, zone: row.unitZone },
      dueOn: assignment.dueOn,
      dueZone: assignment.dueZone,
      duePhrase: assignment.duePhrase,
      opensOn: assignment.opensOn,
      state: assignment.state as OwedThing['state'],
      voluntary: assignment.voluntary,
      beforeBot: assignment.beforeBot,
      isClosed: assignment.closedAt !== null,
      programmeId: row.programmeId,
      programme: programme.content,
      ownerUnitId: programme.ownerUnitId,
      obligation,
      right: decideFilingRight(
        person,
        { personId: assignment.personId, unitId: row.homeId },
        { isProxy: row.proxyEntryId !== null, deputySigns: obligation.deputy_signs !== false },
      ),
      submission: row.submissionId
        ? { id: row.submissionId, code: row.submissionCode!, state: row.submissionState as SubmissionState }
        : null,
      draft: row.draftId
        ? {
            id: row.draftId,
            awaitsSignature: row.draftState === 'awaiting-signature',
            penPersonId: row.penPersonId,
          }
        : null,
    })
  }
  return things
}
