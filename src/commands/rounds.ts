import { foldVietnamese } from '../domain/vietnamese-fold.ts'
import { longId, shortId } from '../domain/short-id.ts'
import { readVerb } from '../domain/vietnamese-verbs.ts'
import { authorise, mayDo } from '../store/authorise.ts'
import { listBindingProgrammes } from '../store/binding-programmes.ts'
import type { RoundChange } from '../store/round-changes.ts'
import { formatDay, formatShortDay } from '../time.ts'
import { changeRoundAndTell } from './change-round.ts'
import type { Command, Turn } from './command.ts'
import { listOfficeRounds, type OfficeRound } from './list-rounds.ts'
import { roundTitles } from './round-titles.ts'

const ROUNDS = 'rounds'
const PAGE = 8
const SHORTEST_REASON = 3

/** The change that is being asked about. */
interface Asked {
  obligationId: string
  period: string
  change: RoundChange
  reason: string | null
}

/** What may be done with a round, by how it stands. */
const CHANGES: Record<OfficeRound['state'], RoundChange> = {
  waiting: 'opened',
  open: 'closed',
  closed: 'reopened',
}

/** `/ky`: the office opens a period before its day, closes it, and opens it again; with a reason that is kept. */
export const rounds: Command = {
  name: ROUNDS,
  slash: 'ky',
  words: ['mo ky', 'chot ky', 'mo lai ky'],
  where: 'private',
  for: ['office'],
  takesText: true,
  hearsFirst: true,
  run: (turn, argument) => showRounds(turn, argument.trim(), 0),
  actions: {
    more: (turn, [from]) => showRounds(turn, '', Number(from) || 0),
    pick: (turn, [obligation, period]) => withRound(turn, obligation, period, showRound),
    ask: (turn, [obligation, period, change]) =>
      withRound(turn, obligation, period, async (_, round) => {
        if (CHANGES[round.state] !== change) return void (await turn.reply('round-gone'))
        const { obligationId } = round
        await turn.setDialog({
          kind: ROUNDS,
          state: { obligationId, period: round.period, change, reason: null } satisfies Asked,
        })
        await turn.reply(`round-why-${change}`)
      }),
    yes: (turn) => confirm(turn),
  },
  onText: async (turn, text, state) => {
    const asked = state as Asked
    if (readVerb(text) !== null) return false
    const reason = text.trim()
    if (reason.length < SHORTEST_REASON) {
      await turn.reply(`round-why-${asked.change}`)
      return true
    }
    const round = await findRound(turn, asked.obligationId, asked.period)
    if (!round) return false
    await turn.setDialog({ kind: ROUNDS, state: { ...asked, reason } satisfies Asked })
    const title = (await roundTitles(turn, turn.person!.treeId))(turn.locale, round)
    const { total, done } = round
    await turn.reply(
      `round-confirm-${asked.change}`,
      { title, reason, missing: total - done, total },
      { choices: [[{ action: `${ROUNDS}:yes`, label: turn.t(turn.locale, `round-yes-${asked.change}`) }]] },
    )
    return true
  },
}

async function showRounds(turn: Turn, typed: string, from: number): Promise<void> {
  const all = await listOwn(turn)
  const title = await roundTitles(turn, turn.person!.treeId)
  const wanted = foldVietnamese(typed)
  const found = all.filter(
    (round) =>
      foldVietnamese(round.obligation) === wanted ||
      foldVietnamese(title(turn.locale, round)).includes(wanted),
  )
  const list = found.length > 0 ? found : all
  if (list.length === 0) return void (await turn.reply('round-none'))
  const [only, another] = found
  if (typed !== '' && only && !another) return showRound(turn, only)
  const choices = list.slice(from, from + PAGE).map((round) => [
    {
      action: `${ROUNDS}:pick:${shortId(round.obligationId)}:${round.period}`,
      label: turn.t(turn.locale, `round-label-${round.state}`, {
        title: title(turn.locale, round),
        due: round.dueOn ? formatShortDay(round.dueOn) : '–',
      }),
    },
  ])
  if (list.length > from + PAGE)
    choices.push([{ action: `${ROUNDS}:more:${from + PAGE}`, label: turn.t(turn.locale, 'roster-more') }])
  await turn.reply('round-which', {}, { choices })
}

async function showRound(turn: Turn, round: OfficeRound): Promise<void> {
  const title = (await roundTitles(turn, turn.person!.treeId))(turn.locale, round)
  const change = CHANGES[round.state]
  const { obligationId, period, opensOn, dueOn, done, total } = round
  await turn.reply(
    `round-shown-${round.state}`,
    {
      title,
      opens: formatDay(opensOn),
      due: dueOn ? formatDay(dueOn) : turn.t(turn.locale, 'round-no-date'),
      done,
      total,
    },
    {
      choices: [
        [
          {
            action: `${ROUNDS}:ask:${shortId(obligationId)}:${period}:${change}`,
            label: turn.t(turn.locale, `round-do-${change}`),
          },
        ],
      ],
    },
  )
}

async function confirm(turn: Turn): Promise<void> {
  const { person, dialog } = turn
  const asked = dialog?.kind === ROUNDS ? (dialog.state as Asked) : null
  const round = asked && (await findRound(turn, asked.obligationId, asked.period))
  if (!person || !asked?.reason || !round) return void (await turn.reply('round-gone'))
  await turn.setDialog(null)
  const { change, reason, period } = asked
  const details = { period, change }
  if (!(await authorise(turn, person, 'change-round', { unitId: round.binding.ownerUnitId, details })))
    return void (await turn.reply('round-gone'))
  const { outcome, told } = await changeRoundAndTell(turn, {
    treeId: person.treeId,
    round,
    change,
    by: person.code,
    reason,
  })
  if (outcome.outcome === 'refused') return void (await turn.reply('round-gone'))
  const title = (await roundTitles(turn, person.treeId))(turn.locale, round)
  await turn.reply(`round-done-${change}`, { title, told })
}

async function withRound(
  turn: Turn,
  obligation: string | undefined,
  period: string | undefined,
  does: (turn: Turn, round: OfficeRound) => Promise<void>,
): Promise<void> {
  const round = await findRound(turn, longId(obligation ?? ''), period ?? '')
  await (round ? does(turn, round) : turn.reply('round-gone'))
}

async function findRound(
  turn: Turn,
  obligationId: string | null,
  period: string,
): Promise<OfficeRound | null> {
  const own = await listOwn(turn)
  return own.find((round) => round.obligationId === obligationId && round.period === period) ?? null
}

/** Rounds of the programmes that this person's office runs. */
async function listOwn(turn: Turn): Promise<OfficeRound[]> {
  const { person } = turn
  if (!person) return []
  const own = []
  for (const binding of await listBindingProgrammes(turn.tx, person.treeId))
    if (await mayDo(turn, person, 'change-round', { unitId: binding.ownerUnitId })) own.push(binding)
  return listOfficeRounds(turn, own)
}
