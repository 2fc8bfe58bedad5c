import type { Choice } from '../channels/channel-adapter.ts'
import { extendedClock, mayRefuse } from '../domain/data-case.ts'
import { longId, shortId } from '../domain/short-id.ts'
import { readVerb } from '../domain/vietnamese-verbs.ts'
import { authorise, mayDo } from '../store/authorise.ts'
import { type DataCase, findDataCase, listOpenCases } from '../store/data-desk/data-cases.ts'
import { listNames } from '../store/unit-staff.ts'
import { findUnit } from '../store/units.ts'
import { dayOf, formatDay, formatShortDay } from '../time.ts'
import { answerCase, extendCase } from './answer-data-case.ts'
import { approveDeletion, isLastOfOffice } from './approve-deletion.ts'
import type { Command, Turn } from './command.ts'

const DESK = 'data-desk'
const PAGE = 9
const MOST_LETTERS = 500

type Act = 'done' | 'refuse' | 'extend'

/** `/hoso`: what people ask about their data; the office answers, refuses with a reason, or takes more time once. */
export const dataDesk: Command = {
  name: DESK,
  slash: 'hoso',
  words: ['ho so', 'ho so du lieu', 'yeu cau du lieu'],
  where: 'private',
  for: ['office'],
  hearsFirst: true,
  run: (turn) => listCases(turn),
  actions: {
    list: (turn) => listCases(turn),
    show: (turn, [one]) => showCase(turn, longId(one ?? '')),
    done: (turn, [one]) => askWords(turn, longId(one ?? ''), 'done'),
    refuse: (turn, [one]) => askWords(turn, longId(one ?? ''), 'refuse'),
    extend: (turn, [one]) => askWords(turn, longId(one ?? ''), 'extend'),
    ask: (turn, [one]) => askApproval(turn, longId(one ?? '')),
    approve: (turn, [one]) => approve(turn, longId(one ?? '')),
  },
  onText: async (turn, text, state) => {
    const { caseId, act } = (state ?? {}) as { caseId?: string; act?: Act }
    const verb = readVerb(text)?.verb
    if (!caseId || !act || verb === 'cancel') return false
    if (verb === 'skip' && act !== 'done') {
      await turn.reply(`data-ask-${act}`)
      return true
    }
    const one = await findWaiting(turn, caseId)
    if (!one) return true
    await turn.setDialog(null)
    await carryOut(turn, one, act, verb === 'skip' ? null : text.trim().slice(0, MOST_LETTERS))
    return true
  },
}

async function listCases(turn: Turn): Promise<void> {
  const person = turn.person
  if (!person) return
  const choices: Choice[][] = []
  for (const one of await listOpenCases(turn, person.treeId)) {
    if (!(await mayDo(turn, person, 'handle-data-case', targetOf(one)))) continue
    const request = turn.t(turn.locale, `data-request-${one.request}`)
    const values = { code: one.code, request, due: formatShortDay(one.dueOn), state: one.state }
    choices.push([
      { action: `${DESK}:show:${shortId(one.id)}`, label: turn.t(turn.locale, 'data-desk-line', values) },
    ])
  }
  if (choices.length === 0) return void (await turn.reply('data-desk-none'))
  await turn.reply('data-desk-waiting', { count: choices.length }, { choices: choices.slice(0, PAGE) })
}

function targetOf({ id, personId, unitId }: DataCase) {
  return { personId, unitId, details: { case: id } }
}

/** The case, if it waits and is this person's to answer; otherwise says so. */
async function findWaiting(turn: Turn, caseId: string | null): Promise<DataCase | null> {
  const one = caseId ? await findDataCase(turn, caseId) : null
  if (!one || !turn.person || !(await authorise(turn, turn.person, 'handle-data-case', targetOf(one)))) {
    await turn.reply('data-desk-not-yours')
    return null
  }
  if (one.state === 'open') return one
  await turn.reply('data-desk-decided')
  return null
}

async function showCase(turn: Turn, caseId: string | null): Promise<void> {
  const one = await findWaiting(turn, caseId)
  if (!one) return
  const word = (key: string, values?: Record<string, string>) => turn.t(turn.locale, key, values)
  const names = await listNames(turn.tx, [one.personId])
  const unit = await findUnit(turn.tx, one.unitId, dayOf(turn.now))
  const own = shortId(one.id)
  const choices: Choice[][] = [
    one.request === 'delete'
      ? [{ action: `${DESK}:ask:${own}`, label: word('data-desk-do-ask') }]
      : [{ action: `${DESK}:done:${own}`, label: word('data-desk-do-done') }],
    ...(mayRefuse(one.request)
      ? [[{ action: `${DESK}:refuse:${own}`, label: word('data-desk-do-refuse') }]]
      : []),
    ...(extendedClock(one.request, one)
      ? [[{ action: `${DESK}:extend:${own}`, label: word('data-desk-do-extend') }]]
      : []),
    [{ action: `${DESK}:list`, label: word('data-desk-back') }],
  ]
  await turn.reply(
    'data-desk-case',
    {
      code: one.code,
      request: word(`data-request-${one.request}`),
      name: names.get(one.personId) ?? '',
      unit: unit?.name ?? '',
      on: formatDay(one.receivedOn),
      due: formatDay(one.dueOn),
      text: one.text ?? '–',
      todo: word(`data-desk-todo-${one.request}`),
    },
    { choices },
  )
}

async function askWords(turn: Turn, caseId: string | null, act: Act): Promise<void> {
  const one = await findWaiting(turn, caseId)
  if (!one) return
  if (act === 'done' && one.request === 'delete') return askApproval(turn, caseId)
  if (act === 'refuse' && !mayRefuse(one.request)) return void (await turn.reply('data-desk-no-refusal'))
  await turn.setDialog({ kind: DESK, state: { caseId: one.id, act } })
  await turn.reply(`data-ask-${act}`)
}

/** What goes and what stays, before it is decided. */
async function askApproval(turn: Turn, caseId: string | null): Promise<void> {
  const one = await findDeletion(turn, caseId)
  if (!one) return
  const word = (key: string) => turn.t(turn.locale, key)
  const names = await listNames(turn.tx, [one.personId])
  const own = shortId(one.id)
  await turn.reply(
    'data-desk-approve',
    { code: one.code, name: names.get(one.personId) ?? '', keeps: word('data-keeps') },
    {
      choices: [
        [{ action: `${DESK}:approve:${own}`, label: word('data-desk-do-approve') }],
        [{ action: `${DESK}:refuse:${own}`, label: word('data-desk-do-refuse') }],
        [{ action: `${DESK}:list`, label: word('data-desk-back') }],
      ],
    },
  )
}

async function approve(turn: Turn, caseId: string | null): Promise<void> {
  const one = await findDeletion(turn, caseId)
  if (!one) return
  const { isTold } = await approveDeletion(turn, one, turn.person!.id)
  await turn.reply(isTold ? 'data-desk-approved' : 'data-desk-approved-untold', { code: one.code })
}

async function findDeletion(turn: Turn, caseId: string | null): Promise<DataCase | null> {
  const one = await findWaiting(turn, caseId)
  if (one?.request !== 'delete') return null
  if (!(await isLastOfOffice(turn, one.personId))) return one
  await turn.reply('data-desk-last-office')
  return null
}

async function carryOut(turn: Turn, one: DataCase, act: Act, words: string | null): Promise<void> {
  const values = { code: one.code }
  if (act === 'extend') {
    const extended = await extendCase(turn, one, words ?? '')
    if (!extended) return void (await turn.reply('data-desk-no-extension'))
    await turn.reply(extended.isTold ? 'data-desk-extended' : 'data-desk-extended-untold', {
      ...values,
      due: formatDay(extended.until),
    })
    return
  }
  const state = act === 'done' ? 'done' : 'refused'
  const { isTold } = await answerCase(turn, one, { state, decidedBy: turn.person!.id, outcome: words })
  await turn.reply(isTold ? `data-desk-${state}` : `data-desk-${state}-untold`, values)
}
