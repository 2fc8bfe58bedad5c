import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readProgrammeFile } from '../../src/cli/read-programme-file.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nhipquy-programme-'))
})
afterEach(() => rm(folder, { recursive: true }))

const FORM = `code: pledge
title: Bản cam kết
fields:
  - { id: content, kind: long-text, label: Nội dung }
`
const FILE = `code: sample
issuing_body: Đảng ủy xã Mẫu
title: Kế hoạch mẫu
year: 2026
vocabulary:
  unit_kinds: { cell-street: Chi bộ tổ dân phố }
  categories: { party-member: đảng viên }
obligations:
  - code: pledge
    title: Bản cam kết
    section: II.3
    kind: pledge
    subject: person
    audience: { everyone: true }
    due: trong quý I năm 2026
    form: pledge
forms:
  - pledge.yaml
`

async function problemsOf(text: string, form = FORM): Promise<string[]> {
  await writeFile(join(folder, 'programme.yaml'), text)
  await writeFile(join(folder, 'pledge.yaml'), form)
  const read = await readProgrammeFile(join(folder, 'programme.yaml'), '2026-03-01')
  if (read.kind === 'read') return []
  return read.problems.map(
    ({ file, line, column, reason }) => `${file.slice(folder.length + 1)}:${line}:${column} ${reason}`,
  )
}

describe('reading a programme file', () => {
  test('a good file with a form of its own: read', async () => {
    expect(await problemsOf(FILE)).toEqual([])
  })

  test('a byte order mark in front changes nothing', async () => {
    expect(await problemsOf(`\uFEFF${FILE}`)).toEqual([])
  })

  const wrong: [string, string, string[]][] = [
    [
      'a key nobody knows is shown where it stands',
      FILE.replace('subject: person', 'subjects: person'),
      [
        'programme.yaml:9:5 obligations.0.subject: Invalid option: expected one of "person"|"unit"',
        'programme.yaml:13:5 obligations.0.subjects: unknown key',
      ],
    ],
    [
      'a date that cannot be read',
      FILE.replace('trong quý I năm 2026', 'sớm nhất có thể'),
      [
        'programme.yaml:15:5 obligations.0.due: cannot read "sớm nhất có thể": no date found in it; write "due_on" beside it, or "ongoing: true"',
      ],
    ],
    [
      'two mistakes are both told',
      FILE.replace('kind: pledge', 'kind: vow').replace('year: 2026', 'year: soon'),
      ['programme.yaml:4:1', 'programme.yaml:12:5'],
    ],
    [
      'a form file that is not there',
      FILE.replace('pledge.yaml', 'gone.yaml'),
      [
        'programme.yaml:16:5 obligations.0.form: no form "pledge" in this programme',
        'programme.yaml:18:5 the form file "gone.yaml" cannot be read',
      ],
    ],
    [
      'a form file far away',
      FILE.replace('pledge.yaml', '../../../etc/passwd.yaml'),
      ['programme.yaml:16:5', 'programme.yaml:18:5'],
    ],
    ['no YAML at all', 'code: [sample\ntitle: "x', ['programme.yaml:2:1 ']],
    ['an empty file', '', ['programme.yaml:1:1']],
  ]

  test.each(wrong)('%s', async (_, text, expected) => {
    const found = await problemsOf(text)
    for (const [at, start] of expected.entries()) expect(found[at] ?? 'nothing').toContain(start)
  })

  test('a mistake in a form is told with the place in its own file', async () => {
    expect(await problemsOf(FILE, FORM.replace('long-text', 'essay'))).toEqual([
      expect.stringMatching(/^pledge\.yaml:4:\d+ forms\.0\.fields\.0\.kind: /),
    ])
  })

  test('a year that follows the clock fills every {year}', async () => {
    const text = FILE.replace('year: 2026', 'year: follows-clock')
      .replace('code: sample', 'code: sample-{year}')
      .replace('quý I năm 2026', 'quý I năm {year}')
    await writeFile(join(folder, 'programme.yaml'), text)
    await writeFile(join(folder, 'pledge.yaml'), FORM)
    const read = await readProgrammeFile(join(folder, 'programme.yaml'), '2031-05-05')
    expect(read).toMatchObject({
      kind: 'read',
      programme: { code: 'sample-2031', year: 2031, obligations: [{ due: 'trong quý I năm 2031' }] },
    })
  })
})
