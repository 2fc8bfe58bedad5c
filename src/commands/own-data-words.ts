import type { PersonView } from '../domain/person.ts'
import type { LinkedAccount } from '../store/accounts.ts'
import { CONSENT_PURPOSES, listNewestDecisions } from '../store/consents.ts'
import { listCasesOf } from '../store/data-desk/data-cases.ts'
import { countOwnData } from '../store/data-desk/own-data-figures.ts'
import { findPhone } from '../store/find-phone.ts'
import { readSettings } from '../store/settings.ts'
import { listUnitsById } from '../store/units.ts'
import { dayOf, formatDay } from '../time.ts'
import type { Turn } from './command.ts'
import { termsValues } from './consent-text.ts'
import { channelName } from './tell-joined.ts'

/** What is kept about somebody, what they agreed to and what they asked for, in plain words to themselves. */
export async function describeOwnData(
  turn: Turn,
  person: PersonView,
  accounts: readonly LinkedAccount[],
): Promise<string> {
  const word = (key: string, values?: Record<string, string | number>) => turn.t(turn.locale, key, values)
  const settings = await readSettings(turn.tx)
  const { days, contact } = termsValues(turn.t, turn.locale, settings)
  const figures = await countOwnData(turn.tx, person.id)
  const linked = accounts.map((account) =>
    word('account-label', {
      channel: channelName(turn.t, turn.locale, account),
      on: formatDay(dayOf(account.linkedAt)),
    }),
  )
  const lines = [
    word('data-line-name', { name: person.fullName, code: person.code }),
    word('data-line-units', { units: (await unitNames(turn, person)).join('; ') || '–' }),
    word('data-line-phone', { phone: (await findPhone(turn, person.id)) ?? '–' }),
    word('data-line-accounts', { accounts: linked.join('; ') || '–' }),
    word('data-line-filed', {
      filed: figures.filed,
      deeds: figures.deeds,
      attachments: figures.attachments,
      drafts: figures.drafts,
      topics: figures.topics,
    }),
    word('data-line-messages', { days }),
    word('data-line-seen', { count: figures.seenByOthers }),
  ]
  const decisions = await listNewestDecisions(turn.tx, person.id)
  const consents = CONSENT_PURPOSES.map((purpose) => {
    const newest = decisions.get(purpose)
    const state = newest?.decision ?? 'never'
    const on = newest ? formatDay(dayOf(newest.at)) : ''
    return word('data-consent-line', {
      purpose: word(`data-purpose-${purpose}`),
      state: word(`data-consent-${state}`, { on }),
    })
  })
  const cases = (await listCasesOf(turn, person.id)).slice(0, 5).map((one) =>
    word('data-case-line', {
      code: one.code,
      request: word(`data-request-${one.request}`),
      state: word(`data-state-${one.state}`, {
        due: formatDay(one.dueOn),
        on: one.decidedAt ? formatDay(dayOf(one.decidedAt)) : '',
      }),
      outcome: one.outcome ? word('data-outcome', { outcome: one.outcome }) : '',
    }),
  )
  return [
    word('data-overview', { on: formatDay(dayOf(turn.now)) }),
    lines.join('\n'),
    [word('data-consents-head'), ...consents].join('\n'),
    ...(cases.length > 0 ? [[word('data-cases-head'), ...cases].join('\n')] : []),
    word('data-how', { contact }),
  ].join('\n\n')
}

async function unitNames(turn: Turn, person: PersonView): Promise<string[]> {
  const held = [...person.memberships, ...person.posts, ...person.supervises.map((unitId) => ({ unitId }))]
  const ids = [...new Set(held.map(({ unitId }) => unitId))]
  const units = await listUnitsById(turn.tx, ids, dayOf(turn.now))
  return units.map(({ id, name }) => {
    const roles = person.posts.filter(({ unitId, role }) => unitId === id && role !== 'member')
    const names = roles.map(({ role, position }) => position ?? turn.t(turn.locale, `change-role-${role}`))
    return names.length > 0 ? `${name} (${[...new Set(names)].join(', ')})` : name
  })
}
