import { longId, shortId } from '../domain/short-id.ts'
import { decideFilingRight } from '../domain/who-may-file.ts'
import { type Deed, type DeedStatus, findDeed, listDeeds, saveDeedProgress } from '../store/deeds.ts'
import { listOwedThings, type OwedThing } from '../store/open-assignments.ts'
import type { Command, Turn } from './command.ts'
import { mayNoteFor } from './proxy-right.ts'
import { titleOf, wordsFor, type Words } from './thing-words.ts'

/** What a person can say about a deed, in the order shown. */
const STATUSES = ['doing', 'done', 'not-done'] as const
/** Words of a deed shown in a list. */
const SHOWN = 120

type FoundDeed = NonNullable<Awaited<ReturnType<typeof findDeed>>>

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
  const shown = await showDeeds(turn, await listOwedThings(turn, turn.person!), 'pledge-mine-head')
  if (!shown) await turn.reply('pledge-mine-none')
}

/** Deeds of what was filed of these things, each to be chosen; false: there is none. `head`: a locale key. */
export async function showDeeds(
  turn: Turn,
  all: readonly OwedThing[],
  head: string,
  values: Record<string, string> = {},
): Promise<boolean> {
  const t = wordsFor(turn)
  const things = all.filter((thing) => thing.submission)
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
  if (parts.length === 0) return false
  await turn.replyText([t(head, values), ...parts, t('pledge-mine-how')].join('\n\n'), { choices })
  return true
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
    { action: `my-pledge:set:${shortId(found.id)}:${status}`, label: t(`pledge-deed-${status}`) },
  ])
  const words = (await listDeeds(turn, found.submissionId)).find(({ id }) => id === found.id)
  await turn.reply('pledge-deed-ask', { words: words ? deedWords(words, SHOWN) : '' }, { choices })
}

async function askNote(turn: Turn, [deed, said]: string[]): Promise<void> {
  const found = await findMine(turn, deed)
  const status = STATUSES.find((one) => one === said)
  if (!found || !status) return
  const state: NoteDialog = { deedId: found.id, status }
  await turn.setDialog({ kind: 'my-pledge', state })
  await turn.reply(
    'pledge-deed-note',
    { status: turn.t(turn.locale, `pledge-deed-${status}`) },
    { choices: [[{ action: 'my-pledge:skip', label: turn.t(turn.locale, 'pledge-deed-no-note') }]] },
  )
}

async function saveNote(turn: Turn, { deedId, status }: NoteDialog, note: string | null): Promise<void> {
  await turn.setDialog(null)
  const found = await findMine(turn, shortId(deedId))
  if (!found) return
  await saveDeedProgress(turn, { deedId, status, note, by: turn.person!.id })
  const isOfAnother = found.personId !== null && found.personId !== turn.person!.id
  const key = isOfAnother ? 'proxy-deed-noted' : 'pledge-deed-noted'
  await turn.reply(key, { status: turn.t(turn.locale, `pledge-deed-${status}`) })
}

/** A deed that this person follows: their own, of a unit they sign for, or of somebody for whom they enter. */
async function findMine(turn: Turn, argument: string | undefined): Promise<FoundDeed | null> {
  const deedId = longId(argument ?? '')
  const deed = deedId && turn.person ? await findDeed(turn, deedId) : null
  if (deed && decideFilingRight(turn.person!, deed) === 'files') return deed
  if (deed && (await mayNoteFor(turn, deed))) return deed
  await turn.reply('pledge-deed-gone')
  return null
}
