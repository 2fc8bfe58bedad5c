import { createHash } from 'node:crypto'
import type { Tools } from '../commands/command.ts'
import { wordsOf } from '../domain/form-definition.ts'
import type { GroupReminder, NudgeMessage, NudgePlan, Reminder, TaskReminder } from '../domain/nudge-world.ts'
import { titleWithPeriod } from '../domain/period-words.ts'
import { decideNudges, keysOf } from '../domain/plan-nudges.ts'
import { proposeNudges } from '../domain/propose-nudges.ts'
import type { SayTarget } from '../outbox/say.ts'
import type { AuditEntry } from '../store/audit.ts'
import { findLivingPosts, listSaidReminders } from '../store/reminders.ts'
import { listNames } from '../store/unit-staff.ts'
import { type Day, machineTimeOf } from '../time.ts'
import { askForTotals } from './ask-for-totals.ts'
import { type LoadedNudges, loadNudgeWorld } from './load-nudge-world.ts'
import { commandOf, groupWords, type NudgeSubject, type NudgeWording, personWords } from './nudge-words.ts'
import type { Planned, PlannedMessage } from './planned-message.ts'

/** A post is changed again at the earliest after this; the platforms let few changes through. */
const EDIT_PAUSE_MS = 2 * 60_000

/**
 * The nudges of one tree that are due at `tools.now` and were not said yet: groups hear counts, each person
 * what they owe in one message, the secretary the names of their own unit, those above late units by
 * counts. People are looked up only on days on which something can be due.
 */
export async function planNudgeMessages(tools: Tools, treeId: string): Promise<Planned> {
  const decided = await decideReminders(tools, treeId)
  if (!decided) return { messages: [], held: [] }
  const { loaded, said, plan } = decided
  const describe = await createDescriber(tools, loaded, plan.messages)
  const messages = plan.messages.flatMap((message) => toPlanned(tools, treeId, loaded, message, describe))
  const living = await changedPosts(tools, treeId, loaded, plan.livingPosts, said, describe)
  const totals = await askForTotals(tools, treeId, loaded, describe)
  return { messages: [...messages, ...living, ...totals], held: plan.held }
}

/** What is decided before it has words: whom to remind of what, in which message. Null: nothing can be due. */
export interface DecidedReminders {
  loaded: LoadedNudges
  /** Reminders that were said before, with the message that carries each. */
  said: ReadonlyMap<string, string>
  plan: NudgePlan
}

/** The first half of `planNudgeMessages`. */
export async function decideReminders(tools: Tools, treeId: string): Promise<DecidedReminders | null> {
  const loaded = await loadNudgeWorld(tools, treeId)
  if (!loaded) return null
  const proposals = proposeNudges(loaded.world, tools.now)
  const said = await listSaidReminders(tools.tx, keysOf(proposals))
  return { loaded, said, plan: decideNudges(proposals, loaded.world, new Set(said.keys())) }
}

type Describe = (locale: 'vi' | 'en') => NudgeWording

function toPlanned(
  tools: Tools,
  treeId: string,
  loaded: LoadedNudges,
  message: NudgeMessage,
  describe: Describe,
): PlannedMessage[] {
  const { recipients, groups } = loaded
  const to = message.to === 'group' ? groups.get(message.groupId) : recipients.get(message.personId)
  if (!to) return []
  const batchId = tools.newId()
  const wording = describe(to.locale)
  const base = {
    to,
    class: 'scheduled' as const,
    uniqueKey: `nudge:${batchId}`,
    staleAt: machineTimeOf(message.until, tools),
  }
  const reminders = { treeId, batchId, rows: message.reminders.map(toRow) }
  if (message.to === 'group') {
    const text = groupText(message.reminders, wording, isShared(loaded, message.groupId))
    return [
      {
        request: { ...base, words: { text }, topic: 'nudge', ...openPrivate(tools, to) },
        reminders,
        ...(message.living && { living: { outboxId: null, digest: digestOf(text) } }),
      },
    ]
  }
  if (message.to === 'paste') {
    const text = `${wording.t('paste-head')}\n${groupWords(message.reminders, wording)}`
    return [{ request: { ...base, words: { text }, topic: 'paste' }, reminders }]
  }
  const { text, choices } = personWords(message.reminders, batchId, wording)
  return [
    {
      request: {
        ...base,
        words: { text },
        ...(choices && { choices }),
        // What somebody asked for is no part of their week's number.
        topic: message.asked ? 'snooze' : 'nudge',
      },
      reminders,
      audit: auditOf(treeId, message),
    },
  ]
}

/** People may answer in the group itself where the programme opens every form that the post is about. */
function groupText(reminders: readonly GroupReminder[], wording: NudgeWording, isOfSeveral: boolean): string {
  const text = groupWords(reminders, wording, isOfSeveral)
  const isOpen = reminders.every((each) => wording.subjectOf(each).isForGroup)
  return isOpen ? `${text}\n${wording.t('here-invite')}` : text
}

/** A group of several units must be told which is meant. */
function isShared({ world }: LoadedNudges, groupId: string): boolean {
  return world.units.filter(({ groups }) => groups.some(({ id }) => id === groupId)).length > 1
}

function openPrivate(tools: Tools, to: SayTarget) {
  return { openPrivate: { label: tools.t(to.locale, 'nudge-open'), payload: 'viec' } }
}

function toRow(reminder: Reminder) {
  const isTold = reminder.kind === 'group' || reminder.kind === 'paste'
  return {
    key: reminder.key,
    personId: reminder.kind === 'group' ? null : reminder.personId,
    assignmentId: reminder.kind === 'task' || isTold ? reminder.assignmentId : null,
  }
}

/** Posts that stand in groups and no longer say what is true: they are changed, silently. */
async function changedPosts(
  tools: Tools,
  treeId: string,
  loaded: LoadedNudges,
  posts: readonly (NudgeMessage & { to: 'group' })[],
  said: ReadonlyMap<string, string>,
  describe: Describe,
): Promise<PlannedMessage[]> {
  const rootOf = (post: NudgeMessage) => post.reminders.map(({ key }) => said.get(key)).find(Boolean)
  const standing = await findLivingPosts(
    tools.tx,
    posts.flatMap((post) => rootOf(post) ?? []),
  )
  return posts.flatMap((post): PlannedMessage[] => {
    const outboxId = rootOf(post)
    const shown = outboxId === undefined ? undefined : standing.get(outboxId)
    const to = loaded.groups.get(post.groupId)
    if (outboxId === undefined || !shown || !to) return []
    const text = groupText(post.reminders, describe(to.locale), isShared(loaded, post.groupId))
    const digest = digestOf(text)
    if (digest === shown.digest) return []
    const batchId = tools.newId()
    const earliest = Math.max(tools.machineNow.getTime(), shown.changedAt.getTime() + EDIT_PAUSE_MS)
    return [
      {
        request: {
          to,
          words: { text },
          class: 'scheduled',
          topic: 'nudge',
          uniqueKey: `living:${batchId}`,
          replace: outboxId,
          dueAt: new Date(earliest),
          staleAt: machineTimeOf(post.until, tools),
          ...openPrivate(tools, to),
        },
        reminders: {
          treeId,
          batchId,
          rows: post.reminders.filter(({ key }) => !said.has(key)).map(toRow),
        },
        living: { outboxId, digest },
      },
    ]
  })
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}

/** Names are read by those who may see them, and that is on record. */
function auditOf(treeId: string, message: NudgeMessage & { to: 'person' }): AuditEntry[] {
  return message.reminders.flatMap((each): AuditEntry[] => {
    const people =
      each.kind === 'names'
        ? each.missing
        : each.kind === 'unreached'
          ? each.people
          : each.kind === 'escalation'
            ? each.names
            : []
    if (people.length === 0) return []
    return [
      {
        treeId,
        actorPersonId: message.personId,
        actorRole: each.kind === 'escalation' ? 'leader' : 'secretary',
        action: 'see-owing-names',
        aboutUnitId: each.unitId,
        details: { count: people.length },
      },
    ]
  })
}

/** Gives the words of a language; names are looked up for those who may see them, and only then. */
async function createDescriber(
  tools: Tools,
  { rows, nudged, units }: LoadedNudges,
  messages: readonly NudgeMessage[],
): Promise<Describe> {
  const reminders = messages.flatMap((message): readonly Reminder[] => message.reminders)
  const named = reminders.flatMap((each) => {
    if (each.kind === 'names') return each.missing
    if (each.kind === 'unreached') return each.people
    return each.kind === 'escalation' ? each.names : []
  })
  const names = await listNames(tools.tx, named)
  const unitNames = new Map(units.map((unit) => [unit.id, unit.name]))
  // Whoever was given more time has words of their own; what the round says is the plan's.
  const phrases = new Map([
    ...rows.map((row) => [phraseKey(row), row.duePhrase] as const).reverse(),
    ...rows.map((row) => [row.assignmentId, row.duePhrase] as const),
  ])
  const known = new Map<string, NudgeWording>()
  return (locale) => {
    const wording = known.get(locale) ?? wordingOf(tools, locale, { names, unitNames, phrases, nudged })
    known.set(locale, wording)
    return wording
  }
}

function wordingOf(
  tools: Tools,
  locale: 'vi' | 'en',
  {
    names,
    unitNames,
    phrases,
    nudged,
  }: Pick<LoadedNudges, 'nudged'> & Record<'names' | 'unitNames' | 'phrases', ReadonlyMap<string, string>>,
): NudgeWording {
  const t = (key: string, values?: Record<string, string | number>) => tools.t(locale, key, values)
  const subject = (
    { obligationId, period, unitId }: { obligationId: string; period: string; unitId: string },
    phrase: string | undefined,
  ): NudgeSubject => {
    const obligation = nudged.get(obligationId)?.obligation
    return {
      title: obligation ? titleWithPeriod(wordsOf(obligation.title, locale), period, t) : '',
      phrase: phrase ?? '',
      command: obligation ? commandOf(obligation) : '/viec',
      unitName: unitNames.get(unitId) ?? '',
      isForGroup: nudged.get(obligationId)?.isForGroup ?? false,
    }
  }
  return {
    subjectOf: (reminder) => subject(reminder, phrases.get(phraseKey(reminder))),
    taskOf: (task: TaskReminder) => subject(task, phrases.get(task.assignmentId)),
    names,
    t,
  }
}

function phraseKey(of: { obligationId: string; period: string; dueOn: Day | null }): string {
  return `${of.obligationId}:${of.period}:${of.dueOn}`
}
