import type { Choice } from '../channels/channel-adapter.ts'
import type {
  EscalationReminder,
  GroupReminder,
  NamesReminder,
  PasteReminder,
  PersonReminder,
  TaskReminder,
  UnreachedReminder,
} from '../domain/nudge-world.ts'
import type { Obligation } from '../domain/obligation.ts'
import { shortId } from '../domain/short-id.ts'
import { type Day, formatDay, formatShortDay } from '../time.ts'

/** What a reminder is about, in words. */
export interface NudgeSubject {
  title: string
  /** The plan's own words for the deadline. */
  phrase: string
  /** What people type to answer it. */
  command: string
  unitName: string
  /** People may answer it in the group itself. */
  isForGroup: boolean
}

/** Turns what the planner joined into the words of one language. */
export interface NudgeWording {
  subjectOf(reminder: { unitId: string; obligationId: string; period: string; dueOn: Day }): NudgeSubject
  /** As `subjectOf`, with the words of a date that one person was given. */
  taskOf(reminder: TaskReminder): NudgeSubject
  /** Names by person id, in the order of the roster; only of those whom the reader may see. */
  names: ReadonlyMap<string, string>
  t: (key: string, values?: Record<string, string | number>) => string
}

/** When a person asks to be reminded again: what is pressed, and the sentence that it carries. */
const SNOOZES = ['tonight', 'tomorrow', 'three-days', 'later'] as const

/** One message to one person, and the choices under it. */
export function personWords(
  reminders: readonly PersonReminder[],
  batchId: string,
  wording: NudgeWording,
): { text: string; choices?: Choice[][] } {
  const { t } = wording
  const tasks = onceEach(reminders.filter((each) => each.kind === 'task'))
  const parts = [
    headOf(reminders, tasks, t),
    ...tasks.map((task) => taskLines(task, wording)),
    ...(tasks.length > 0 ? [howLine(tasks, wording)] : []),
    ...namesParts(reminders, wording),
    ...escalationParts(reminders, wording),
  ]
  const text = parts.join('\n\n')
  if (tasks.length === 0) return { text }
  const doing = tasks.map((task) => [
    {
      action: `work:open:${shortId(task.assignmentId)}`,
      label:
        tasks.length === 1 ? t('nudge-open') : t('nudge-open-one', { title: wording.taskOf(task).title }),
    },
  ])
  const later = SNOOZES.map((choice) => ({
    action: `snooze:${choice}:${shortId(batchId)}`,
    label: t(`nudge-snooze-${choice}`),
  }))
  return { text, choices: [...doing, later.slice(0, 2), later.slice(2)] }
}

/** A thing that is due and was asked for stands there once. */
function onceEach(tasks: readonly TaskReminder[]): TaskReminder[] {
  return [...new Map(tasks.map((task) => [task.assignmentId, task])).values()]
}

function headOf(
  reminders: readonly PersonReminder[],
  tasks: readonly TaskReminder[],
  t: NudgeWording['t'],
): string {
  const own = tasks.length > 0 ? tasks : reminders.filter((each) => each.kind !== 'escalation')
  if (own.length === 0) return t('nudge-head-units')
  const coming = own.filter(({ daysLeft }) => daysLeft >= 0).sort((a, b) => a.daysLeft - b.daysLeft)
  const first = coming[0] ?? own[0]!
  const values = { due: formatShortDay(first.dueOn), days: first.daysLeft, count: own.length }
  if (tasks.length > 1) return t(coming.length > 0 ? 'nudge-head-many' : 'nudge-head-many-late', values)
  return t(`nudge-head-${first.name}`, values)
}

function taskLines(task: TaskReminder, wording: NudgeWording): string {
  const { title, unitName: unit } = wording.taskOf(task)
  const body = wording.t(`nudge-private-${task.forUnit ? 'unit' : 'own'}`, { title, unit })
  return `${body}\n${whenLine(task, wording.taskOf(task), wording.t)}`
}

function whenLine(
  { name, dueOn }: Pick<TaskReminder, 'name' | 'dueOn'>,
  { phrase }: NudgeSubject,
  t: NudgeWording['t'],
): string {
  const when = name === 'late' ? 'after' : name === 'last-day' ? 'today' : 'before'
  return t(`nudge-when-${when}`, { due: formatShortDay(dueOn), phrase })
}

function howLine(tasks: readonly TaskReminder[], wording: NudgeWording): string {
  const [first] = tasks
  if (tasks.length > 1) return wording.t('nudge-private-how-many')
  return wording.t('nudge-private-how', { command: wording.taskOf(first!).command })
}

/** Whom a secretary still waits for, and whom the reminder did not reach. */
function namesParts(reminders: readonly PersonReminder[], wording: NudgeWording): string[] {
  const { t } = wording
  const lists = reminders.filter((each) => each.kind === 'names')
  const unreached = reminders.filter((each) => each.kind === 'unreached')
  return [
    ...lists.flatMap((each) => [
      unitLines(each, wording),
      [
        t('nudge-secretary-list', { done: each.done, total: each.total, missing: each.missing.length }),
        ...nameLines(each.missing, wording),
      ].join('\n'),
    ]),
    ...unreached.flatMap((each) => [
      ...(lists.some((list) => isSameRound(list, each)) ? [] : [unitLines(each, wording)]),
      [
        t('nudge-secretary-unreached', { count: each.people.length }),
        ...nameLines(each.people, wording),
        t('nudge-secretary-unreached-how'),
      ].join('\n'),
    ]),
    ...(lists.length + unreached.length > 0 ? [t('nudge-secretary-how')] : []),
  ]
}

function isSameRound(a: NamesReminder, b: UnreachedReminder): boolean {
  return a.unitId === b.unitId && a.obligationId === b.obligationId && a.dueOn === b.dueOn
}

function unitLines(reminder: NamesReminder | UnreachedReminder, wording: NudgeWording): string {
  const subject = wording.subjectOf(reminder)
  const { title, unitName: unit } = subject
  return `${wording.t('nudge-private-unit', { title, unit })}\n${whenLine(reminder, subject, wording.t)}`
}

function nameLines(people: readonly string[], { names }: NudgeWording): string[] {
  const wanted = new Set(people)
  return [...names].filter(([personId]) => wanted.has(personId)).map(([, name]) => `- ${name}`)
}

/** Units that are late, by counts. */
function escalationParts(reminders: readonly PersonReminder[], wording: NudgeWording): string[] {
  const { t } = wording
  const units = reminders.filter((each) => each.kind === 'escalation')
  if (units.length === 0) return []
  const line = (each: EscalationReminder) => {
    const { title, unitName: unit } = wording.subjectOf(each)
    const due = formatShortDay(each.dueOn)
    const { missing, total } = each
    const words = t(`nudge-units-${each.subject}`, { unit, title, due, missing, total })
    return [`• ${words}`, ...nameLines(each.names, wording)].join('\n')
  }
  return [[t('nudge-units-list'), ...units.map(line)].join('\n'), t('nudge-units-how')]
}

/** What a group reads, or what a secretary pastes there. `isShared`: of several units, so each is named. */
export function groupWords(
  reminders: readonly (GroupReminder | PasteReminder)[],
  wording: NudgeWording,
  isShared = false,
): string {
  return reminders.map((each) => groupPart(each, wording, isShared)).join('\n\n')
}

function groupPart(
  reminder: GroupReminder | PasteReminder,
  { subjectOf, t }: NudgeWording,
  isShared: boolean,
): string {
  const { title: plain, phrase, command, unitName: unit } = subjectOf(reminder)
  const title = isShared && reminder.subject !== 'unit' ? `${plain} – ${unit}` : plain
  const when = t('nudge-group-when', { stage: reminder.name, phrase, due: formatDay(reminder.dueOn) })
  const values = { title, command, when }
  if (reminder.subject === 'unit') return t('nudge-group-unit', { ...values, unit })
  if (reminder.counts.kind === 'no-counts') return t('nudge-group-plain', values)
  const { done, total, missing } = reminder.counts
  return t('nudge-group-counts', { ...values, done, total, missing })
}

/** What people type to answer an obligation. */
export function commandOf({ kind }: Obligation): string {
  if (kind === 'pledge') return '/dangky'
  return kind === 'session-report' ? '/baocao' : '/viec'
}
