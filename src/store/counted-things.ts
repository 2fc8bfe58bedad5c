import type { Wording } from '../domain/form-definition.ts'
import { wordsOf } from '../domain/form-definition.ts'
import type { CountedThing } from '../domain/plan-digest.ts'
import type { Tx } from './database.ts'
import { type LiveProgramme, listLiveProgrammes } from './live-programmes.ts'
import { listOwed } from './owed-things.ts'
import { listConsents } from './recipients.ts'

/**
 * Everything owed in the live programmes of a tree as digests count it. `titleOf` gives the words of an
 * obligation in one round. Outside the shares: what was due before the bot came, what is voluntary, and
 * what is owed by people who refused messages.
 */
export async function listCountedThings(
  tx: Tx,
  treeId: string,
  locale: 'vi' | 'en',
  titleOf: (title: string, period: string) => string,
): Promise<CountedThing[]> {
  const programmes = await listLiveProgrammes(tx, treeId)
  const refusing = await listConsents(tx, treeId, 'messages')
  const rows = await listOwed(
    tx,
    programmes.map(({ id }) => id),
  )
  const titles = titlesOf(programmes)
  return rows.map((row) => ({
    obligationId: row.obligationId,
    title: titleOf(
      wordsOf(titles.get(`${row.programmeId}:${row.obligationCode}`) ?? row.obligationCode, locale),
      row.period,
    ),
    period: row.period,
    unitId: row.unitId,
    personId: row.personId,
    dueOn: row.dueOn,
    doneAt: row.state === 'done' ? row.doneAt : null,
    outside:
      row.beforeBot ||
      row.voluntary ||
      (row.personId !== null && (refusing.get(row.personId) ?? 'granted') !== 'granted'),
  }))
}

function titlesOf(programmes: readonly LiveProgramme[]): Map<string, Wording> {
  return new Map(
    programmes.flatMap(({ id, content }) =>
      content.obligations.map(({ code, title }) => [`${id}:${code}`, title] as const),
    ),
  )
}
