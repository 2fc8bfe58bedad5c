import { and, eq } from 'drizzle-orm'
import { mergeFulfilments } from '../domain/fulfilments.ts'
import { listWanted, type WantedAssignment } from '../domain/wanted-assignments.ts'
import { dayOf } from '../time.ts'
import type { StoreTools } from './audit.ts'
import { listBindingProgrammes, type BindingRow } from './binding-programmes.ts'
import { findPersonView } from './people.ts'
import { lockAssignments } from './programmes.ts'
import { assignmentChanges, assignments } from './schema/index.ts'
import { listUnits } from './units.ts'

/** Something that a person does not owe but may take on now. */
export interface VolunteerOffer {
  programmeId: string
  obligationId: string
  terms: WantedAssignment
}

/** What a person may take on in live programmes today: open, not past its day, and not theirs yet. */
export async function listVolunteerOffers(
  { tx, now }: Pick<StoreTools, 'tx' | 'now'>,
  person: { id: string; treeId: string },
): Promise<VolunteerOffer[]> {
  const today = dayOf(now)
  const bindings = (await listBindingProgrammes(tx, person.treeId)).filter(
    ({ liveFrom }) => liveFrom !== null && liveFrom <= today,
  )
  const view = bindings.length === 0 ? null : await findPersonView(tx, person.id, today)
  if (!view) return []
  const units = (await listUnits(tx, person.treeId, today)).map((unit) => ({ ...unit, since: today }))
  const wanted = mergeFulfilments(
    bindings.flatMap((binding) => listWanted(binding, units, [{ ...view, joinedOn: today }], today)),
    bindings.map(({ programme }) => programme),
  )
  const theirs = await tx.select().from(assignments).where(eq(assignments.personId, person.id))
  return wanted.flatMap((terms) => {
    const { owed, personId, opensOn, dueOn, period } = terms
    const isOpen = opensOn <= today && (dueOn === null || dueOn >= today)
    const ids = idsOf(terms, bindings)
    if (owed || personId === null || !isOpen || !ids) return []
    const taken = theirs.some(
      (row) => row.obligationId === ids.obligationId && row.period === period && row.state !== 'withdrawn',
    )
    return taken ? [] : [{ ...ids, terms }]
  })
}

function idsOf({ programme, obligation }: WantedAssignment, bindings: readonly BindingRow[]) {
  const binding = bindings.find((each) => each.programme.code === programme)
  const obligationId = binding?.obligationIds.get(obligation)
  return binding && obligationId ? { programmeId: binding.id, obligationId } : null
}

/** Takes an offer on: the person's own assignment, marked voluntary. Null when it is no longer offered. */
export async function takeOnAssignment(
  tools: StoreTools,
  person: { id: string; treeId: string; code: string },
  offered: { obligationId: string; period: string },
): Promise<string | null> {
  const { tx, now } = tools
  await lockAssignments(tx, person.treeId)
  const offer = (await listVolunteerOffers(tools, person)).find(
    ({ obligationId, terms }) => obligationId === offered.obligationId && terms.period === offered.period,
  )
  if (!offer) return null
  const { obligationId, terms } = offer
  const { period, unitId, dueOn, dueZone, duePhrase, opensOn, beforeBot } = terms
  const values = { unitId, dueOn, dueZone, duePhrase, opensOn, beforeBot, state: 'open', voluntary: true }
  const [withdrawn] = await tx
    .update(assignments)
    .set(values)
    .where(
      and(
        eq(assignments.obligationId, obligationId),
        eq(assignments.period, period),
        eq(assignments.personId, person.id),
      ),
    )
    .returning({ id: assignments.id })
  const id = withdrawn?.id ?? tools.newId()
  if (!withdrawn) {
    const subject = { treeId: person.treeId, obligationId, period, personId: person.id }
    await tx.insert(assignments).values({ id, ...subject, ...values, createdAt: now })
  }
  const change = { assignmentId: id, kind: 'volunteered', toDueOn: dueOn, by: person.code, at: now }
  await tx.insert(assignmentChanges).values({ id: tools.newId(), ...change })
  return id
}
