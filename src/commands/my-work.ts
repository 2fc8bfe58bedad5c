import { shortId } from '../domain/short-id.ts'
import { listOwedThings, type OwedThing } from '../store/open-assignments.ts'
import { listAwaitingReview } from '../store/awaiting-review.ts'
import { dayOf, formatShortDay } from '../time.ts'
import { withDay } from './choose-thing.ts'
import type { Command, Turn } from './command.ts'
import { openAssignment } from './form.ts'
import { isOpened, titleOf, wordsFor, type Words } from './thing-words.ts'

/** Choices of one list; the rest is a page further. */
const PAGE = 8

/** `/viec`: what I owe and what waits for me; a number or a press opens it. */
export const myWork: Command = {
  name: 'work',
  slash: 'viec',
  aliases: ['work'],
  words: ['viec', 'viec cua toi', 'viec can lam'],
  where: 'private',
  for: 'joined',
  run: (turn) => showWork(turn, 0),
  actions: {
    open: (turn, [assignment]) => openAssignment(turn, assignment),
    more: async (turn, [from]) => {
      if (turn.person) await showWork(turn, Number(from) || 0)
    },
  },
}

async function showWork(turn: Turn, from: number): Promise<void> {
  const t = wordsFor(turn)
  const things = await listOwedThings(turn, turn.person!)
  const today = (thing: OwedThing) => dayOf(turn.now, thing.unit.zone)
  const sentBack = things.filter((thing) => thing.submission?.state === 'commented')
  const open = things.filter(
    (thing) =>
      thing.state === 'open' &&
      !thing.isClosed &&
      !sentBack.includes(thing) &&
      (isOpened(thing, today(thing)) || thing.draft),
  )
  const dated = open.filter((thing) => !thing.obligation.ongoing)
  // What fell due before the bot came is nobody's debt here: it may still be filed, and stands last.
  const todo = [
    ...sentBack,
    ...dated.filter((thing) => !thing.beforeBot),
    ...dated.filter((thing) => thing.beforeBot),
  ]
  const ongoing = open.filter((thing) => thing.obligation.ongoing)
  const waiting = await listAwaitingReview(turn, turn.person!)
  const choices = [
    ...waiting.map(({ code, author }) => ({
      action: `receipt:show:${code}`,
      label: t('work-choice-review', { code, author }),
    })),
    ...[...todo, ...ongoing].map((thing) => ({
      action: `work:open:${shortId(thing.id)}`,
      label: workLabel(turn, thing, t),
    })),
  ]
  const page = choices.slice(from, from + PAGE).map((choice) => [choice])
  if (choices.length > from + PAGE) {
    const rest = choices.length - from - PAGE
    page.push([{ action: `work:more:${from + PAGE}`, label: t('work-more', { rest }) }])
  }
  const next = things.filter(
    (thing) =>
      thing.state === 'open' &&
      !thing.isClosed &&
      !open.includes(thing) &&
      !sentBack.includes(thing) &&
      thing.opensOn,
  )
  const filed = things.filter((thing) => thing.submission && !sentBack.includes(thing))
  const text = [
    choices.length > 0 ? t('work-head', { count: choices.length }) : t('work-nothing'),
    nextLine(turn, next, t),
    filed.length > 0
      ? t('work-filed', {
          codes: filed
            .map((thing) => thing.submission!.code)
            .slice(-PAGE)
            .join(', '),
        })
      : null,
  ]
  await turn.replyText(text.filter((line) => line !== null).join('\n\n'), { choices: page })
}

function workLabel(turn: Turn, thing: OwedThing, t: Words): string {
  const title = titleOf(thing, turn.locale, t)
  if (thing.submission?.state === 'commented') return t('work-choice-sent-back', { title })
  if (thing.draft?.awaitsSignature) return t('work-choice-to-sign', { title })
  if (thing.beforeBot) return t('work-choice-before-bot', { title })
  if (thing.draft) return withDay(t('work-choice-begun', { title }), thing)
  return thing.obligation.ongoing ? t('work-choice-ongoing', { title }) : withDay(title, thing)
}

/** The next thing that is not shown as owed yet. */
function nextLine(turn: Turn, next: readonly OwedThing[], t: Words): string | null {
  const [first] = [...next].sort((a, b) => a.opensOn!.localeCompare(b.opensOn!))
  if (!first) return null
  return t('work-next', { title: titleOf(first, turn.locale, t), day: formatShortDay(first.opensOn!) })
}
