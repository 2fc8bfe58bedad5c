import { type SQL, sql } from 'drizzle-orm'
import { type Forgotten, forgetName, namesPerson } from '../../domain/forget-name.ts'
import { foldVietnamese } from '../../domain/vietnamese-fold.ts'
import type { Tx } from '../database.ts'
import type { Vault } from '../vault.ts'

interface Work {
  tx: Tx
  vault: Vault
  machineNow: Date
}

const BATCH = 1000
/** Shorter words are anybody's. */
const SHORTEST = 10

/** Columns in which others may have written the name: it is taken out, the rest of the words stays. */
const WORDS: readonly { table: string; column: string; isJson: boolean }[] = [
  { table: 'submission_versions', column: 'answers_sealed', isJson: true },
  { table: 'deed_versions', column: 'answers_sealed', isJson: true },
  { table: 'drafts', column: 'state_sealed', isJson: true },
  { table: 'roster_changes', column: 'content_sealed', isJson: true },
  { table: 'roster_changes', column: 'reason_sealed', isJson: false },
  { table: 'deed_progress', column: 'note_sealed', isJson: false },
  { table: 'reviews', column: 'comment_sealed', isJson: false },
  { table: 'data_cases', column: 'text_sealed', isJson: false },
  { table: 'data_cases', column: 'outcome_sealed', isJson: false },
  { table: 'consents', column: 'witness_sealed', isJson: false },
]

/** What a person may be found by in messages, besides the name. */
export interface MessageTraces {
  /** The platforms' ids of the person: groups keep who wrote. */
  senders: readonly string[]
  /** What is deleted of the person's words, which others may have typed for them or were shown. */
  words: readonly string[]
}

/**
 * Takes a person out of what belongs to others: out of lists and words of units, out of messages of these weeks,
 * out of menus that are shown. Returns how many rows changed.
 */
export async function forgetMentions(work: Work, who: Forgotten, traces: MessageTraces): Promise<number> {
  let changed = 0
  for (const { table, column, isJson } of WORDS) {
    changed += await eachSealed(work, table, column, async (id, text) => {
      const before: unknown = isJson ? JSON.parse(text) : text
      const after = forgetName(before, who)
      if (after === before) return false
      const sealed = work.vault.seal(
        `${table}.${column}:${id}`,
        isJson ? JSON.stringify(after) : String(after),
      )
      await set(work.tx, table, id, sql`${sql.identifier(column)} = ${sealed}`)
      return true
    })
  }
  return changed + (await forgetMessages(work, who, traces)) + (await forgetDialogs(work, who))
}

/** Messages are wiped whole: they would be in some weeks anyhow. What waits and names nobody is still sent. */
async function forgetMessages(work: Work, who: Forgotten, traces: MessageTraces): Promise<number> {
  const { tx } = work
  const at = sql`${work.machineNow.toISOString()}::timestamptz`
  const words = [...new Set(traces.words.map(foldVietnamese))].filter(({ length }) => length >= SHORTEST)
  const quotes = (said: string) => {
    const folded = foldVietnamese(said)
    return words.some((each) => folded.includes(each))
  }
  let changed = await eachSealed(work, 'outbox', 'body_sealed', async (id, text) => {
    const said = stringsOf(text)
    const isNamed = namesPerson(said, who.fullName)
    if (!isNamed && !quotes(said)) return false
    // What is planned again is said again, without the name.
    const waits = sql`state in ('queued', 'held')`
    const result = await tx.execute(sql`update outbox set body_sealed = null, wiped_at = ${at},
      key = case when ${waits} and class = 'scheduled' then key || '~' || id else key end,
      state = case when ${waits} then 'cancelled' else state end
      where id = ${id} and state <> 'sending' and (${isNamed} or not ${waits})`)
    return result.count > 0
  })
  changed += await eachSealed(work, 'updates', 'content_sealed', async (id, text) => {
    const said = stringsOf(text)
    const wrote = traces.senders.some((sender) => text.includes(`"externalId":${JSON.stringify(sender)}`))
    if (!wrote && !namesPerson(said, who.fullName) && !quotes(said)) return false
    const result = await tx.execute(sql`update updates set content_sealed = null, wiped_at = ${at}
      where id = ${id} and state <> 'waiting'`)
    return result.count > 0
  })
  return changed
}

/** Who is in the middle of something about the person is shown it no more. */
async function forgetDialogs(work: Work, { fullName, personId }: Forgotten): Promise<number> {
  const isAbout = (text: string) => namesPerson(stringsOf(text), fullName) || text.includes(personId)
  const states = await eachSealed(work, 'dialogs', 'state_sealed', async (id, text) => {
    if (!isAbout(text)) return false
    await work.tx.execute(sql`delete from dialogs where id = ${id}`)
    return true
  })
  const choices = await eachSealed(work, 'dialogs', 'choices_sealed', async (id, text) => {
    if (!isAbout(text)) return false
    await set(work.tx, 'dialogs', id, sql`choices_sealed = null, choices_expire_at = null`)
    return true
  })
  return states + choices
}

/** The texts inside stored JSON, one a line: escaped line ends would stick to the words beside them. */
function stringsOf(json: string): string {
  const found: string[] = []
  JSON.parse(json, (_, value: unknown) => {
    if (typeof value === 'string') found.push(value)
    return value
  })
  return found.join('\n')
}

async function set(tx: Tx, table: string, id: string, columns: SQL): Promise<void> {
  await tx.execute(sql`update ${sql.identifier(table)} set ${columns} where id = ${id}`)
}

/** Opens a sealed column row by row. `visit` says whether it changed the row. Returns how many it changed. */
async function eachSealed(
  { tx, vault }: Work,
  table: string,
  column: string,
  visit: (id: string, text: string) => Promise<boolean>,
): Promise<number> {
  let changed = 0
  let last = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await tx.execute<{ id: string; value: string }>(sql`
      select id, ${sql.identifier(column)} as value from ${sql.identifier(table)}
      where ${sql.identifier(column)} is not null and id > ${last} order by id limit ${BATCH}`)
    for (const { id, value } of rows) {
      if (await visit(id, vault.open(`${table}.${column}:${id}`, value))) changed += 1
      last = id
    }
    if (rows.length < BATCH) return changed
  }
}
