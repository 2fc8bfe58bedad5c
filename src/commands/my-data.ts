import type { Choice } from '../channels/channel-adapter.ts'
import { readVerb } from '../domain/vietnamese-verbs.ts'
import { listAccountsOf } from '../store/accounts.ts'
import { CONSENT_PURPOSES, listGranted } from '../store/consents.ts'
import { authorise } from '../store/authorise.ts'
import type { Command, Turn } from './command.ts'
import { handOutConsents, handOutCopy } from './hand-out-copy.ts'
import { describeOwnData } from './own-data-words.ts'
import { openCase, receiptValues, tellOffice } from './open-data-case.ts'
import { withdrawPurpose } from './withdraw-consent.ts'

const DATA = 'my-data'
/** Longer words are for paper. */
const MOST_LETTERS = 1500

/** `/dulieu`: what is kept about me and what I agreed to; asking for a change or taking consent back. */
export const myData: Command = {
  name: DATA,
  slash: 'dulieu',
  words: ['du lieu', 'du lieu cua toi', 'xem du lieu'],
  where: 'private',
  for: 'joined',
  hearsFirst: true,
  run: (turn) => showData(turn),
  actions: {
    show: (turn) => showData(turn),
    copy: async (turn) => {
      if (await isOwn(turn)) await handOutCopy(turn)
    },
    consents: async (turn) => {
      if (await isOwn(turn)) await handOutConsents(turn)
    },
    correct: (turn) => askWhatToCorrect(turn),
    delete: (turn) => askWhetherToDelete(turn),
    'delete-yes': (turn) => openDeletion(turn),
    withdraw: async (turn, [purpose]) => {
      const known = CONSENT_PURPOSES.find((each) => each === purpose)
      if (known && (await isOwn(turn))) await withdrawPurpose(turn, known)
    },
  },
  onText: async (turn, text, state) => {
    const { ask } = (state ?? {}) as { ask?: 'correct' }
    if (ask !== 'correct' || readVerb(text)?.verb === 'cancel') return false
    await turn.setDialog(null)
    await correct(turn, text)
    return true
  },
}

/** `xin sửa …`: asks the office to put something right. */
export const askCorrection: Command = {
  name: 'ask-correction',
  slash: 'xinsua',
  words: ['xin sua', 'xin sua du lieu', 'sua du lieu', 'yeu cau sua'],
  where: 'private',
  for: 'joined',
  takesText: true,
  hidden: true,
  run: (turn, argument) => (argument.trim() === '' ? askWhatToCorrect(turn) : correct(turn, argument)),
}

/** `xin bản sao`: everything that is kept about me, to me alone. */
export const askCopy: Command = {
  name: 'ask-copy',
  slash: 'xinbansao',
  words: ['xin ban sao', 'xin ban sao du lieu', 'ban sao du lieu'],
  where: 'private',
  for: 'joined',
  hidden: true,
  run: async (turn) => {
    if (await isOwn(turn)) await handOutCopy(turn)
  },
}

/** `xin xóa`: asks the office to delete what may be deleted. */
export const askDeletion: Command = {
  name: 'ask-deletion',
  slash: 'xinxoa',
  words: ['xin xoa', 'xin xoa du lieu', 'xoa du lieu', 'yeu cau xoa'],
  where: 'private',
  for: 'joined',
  hidden: true,
  run: (turn) => askWhetherToDelete(turn),
}

/** Always allowed about oneself; a button of a former owner of the chat finds nobody. */
async function isOwn(turn: Turn): Promise<boolean> {
  const { person } = turn
  if (person && (await authorise(turn, person, 'ask-about-data', { personId: person.id }))) return true
  await turn.reply('router-join-first')
  return false
}

async function showData(turn: Turn): Promise<void> {
  if (!(await isOwn(turn))) return
  const person = turn.person!
  const word = (key: string, values?: Record<string, string>) => turn.t(turn.locale, key, values)
  const granted = await listGranted(turn.tx, person.id)
  const accounts = await listAccountsOf(turn.tx, [person.id])
  const choices: Choice[][] = [
    [{ action: `${DATA}:copy`, label: word('data-do-copy') }],
    [{ action: `${DATA}:consents`, label: word('data-do-consents') }],
    [{ action: `${DATA}:correct`, label: word('data-do-correct') }],
    [{ action: `${DATA}:delete`, label: word('data-do-delete') }],
    ...granted.map((purpose) => [
      {
        action: `${DATA}:withdraw:${purpose}`,
        label: word('data-do-withdraw', { purpose: word(`data-purpose-${purpose}`) }),
      },
    ]),
  ]
  await turn.replyText(await describeOwnData(turn, person, accounts), { choices })
}

async function askWhatToCorrect(turn: Turn): Promise<void> {
  if (!(await isOwn(turn))) return
  await turn.setDialog({ kind: DATA, state: { ask: 'correct' } })
  await turn.reply('data-ask-correct')
}

async function correct(turn: Turn, text: string): Promise<void> {
  if (!(await isOwn(turn))) return
  const { opened, isNew } = await openCase(turn, 'correct', text.trim().slice(0, MOST_LETTERS))
  await turn.reply(isNew ? 'data-receipt' : 'data-open-already', receiptValues(turn, opened))
  if (isNew) await tellOffice(turn, opened)
}

async function askWhetherToDelete(turn: Turn): Promise<void> {
  if (!(await isOwn(turn))) return
  const word = (key: string) => turn.t(turn.locale, key)
  await turn.reply(
    'data-ask-delete',
    { keeps: word('data-keeps') },
    {
      choices: [
        [{ action: `${DATA}:delete-yes`, label: word('data-delete-yes') }],
        [{ action: `${DATA}:show`, label: word('data-delete-no') }],
      ],
    },
  )
}

async function openDeletion(turn: Turn): Promise<void> {
  if (!(await isOwn(turn))) return
  const { opened, isNew } = await openCase(turn, 'delete')
  await turn.reply(isNew ? 'data-receipt' : 'data-open-already', receiptValues(turn, opened))
  if (isNew) await tellOffice(turn, opened)
}
