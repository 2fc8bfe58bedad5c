import { longId, shortId } from '../domain/short-id.ts'
import { readVerb } from '../domain/vietnamese-verbs.ts'
import { mayDo } from '../store/authorise.ts'
import { listPersonViews } from '../store/people.ts'
import { findRosterChange, listProposedChanges, type RosterChange } from '../store/roster-changes.ts'
import { dayOf } from '../time.ts'
import { describeChange, subjectOf } from './change-words.ts'
import type { Command, Turn } from './command.ts'
import { listUnitsInReach } from './find-units.ts'
import { decideChange } from './send-change.ts'

const STAFF = 'staff'
const PAGE = 9

/** `/nhanvien`: changes of the lists that secretaries proposed; the office confirms or refuses each. */
export const decideChanges: Command = {
  name: STAFF,
  slash: 'nhanvien',
  words: ['nhan vien', 'thay doi danh sach', 'de nghi thay doi'],
  where: 'private',
  for: ['office'],
  hearsFirst: true,
  run: (turn) => listChanges(turn),
  actions: {
    list: (turn) => listChanges(turn),
    show: (turn, [change]) => showChange(turn, longId(change ?? '')),
    yes: (turn, [change]) => confirm(turn, longId(change ?? '')),
    no: (turn, [change]) => askReason(turn, longId(change ?? '')),
  },
  onText: async (turn, text, state) => {
    const { changeId } = (state ?? {}) as { changeId?: string }
    const verb = readVerb(text)?.verb
    if (!changeId || verb === 'cancel') return false
    const change = await findWaiting(turn, changeId)
    if (!change) return true
    await turn.setDialog(null)
    await decideChange(turn, change, false, verb === 'skip' ? undefined : text.trim().slice(0, 500))
    return true
  },
}

async function listChanges(turn: Turn): Promise<void> {
  if (!turn.person) return
  const units = await listUnitsInReach(turn, 'change-roster')
  const changes = await listProposedChanges(
    turn,
    units.map(({ id }) => id),
  )
  if (changes.length === 0) return void (await turn.reply('change-none-waiting'))
  const choices = []
  for (const change of changes.slice(0, PAGE)) {
    const { name, unit } = await subjectOf(turn, change)
    const said = await describeChange(turn, change.content)
    choices.push([{ action: `${STAFF}:show:${shortId(change.id)}`, label: `${unit} – ${name}: ${said}` }])
  }
  await turn.reply('change-waiting', { count: changes.length }, { choices })
}

/** The change, if it still waits and is this person's to decide; otherwise says so. */
async function findWaiting(turn: Turn, changeId: string | null): Promise<RosterChange | null> {
  const change = changeId ? await findRosterChange(turn, changeId) : null
  const target = change && { unitId: change.unitId, ...(change.personId && { personId: change.personId }) }
  if (!change || !target || !turn.person || !(await mayDo(turn, turn.person, 'change-roster', target))) {
    await turn.reply('change-not-yours')
    return null
  }
  if (change.state === 'proposed') return change
  await turn.reply(change.state === 'taken-back' ? 'change-was-taken-back' : 'change-decided-already')
  return null
}

async function showChange(turn: Turn, changeId: string | null): Promise<void> {
  const change = await findWaiting(turn, changeId)
  if (!change) return
  const word = (key: string, values?: Record<string, string>) => turn.t(turn.locale, key, values)
  const people = [change.proposedBy, ...(change.personId ? [change.personId] : [])]
  const views = await listPersonViews(turn.tx, people, dayOf(turn.now))
  const author = views.find(({ id }) => id === change.proposedBy)?.fullName ?? ''
  const held = views.find(({ id }) => id === change.personId)?.posts ?? []
  const roles = held.filter(({ unitId, role }) => unitId === change.unitId && role !== 'member')
  const names = [...new Set(roles.map(({ role }) => word(`change-role-${role}`)))]
  const values = { ...(await subjectOf(turn, change)), change: await describeChange(turn, change.content) }
  const post = names.length > 0 ? word('change-holds', { roles: names.join(', ') }) : ''
  const own = shortId(change.id)
  await turn.reply(
    'change-detail',
    { ...values, author, post },
    {
      choices: [
        [{ action: `${STAFF}:yes:${own}`, label: word('change-confirm') }],
        [{ action: `${STAFF}:no:${own}`, label: word('change-refuse') }],
        [{ action: `${STAFF}:list`, label: word('change-back') }],
      ],
    },
  )
}

async function confirm(turn: Turn, changeId: string | null): Promise<void> {
  const change = await findWaiting(turn, changeId)
  if (change) await decideChange(turn, change, true)
}

async function askReason(turn: Turn, changeId: string | null): Promise<void> {
  const change = await findWaiting(turn, changeId)
  if (!change) return
  await turn.setDialog({ kind: STAFF, state: { changeId: change.id } })
  await turn.reply('change-ask-reason')
}
