import type { Tools } from '../commands/command.ts'
import { decideAccess } from '../domain/access.ts'
import type { CallNote } from '../domain/describe-weekly.ts'
import { likelyCause, type UnitSigns } from '../domain/likely-cause.ts'
import type { PersonView, UnitView } from '../domain/person.ts'
import { type CountsByUnit, isLate } from '../domain/plan-digest.ts'
import { ancestorsIn } from '../domain/unit-tree.ts'
import type { AuditEntry } from '../store/audit.ts'
import { listStoppedDrafts, type StoppedDraft } from '../store/stopped-drafts.ts'
import { listReachSigns } from '../store/unit-signs.ts'
import { listWorkPhones, type WorkPhone } from '../store/work-phones.ts'
import type { Day } from '../time.ts'

/** Gives each reader what may be known of the units that may need a call, with the record of it. */
export interface CallBook {
  notesFor(
    reader: PersonView,
    unitIds: readonly string[],
  ): {
    notes: Map<string, CallNote>
    audits: AuditEntry[]
  }
}

/** Looks up causes and telephones of these units once, however many readers there are. */
export async function openCallBook(
  { tx, vault, machineNow }: Pick<Tools, 'tx' | 'vault' | 'machineNow'>,
  unitIds: readonly string[],
  world: { units: readonly UnitView[]; counts: CountsByUnit; today: Day },
): Promise<CallBook> {
  const { units, counts, today } = world
  const signs = await listReachSigns(tx, unitIds, { day: today, machineNow })
  const drafts = await listStoppedDrafts(tx, vault, unitIds)
  const phones = await listWorkPhones(tx, vault, unitIds, today)
  const late = new Map<string, StoppedDraft[]>()
  for (const draft of drafts)
    if (draft.dueOn < today) late.set(draft.unitId, [...(late.get(draft.unitId) ?? []), draft])
  const causes = new Map(
    unitIds.map((unitId) => {
      const reach = signs.get(unitId) ?? { joined: 0, failing: 0, staffFailing: 0, hasWord: false }
      const stopped = whereMostWait(late.get(unitId) ?? [])
      return [unitId, likelyCause({ ...reach, stopped, ...lateCounts(unitId, counts, today) })] as const
    }),
  )
  return {
    notesFor: (reader, wanted) => {
      const notes = new Map<string, CallNote>()
      const audits: AuditEntry[] = []
      for (const unitId of wanted) {
        const cause = causes.get(unitId)
        if (!cause) continue
        const told = phoneFor(reader, unitId, phones.get(unitId), units)
        if (told) audits.push(told.audit)
        notes.set(unitId, { cause, phone: told?.phone ?? null })
      }
      return { notes, audits }
    },
  }
}

function phoneFor(
  reader: PersonView,
  unitId: string,
  phone: WorkPhone | undefined,
  units: readonly UnitView[],
): { phone: CallNote['phone']; audit: AuditEntry } | null {
  if (!phone || phone.personId === reader.id) return null
  const line = { unitId, ancestors: ancestorsIn(unitId, units) }
  const decision = decideAccess(reader, 'see-work-phone', { treeId: reader.treeId, units: [line] })
  if (!decision.allowed) return null
  return {
    phone: { role: phone.role, number: phone.phone },
    audit: {
      treeId: reader.treeId,
      actorPersonId: reader.id,
      actorRole: decision.role,
      action: 'see-work-phone',
      aboutPersonId: phone.personId,
      aboutUnitId: unitId,
    },
  }
}

/** What the unit itself owes goes before what its members owe: it is what a call is about. */
function whereMostWait(drafts: readonly StoppedDraft[]): UnitSigns['stopped'] {
  const ofUnit = drafts.filter(({ isOfUnit }) => isOfUnit)
  const asked = ofUnit.length > 0 ? ofUnit : drafts
  const counts = new Map<number | null, number>()
  for (const { question } of asked) counts.set(question, (counts.get(question) ?? 0) + 1)
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  return most ? { question: most[0] } : null
}

function lateCounts(unitId: string, counts: CountsByUnit, today: Day): { done: number; total: number } {
  const late = (counts.get(unitId) ?? []).filter((thing) => isLate(thing, today))
  return {
    done: late.reduce((sum, { done }) => sum + done, 0),
    total: late.reduce((sum, { total }) => sum + total, 0),
  }
}
