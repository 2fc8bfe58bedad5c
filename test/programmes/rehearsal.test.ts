import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readProgrammeFile } from '../../src/cli/read-programme-file.ts'
import { rehearseYear } from '../../src/cli/rehearse.ts'
import { loadTranslator } from '../../src/i18n.ts'
import { packageRoot } from '../../src/package-root.ts'
import { loadWorkCalendar } from '../../src/work-calendar.ts'

const { t } = loadTranslator()
const isWorking = loadWorkCalendar()

async function rehearsed(file: string, year: number, seed: number) {
  const read = await readProgrammeFile(join(packageRoot(), 'programmes', `${file}.yaml`), '2026-03-02')
  if (read.kind !== 'read') throw new Error(JSON.stringify(read.problems))
  const size = { people: 120, units: 12, seed, year }
  return rehearseYear(read.programme, size, { isWorking, t: (key, values) => t('vi', key, values) })
}

test.each([
  ['dong-cuong-2024', 2024],
  ['lai-chau-2023', 2023],
  ['khoi-co-quan-tinh-2021-2025', 2023],
])('a year of %s, rehearsed, reads as it did', async (file, year) => {
  const { lines, rehearsal } = await rehearsed(file, year, 1)
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`rehearsals/${file}.txt`)
  expect(rehearsal.worstWeek!.messages).toBeLessThanOrEqual(3)
  for (const { all, quota } of rehearsal.months)
    if (quota !== null) expect(all).toBeLessThanOrEqual(quota * 1.2)
})

test('the same seed gives the same year, another one another', async () => {
  const [once, again, other] = await Promise.all(
    [7, 7, 8].map((seed) => rehearsed('lai-chau-2023', 2023, seed)),
  )
  expect(again!.lines).toEqual(once!.lines)
  expect(other!.rehearsal.answers).not.toEqual(once!.rehearsal.answers)
})
