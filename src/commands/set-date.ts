import { listDatesToAsk } from '../domain/dates-to-ask.ts'
import { wordsOf } from '../domain/form-definition.ts'
import type { OpenDate } from '../domain/open-dates.ts'
import { titleWithPeriod } from '../domain/period-words.ts'
import type { PersonView } from '../domain/person.ts'
import { listRounds } from '../domain/rounds.ts'
import { longId, shortId } from '../domain/short-id.ts'
import { readDate } from '../domain/vietnamese-days.ts'
import { authorise, mayDo } from '../store/authorise.ts'
import { type BindingRow, listBindingProgrammes } from '../store/binding-programmes.ts'
import { saveOfficeDate } from '../store/office-dates.ts'
import { type Day, dayOf, formatDay, realDay } from '../time.ts'
import type { Command, Turn } from './command.ts'

const DATE = 'date'
const MOST_CHOICES = 9

/** The round whose date is being asked for. */
interface Asked {
  obligationId: string
  period: string
}

/** `/dathan`: the office fixes a date that the plan left open; asked, read back, confirmed. */
export const setDate: Command = {
  name: DATE,
  slash: 'dathan',
  words: ['đặt hạn'],
  where: 'private',
  for: ['office'],
  run: async (turn) => {
    const open = turn.person ? await listOpen(turn, turn.person) : []
    if (open.length === 0) return void (await turn.reply('dates-none'))
    const choices = open.slice(0, MOST_CHOICES).map(({ binding, round }) => {
      const short = shortId(binding.obligationIds.get(round.obligation)!)
      return [{ action: `${DATE}:pick:${short}:${round.period}`, label: titleOf(turn, round) }]
    })
    await turn.reply('dates-which', { count: open.length }, { choices })
  },
  actions: {
    pick: async (turn, [short, period]) => {
      const found = await findRound(turn, longId(short ?? ''), period ?? '')
      if (!found) return void (await turn.reply('dates-gone'))
      await turn.setDialog({ kind: DATE, state: found.asked satisfies Asked })
      await turn.reply('dates-which-day', { title: found.title, phrase: found.phrase })
    },
    set: async (turn, [short, period, day]) => {
      const found = await findRound(turn, longId(short ?? ''), period ?? '')
      if (!found || !readDay(day)) return void (await turn.reply('dates-gone'))
      await fix(turn, found, day!)
    },
  },
  onText: async (turn, text, state) => {
    const { obligationId, period } = state as Asked
    const found = await findRound(turn, obligationId, period)
    if (!found) return false
    const today = dayOf(turn.now)
    const read = readDate(text, today)
    if (!('day' in read)) await turn.reply('dates-day-unreadable')
    else if (read.day < today) await turn.reply('dates-day-past', { due: formatDay(read.day) })
    else await confirm(turn, found, read.day)
    return true
  },
}

async function confirm(turn: Turn, { asked, title }: Found, day: Day): Promise<void> {
  const place = `${shortId(asked.obligationId)}:${asked.period}`
  const word = (key: string) => turn.t(turn.locale, key)
  await turn.reply(
    'dates-confirm',
    { title, due: formatDay(day) },
    {
      choices: [
        [{ action: `${DATE}:set:${place}:${day}`, label: word('dates-yes') }],
        [{ action: `${DATE}:pick:${place}`, label: word('dates-other') }],
      ],
    },
  )
}

async function fix(turn: Turn, found: Found, day: Day): Promise<void> {
  const { person } = turn
  const { binding, asked, phrase, title } = found
  const target = { unitId: binding.ownerUnitId, details: { period: asked.period, dueOn: day } }
  if (!person || !(await authorise(turn, person, 'set-date', target))) {
    await turn.reply('dates-gone')
    return
  }
  const saved = await saveOfficeDate(turn, {
    treeId: person.treeId,
    programmeId: binding.id,
    obligation: found.obligation,
    period: asked.period,
    dueOn: day,
    phrase: turn.t('vi', 'dates-phrase', { phrase, due: formatDay(day) }),
    setBy: { personId: person.id, code: person.code },
  })
  if (turn.dialog?.kind === DATE) await turn.setDialog(null)
  if (saved.outcome === 'fixed')
    await turn.reply('dates-set', { title, due: formatDay(day), count: saved.moved })
  else if (saved.outcome === 'later-than-above') await turn.reply('dates-too-late', { title })
  else await turn.reply('dates-gone')
}

interface Found {
  binding: BindingRow
  obligation: string
  asked: Asked
  title: string
  /** The plan's own words. */
  phrase: string
}

/** The round as it stands now, if this person may fix its date. */
async function findRound(turn: Turn, obligationId: string | null, period: string): Promise<Found | null> {
  if (!turn.person || !obligationId) return null
  for (const binding of await listOwn(turn, turn.person)) {
    const obligation = binding.programme.obligations.find(
      ({ code }) => binding.obligationIds.get(code) === obligationId,
    )
    const round = obligation && listRounds(binding.programme, obligation).find((one) => one.period === period)
    if (!obligation || !round) continue
    const title = titleOf(turn, { title: obligation.title, period })
    const { phrase } = round.due
    return { binding, obligation: obligation.code, asked: { obligationId, period }, title, phrase }
  }
  return null
}

/** The programmes whose dates this person fixes. */
async function listOwn(turn: Turn, person: PersonView): Promise<BindingRow[]> {
  const own: BindingRow[] = []
  for (const binding of await listBindingProgrammes(turn.tx, person.treeId)) {
    if (await mayDo(turn, person, 'set-date', { unitId: binding.ownerUnitId })) own.push(binding)
  }
  return own
}

async function listOpen(turn: Turn, person: PersonView): Promise<{ binding: BindingRow; round: OpenDate }[]> {
  return (await listOwn(turn, person)).flatMap((binding) =>
    listDatesToAsk(binding.programme, binding.officeDates, dayOf(turn.now)).map((round) => ({
      binding,
      round,
    })),
  )
}

function titleOf(turn: Turn, { title, period }: Pick<OpenDate, 'title' | 'period'>): string {
  return titleWithPeriod(wordsOf(title, turn.locale), period, (key, values) =>
    turn.t(turn.locale, key, values),
  )
}

function readDay(text: string | undefined): Day | null {
  const [year, month, date] = (text ?? '').split('-').map(Number)
  return year && month && date ? realDay(year, month, date) : null
}
