import { wordsOf } from '../domain/form-definition.ts'
import { titleWithPeriod } from '../domain/period-words.ts'
import { listBindingProgrammes } from '../store/binding-programmes.ts'
import type { Tools } from './command.ts'

/** `Bản đăng ký – năm 2026` in a reader's language. */
export type TitleOfRound = (locale: 'vi' | 'en', round: { obligationId: string; period: string }) => string

/** The titles of all rounds of a tree's programmes; empty for one that no programme has any more. */
export async function roundTitles({ tx, t }: Pick<Tools, 'tx' | 't'>, treeId: string): Promise<TitleOfRound> {
  const programmes = await listBindingProgrammes(tx, treeId)
  return (locale, { obligationId, period }) => {
    for (const { programme, obligationIds } of programmes) {
      const found = programme.obligations.find(({ code }) => obligationIds.get(code) === obligationId)
      if (found)
        return titleWithPeriod(wordsOf(found.title, locale), period, (key, values) => t(locale, key, values))
    }
    return ''
  }
}
