import { kindFits, type AudienceRule } from './audience-rule.ts'
import type { Obligation } from './obligation.ts'
import { programmeSpan, type Programme } from './programme.ts'
import { listRounds, type Round } from './rounds.ts'

/** What is wrong with a programme, and where: keys and indexes from the root of the file. */
export interface ProgrammeProblem {
  path: (string | number)[]
  message: string
}

/** What a schema cannot see: names that refer to nothing, dates that cannot be read, rounds without sense. */
export function checkProgramme(programme: Programme): ProgrammeProblem[] {
  const problems: ProgrammeProblem[] = []
  const say = (path: (string | number)[], message: string) => problems.push({ path, message })

  if ((programme.year === undefined) === (programme.term === undefined))
    say(['code'], 'give either "year" or "term"')
  const { from, to } = programmeSpan(programme)
  if (to < from) say(['term', 'to'], 'the term ends before it begins')

  sayDuplicates(programme.obligations, ['obligations'], say)
  sayDuplicates(programme.positions, ['positions'], say)
  sayDuplicates(programme.forms, ['forms'], say)
  sayDuplicates(programme.receiving_bodies, ['receiving_bodies'], say)
  checkTopics(programme, say)

  const rules: [AudienceRule, (string | number)[], 'person' | 'unit'][] = [
    [programme.key_leaders, ['key_leaders'], 'person'],
    ...programme.receiving_bodies.map(
      (body, at) => [body.members, ['receiving_bodies', at, 'members'], 'person'] as (typeof rules)[0],
    ),
  ]
  for (const [at, obligation] of programme.obligations.entries()) {
    const path = ['obligations', at]
    rules.push([obligation.audience, [...path, 'audience'], obligation.subject])
    if (obligation.may_volunteer)
      rules.push([obligation.may_volunteer, [...path, 'may_volunteer'], obligation.subject])
    if (obligation.answer_in_group && (obligation.visibility !== 'cell' || obligation.subject !== 'person'))
      say([...path, 'answer_in_group'], 'wants "visibility: cell" and "subject: person"')
    checkRoute(programme, obligation, path, say)
    for (const [index, exception] of (obligation.route?.except ?? []).entries())
      rules.push([exception.who, [...path, 'route', 'except', index, 'who'], 'person'])
    if (obligation.route?.copy)
      rules.push([obligation.route.copy.who, [...path, 'route', 'copy', 'who'], 'person'])
    for (const [index, { who, form }] of obligation.form_for.entries()) {
      rules.push([who, [...path, 'form_for', index, 'who'], 'person'])
      if (!programme.forms.some(({ code }) => code === form))
        say([...path, 'form_for', index, 'form'], `no form "${form}" in this programme`)
    }
    if (obligation.form !== undefined && !programme.forms.some((form) => form.code === obligation.form))
      say([...path, 'form'], `no form "${obligation.form}" in this programme`)
    checkRounds(programme, obligation, path, say)
  }
  for (const [rule, path, subject] of rules) checkRule(rule, path, subject, programme, say)
  if (mentionsKeyLeader(programme.key_leaders))
    say(['key_leaders'], 'the rule refers to itself: use "marked_key_leader"')
  return problems
}

type Say = (path: (string | number)[], message: string) => void

function sayDuplicates(items: { code: string }[], path: string[], say: Say): void {
  const seen = new Set<string>()
  for (const [at, { code }] of items.entries()) {
    if (seen.has(code)) say([...path, at, 'code'], `"${code}" is there twice`)
    seen.add(code)
  }
}

function checkTopics(programme: Programme, say: Say): void {
  const { term, year, quarter } = programme.topics
  const all = [
    ...term.map((topic, at) => ({ topic, path: ['topics', 'term', at] })),
    ...year.items.map((topic, at) => ({ topic, path: ['topics', 'year', 'items', at] })),
    ...quarter.items.map((topic, at) => ({ topic, path: ['topics', 'quarter', 'items', at] })),
  ]
  const codes = new Set<string>()
  for (const { topic, path } of all) {
    if (codes.has(topic.code)) say([...path, 'code'], `"${topic.code}" is there twice`)
    codes.add(topic.code)
    if (topic.obligation && !programme.obligations.some((duty) => duty.code === topic.obligation))
      say([...path, 'obligation'], `no obligation "${topic.obligation}" in this programme`)
  }
  const placed = quarter.mode === 'fixed' || quarter.mode === 'suggested'
  for (const [at, topic] of quarter.items.entries())
    if (placed && topic.quarter === undefined)
      say(['topics', 'quarter', 'items', at], 'a quarter topic says its "quarter"')
  for (const [name, set] of [['year', year] as const, ['quarter', quarter] as const])
    if ((set.mode === 'none') !== (set.items.length === 0))
      say(['topics', name, 'mode'], 'with mode "none" there are no items, otherwise at least one')
}

function checkRoute(programme: Programme, obligation: Obligation, path: (string | number)[], say: Say): void {
  const { route } = obligation
  if (!route) return
  const targets = [
    { target: route, at: ['route'] },
    ...route.except.map((target, index) => ({ target, at: ['route', 'except', index] })),
    ...(route.copy ? [{ target: route.copy, at: ['route', 'copy'] }] : []),
  ]
  for (const { target, at } of targets) {
    if ((target.to === 'body') !== (target.body !== undefined))
      say([...path, ...at], '"to: body" goes with "body", and only with it')
    if (target.body && !programme.receiving_bodies.some((body) => body.code === target.body))
      say([...path, ...at, 'body'], `no receiving body "${target.body}" in this programme`)
  }
}

const REASONS = {
  'no-date': 'no date found in it; write "due_on" beside it, or "ongoing: true"',
  'no-such-day': 'a day that is not in the calendar',
  'no-year': 'it names no year and the programme runs over several',
  'several-dates': 'it names several dates; write one for each round',
  'too-vague': 'too vague; write "due_on" beside it',
  'needs-month': 'it wants "repeats: monthly"',
  'needs-quarter': 'it wants "repeats: quarterly"',
  'needs-half-year': 'it wants "repeats: half-year"',
} as const

function checkRounds(
  programme: Programme,
  obligation: Obligation,
  path: (string | number)[],
  say: Say,
): void {
  const rounds = listRounds(programme, obligation)
  if (rounds.length === 0) say([...path, 'repeats'], 'no round of it lies in the years of the programme')
  const said = new Set<string>()
  for (const { period, due } of rounds) {
    if (due.kind !== 'unreadable') continue
    const message = `cannot read "${due.phrase}": ${REASONS[due.reason]}`
    if (!said.has(message)) say(duePath(obligation, path, period), message)
    said.add(message)
  }
  const twice = sameDayTwice(rounds)
  if (twice) say([...path, 'due'], `one date for several rounds (${twice}): write one for each round`)
}

function duePath(obligation: Obligation, path: (string | number)[], period: string): (string | number)[] {
  if (typeof obligation.due === 'string') return [...path, 'due']
  return [...path, 'due', period in obligation.due ? period : period.slice(5)]
}

function sameDayTwice(rounds: Round[]): string | null {
  const byDay = new Map<string, string>()
  for (const { period, due } of rounds) {
    if (due.kind !== 'on') continue
    const other = byDay.get(due.lastGoodDay)
    if (other !== undefined) return `${other}, ${period}`
    byDay.set(due.lastGoodDay, period)
  }
  return null
}

function checkRule(
  rule: AudienceRule,
  path: (string | number)[],
  subject: 'person' | 'unit',
  programme: Programme,
  say: Say,
): void {
  const kinds = Object.keys(programme.vocabulary.unit_kinds)
  const checkKinds = (patterns: string[] | undefined, at: (string | number)[]) => {
    for (const [index, pattern] of (patterns ?? []).entries())
      if (!kinds.some((kind) => kindFits(kind, [pattern])))
        say([...at, index], `no kind of unit "${pattern}" in the vocabulary`)
  }
  checkKinds(rule.unit_kinds, [...path, 'unit_kinds'])
  checkKinds(rule.post?.unit_kinds, [...path, 'post', 'unit_kinds'])
  checkKinds(rule.post?.not_unit_kinds, [...path, 'post', 'not_unit_kinds'])
  for (const [index, category] of (rule.categories ?? []).entries())
    if (!(category in programme.vocabulary.categories))
      say([...path, 'categories', index], `no category "${category}" in the vocabulary`)
  for (const [index, code] of (rule.post?.positions ?? []).entries())
    if (!programme.positions.some((position) => position.code === code))
      say([...path, 'post', 'positions', index], `no position "${code}" in this programme`)
  if (subject === 'unit')
    for (const key of ['categories', 'post', 'key_leader', 'marked_key_leader'] as const)
      if (rule[key] !== undefined) say([...path, key], 'says something about people, but units owe this')
  for (const key of ['any', 'all'] as const)
    for (const [index, inner] of (rule[key] ?? []).entries())
      checkRule(inner, [...path, key, index], subject, programme, say)
  if (rule.not) checkRule(rule.not, [...path, 'not'], subject, programme, say)
}

function mentionsKeyLeader(rule: AudienceRule): boolean {
  const inner = [...(rule.any ?? []), ...(rule.all ?? []), ...(rule.not ? [rule.not] : [])]
  return rule.key_leader !== undefined || inner.some(mentionsKeyLeader)
}
