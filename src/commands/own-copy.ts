import { makeDataPage, type PageSection } from '../documents/data-page.ts'
import { type FormDefinition, wordsOf } from '../domain/form-definition.ts'
import type { PersonView } from '../domain/person.ts'
import { collectPersonData, type PersonRow } from '../store/data-desk/collect-person-data.ts'
import { getForm } from '../store/form-versions.ts'
import { readSettings } from '../store/settings.ts'
import { formatDay, wallTime } from '../time.ts'
import type { Tools } from './command.ts'
import { consentTextVersion, termsValues } from './consent-text.ts'

/** A file for the person alone. */
export interface OwnFile {
  name: string
  mime: string
  base64: string
  /** For messages: without the conversation itself, which is there already. */
  sections: PageSection[]
}

type Locale = 'vi' | 'en'
const PAGE = 'text/html'
const INSTANT = /^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}/
const DAY = /^\d{4}-\d{2}-\d{2}$/
/** Parts of stored JSON that only the program reads. */
const INNER = /^(?:id|ref|refs|revision|place|path|places|pieces|version|kind|.*Id|.*Ids)$/

/** Everything that is kept about a person, as a page; null when there is no such person. */
export async function makeOwnCopy(tools: Tools, person: PersonView, locale: Locale): Promise<OwnFile | null> {
  const tables = await collectPersonData(tools, person.id)
  if (!tables) return null
  const word = (key: string) => tools.t(locale, key)
  const sections: PageSection[] = []
  const talk: PageSection[] = []
  for (const { table, rows } of tables) {
    const entries: PageSection['entries'] = []
    for (const row of rows) entries.push(await entryOf(tools, row, locale))
    const part = table === 'updates' || table === 'outbox' ? talk : sections
    part.push({ title: word(`data-table-${table.replaceAll('_', '-')}`), entries })
  }
  const page = pageOf(tools, locale, 'data-copy', [...sections, ...talk], 'du-lieu-cua-toi')
  return { ...page, sections }
}

/** Every decision about every purpose with its proof, as a page that can be printed. */
export async function makeConsentRecord(
  tools: Tools,
  person: PersonView,
  locale: Locale,
): Promise<OwnFile | null> {
  const tables = await collectPersonData(tools, person.id)
  if (!tables) return null
  const word = (key: string, values?: Record<string, string>) => tools.t(locale, key, values)
  const settings = await readSettings(tools.tx)
  const rows = tables.find(({ table }) => table === 'consents')?.rows ?? []
  const entries: PageSection['entries'] = []
  for (const row of rows) {
    const entry = await entryOf(tools, row, locale)
    const value = (name: string) => row.columns.find((column) => column.name === name)?.value
    const purpose = value('purpose') as Parameters<typeof consentTextVersion>[2]
    const isCurrent = (['vi', 'en'] as const).some(
      (each) => consentTextVersion(tools.t, each, purpose, settings) === value('text_version'),
    )
    if (isCurrent) entry.push({ label: word('data-consent-words'), value: wordsOfPurpose(purpose) })
    entries.push(entry)
  }
  function wordsOfPurpose(purpose: string): string {
    const values = { given: '', unit: '', ...termsValues(tools.t, locale, settings) }
    const key = { messages: 'join-terms', proxy: 'proxy-terms' }[purpose] ?? `consent-ask-${purpose}`
    return word(key, values)
  }
  const who = {
    title: person.fullName,
    entries: [[{ label: word('data-column-code'), value: person.code }]],
  }
  const sections = [who, { title: word('data-table-consents'), entries }]
  return pageOf(tools, locale, 'data-record', sections, 'ban-ghi-dong-y')
}

function pageOf(
  tools: Tools,
  locale: Locale,
  key: 'data-copy' | 'data-record',
  sections: PageSection[],
  name: string,
): OwnFile {
  const { day, hour, minute } = wallTime(tools.now)
  const at = `${hour}:${String(minute).padStart(2, '0')}, ${formatDay(day)}`
  const title = tools.t(locale, `${key}-title`)
  const intro = [tools.t(locale, `${key}-intro`, { at })]
  const page = makeDataPage({ title, intro, sections, locale })
  return { name: `${name}.html`, mime: PAGE, base64: Buffer.from(page).toString('base64'), sections }
}

async function entryOf(
  tools: Tools,
  row: PersonRow,
  locale: Locale,
): Promise<PageSection['entries'][number]> {
  const form = row.formVersionId === null ? null : await getForm(tools.tx, row.formVersionId)
  return row.columns
    .filter(({ value }) => value !== null)
    .map(({ name, value }) => ({
      label: tools.t(locale, `data-column-${name.replaceAll('_', '-')}`),
      value: shown(value, locale, form),
    }))
}

/** A value as it is read: dates the Vietnamese way, answers with the words of their form. */
function shown(value: unknown, locale: Locale, form: FormDefinition | null): string {
  if (value instanceof Date) return shown(value.toISOString(), locale, form)
  if (typeof value === 'boolean') return value ? '✓' : '–'
  if (typeof value === 'string') {
    if (INSTANT.test(value)) {
      const { day, hour, minute } = wallTime(new Date(value))
      return `${hour}:${String(minute).padStart(2, '0')}, ${formatDay(day)}`
    }
    return DAY.test(value) ? formatDay(value) : value
  }
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'object' || value === null) return ''
  const said = messageText(value as Record<string, unknown>)
  return said ?? linesOf(value, locale, form).join('\n')
}

/** The words of a message, which is stored with much around it. */
function messageText(value: Record<string, unknown>): string | null {
  const { body, operation } = value as { body?: Record<string, unknown>; operation?: unknown }
  if (body) return firstText(body, ['text', 'caption', 'kind'])
  return operation === undefined ? null : firstText(value, ['text', 'operation'])
}

function firstText(from: Record<string, unknown>, names: readonly string[]): string {
  return names.map((name) => from[name]).find((each): each is string => typeof each === 'string') ?? ''
}

function linesOf(value: unknown, locale: Locale, form: FormDefinition | null): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => linesOf(each, locale, form))
  if (typeof value !== 'object' || value === null) return [shown(value, locale, form)]
  return Object.entries(value).flatMap(([key, each]) => {
    if (each === null || INNER.test(key)) return []
    const inner = linesOf(each, locale, form).filter((line) => line !== '')
    if (typeof each === 'object') return inner
    return inner.map((line) => `${labelOf(form, key, locale)}: ${line}`)
  })
}

function labelOf(form: FormDefinition | null, id: string, locale: Locale): string {
  const fields = form?.fields.flatMap((field) =>
    field.kind === 'group' ? [field, ...field.fields] : [field],
  )
  const field = fields?.find((each) => each.id === id)
  return field ? wordsOf(field.label, locale) : id
}

/** The same as lines of a message, for who can be given neither file nor link. */
export function copyAsText({ sections }: OwnFile): string {
  return sections
    .map(({ title, entries }) =>
      [
        title,
        ...entries.map((lines) => `• ${lines.map(({ label, value }) => `${label}: ${value}`).join('; ')}`),
      ].join('\n'),
    )
    .join('\n\n')
}
