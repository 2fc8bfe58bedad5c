import { describeDropOff, describeQuality } from '../domain/describe-quality.ts'
import { planDropOff, type StillDraft } from '../domain/drop-off.ts'
import { wordsOf } from '../domain/form-definition.ts'
import type { UnitView } from '../domain/person.ts'
import { questionLabel } from '../forms/index.ts'
import { findDataQuality } from '../store/data-quality.ts'
import { getForm } from '../store/form-versions.ts'
import { listLiveProgrammes } from '../store/live-programmes.ts'
import { listStoppedDrafts } from '../store/stopped-drafts.ts'
import { dayOf } from '../time.ts'
import type { Tools } from './command.ts'

/** Somebody who left a form a moment ago is still at it. */
const STILL_MS = 24 * 3_600_000

/** Which part of a tree a list is about. */
export interface QualityScope {
  treeId: string
  units: readonly UnitView[]
  /** People without any unit are told of only then. */
  isWholeTree: boolean
}

type Work = Pick<Tools, 'tx' | 'vault' | 'now' | 't'>

/** What is missing or doubled in the roster, in words. */
export async function qualityText(work: Work, scope: QualityScope, locale: 'vi' | 'en'): Promise<string> {
  const day = dayOf(work.now, scope.units[0]?.zone)
  const quality = await findDataQuality(work.tx, work.vault, { ...scope, day })
  return describeQuality(quality, day, (key, values) => work.t(locale, key, values))
}

/** At which questions forms have stood still for a day, in words. Counts, never whose. */
export async function dropOffText(work: Work, scope: QualityScope, locale: 'vi' | 'en'): Promise<string> {
  const { tx, vault, now } = work
  const unitIds = scope.units.map(({ id }) => id)
  const titles = new Map(
    (await listLiveProgrammes(tx, scope.treeId)).flatMap(({ id, content }) =>
      content.obligations.map(({ code, title }) => [`${id}:${code}`, wordsOf(title, locale)] as const),
    ),
  )
  const still: StillDraft[] = []
  for (const draft of await listStoppedDrafts(tx, vault, unitIds)) {
    if (now.getTime() - draft.updatedAt.getTime() < STILL_MS) continue
    const { question, formVersionId } = draft
    const form = formVersionId === null ? null : await getForm(tx, formVersionId)
    const label = form && question !== null ? questionLabel(form, question) : null
    still.push({
      title: titles.get(`${draft.programmeId}:${draft.obligationCode}`) ?? draft.obligationCode,
      question,
      label: label && wordsOf(label, locale),
    })
  }
  return describeDropOff(planDropOff(still), (key, values) => work.t(locale, key, values))
}
