import { longId, shortId } from '../domain/short-id.ts'
import { decideFilingRight } from '../domain/who-may-file.ts'
import { type Deed, type DeedStatus, findDeed, listDeeds, saveDeedProgress } from '../store/deeds.ts'
import { listOwedThings, type OwedThing } from '../store/open-assignments.ts'
import type { Command, Turn } from './command.ts'
import { titleOf, wordsFor, type Words } from './thing-words.ts'

/** What a person can say about a deed, in the order shown. */
const STATUSES = ['doing', 'done', 'not-done'] as const
/** Words of a deed shown in a list. */
const SHOWN = 120

interface NoteDialog {
  deedId: string
  status: DeedStatus
}

/** `/camket`: my deeds, and how each of them goes. */
export const myPledge: Command = {
  name: 'my-pledge',
  slash: 'camket',
  words: ['cam ket', 'cam ket cua toi', 'viec lam theo'],
  where: 'private',
  for: 'joined',
  run: showPledges,
  actions: {
    deed: askStatus,
    set: askNote,
    skip: async (turn) => {
      if (turn.dialog?.kind === 'my-pledge') await saveNote(turn, turn.dialog.state as NoteDialog, null)
    },
  },
  onText: async (turn, text, state) => {
    const isSkipped = /^(bỏ qua|bo qua|không|khong|skip)\.?$/iu.test(text.trim().normalize('NFC'))
    await saveNote(turn, state as NoteDialog, isSkipped ? null : text.trim().slice(0, 1000))
    return true
  },
}

async function showPledges(turn: Turn): Promise<void> {
  const t = wordsFor(turn)
  const things = (await listOwedThings(turn, turn.person!)).filter((thing) => thing.submission)
  const parts: string[] = []
  const choices: { action: string; label: string }[][] = []
  for (const thing of things) {
    const deeds = await listDeeds(turn, thing.submission!.id)
    if (deeds.length === 0) continue
    parts.push(pledgeWords(turn, thing, deeds, t))
    for (const deed of deeds) {
      choices.push([
        {
          action: `my-pledge:deed:${shortId(deed.id)}`,
          label: t('pledge-deed-choice', { words: deedWords(deed, 40) }),
        },
      ])
    }
  }
  if (parts.length === 0) {
    await turn.reply('pledge-mine-none')
    return
  }
  await turn.replyText([t('pledge-mine-head'), ...parts, t('pledge-mine-how')].join('\n\n'), { choices })
}

function pledgeWords(turn: Turn, thing: OwedThing, deeds: readonly Deed[], t: Words): string {
  const { code, state } = thing.submission!
  const head = `${titleOf(thing, turn.locale, t)} – ${code} (${t(`receipt-short-${state}`)})`
  const lines = deeds.map((deed) => {
    const note = deed.note ? ` – ${deed.note}` : ''
    return `- ${deedWords(deed, SHOWN)}: ${t(`pledge-deed-${deed.status}`)}${note}`
  })
  return [head, ...lines].join('\n')
}

/** The first words of a deed: its first text. */
function deedWords(deed: Deed, length: number): string {
  const texts = Object.values((deed.answers ?? {}) as Record<string, unknown>)
  const text = texts.find((value): value is string => typeof value === 'string' && value.includes(' '))
  const whole = (text ?? texts.find((value): value is string => typeof value === 'string') ?? '').replace(
    /\s+/g,
    ' ',
  )
  return whole.length > length ? `${whole.slice(0, length - 1).trimEnd()}…` : whole
}

async function askStatus(turn: Turn, [deed]: string[]): Promise<void> {
  const found = await findMine(turn, deed)
  if (!found) return
  const t = wordsFor(turn)
  const choices = STATUSES.map((status) => [
    { action: `my-pledge:set:${shortId(found)}:${status}`, label: t(`pledge-deed-${status}`) },
  ])
  await turn.reply('pledge-deed-ask', {}, { choices })
}

async function askNote(turn: Turn, [deed, said]: string[]): Promise<void> {
  const found = await findMine(turn, deed)
  const status = STATUSES.find((one) => one === said)
  if (!found || !status) return
  const state: NoteDialog = { deedId: found, status }
  await turn.setDialog({ kind: 'my-pledge', state })
  await turn.reply(
    'pledge-deed-note',
    { status: turn.t(turn.locale, `pledge-deed-${status}`) },
    { choices: [[{ action: 'my-pledge:skip', label: turn.t(turn.locale, 'pledge-deed-no-note') }]] },
  )
}

async function saveNote(turn: Turn, { deedId, status }: NoteDialog, note: string | null): Promise<void> {
  await turn.setDialog(null)
  if (!(await findMine(turn, shortId(deedId)))) return
  await saveDeedProgress(turn, { deedId, status, note, by: turn.person!.id })
  await turn.reply('pledge-deed-noted', { status: turn.t(turn.locale, `pledge-deed-${status}`) })
}

/** The id of a deed that this person follows: their own, or one of a unit they sign for. */
async function findMine(turn: Turn, argument: string | undefined): Promise<string | null> {
  const deedId = longId(argument ?? '')
  const deed = deedId && turn.person ? await findDeed(turn, deedId) : null
  if (deed && decideFilingRight(turn.person!, deed) === 'files') return deed.id
  await turn.reply('pledge-deed-gone')
  return null
}
