import type { Tools } from '../commands/command.ts'
import { wordsOf } from '../domain/form-definition.ts'
import type { Obligation } from '../domain/obligation.ts'
import type { PersonView } from '../domain/person.ts'
import { titleWithPeriod } from '../domain/period-words.ts'
import { type Nudge, type NudgeUnit, type OwedThing, planNudges } from '../domain/plan-nudges.ts'
import { unitSpeakers } from '../domain/unit-speakers.ts'
import type { SayTarget } from '../outbox/say.ts'
import { recordAudit } from '../store/audit.ts'
import { type LiveProgramme, listLiveProgrammes } from '../store/live-programmes.ts'
import { listOwed, type OwedRow } from '../store/owed-things.ts'
import { listConsents, listGroups, listRecipients } from '../store/recipients.ts'
import { listTreePeople } from '../store/tree-people.ts'
import { listUnits } from '../store/units.ts'
import { dayOf } from '../time.ts'
import { nudgeWords } from './nudge-words.ts'

/**
 * Queues the nudges of one tree that are due at `tools.now`: the group hears counts, the person what they
 * owe, the secretary the names of their own unit. The key of a nudge is said once, ever. Returns how many
 * messages were queued.
 */
export async function sendNudges(tools: Tools, treeId: string): Promise<number> {
  const { tx, now } = tools
  const programmes = await listLiveProgrammes(tx, treeId)
  if (programmes.length === 0) return 0
  const rows = await listOwed(
    tx,
    programmes.map(({ id }) => id),
  )
  const units = await listUnits(tx, treeId, dayOf(now))
  const people = await listTreePeople(tx, treeId, dayOf(now))
  const recipients = await listRecipients(tx, treeId)
  const groups = await listGroups(tx, treeId)
  const decisions = await listConsents(tx, treeId, 'messages')
  const obligations = obligationsOf(programmes, rows)

  const plan = planNudges(
    {
      things: rows.flatMap((row) => toThing(row, obligations.get(row.obligationId))),
      units: units.map((unit) => toNudgeUnit(unit, people, groups)),
      reachable: new Set(recipients.keys()),
      refusing: new Set(
        [...decisions].filter(([, said]) => said !== 'granted').map(([personId]) => personId),
      ),
    },
    now,
  )

  const names = new Map(people.map((person) => [person.id, person.fullName]))
  const unitNames = new Map(units.map((unit) => [unit.id, unit.name]))
  const groupTargets = new Map([...groups.values()].flat().map((target) => [groupKey(target), target]))
  const phrases = new Map(
    rows.map((row) => [`${row.obligationId}:${row.period}:${row.dueOn}`, row.duePhrase]),
  )
  let queued = 0
  for (const nudge of plan) {
    const to = nudge.to === 'group' ? groupTargets.get(nudge.groupId) : recipients.get(nudge.personId)
    const found = obligations.get(nudge.obligationId)
    if (!to || !found) continue
    const words = nudgeWords(
      nudge,
      {
        title: titleWithPeriod(wordsOf(found.obligation.title, to.locale), nudge.period, (key, values) =>
          tools.t(to.locale, key, values),
        ),
        phrase: phrases.get(`${nudge.obligationId}:${nudge.period}:${nudge.dueOn}`) ?? '',
        command: commandOf(found.obligation),
        unitName: unitNames.get(nudge.unitId) ?? '',
        names,
      },
      to.locale,
      tools.t,
    )
    const said = await tools.say({
      to,
      words: { text: words.text },
      ...(words.choices && { choices: words.choices }),
      ...(nudge.to === 'group' && {
        openPrivate: { label: tools.t(to.locale, 'nudge-open'), payload: 'viec' },
      }),
      class: 'scheduled',
      topic: 'nudge',
      uniqueKey: nudge.key,
      assignmentId: nudge.to === 'secretary' ? null : nudge.assignmentId,
      staleAt: new Date(tools.machineNow.getTime() + (nudge.until.getTime() - now.getTime())),
    })
    if (!said) continue
    queued += 1
    if (nudge.to === 'secretary') await recordNamesShown(tools, treeId, nudge)
  }
  return queued
}

interface FoundObligation {
  programme: LiveProgramme
  obligation: Obligation
}

function obligationsOf(programmes: LiveProgramme[], rows: OwedRow[]): Map<string, FoundObligation> {
  const byId = new Map(programmes.map((programme) => [programme.id, programme]))
  const found = new Map<string, FoundObligation>()
  for (const { obligationId, obligationCode, programmeId } of rows) {
    const programme = byId.get(programmeId)
    const obligation = programme?.content.obligations.find(({ code }) => code === obligationCode)
    if (programme && obligation) found.set(obligationId, { programme, obligation })
  }
  return found
}

function toThing(row: OwedRow, found: FoundObligation | undefined): OwedThing[] {
  if (!found || found.obligation.ongoing) return []
  const { state, ...rest } = row
  return [
    { ...rest, done: state === 'done', offsets: found.obligation.nudges ?? found.programme.content.nudges },
  ]
}

function toNudgeUnit(
  { id, zone }: { id: string; zone: string },
  people: readonly PersonView[],
  groups: ReadonlyMap<string, SayTarget[]>,
): NudgeUnit {
  return {
    id,
    zone,
    members: people.filter((person) => person.memberships.some((membership) => membership.unitId === id))
      .length,
    groups: (groups.get(id) ?? []).map(groupKey),
    secretaries: unitSpeakers(id, people),
  }
}

function groupKey(target: SayTarget): string {
  return target.threadId ? `${target.chatId}/${target.threadId}` : target.chatId
}

function commandOf(obligation: Obligation): string {
  if (obligation.kind === 'pledge') return '/dangky'
  return obligation.kind === 'session-report' ? '/baocao' : '/viec'
}

async function recordNamesShown(tools: Tools, treeId: string, nudge: Extract<Nudge, { to: 'secretary' }>) {
  await recordAudit(tools, {
    treeId,
    actorPersonId: nudge.personId,
    actorRole: 'secretary',
    action: 'see-owing-names',
    aboutUnitId: nudge.unitId,
    details: { count: nudge.missing.length },
  })
}
