import { formatDay } from '../time.ts'
import type {
  AskedPart,
  AskPrompt,
  GroupMenuPrompt,
  Outcome,
  OutcomeChoice,
  Problem,
  Progress,
  Prompt,
  ReviewPrompt,
} from './form-outcome.ts'
import { describeLines, describeValue, itemNumber, type NameOf, type Say } from './line-words.ts'

/** Rows of choices; `action` is the outcome's choice id, for the caller to prefix with the draft. */
export interface DescribedOutcome {
  text: string
  /** For every channel: buttons or numbers. */
  choices: { action: string; label: string }[][]
  /** For channels with buttons only: the words they stand for are in the text. */
  shortcuts: { action: string; label: string }[][]
}

/**
 * An outcome in the reader's words. The first line of whatever asks is neutral, so that a lock screen shows
 * nothing of the content; choices are not repeated in the text, since every channel shows them in its way.
 */
export function describeOutcome(outcome: Outcome, t: Say, nameOf: NameOf = () => null): DescribedOutcome {
  if ('shortcuts' in outcome) return describePrompt(outcome, [], t, nameOf)
  if ('prompt' in outcome) return describePrompt(outcome.prompt, asideWords(outcome, t, nameOf), t, nameOf)
  return { text: closingWords(outcome, t), choices: [], shortcuts: [] }
}

function describePrompt(prompt: Prompt, aside: readonly string[], t: Say, nameOf: NameOf): DescribedOutcome {
  const said = [
    headWords(prompt, t),
    prompt.passed.length > 0 ? t('form-passed', { numbers: prompt.passed.join(', ') }) : null,
    ...aside,
    prompt.intro,
    prompt.noted.length > 0 ? `${t('form-noted')}\n${describeLines(prompt.noted, t)}` : null,
    prompt.problem && problemWords(prompt, prompt.problem, t),
    ...bodyWords(prompt, t, nameOf),
    ...(prompt.level === 2 ? stuckWords(prompt, t) : []),
  ]
  return {
    text: said.filter((line) => line !== null && line !== '').join('\n'),
    choices: prompt.choices.map((choice) => [labelled(choice, t)]),
    shortcuts: pairs(prompt.shortcuts.map((choice) => labelled(choice, t))),
  }
}

function headWords(prompt: Prompt, t: Say): string {
  switch (prompt.kind) {
    case 'review':
      return t('form-head-review')
    case 'asked-cancel':
      return t('form-asked-cancel', { answered: prompt.answered })
    case 'group-menu':
      return t('form-head-menu', { number: prompt.number, of: prompt.of })
    case 'ask':
      return t('form-head', { number: questionOf(prompt.number), of: prompt.of })
    default:
      return t('form-head-question', { number: questionOf(prompt.number), of: prompt.of })
  }
}

/** People count questions; which item of a question it is stands in words below. */
function questionOf(number: string): string {
  return number.split('.')[0]!
}

function bodyWords(prompt: Prompt, t: Say, nameOf: NameOf): (string | null)[] {
  switch (prompt.kind) {
    case 'ask':
      return askWords(prompt, t)
    case 'group-menu':
      return menuWords(prompt, t)
    case 'review':
      return reviewWords(prompt, t, nameOf)
    case 'examples':
      return [
        t('form-examples-title', { label: prompt.label }),
        ...prompt.examples.map(({ carried, texts }, index) => {
          const mark = carried ? ` ${t('form-examples-carried')}` : ''
          return `${index + 1}. ${texts.join(' · ')}${mark}`
        }),
        t('form-examples-next'),
      ]
    case 'pick-person':
      return [t('form-pick-person', { name: prompt.query })]
    case 'absence-reason':
      return [t('form-absence-reason', { names: prompt.names.join(', ') })]
    default:
      return []
  }
}

function askWords(prompt: AskPrompt, t: Say): (string | null)[] {
  const [only] = prompt.parts
  const { item } = prompt
  const head = item ? [itemWords(item, t)] : []
  const offers = item?.isNew
    ? [
        usualWords(item, t),
        item.carried > 0 && item.index === 1 ? t('form-ask-carried-offer', { count: item.carried }) : null,
        item.hasExamples ? t('form-ask-examples-offer') : null,
        item.mayBeNone ? t('form-ask-none') : null,
      ]
    : []
  if (prompt.parts.length > 1) {
    const together = t('form-ask-together', { keys: keysOf(prompt) })
    return [...head, together, ...prompt.parts.flatMap((part) => partWords(part, prompt.level, t)), ...offers]
  }
  if (!only) return head
  const unit = only.unit ? ` ${t('form-ask-unit', { unit: only.unit })}` : ''
  const optional = only.optional ? ` ${t('form-ask-optional')}` : ''
  return [
    ...head,
    `${only.label}${unit}${optional}`,
    ...rosterWords(only, t),
    only.help !== null && prompt.level > 0 ? only.help : null,
    prompt.collecting ? t('form-ask-collecting') : hintWords(only, t),
    only.example !== null && prompt.level > 0 ? t('form-ask-example', { example: only.example }) : null,
    ...(only.current && !prompt.collecting
      ? [
          t('form-ask-current', { value: describeValue(only.current, t) }),
          t(only.optional ? 'form-ask-keep-or-clear' : 'form-ask-keep'),
        ]
      : []),
    ...offers,
  ]
}

function partWords(part: AskedPart, level: number, t: Say): string[] {
  const options = part.options.map((option, index) => `${index + 1} ${option.label}`).join(', ')
  const hint = /text|photo|file/.test(part.kind) ? '' : ` ${t(`form-part-${part.kind}`, { options })}`
  const optional = part.optional ? ` ${t('form-ask-optional')}` : ''
  const lines = [`${part.key}) ${part.label}${hint}${optional}`]
  if (part.current) lines.push(`   ${t('form-ask-current', { value: describeValue(part.current, t) })}`)
  if (level > 0 && part.example !== null) lines.push(`   ${t('form-ask-example', { example: part.example })}`)
  return lines
}

function itemWords(item: NonNullable<AskPrompt['item']>, t: Say): string {
  const { group, label, index } = item
  const isFirst = item.isNew && index === 1
  if (isFirst) return t('form-ask-item-first', { group, item: label.toLowerCase() })
  return t('form-ask-item', { item: `${label.charAt(0).toUpperCase()}${label.slice(1)}`, index })
}

function usualWords(item: NonNullable<AskPrompt['item']>, t: Say): string | null {
  if (!item.usual || item.index > 1) return null
  const [from, to] = item.usual
  const values = { from, to, item: item.label.toLowerCase() }
  return t(from === to ? 'form-ask-usual-one' : 'form-ask-usual', values)
}

function rosterWords({ roster, away }: AskedPart, t: Say): string[] {
  return [
    ...(roster.length > 0 ? [roster.map((name, index) => `${index + 1} ${name}`).join(' · ')] : []),
    ...(away.length > 0 ? [t('form-ask-away', { names: away.join(', ') })] : []),
  ]
}

/** How to answer, where the question alone does not say it; buttons and numbers explain themselves. */
function hintWords(part: AskedPart, t: Say): string | null {
  if (part.kind === 'short-text' || part.kind === 'choice' || part.kind === 'yes-no') return null
  if (part.kind === 'people')
    return part.roster.length === 0
      ? t('form-hint-people-no-list')
      : t('form-hint-people', { example: peopleExample(part, t) })
  return t(`form-hint-${part.kind}`, { max: part.max ?? 1 })
}

/** How absence is written down, with names that this unit really has. */
function peopleExample({ roster }: AskedPart, t: Say): string {
  const given = roster.map((name) => name.split(' ').at(-1) ?? name)
  const single = roster.filter(
    (_, index) => given.indexOf(given[index]!) === given.lastIndexOf(given[index]!),
  )
  const [first, second] = (single.length > 1 ? single : roster).map((name) =>
    single.includes(name) ? (name.split(' ').at(-1) ?? name) : name,
  )
  if (second === undefined) return t('form-hint-people-one', { first: first ?? '' })
  return t('form-hint-people-two', { first: first!, second })
}

function menuWords(prompt: GroupMenuPrompt, t: Say): (string | null)[] {
  const values = { item: prompt.item.toLowerCase(), index: prompt.items.length + 1 }
  return [
    t('form-menu-title', { label: prompt.label, count: prompt.items.length }),
    ...prompt.items.map(({ number, lines }) => {
      const texts = lines.flatMap(({ value }) => (value ? [describeValue(value, t)] : []))
      return `${number}. ${texts.join(' · ')}`
    }),
    t(prompt.next.length > 1 ? 'form-menu-next-parts' : 'form-menu-next', values),
    ...(prompt.next.length > 1 ? prompt.next.flatMap((part) => partWords(part, 0, t)) : []),
  ]
}

function reviewWords(prompt: ReviewPrompt, t: Say, nameOf: NameOf): string[] {
  const number = prompt.lines.find((line) => line.number !== null)?.number ?? '1'
  return [
    t('form-review-title', { title: prompt.title }),
    describeLines(prompt.lines, t, nameOf),
    t('form-review-next', { number }),
  ]
}

function problemWords(prompt: Prompt, problem: Problem, t: Say): string {
  const day = problem.values?.['day']
  const values = { ...problem.values, ...(typeof day === 'string' ? { day: formatDay(day) } : {}) }
  const words = t(`form-problem-${problem.code}`, {
    ...values,
    keys: prompt.kind === 'ask' ? keysOf(prompt) : '1=…',
    example: namesExample(prompt, t),
    ...(problem.code === 'edit-by-line' && { number: itemNumber(String(problem.values?.['number'])) }),
  })
  const part = prompt.kind === 'ask' ? prompt.parts.find(({ path }) => path === problem.path) : undefined
  return part ? `${part.label}: ${words}` : words
}

function namesExample(prompt: Prompt, t: Say): string {
  const people = prompt.kind === 'ask' ? prompt.parts.find(({ roster }) => roster.length > 0) : undefined
  return people ? peopleExample(people, t) : ''
}

function stuckWords(prompt: Prompt, t: Say): string[] {
  if (prompt.kind !== 'ask') return [t('form-stuck-pause')]
  const canSkip = prompt.item?.mayBeNone === true || prompt.parts.every((part) => part.optional)
  return [
    ...(canSkip ? [t('form-stuck-skip')] : []),
    t('form-stuck-pause'),
    ...(prompt.contact ? [t('form-stuck-call', { contact: prompt.contact })] : []),
  ]
}

function keysOf(prompt: AskPrompt): string {
  return prompt.parts.map((part) => `${part.key}=…`).join(' ')
}

function asideWords(outcome: Extract<Outcome, { prompt: Prompt }>, t: Say, nameOf: NameOf): string[] {
  switch (outcome.kind) {
    case 'help': {
      const parts = outcome.prompt.kind === 'ask' ? outcome.prompt.parts : []
      const ofField = parts.flatMap(({ label, help, example }) => [
        ...(help ? [parts.length > 1 ? `${label}: ${help}` : help] : []),
        ...(example && outcome.prompt.level === 0 ? [t('form-ask-example', { example })] : []),
      ])
      return [t('form-help-title'), t('form-help-verbs'), ...ofField]
    }
    case 'position':
    case 'resumed':
      return [progressWords(`form-${outcome.kind}`, outcome.progress, t)]
    case 'overview':
      return [t('form-overview-title'), describeLines(outcome.lines, t, nameOf), t('form-overview-next')]
    case 'stale':
      return [t(`form-stale-${outcome.why}`)]
    default:
      return [t('form-answer-changed'), describeLines(outcome.lines, t)]
  }
}

function progressWords(key: string, progress: Progress, t: Say): string {
  const { number, of, answered, left } = progress
  return number === null ? t(`${key}-review`, { answered }) : t(key, { number, of, answered, left })
}

function closingWords(outcome: Exclude<Outcome, Prompt | { prompt: Prompt }>, t: Say): string {
  switch (outcome.kind) {
    case 'fragment-kept':
      return t('form-fragment-kept', { length: outcome.length })
    case 'file-kept':
      return t('form-file-kept', { count: outcome.count, max: outcome.max })
    case 'paused':
      return progressWords('form-paused', outcome.progress, t)
    case 'nothing':
      return ''
    default:
      return t(`form-${outcome.kind}`)
  }
}

function labelled(choice: OutcomeChoice, t: Say): { action: string; label: string } {
  return { action: choice.id, label: 'label' in choice ? choice.label : t(`form-choice-${choice.words}`) }
}

function pairs<T>(list: readonly T[]): T[][] {
  return list.flatMap((_, index) => (index % 2 === 0 ? [list.slice(index, index + 2)] : []))
}
