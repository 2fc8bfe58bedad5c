import {
  listPossibleChanges,
  ROSTER_CHANGE_KINDS,
  type RosterChangeContent,
  type RosterChangeKind,
} from '../domain/roster-change.ts'
import { longId, shortId } from '../domain/short-id.ts'
import {
  describeOutcome,
  type FormAnswers,
  type FormContext,
  type FormEvent,
  type FormState,
  formState,
  startForm,
  stepForm,
  type Stepped,
} from '../forms/index.ts'
import { listAway } from '../store/absences.ts'
import { authorise, mayDo } from '../store/authorise.ts'
import { findPersonByCode, findPersonView } from '../store/people.ts'
import { listUnits } from '../store/units.ts'
import { dayOf } from '../time.ts'
import { changeForm, readChange } from './change-form.ts'
import { describeChange, subjectOf } from './change-words.ts'
import type { Command, Turn } from './command.ts'
import { unitsMeant } from './find-units.ts'
import { sendChange } from './send-change.ts'
import { takeBackChange } from './take-back-change.ts'
import { wordsFor } from './thing-words.ts'

const CHANGE = 'change'

/** What is being written down; `form` is the engine's state, null for a change that needs only a yes. */
interface Asked {
  kind: RosterChangeKind
  unitId: string
  personId: string | null
  form: FormState | null
}

/** Changes of the list, begun from `/danhsach`: asked like a form, sent to the office. */
export const proposeChange: Command = {
  name: CHANGE,
  slash: 'doidanhsach',
  words: [],
  where: 'private',
  for: ['secretary', 'deputy', 'office'],
  hidden: true,
  hearsFirst: true,
  run: async (turn) => void (await turn.reply('change-how')),
  actions: {
    menu: (turn, [unit, person]) => showMenu(turn, longId(unit ?? ''), longId(person ?? '')),
    do: (turn, [kind, unit, person]) =>
      begin(turn, ROSTER_CHANGE_KINDS[Number(kind)], longId(unit ?? ''), longId(person ?? '')),
    c: (turn, choice) => step(turn, { kind: 'choice', id: choice.join(':') }),
    send: (turn) => sendPlain(turn),
    drop: async (turn) => {
      await turn.setDialog(null)
      await turn.reply('change-dropped')
    },
    'take-back': (turn, [change]) => takeBackChange(turn, longId(change ?? '')),
    to: (turn, [unit]) => finishTransfer(turn, longId(unit ?? '')),
  },
  onText: async (turn, text) => {
    if (askedOf(turn)?.form === null) return false
    await step(turn, { kind: 'text', text })
    return true
  },
}

function askedOf(turn: Turn): Asked | null {
  return turn.dialog?.kind === CHANGE ? (turn.dialog.state as Asked) : null
}

async function showMenu(turn: Turn, unitId: string | null, personId: string | null): Promise<void> {
  const kinds = unitId && personId ? await possibleChanges(turn, unitId, personId) : []
  const person = personId ? await findPersonView(turn.tx, personId, dayOf(turn.now)) : null
  if (kinds.length === 0 || !unitId || !person) return void (await turn.reply('roster-not-yours'))
  const place = `${shortId(unitId)}:${shortId(person.id)}`
  const choices = kinds.map((kind) => [
    {
      action: `${CHANGE}:do:${ROSTER_CHANGE_KINDS.indexOf(kind)}:${place}`,
      label: turn.t(turn.locale, `change-do-${kind}`),
    },
  ])
  await turn.reply('change-menu', { name: person.fullName }, { choices })
}

/** What can be proposed about somebody; empty when it is not this person's to propose. */
async function possibleChanges(turn: Turn, unitId: string, personId: string): Promise<RosterChangeKind[]> {
  const day = dayOf(turn.now)
  const person = await findPersonView(turn.tx, personId, day)
  const membership = person?.memberships.find((each) => each.unitId === unitId)
  const target = { unitId, personId }
  if (!turn.person || !person || !(await mayDo(turn, turn.person, 'propose-roster-change', target))) return []
  const away = await listAway(turn.tx, person.treeId, day, [personId])
  const acting = person.posts.find((post) => post.unitId === unitId && post.actingUntil)
  return listPossibleChanges({
    membership,
    awayUntil: away.get(personId) ?? null,
    actingUntil: acting?.actingUntil ?? null,
  })
}

async function begin(
  turn: Turn,
  kind: RosterChangeKind | undefined,
  unitId: string | null,
  personId: string | null,
): Promise<void> {
  const isPossible =
    kind &&
    unitId &&
    turn.person &&
    (kind === 'new'
      ? await mayDo(turn, turn.person, 'propose-roster-change', { unitId })
      : personId && (await possibleChanges(turn, unitId, personId)).includes(kind))
  if (!isPossible) return void (await turn.reply('roster-not-yours'))
  const asked: Asked = { kind, unitId, personId: kind === 'new' ? null : personId, form: null }
  const definition = changeForm(kind, turn.t)
  if (definition) return show(turn, asked, startForm(definition, contextOf(turn)))
  await turn.setDialog({ kind: CHANGE, state: asked })
  const content = readChange(kind, {}, dayOf(turn.now), null) as RosterChangeContent
  const change = await describeChange(turn, content)
  const word = (key: string) => turn.t(turn.locale, key)
  await turn.reply(
    'change-ask',
    { ...(await subjectOf(turn, { ...asked, content })), change },
    {
      choices: [
        [{ action: `${CHANGE}:send`, label: word('change-send') }],
        [{ action: `${CHANGE}:drop`, label: word('change-no') }],
      ],
    },
  )
}

function contextOf(turn: Turn): FormContext {
  return { today: dayOf(turn.now), locale: turn.locale, roster: [], prefill: {} }
}

async function step(turn: Turn, event: FormEvent): Promise<void> {
  const asked = askedOf(turn)
  const definition = asked && changeForm(asked.kind, turn.t)
  if (!asked?.form || !definition) return void (await turn.reply('change-gone'))
  const stepped = stepForm(definition, formState.parse(asked.form), event, contextOf(turn))
  const { outcome } = stepped
  if (outcome.kind === 'confirmed') return confirm(turn, asked, outcome.answers)
  await show(turn, asked, stepped)
}

async function show(turn: Turn, asked: Asked, { state, outcome }: Stepped): Promise<void> {
  if (outcome.kind === 'nothing') return
  if (outcome.kind === 'paused' || outcome.kind === 'cancelled') {
    await turn.setDialog(null)
    await turn.reply('change-dropped')
    return
  }
  const said = describeOutcome(outcome, wordsFor(turn), () => null)
  const rows = turn.bots.can(turn.chat.botId).buttons ? [...said.choices, ...said.shortcuts] : said.choices
  await turn.setDialog({ kind: CHANGE, state: { ...asked, form: state } })
  await turn.replyText(said.text, {
    choices: rows.map((row) => row.map(({ action, label }) => ({ action: `${CHANGE}:c:${action}`, label }))),
  })
}

/** What was answered may not fit the list: then it is said, and the answers stay to be corrected. */
async function confirm(turn: Turn, asked: Asked, answers: FormAnswers): Promise<void> {
  if (asked.kind === 'transferred') {
    const { unit } = answers
    return findTarget(turn, asked, typeof unit === 'string' ? unit : '')
  }
  const content = readChange(asked.kind, answers, dayOf(turn.now), null)
  if (typeof content === 'string') return void (await turn.reply(`change-problem-${content}`))
  const treeId = turn.person!.treeId
  if (content.kind === 'new' && content.code !== null) {
    const taken = await findPersonByCode(turn.tx, treeId, content.code, dayOf(turn.now))
    if (taken) return void (await turn.reply('change-problem-code-taken', { code: content.code }))
  }
  await send(turn, asked, content)
}

/** The unit to which somebody goes, by code or name; of several it is asked which. */
async function findTarget(turn: Turn, asked: Asked, typed: string): Promise<void> {
  const units = await listUnits(turn.tx, turn.person!.treeId, dayOf(turn.now))
  const meant = unitsMeant(
    units.filter(({ id }) => id !== asked.unitId),
    typed,
  )
  const [only, another] = meant
  if (!only) return void (await turn.reply('change-problem-unit', { unit: typed.slice(0, 60) }))
  if (!another) return send(turn, asked, { kind: 'transferred', toUnitId: only.id })
  const choices = meant
    .slice(0, 9)
    .map(({ id, name }) => [{ action: `${CHANGE}:to:${shortId(id)}`, label: name }])
  await turn.reply('change-which-unit', {}, { choices })
}

async function finishTransfer(turn: Turn, toUnitId: string | null): Promise<void> {
  const asked = askedOf(turn)
  if (asked?.kind !== 'transferred' || !toUnitId) return void (await turn.reply('change-gone'))
  const units = await listUnits(turn.tx, turn.person!.treeId, dayOf(turn.now))
  if (!units.some(({ id }) => id === toUnitId)) return void (await turn.reply('change-gone'))
  await send(turn, asked, { kind: 'transferred', toUnitId })
}

async function sendPlain(turn: Turn): Promise<void> {
  const asked = askedOf(turn)
  if (!asked || asked.form !== null || changeForm(asked.kind, turn.t))
    return void (await turn.reply('change-gone'))
  await send(turn, asked, readChange(asked.kind, {}, dayOf(turn.now), null) as RosterChangeContent)
}

async function send(turn: Turn, asked: Asked, content: RosterChangeContent): Promise<void> {
  const person = turn.person!
  const { unitId, personId } = asked
  const target = { unitId, ...(personId && { personId }), details: { kind: content.kind } }
  await turn.setDialog(null)
  if (!(await authorise(turn, person, 'propose-roster-change', target))) {
    await turn.reply('roster-not-yours')
    return
  }
  await sendChange(turn, { treeId: person.treeId, unitId, personId, content, proposedBy: person.id })
}
