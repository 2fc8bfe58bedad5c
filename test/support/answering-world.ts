import { uuidv7 } from 'uuidv7'
import type { Tools } from '../../src/commands/command.ts'
import type { FormDefinition } from '../../src/domain/form-definition.ts'
import type { Role } from '../../src/domain/person.ts'
import type { Programme } from '../../src/domain/programme.ts'
import {
  assignments,
  formVersions,
  memberships,
  obligations,
  people,
  posts,
  programmes,
  programmeVersions,
  trees,
  units,
  unitVersions,
} from '../../src/store/schema/index.ts'
import { createVault, type Vault } from '../../src/store/vault.ts'
import { createTestDatabase, type TestDatabase } from './test-database.ts'

const DAY_ONE = '2020-01-01'

/** The tools that stores use, inside one transaction. */
export type StoreWork = Pick<Tools, 'tx' | 'vault' | 'now' | 'machineNow' | 'newId' | 'randomBytes'>

/** A small organisation on real SQL: `ward` above `cell`, with whoever is put into them. */
export interface AnsweringWorld {
  database: TestDatabase
  treeId: string
  unitIds: Record<'ward' | 'cell' | 'other', string>
  /** Ids by name. */
  personIds: Record<string, string>
  setNow(iso: string): void
  work<T>(does: (work: StoreWork) => Promise<T>): Promise<T>
  addPerson(name: string, unit: 'ward' | 'cell' | 'other', role?: Role): Promise<string>
  addProgramme(programme: Programme): Promise<{ id: string; obligationIds: Record<string, string> }>
  addForm(programmeId: string, form: FormDefinition): Promise<string>
  owe(
    obligationId: string,
    owed: { personId?: string; unit?: 'ward' | 'cell' | 'other'; period?: string; dueOn?: string | null },
  ): Promise<string>
}

export interface AnsweringWorldOptions {
  /** Of an app that runs already; its own by default. */
  database?: TestDatabase
  vault?: Vault
  clock?: () => Date
}

export async function createAnsweringWorld(options: AnsweringWorldOptions = {}): Promise<AnsweringWorld> {
  const database = options.database ?? (await createTestDatabase())
  const vault = options.vault ?? createVault('a secret for tests, long enough')
  let set = new Date('2026-03-02T02:00:00Z')
  const clock = options.clock ?? (() => set)
  let random = 0
  const newId = uuidv7
  const randomBytes = (size: number) => {
    random += 1
    return Buffer.from(Array.from({ length: size }, (_, index) => (random * 7 + index * 3) % 256))
  }
  const work = async <T>(does: (tools: StoreWork) => Promise<T>) => {
    const now = clock()
    return database.db.transaction(async (tx) =>
      does({ tx, vault, now, machineNow: now, newId, randomBytes }),
    )
  }
  const now = clock()

  const treeId = newId()
  const unitIds = { ward: newId(), cell: newId(), other: newId() }
  await work(async ({ tx }) => {
    await tx.insert(trees).values({ id: treeId, code: 'ward', createdAt: now })
    for (const code of ['ward', 'cell', 'other'] as const) {
      await tx.insert(units).values({
        id: unitIds[code],
        treeId,
        code,
        ...(code === 'ward' && { reach: 'members' }),
        createdAt: now,
      })
      await tx.insert(unitVersions).values({
        id: newId(),
        treeId,
        unitId: unitIds[code],
        name: code === 'ward' ? 'Đảng bộ phường Mẫu' : `Chi bộ ${code}`,
        kind: code === 'ward' ? 'committee-commune' : 'cell-street',
        parentId: code === 'ward' ? null : unitIds.ward,
        validFrom: DAY_ONE,
      })
    }
  })
  const personIds: Record<string, string> = {}

  return {
    database,
    treeId,
    unitIds,
    personIds,
    setNow: (next) => {
      set = new Date(next)
    },
    work,
    addPerson: async (name, unit, role) => {
      const id = newId()
      personIds[name] = id
      const span = { treeId, personId: id, unitId: unitIds[unit], validFrom: DAY_ONE }
      await work(async ({ tx }) => {
        await tx
          .insert(people)
          .values({ id, treeId, code: `DV-${name}`, fullName: `Mẫu Thị ${name}`, createdAt: now })
        await tx.insert(memberships).values({ ...span, id: newId() })
        if (role) await tx.insert(posts).values({ ...span, id: newId(), role })
      })
      return id
    },
    addProgramme: async (programme) => {
      const id = newId()
      const obligationIds: Record<string, string> = {}
      await work(async ({ tx }) => {
        const owner = { treeId, code: programme.code, ownerUnitId: unitIds.ward }
        await tx.insert(programmes).values({ ...owner, id, state: 'live', liveFrom: DAY_ONE, createdAt: now })
        const version = { programmeId: id, number: 1, content: programme, digest: 'one' }
        await tx
          .insert(programmeVersions)
          .values({ ...version, id: newId(), importedAt: now, publishedAt: now })
        for (const { code } of programme.obligations) {
          obligationIds[code] = newId()
          await tx.insert(obligations).values({ id: obligationIds[code], treeId, programmeId: id, code })
        }
      })
      return { id, obligationIds }
    },
    addForm: async (programmeId, form) => {
      const id = newId()
      await work(({ tx }) =>
        tx.insert(formVersions).values({
          id,
          programmeId,
          code: form.code,
          number: 1,
          content: form,
          digest: 'one',
          createdAt: now,
        }),
      )
      return id
    },
    owe: async (obligationId, owed) => {
      const id = newId()
      await work(({ tx }) =>
        tx.insert(assignments).values({
          id,
          treeId,
          obligationId,
          period: owed.period ?? '2026',
          personId: owed.personId ?? null,
          unitId: unitIds[owed.unit ?? 'cell'],
          dueOn: owed.dueOn === undefined ? '2026-03-09' : owed.dueOn,
          dueZone: 'Asia/Ho_Chi_Minh',
          duePhrase: 'trước ngày 10/3/2026',
          state: 'open',
          createdAt: now,
        }),
      )
      return id
    },
  }
}
