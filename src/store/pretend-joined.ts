import { isInReach, reachesOf } from '../domain/reach.ts'
import type { PersonView, UnitView } from '../domain/person.ts'
import { dayOf } from '../time.ts'
import type { StoreTools } from './audit.ts'
import { listRecipients } from './recipients.ts'
import { accounts, chats, consents, groupBindings } from './schema/index.ts'
import { listTreePeople } from './tree-people.ts'
import { listUnits } from './units.ts'

/** Of each kind of unit this many stand for all of it: their texts differ by names and counts alone. */
const UNITS_OF_A_KIND = 2

/**
 * As if people of some units of every kind had joined, with a group where the bot may be in one: before anybody
 * has, the texts that they will get can be shown. For a transaction that is rolled back; nothing reaches anybody.
 */
export async function pretendJoined(
  tools: StoreTools,
  treeId: string,
  bot: { id: string; joinsGroups: boolean },
): Promise<void> {
  const { tx, now } = tools
  const units = await listUnits(tx, treeId, dayOf(now))
  const reaches = reachesOf(units)
  const people = await listTreePeople(tx, treeId, dayOf(now))
  const sample = new Set(sampleOf(units, people, (unit) => reaches.get(unit.id) ?? '').map(({ id }) => id))
  const known = await listRecipients(tx, treeId)
  for (const person of people) {
    const isOfSample = [...person.memberships, ...person.posts].some(({ unitId }) => sample.has(unitId))
    if (isOfSample && !known.has(person.id) && isInReach(person, reaches))
      await pretendAccount(tools, treeId, person, bot.id)
  }
  if (!bot.joinsGroups) return
  for (const unitId of sample)
    if (reaches.get(unitId) === 'members') await pretendGroup(tools, treeId, unitId, bot.id)
}

/** Those with most people first: what is counted looks like what will be. */
function sampleOf(
  units: readonly UnitView[],
  people: readonly PersonView[],
  reachOf: (unit: UnitView) => string,
): UnitView[] {
  const sizes = new Map<string, number>()
  for (const { unitId } of people.flatMap(({ memberships }) => memberships))
    sizes.set(unitId, (sizes.get(unitId) ?? 0) + 1)
  const taken = new Map<string, number>()
  return [...units]
    .sort((a, b) => (sizes.get(b.id) ?? 0) - (sizes.get(a.id) ?? 0))
    .filter((unit) => {
      const kind = `${unit.kind}:${reachOf(unit)}`
      taken.set(kind, (taken.get(kind) ?? 0) + 1)
      return taken.get(kind)! <= UNITS_OF_A_KIND
    })
}

async function pretendAccount(
  { tx, now, newId }: StoreTools,
  treeId: string,
  { id: personId }: PersonView,
  botId: string,
): Promise<void> {
  const [chatId, accountId] = [newId(), newId()]
  const chat = { id: chatId, botId, externalId: `pretend-${chatId}`, createdAt: now }
  await tx.insert(chats).values({ ...chat, kind: 'private' })
  const account = { id: accountId, botId, externalId: `pretend-${accountId}`, chatId, treeId, personId }
  await tx.insert(accounts).values({ ...account, state: 'linked', linkedAt: now, createdAt: now })
  const consent = { id: newId(), treeId, personId, purpose: 'messages', decision: 'granted' }
  await tx.insert(consents).values({ ...consent, textVersion: 'pretend', at: now })
}

async function pretendGroup(
  { tx, now, newId }: StoreTools,
  treeId: string,
  unitId: string,
  botId: string,
): Promise<void> {
  const chatId = newId()
  await tx
    .insert(chats)
    .values({ id: chatId, botId, externalId: `pretend-${chatId}`, kind: 'group', createdAt: now })
  await tx
    .insert(groupBindings)
    .values({ id: newId(), treeId, chatId, unitId, state: 'bound', requestedAt: now, decidedAt: now })
}
