import { html, raw } from 'hono/html'
import encodeQr from 'qr'
import { showInviteCode } from '../domain/invite-code.ts'
import { formatDay, type Day } from '../time.ts'

type Words = (key: string, values?: Record<string, string | number>) => string

/** One person's slip. */
export interface InviteSlip {
  given: string
  /** Code of the person on the list: tells two people of one name apart. */
  member: string
  /** Eight characters, without the dash that people are shown. */
  code: string
  until: Day
  /** A bot of each channel, with the link that its QR code holds. */
  links: readonly { channel: string; bot: string; link: string }[]
}

/** The slips of one unit; they begin on a page of their own. */
export interface SlipSheet {
  unit: string
  slips: readonly InviteSlip[]
}

/**
 * A4 pages to print and cut, one file that loads nothing: large letters, what to do in three steps for each
 * channel. Nothing on a slip says what organisation or post it is about: it may be left lying about.
 */
export async function renderSlips(sheets: readonly SlipSheet[], t: Words): Promise<string> {
  const page = html`<!doctype html>
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>${t('slip-title')}</title>
        <style>
          ${raw(STYLE)}
        </style>
      </head>
      <body>
        ${sheets.map(
          ({ unit, slips }) =>
            html`<section>
              <p class="cut">${t('slip-cut', { unit, count: slips.length })}</p>
              ${slips.map((slip) => renderSlip(slip, t))}
            </section>`,
        )}
      </body>
    </html>`
  return String(await page)
}

function renderSlip({ given, member, code, until, links }: InviteSlip, t: Words) {
  return html`<article>
    <header>
      <h1>${t('slip-given', { given })}</h1>
      <p class="code">${showInviteCode(code)}</p>
    </header>
    <div class="ways">
      ${links.map(
        ({ channel, bot, link }) =>
          html`<div class="way">
            <div class="qr" role="img" aria-label="${link}">${raw(qrOf(link))}</div>
            <div>
              <h2>${t(`slip-channel-${channel}`)}</h2>
              <ol>
                ${[1, 2, 3].map(
                  (step) =>
                    html`<li>${t(`slip-${channel}-${step}`, { bot, code: showInviteCode(code) })}</li>`,
                )}
              </ol>
            </div>
          </div>`,
      )}
    </div>
    <footer>${t('slip-foot', { until: formatDay(until), member })}</footer>
  </article>`
}

/** A margin of four modules, as the standard asks, and room for a crease. */
function qrOf(link: string): string {
  return encodeQr(link, 'svg', { ecc: 'quartile', border: 4 })
}

const STYLE = `
@page { size: A4 portrait; margin: 10mm }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 190mm; font: 15pt/1.35 "Be Vietnam Pro", "Segoe UI", Arial, sans-serif; color: #000; background: #fff }
section + section { break-before: page }
.cut { margin: 0 0 2mm; font-size: 11pt; color: #444 }
article { break-inside: avoid; border: 1px dashed #777; padding: 6mm 7mm; margin: 0 0 4mm }
article header { display: flex; justify-content: space-between; align-items: baseline; gap: 8mm }
h1 { font-size: 26pt; margin: 0 }
h2 { font-size: 16pt; margin: 0 0 1mm }
.code { font: 700 30pt/1.1 Consolas, "DejaVu Sans Mono", monospace; letter-spacing: .06em; margin: 0; white-space: nowrap }
.ways { display: grid; gap: 4mm; margin: 3mm 0 }
.way { display: grid; grid-template-columns: 38mm 1fr; gap: 5mm; align-items: center }
.qr svg { display: block; width: 38mm; height: 38mm }
ol { margin: 0; padding-left: 8mm }
footer { font-size: 12pt }
`
