import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Logger } from '../../src/log.ts'
import type { FormDefinition } from '../../src/domain/form-definition.ts'
import type { Programme } from '../../src/domain/programme.ts'
import { accounts, consents, programmeVersions } from '../../src/store/schema/index.ts'
import { type AnsweringWorld, createAnsweringWorld } from './answering-world.ts'
import { smallProgramme } from './small-programme.ts'
import { startTestApp, type TestApp } from './start-test-app.ts'
import type { TelegramUser } from './telegram-world.ts'
import type { ZaloUser } from './zalo-world.ts'

/** The whole app with the small organisation and programme, and people who have joined. */
export interface AnsweringApp {
  app: TestApp
  world: AnsweringWorld
  /** A person of the world on Telegram, linked on first use. */
  telegram(name: string): Promise<TelegramUser>
  /** From now on nobody who joins has been asked for this yet. */
  leaveUnasked(purpose: 'pledges' | 'photos' | 'exemplar'): void
  zalo(name: string): Promise<ZaloUser>
  /** The person (by name), or the cell without one, owes it by 09/3/2026. */
  owe(code: string, name?: string, dueOn?: string | null): Promise<string>
  /** Publishes the programme again, changed; assignments stay as they are. */
  changeProgramme(change: (programme: Programme) => void): Promise<void>
  /** A form as the programme holds it now. */
  form(code: string): FormDefinition
  /** Id of an obligation. */
  obligation(code: string): string
  close(): Promise<void>
}

export async function startAnsweringApp(
  now = '2026-03-02T09:00+07:00',
  more: { programme?: Programme; log?: Logger } = {},
): Promise<AnsweringApp> {
  const app = await startTestApp({ now, ...(more.log && { log: more.log }) })
  const world = await createAnsweringWorld({
    database: app.database,
    vault: app.parts.vault,
    clock: () => app.clock.product(),
  })
  const programme = more.programme ?? smallProgramme()
  const { id: programmeId, obligationIds } = await world.addProgramme(programme)
  for (const form of programme.forms) await world.addForm(programmeId, form)

  /** What joining leaves behind: the account belongs to the person, who said yes to everything. */
  const link = (botId: string, name: string) =>
    world.work(async ({ tx, newId, now: at }) => {
      const personId = world.personIds[name]!
      const [account] = await tx
        .select({ id: accounts.id })
        .from(accounts)
        .where(and(eq(accounts.botId, botId), isNull(accounts.personId)))
        .orderBy(desc(accounts.id))
        .limit(1)
      await tx
        .update(accounts)
        .set({ personId, treeId: world.treeId, state: 'linked', linkedAt: at })
        .where(eq(accounts.id, account!.id))
      for (const purpose of ['messages', 'pledges', 'photos', 'exemplar']) {
        if (unasked.has(purpose)) continue
        await tx.insert(consents).values({
          id: newId(),
          treeId: world.treeId,
          personId,
          purpose,
          decision: 'granted',
          textVersion: 'test',
          at,
        })
      }
    })

  let published = 1
  const linked = new Set<string>()
  const unasked = new Set<string>()
  return {
    leaveUnasked: (purpose) => unasked.add(purpose),
    app,
    world,
    telegram: async (name) => {
      const user = app.telegram.user(name)
      if (!linked.has(`telegram ${name}`)) {
        await user.starts()
        await link(app.telegramBots[0]!.id, name)
        user.heard()
      }
      linked.add(`telegram ${name}`)
      return user
    },
    zalo: async (name) => {
      const user = app.zalo.user(name)
      if (!linked.has(`zalo ${name}`)) {
        await user.says('chào')
        await link(app.zaloBots[0]!.id, name)
        user.heard()
      }
      linked.add(`zalo ${name}`)
      return user
    },
    owe: (code, name, dueOn) =>
      world.owe(obligationIds[code]!, {
        ...(name !== undefined && { personId: world.personIds[name]! }),
        ...(dueOn !== undefined && { dueOn }),
        period: code === 'report' || code === 'sinh-hoat-quy' ? '2026-Q1' : '2026',
      }),
    changeProgramme: async (change) => {
      change(programme)
      await world.work(({ tx, newId, now: at }) =>
        tx.insert(programmeVersions).values({
          id: newId(),
          programmeId,
          number: (published += 1),
          content: programme,
          digest: `digest ${published}`,
          importedAt: at,
          publishedAt: at,
        }),
      )
    },
    form: (code) => programme.forms.find((form) => form.code === code)!,
    obligation: (code) => obligationIds[code]!,
    close: () => app.close(),
  }
}
