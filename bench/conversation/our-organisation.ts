import { setTimeout as delay } from 'node:timers/promises'
import { programmeSchema } from '../../src/domain/programme.ts'
import { listBots } from '../../src/store/bots.ts'
import { saveChat } from '../../src/store/chats.ts'
import {
  accounts,
  assignments,
  consents,
  formVersions,
  memberships,
  obligations,
  people,
  programmes,
  programmeVersions,
  trees,
  units,
  unitVersions,
} from '../../src/store/schema/index.ts'
import { type Parts, withTools } from '../../src/tools.ts'
import { LONG, NINE } from './questions.ts'
import type { Order } from './side.ts'

const DAY_ONE = '2020-01-01'
/** One obligation for each time that a person answers, since each is filed once. */
const ROUNDS = 40

export interface Organisation {
  /** Lets each of these Telegram users owe one form, and nothing else; unknown ones join first. */
  prepare(order: Extract<Order, { kind: 'prepare' }>): Promise<void>
}

/** A cell with a programme that is live; people come as they are needed. */
export async function openOrganisation(parts: Parts): Promise<Organisation> {
  const { newId } = parts
  const treeId = newId()
  const unitId = newId()
  const programmeId = newId()
  const codes = [...Array.from({ length: ROUNDS }, (_, round) => `round-${round}`), 'long']
  const obligationIds = new Map(codes.map((code) => [code, newId()]))
  const personIds = new Map<number, string>()
  const programme = programmeSchema.parse({
    code: 'mau-2026',
    issuing_body: 'Đảng ủy phường Mẫu',
    title: 'Kế hoạch mẫu',
    year: 2026,
    vocabulary: {
      unit_kinds: { 'cell-street': 'Chi bộ tổ dân phố' },
      categories: { 'party-member': 'Đảng viên' },
    },
    obligations: codes.map((code) => ({
      code,
      title: `Bản đăng ký ${code}`,
      section: 'I',
      kind: 'pledge',
      subject: 'person',
      audience: { everyone: true },
      due: 'trước ngày 31/12/2026',
      form: code === 'long' ? 'long' : 'nine',
    })),
    forms: [NINE, LONG],
  })

  await withTools(parts, async ({ tx, now }) => {
    await tx.insert(trees).values({ id: treeId, code: 'mau', createdAt: now })
    await tx.insert(units).values({ id: unitId, treeId, code: 'cb', reach: 'members', createdAt: now })
    const named = { name: 'Chi bộ Mẫu', kind: 'cell-street', parentId: null, validFrom: DAY_ONE }
    await tx.insert(unitVersions).values({ ...named, id: newId(), treeId, unitId })
    const owner = { treeId, code: programme.code, ownerUnitId: unitId, state: 'live', liveFrom: DAY_ONE }
    await tx.insert(programmes).values({ ...owner, id: programmeId, createdAt: now })
    const version = { programmeId, number: 1, content: programme, digest: 'one', importedAt: now }
    await tx.insert(programmeVersions).values({ ...version, id: newId(), publishedAt: now })
    for (const [code, id] of obligationIds)
      await tx.insert(obligations).values({ id, treeId, programmeId, code })
    for (const form of programme.forms) {
      const row = { programmeId, code: form.code, number: 1, content: form, digest: 'one', createdAt: now }
      await tx.insert(formVersions).values({ ...row, id: newId() })
    }
  })

  async function botId(): Promise<string> {
    for (let tries = 0; tries < 100; tries += 1) {
      const [bot] = await withTools(parts, ({ tx }) => listBots(tx))
      if (bot) return bot.id
      await delay(100)
    }
    throw new Error('the service has no bot')
  }
  const bot = await botId()

  const join = (user: number) =>
    withTools(parts, async ({ tx, now, machineNow }) => {
      const personId = newId()
      const name = { code: `DV${user}`, fullName: `Mẫu Thị Người ${user}` }
      await tx.insert(people).values({ id: personId, treeId, ...name, createdAt: now })
      const span = { treeId, personId, unitId, validFrom: DAY_ONE }
      await tx.insert(memberships).values({ ...span, id: newId() })
      const externalId = String(user)
      const chat = await saveChat(tx, { botId: bot, externalId, kind: 'private', newId, machineNow })
      const linked = { personId, treeId, state: 'linked', linkedAt: now }
      const account = { id: newId(), botId: bot, externalId, chatId: chat.id, createdAt: machineNow }
      const known = [accounts.botId, accounts.externalId]
      await tx
        .insert(accounts)
        .values({ ...account, ...linked })
        .onConflictDoUpdate({ target: known, set: linked })
      for (const purpose of ['messages', 'pledges']) {
        const decision = { purpose, decision: 'granted', textVersion: 'bench', at: now }
        await tx.insert(consents).values({ id: newId(), treeId, personId, ...decision })
      }
      personIds.set(user, personId)
    })

  return {
    prepare: async ({ users, round, form }) => {
      const obligationId = obligationIds.get(form === 'long' ? 'long' : `round-${round}`)
      if (!obligationId) throw new Error('the bench knows no further round')
      for (const user of users) if (!personIds.has(user)) await join(user)
      await withTools(parts, ({ tx, now }) =>
        tx.insert(assignments).values(
          users.map((user) => ({
            id: newId(),
            treeId,
            unitId,
            obligationId,
            period: '2026',
            personId: personIds.get(user)!,
            dueOn: null,
            dueZone: 'Asia/Ho_Chi_Minh',
            duePhrase: 'trong năm',
            state: 'open',
            createdAt: now,
          })),
        ),
      )
    },
  }
}
