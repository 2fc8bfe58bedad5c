import { and, asc, desc, eq, inArray, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Tx } from './database.ts'
import {
  assignments,
  bots,
  chats,
  consents,
  measures,
  obligations,
  outbox,
  people,
  programmes,
  proxyEntries,
  submissions,
  submissionVersions,
  units,
} from './schema/index.ts'

type Row = Record<string, unknown>

/** Every assignment, withdrawn ones included, by programme, unit and day. `unitIds` narrows to a branch. */
export async function listAssignmentRows(tx: Tx, unitIds?: readonly string[]): Promise<Row[]> {
  return tx
    .select({
      id: assignments.id,
      programme: programmes.code,
      obligation: obligations.code,
      period: assignments.period,
      unit: units.code,
      member: people.code,
      due: assignments.dueOn,
      phrase: assignments.duePhrase,
      zone: assignments.dueZone,
      state: assignments.state,
      voluntary: assignments.voluntary,
      /** Counted person by person; totals of whole units are rows of their own (`export totals`). */
      source: sql<string>`'each'`,
      before_bot: assignments.beforeBot,
      done_at: assignments.doneAt,
      code: submissions.code,
    })
    .from(assignments)
    .innerJoin(obligations, eq(obligations.id, assignments.obligationId))
    .innerJoin(programmes, eq(programmes.id, obligations.programmeId))
    .innerJoin(units, eq(units.id, assignments.unitId))
    .leftJoin(people, eq(people.id, assignments.personId))
    .leftJoin(submissions, eq(submissions.assignmentId, assignments.id))
    .where(within(assignments.unitId, unitIds))
    .orderBy(
      asc(programmes.code),
      asc(units.code),
      asc(assignments.dueOn),
      asc(obligations.code),
      asc(people.code),
    )
}

/** Every version of every submission with its figures; words stay sealed. */
export async function listSubmissionRows(tx: Tx, unitIds?: readonly string[]): Promise<Row[]> {
  const filer = alias(people, 'filer')
  const enterer = alias(people, 'enterer')
  const rows = await tx
    .select({
      versionId: submissionVersions.id,
      code: submissions.code,
      programme: programmes.code,
      obligation: obligations.code,
      period: assignments.period,
      unit: units.code,
      member: people.code,
      version: submissionVersions.number,
      current: sql<boolean>`${submissionVersions.number} = ${submissions.currentNumber}`,
      state: submissions.state,
      filed_at: submissionVersions.filedAt,
      filed_by: filer.code,
      entered_by: enterer.code,
      /** Typed by somebody else (`nhập hộ`): how the person agreed, and what they said of it later. */
      proxy: sql<boolean>`${submissionVersions.enteredBy} <> ${submissionVersions.filedBy} and ${submissionVersions.source} is null`,
      /** Entered by the office from a sheet of paper; `filed_at` is the day on it. */
      from_paper: sql<boolean>`${submissionVersions.source} is not distinct from 'paper'`,
      proxy_consent: consents.method,
      proxy_answer: proxyEntries.answer,
      late: submissionVersions.late,
    })
    .from(submissionVersions)
    .innerJoin(submissions, eq(submissions.id, submissionVersions.submissionId))
    .innerJoin(assignments, eq(assignments.id, submissions.assignmentId))
    .innerJoin(obligations, eq(obligations.id, assignments.obligationId))
    .innerJoin(programmes, eq(programmes.id, obligations.programmeId))
    .innerJoin(units, eq(units.id, assignments.unitId))
    .innerJoin(filer, eq(filer.id, submissionVersions.filedBy))
    .innerJoin(enterer, eq(enterer.id, submissionVersions.enteredBy))
    .leftJoin(people, eq(people.id, assignments.personId))
    .leftJoin(proxyEntries, eq(proxyEntries.submissionVersionId, submissionVersions.id))
    .leftJoin(consents, eq(consents.id, proxyEntries.consentId))
    .where(within(assignments.unitId, unitIds))
    .orderBy(asc(submissions.code), asc(submissionVersions.number))
  const figures = await listFigures(
    tx,
    rows.map((row) => row.versionId),
  )
  return rows.map(({ versionId, ...row }) => ({ ...row, measures: figures.get(versionId) ?? {} }))
}

/** Every outgoing message: to whom, of what kind, how it ended. Never its words. */
export async function listDeliveryRows(tx: Tx, states?: readonly string[]): Promise<Row[]> {
  return tx
    .select({
      id: outbox.id,
      bot: bots.handle,
      channel: bots.channel,
      chat: chats.kind,
      member: people.code,
      kind: outbox.topic,
      class: outbox.class,
      operation: outbox.operation,
      state: outbox.state,
      uncertain: outbox.wasUncertain,
      attempts: outbox.attempts,
      error: outbox.errorCode,
      created_at: outbox.createdAt,
      sent_at: outbox.sentAt,
      message_id: outbox.externalMessageId,
      assignment: outbox.assignmentId,
    })
    .from(outbox)
    .innerJoin(bots, eq(bots.id, outbox.botId))
    .innerJoin(chats, eq(chats.id, outbox.chatId))
    .leftJoin(people, eq(people.id, outbox.personId))
    .where(states && inArray(outbox.state, [...states]))
    .orderBy(desc(outbox.seq))
}

async function listFigures(
  tx: Tx,
  versionIds: readonly string[],
): Promise<Map<string, Record<string, number>>> {
  const figures = new Map<string, Record<string, number>>()
  if (versionIds.length === 0) return figures
  const rows = await tx
    .select()
    .from(measures)
    .where(and(inArray(measures.submissionVersionId, [...versionIds])))
    .orderBy(asc(measures.name))
  for (const { submissionVersionId, name, value } of rows)
    figures.set(submissionVersionId, { ...figures.get(submissionVersionId), [name]: value })
  return figures
}

function within(column: typeof assignments.unitId, unitIds: readonly string[] | undefined): SQL | undefined {
  return unitIds && inArray(column, [...unitIds])
}
