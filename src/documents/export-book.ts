import type { Tools } from '../commands/command.ts'
import { EXPORT_COLUMNS, type ExportList } from '../domain/export-columns.ts'
import { wordsOf } from '../domain/form-definition.ts'
import { periodWords } from '../domain/period-words.ts'
import type { Cell, TableBook } from '../domain/table.ts'
import { listJoinedRows, listWorkRows } from '../store/export-lists.ts'
import { listSubmissionRows } from '../store/export-rows.ts'
import { listLiveProgrammes } from '../store/live-programmes.ts'
import { listOutsiders } from '../store/reach.ts'
import { listTotalRows } from '../store/unit-totals.ts'
import { dayOf, formatDay, wallTime } from '../time.ts'

/** Which list is taken out, by whom. */
export interface ListRequest {
  list: ExportList
  treeId: string
  unitIds: readonly string[]
  locale: 'vi' | 'en'
  /** Code of the person: stands on the sheet. */
  reader: string
}

type Work = Pick<Tools, 'tx' | 'now' | 't'>
type Words = (key: string, values?: Record<string, string | number>) => string

/** The list as a book of one sheet. Whether it may be taken was decided before; words of people are not in it. */
export async function makeListBook(work: Work, request: ListRequest): Promise<TableBook> {
  const t: Words = (key, values) => work.t(request.locale, key, values)
  const { hour, minute } = wallTime(work.now)
  const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
  const day = dayOf(work.now)
  const columns = EXPORT_COLUMNS[request.list].map(([key, width]) => ({
    head: t(`export-head-${key}`),
    width,
  }))
  const name = t(`export-list-${request.list}`)
  return {
    tables: [{ name, title: name, columns, rows: await ROWS[request.list](work, request, t), total: null }],
    note: t('table-note', { time, day: formatDay(day), reader: request.reader }),
  }
}

const ROWS: Record<ExportList, (work: Work, request: ListRequest, t: Words) => Promise<Cell[][]>> = {
  work: async (work, request, t) => {
    const today = dayOf(work.now)
    const titleOf = await titles(work, request)
    const outside = await listOutsiders(work.tx, request.treeId, today)
    return (await listWorkRows(work.tx, request.unitIds, today)).map((row) => {
      const isOutside = row.state === 'open' && row.personId !== null && outside.has(row.personId)
      return [
        row.unit,
        row.member,
        row.name,
        titleOf(row),
        periodOf(row.period, t),
        row.dueOn && formatDay(row.dueOn),
        t(`export-state-${isOutside ? 'outside' : row.state}`),
        row.doneAt && formatDay(dayOf(row.doneAt, row.zone)),
        row.code,
      ]
    })
  },
  joined: async ({ tx, now }, { treeId, unitIds }, t) =>
    (await listJoinedRows(tx, treeId, unitIds, dayOf(now))).map(({ unit, member, name, state }) => [
      unit,
      member,
      name,
      t(`export-joined-${state}`),
    ]),
  filed: async (work, request, t) => {
    const titleOf = await titles(work, request)
    return (await listSubmissionRows(work.tx, request.unitIds)).map((row) => [
      String(row['unit']),
      titleOf(row as { programme: string; obligation: string }),
      periodOf(String(row['period']), t),
      textOf(row['member']),
      textOf(row['code']),
      Number(row['version']),
      formatDay(dayOf(row['filed_at'] as Date)),
      row['late'] ? t('table-yes') : null,
      Object.entries(row['measures'] as Record<string, number>)
        .map(([name, value]) => `${name}: ${value}`)
        .join('; ') || null,
    ])
  },
  totals: async (work, request, t) => {
    const titleOf = await titles(work, request)
    return (await listTotalRows(work.tx, request.unitIds)).map((row) => [
      String(row['unit']),
      titleOf(row as { programme: string; obligation: string }),
      periodOf(String(row['period']), t),
      Number(row['done']),
      Number(row['total']),
      row['deeds'] === null ? null : Number(row['deeds']),
      Number(row['version']),
      row['current'] ? t('table-yes') : null,
      textOf(row['stated_by']),
    ])
  },
}

async function titles({ tx }: Work, { treeId, locale }: ListRequest) {
  const known = new Map(
    (await listLiveProgrammes(tx, treeId)).flatMap(({ code, content }) =>
      content.obligations.map((one) => [`${code}:${one.code}`, wordsOf(one.title, locale)] as const),
    ),
  )
  return ({ programme, obligation }: { programme: string; obligation: string }) =>
    known.get(`${programme}:${obligation}`) ?? obligation
}

function periodOf(period: string, t: Words): string | null {
  return period === 'once' ? null : periodWords(period, t)
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
