import { createHmac, timingSafeEqual } from 'node:crypto'
import { EXPORT_LISTS } from '../domain/export-columns.ts'
import { longId, shortId } from '../domain/short-id.ts'
import { periodKey, type Quarter } from '../domain/roll-up-span.ts'
import type { Vault } from '../store/vault.ts'

/** How long a link works, in product time. */
export const LINK_DAYS = 7
const DAY_MS = 86_400_000
/** Of one's own data: whoever holds the link reads them. */
const OWN_DAYS = 1

const KINDS = ['table', 'bars', 'copy', 'consents', ...EXPORT_LISTS] as const

/** What a link gives, and to whom. It grants nothing by itself: rights are asked for again when it is used. */
export interface Download {
  /**
   * `table`: the spreadsheet of a quarter; `bars`: its picture; `copy`: what is kept about the person;
   * `consents`: what they agreed to. The last two know no quarter. Else a list
   * of the office.
   */
  kind: (typeof KINDS)[number]
  personId: string
  /** Null: everything that the person is in charge of. */
  unitId: string | null
  year: number
  quarter: Quarter
}

export type ReadLink = { kind: 'ok'; download: Download } | { kind: 'expired' } | { kind: 'wrong' }

/** Signs what is asked for and the day it ends. The key comes from APP_SECRET by HKDF. */
export function signDownload(vault: Vault, download: Download, now: Date): { token: string; until: Date } {
  const isOwn = download.kind === 'copy' || download.kind === 'consents'
  const until = new Date(now.getTime() + (isOwn ? OWN_DAYS : LINK_DAYS) * DAY_MS)
  const said = [
    download.kind,
    shortId(download.personId),
    download.unitId === null ? 'all' : shortId(download.unitId),
    periodKey({ kind: 'quarter', year: download.year, quarter: download.quarter }),
    Math.floor(until.getTime() / 1000).toString(36),
  ].join('.')
  return { token: `${said}.${macOf(vault, said).toString('base64url')}`, until }
}

/** Checks the signature in constant time, then the end. Nothing of a token with a wrong signature is believed. */
export function readDownload(vault: Vault, token: string, now: Date): ReadLink {
  const at = token.lastIndexOf('.')
  const said = token.slice(0, Math.max(at, 0))
  const given = Buffer.from(token.slice(at + 1), 'base64url')
  const wanted = macOf(vault, said)
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return { kind: 'wrong' }
  const [named, person = '', unit = '', period = '', end = ''] = said.split('.')
  const personId = longId(person)
  const unitId = unit === 'all' ? null : longId(unit)
  const [, year, quarter] = /^(\d{4})-Q([1-4])$/.exec(period) ?? []
  const kind = KINDS.find((each) => each === named)
  if (!kind || !personId || !year || (unit !== 'all' && !unitId)) return { kind: 'wrong' }
  if (now.getTime() > Number.parseInt(end, 36) * 1000) return { kind: 'expired' }
  return {
    kind: 'ok',
    download: { kind, personId, unitId, year: Number(year), quarter: Number(quarter) as Quarter },
  }
}

function macOf(vault: Vault, said: string): Buffer {
  return createHmac('sha256', vault.derive('download links')).update(said).digest()
}
