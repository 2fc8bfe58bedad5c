import type { Context, Hono } from 'hono'
import { html } from 'hono/html'
import { makeListFile } from '../commands/export-file.ts'
import { makeTableFile } from '../commands/summary-file.ts'
import { makeConsentRecord, makeOwnCopy } from '../commands/own-copy.ts'
import { makePicture } from '../commands/summary-picture.ts'
import { narrowScope, scopeOfPerson, type SummaryScope } from '../commands/summary-scope.ts'
import type { Tools } from '../commands/command.ts'
import { type Download, readDownload } from '../documents/download-link.ts'
import { EXPORT_LISTS, type ExportList } from '../domain/export-columns.ts'
import type { PersonView } from '../domain/person.ts'
import { listAccountsOf } from '../store/accounts.ts'
import { findConsent } from '../store/consents.ts'
import { findPersonView } from '../store/people.ts'
import { dayOf } from '../time.ts'
import { type Parts, withTools } from '../tools.ts'

/** What a browser, a proxy or a search engine must not do with it. */
const HEADERS = {
  'cache-control': 'no-store, private',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex, nofollow',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
}

const ROMAN = ['', 'I', 'II', 'III', 'IV'] as const

/**
 * `/files/<token>`: a picture, or a page with one button and behind it the table. The page comes first, so that a chat app
 * that looks at links for a preview is given no figures and leaves no trace as a reader.
 */
export function addDownloads(web: Hono, parts: Parts): void {
  web.get('/files/:token', async (c) => {
    for (const [name, value] of Object.entries(HEADERS)) c.header(name, value)
    const link = readDownload(parts.vault, c.req.param('token'), parts.clock.product())
    if (link.kind !== 'ok') {
      return c.html(page(parts, 'vi', `download-${link.kind}`), link.kind === 'expired' ? 410 : 404)
    }
    const { download } = link
    if (download.kind !== 'bars' && c.req.query('tai') === undefined)
      return c.html(page(parts, 'vi', introOf(download.kind), download))
    return sendFile(c, parts, download)
  })
}

/** Asks again who it is and what they are in charge of today. */
async function sendFile(c: Context, parts: Parts, download: Download): Promise<Response> {
  const { year, quarter } = download
  const file = await withTools(parts, async (tools) => {
    if (download.kind === 'copy' || download.kind === 'consents') {
      const person = await findOwner(tools, download.personId)
      const make = download.kind === 'copy' ? makeOwnCopy : makeConsentRecord
      return person && make(tools, person, person.language)
    }
    const reader = await findReader(tools, download)
    if (!reader) return null
    const { person, scope } = reader
    const locale = person.language
    if (download.kind === 'table') return makeTableFile(tools, person, scope, { year, quarter, locale })
    if (download.kind !== 'bars') {
      const list = await makeListFile(tools, person, download.kind, locale)
      return typeof list === 'string' ? null : list
    }
    const picture = await makePicture(tools, person, scope, locale)
    return picture === 'refused' ? null : picture
  })
  if (!file) return c.html(page(parts, 'vi', 'download-no-right'), 403)
  c.header(
    'content-disposition',
    `${download.kind === 'bars' ? 'inline' : 'attachment'}; filename="${file.name}"`,
  )
  return c.body(new Uint8Array(Buffer.from(file.base64, 'base64')), 200, { 'content-type': file.mime })
}

/** Whoever still has a chat here: the right to one's own data outlives consent. */
async function findOwner(tools: Tools, personId: string): Promise<PersonView | null> {
  if ((await listAccountsOf(tools.tx, [personId])).length === 0) return null
  return findPersonView(tools.tx, personId, dayOf(tools.now))
}

/** The person with a chat and consent of today, and what of the link is still theirs. */
async function findReader(
  tools: Tools,
  { personId, unitId }: Download,
): Promise<{ person: PersonView; scope: SummaryScope } | null> {
  const person = await findPersonView(tools.tx, personId, dayOf(tools.now))
  if (!person || (await listAccountsOf(tools.tx, [personId])).length === 0) return null
  if ((await findConsent(tools.tx, personId, 'messages')) !== 'granted') return null
  const own = await scopeOfPerson(tools, person)
  const scope = own && (unitId === null ? own : narrowScope(own, unitId))
  return scope && { person, scope }
}

/** What the page says of the file: which list it is, or of which quarter the table. */
function valuesOf({ kind, quarter, year }: Download, t: (name: string) => string): Record<string, string> {
  if (isList(kind)) return { list: t(`export-list-${kind}`) }
  return { quarter: ROMAN[quarter], year: String(year) }
}

function introOf(kind: Download['kind']): string {
  if (isList(kind)) return 'download-list-intro'
  return kind === 'table' ? 'download-intro' : 'download-own'
}

function isList(kind: Download['kind']): kind is ExportList {
  return EXPORT_LISTS.some((each) => each === kind)
}

function page(parts: Parts, locale: 'vi' | 'en', key: string, download?: Download) {
  const t = (name: string, values?: Record<string, string>) => parts.t(locale, name, values)
  const words = download ? t(key, valuesOf(download, t)) : t(key)
  return html`<!doctype html>
    <html lang="${locale}">
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${t('download-title')}</title>
      <style>
        body {
          font:
            1.25rem/1.6 system-ui,
            sans-serif;
          max-width: 32rem;
          margin: 2rem auto;
          padding: 0 1rem;
        }
        a {
          display: block;
          padding: 1rem;
          border-radius: 0.5rem;
          background: #b3261e;
          color: #fff;
          text-align: center;
          text-decoration: none;
        }
      </style>
      <p>${words}</p>
      ${download ? html`<a href="?tai=1" rel="nofollow">${t('download-button')}</a>` : ''}
    </html>`
}
