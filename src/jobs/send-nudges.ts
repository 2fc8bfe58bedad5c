import type { Tools } from '../commands/command.ts'
import { mayAnswerInGroup } from '../domain/answers-in-group.ts'
import { wordsOf } from '../domain/form-definition.ts'
import { dueWindow, isAnyStageDue, type NudgeOffsets } from '../domain/nudge-stage.ts'
import type { Obligation } from '../domain/obligation.ts'
import { titleWithPeriod } from '../domain/period-words.ts'
import type { Programme } from '../domain/programme.ts'
import { type Nudge, type NudgeUnit, type OwedThing, planNudges } from '../domain/plan-nudges.ts'
import { rankFilers, rankReaders } from '../domain/unit-speakers.ts'
import type { SayTarget } from '../outbox/say.ts'
import { listAway } from '../store/absences.ts'
import { type LiveProgramme, listLiveProgrammes } from '../store/live-programmes.ts'
import { type DueDay, listDueDays, listOwedOn, type OwedRow } from '../store/owed-things.ts'
import { listConsents, listGroups, listRecipients } from '../store/recipients.ts'
import { listNames, listUnitStaff } from '../store/unit-staff.ts'
import { listSuccessors } from '../store/unit-changes.ts'
import { listUnits } from '../store/units.ts'
import { dayOf } from '../time.ts'
import { nudgeWords } from './nudge-words.ts'
import { pasterOf } from './paster.ts'
import { type PlannedMessage, withoutSaid } from './planned-message.ts'

/** An obligation with the offsets that hold for it. */
interface Nudged {
  obligation: Obligation
  /** People may answer it in the group itself. */
  isForGroup: boolean
  offsets: NudgeOffsets
}

/**
 * The nudges of one tree that are due at `tools.now` and were not said yet: the group hears counts, the
 * person what they owe, the secretary the names of their own unit. People are looked up only on days on
 * which something can be due.
 */
export async function planNudgeMessages(tools: Tools, treeId: string): Promise<PlannedMessage[]> {
  const { tx, now } = tools
  const today = dayOf(now)
  const programmes = await listLiveProgrammes(tx, treeId, today)
  const nudged = nudgedOf(programmes)
  const days = await listDueDays(
    tx,
    programmes.map(({ id }) => id),
    dueWindow(
      [...nudged.values()].map(({ offsets }) => offsets),
      today,
    ),
  )
  const found = new Map<string, Nudged>()
  const due = days.filter((day) => {
    const one = nudged.get(keyOf(day))
    if (one) found.set(day.obligationId, one)
    return one && isAnyStageDue(one.offsets, day, day.dueZone, now)
  })
  if (due.length === 0) return []

  // What was done in a unit before it was merged counts in the one in which it goes on.
  const successors = await listSuccessors(tx, today)
  const rows = (await listOwedOn(tx, due)).map((row) => ({
    ...row,
    unitId: successors.get(row.unitId) ?? row.unitId,
  }))
  const away = await listAway(tx, treeId, today)
  const recipients = await listRecipients(tx, treeId)
  const groups = await listGroups(tx, treeId)
  const present = new Map([...recipients].filter(([personId]) => !away.has(personId)))
  const plan = planNudges(
    {
      // Whoever is away is neither reminded nor missed; what they filed counts.
      things: rows
        .filter(({ state, personId }) => state === 'done' || personId === null || !away.has(personId))
        .flatMap((row) => toThing(row, found.get(row.obligationId))),
      units: await listNudgeUnits(tools, treeId, groups, present),
      reachable: new Set(present.keys()),
      refusing: await listRefusing(tools, treeId),
    },
    now,
  )
  const fresh = await withoutSaid(tools, plan, ({ key }) => key)
  const describe = await createDescriber(tools, treeId, fresh, rows)
  const groupTargets = new Map([...groups.values()].flat().map((to) => [groupKey(to), to]))
  return fresh.flatMap((nudge) => {
    const to = nudge.to === 'group' ? groupTargets.get(nudge.groupId) : recipients.get(nudge.personId)
    const one = found.get(nudge.obligationId)
    return to && one ? [messageOf(tools, treeId, nudge, to, describe(nudge, to, one))] : []
  })
}

function nudgedOf(programmes: readonly LiveProgramme[]): Map<string, Nudged> {
  return new Map(
    programmes.flatMap(({ id, content }) =>
      content.obligations
        .filter((obligation) => !obligation.ongoing)
        .map((obligation) => [
          keyOf({ programmeId: id, obligationCode: obligation.code }),
          {
            obligation,
            isForGroup: isForGroup(content, obligation),
            offsets: obligation.nudges ?? content.nudges,
          },
        ]),
    ),
  )
}

/** True where every form in which somebody may be asked is open. */
function isForGroup({ forms }: Programme, obligation: Obligation): boolean {
  const codes = [obligation.form, ...obligation.form_for.map(({ form }) => form)]
  const asked = forms.filter(({ code }) => codes.includes(code))
  return asked.length > 0 && asked.every((form) => mayAnswerInGroup(obligation, form))
}

function keyOf({ programmeId, obligationCode }: Pick<DueDay, 'programmeId' | 'obligationCode'>): string {
  return `${programmeId}:${obligationCode}`
}

function toThing({ state, ...row }: OwedRow, nudged: Nudged | undefined): OwedThing[] {
  return nudged ? [{ ...row, done: state === 'done', offsets: nudged.offsets }] : []
}

async function listNudgeUnits(
  tools: Tools,
  treeId: string,
  groups: ReadonlyMap<string, SayTarget[]>,
  recipients: ReadonlyMap<string, SayTarget>,
): Promise<NudgeUnit[]> {
  const { tx, now } = tools
  const units = await listUnits(tx, treeId, dayOf(now))
  const staff = await listUnitStaff(tx, treeId, dayOf(now))
  return units.map(({ id, zone }) => {
    const { members, posts } = staff.get(id) ?? { members: 0, posts: [] }
    return {
      id,
      zone,
      members,
      groups: (groups.get(id) ?? []).map(groupKey),
      paster: pasterOf(tools, posts, recipients)?.personId ?? null,
      filers: rankFilers(posts),
      readers: rankReaders(posts),
    }
  })
}

async function listRefusing({ tx }: Tools, treeId: string): Promise<Set<string>> {
  const decisions = await listConsents(tx, treeId, 'messages')
  return new Set(
    [...decisions]
      .filter(([, decision]) => decision === 'refused' || decision === 'withdrawn')
      .map(([personId]) => personId),
  )
}

/** Gives the words of a nudge; names are looked up for those who may see them, and only then. */
async function createDescriber(
  tools: Tools,
  treeId: string,
  nudges: readonly Nudge[],
  rows: readonly OwedRow[],
) {
  const missing = nudges.flatMap((nudge) => (nudge.to === 'secretary' ? nudge.missing : []))
  const names = await listNames(tools.tx, missing)
  const units = nudges.length > 0 ? await listUnits(tools.tx, treeId, dayOf(tools.now)) : []
  const unitNames = new Map(units.map((unit) => [unit.id, unit.name]))
  // Whoever was given more time has words of their own; what the round says is the plan's.
  const phrases = new Map([
    ...rows.map((row) => [phraseKey(row), row.duePhrase] as const).reverse(),
    ...rows.map((row) => [row.assignmentId, row.duePhrase] as const),
  ])
  return (nudge: Nudge, { locale }: SayTarget, { obligation, isForGroup: isOpen }: Nudged) => {
    const t = (key: string, values?: Record<string, string | number>) => tools.t(locale, key, values)
    const subject = {
      title: titleWithPeriod(wordsOf(obligation.title, locale), nudge.period, t),
      phrase: phrases.get(nudge.to === 'person' ? nudge.assignmentId : phraseKey(nudge)) ?? '',
      command: commandOf(obligation),
      unitName: unitNames.get(nudge.unitId) ?? '',
      names,
      isForGroup: isOpen,
    }
    return nudgeWords(nudge, subject, t)
  }
}

function phraseKey(of: { obligationId: string; period: string; dueOn: string | null }): string {
  return `${of.obligationId}:${of.period}:${of.dueOn}`
}

function messageOf(
  tools: Tools,
  treeId: string,
  nudge: Nudge,
  to: SayTarget,
  { text, choices }: ReturnType<typeof nudgeWords>,
): PlannedMessage {
  return {
    request: {
      to,
      words: { text },
      ...(choices && { choices }),
      ...(nudge.to === 'group' && {
        openPrivate: { label: tools.t(to.locale, 'nudge-open'), payload: 'viec' },
      }),
      class: 'scheduled',
      topic: 'nudge',
      uniqueKey: nudge.key,
      assignmentId: nudge.to === 'secretary' ? null : nudge.assignmentId,
      staleAt: new Date(tools.machineNow.getTime() + nudge.until.getTime() - tools.now.getTime()),
    },
    ...(nudge.to === 'secretary' && {
      audit: {
        treeId,
        actorPersonId: nudge.personId,
        actorRole: 'secretary',
        action: 'see-owing-names',
        aboutUnitId: nudge.unitId,
        details: { count: nudge.missing.length },
      },
    }),
  }
}

function groupKey({ chatId, threadId }: SayTarget): string {
  return threadId ? `${chatId}/${threadId}` : chatId
}

function commandOf({ kind }: Obligation): string {
  if (kind === 'pledge') return '/dangky'
  return kind === 'session-report' ? '/baocao' : '/viec'
}
