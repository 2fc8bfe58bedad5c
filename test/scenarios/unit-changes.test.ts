import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { registerExport } from '../../src/cli/export.ts'
import { registerUnits } from '../../src/cli/units.ts'
import { planDigest } from '../../src/domain/plan-digest.ts'
import { branchOf } from '../../src/domain/unit-tree.ts'
import { applyDueUnitChanges } from '../../src/jobs/apply-due-unit-changes.ts'
import { listCountedThings } from '../../src/store/counted-things.ts'
import { listUnits } from '../../src/store/units.ts'
import { type Commune, filePledge, startCommune } from '../support/commune.ts'
import { runCli } from '../support/run-cli.ts'

let commune: Commune
// Without words for a round a title stands alone.
const t = () => ''
beforeEach(async () => {
  commune = await startCommune({ now: '2026-03-03 09:00' })
  await commune.at('2026-03-03 09:00')
})
afterEach(() => commune.app.close())

const units = (...words: string[]) =>
  runCli(
    registerUnits,
    commune.app.database,
    commune.app.clock.product().toISOString(),
    ['units', ...words],
    {
      vault: commune.app.parts.vault,
    },
  )
const comes = async (when: string) => {
  commune.app.clock.set(`${when.replace(' ', 'T')}+07:00`)
  await commune.app.pass(applyDueUnitChanges)
  await commune.at(when)
}
/** Pledges and reports of the whole tree, done of all, as read on a day under the tree of that day. */
const figures = (day: string) =>
  commune.app.tools(async ({ tx }) => {
    const { treeId } = commune
    const lastWeek = new Date('2026-01-01T00:00:00Z')
    const counts = await listCountedThings(tx, { treeId, day, lastWeek, locale: 'vi', t })
    const tree = await listUnits(tx, treeId, day)
    const root = tree.find(({ code }) => code === 'XA')!
    const of = (unitIds: string[]) =>
      Object.fromEntries(
        planDigest(counts, unitIds, '2026-03-20').lines.map(({ title, done, total }) => [
          title,
          `${done}/${total}`,
        ]),
      )
    const byUnit = Object.fromEntries(tree.map(({ id, code }) => [code, of([id])]))
    return { all: of(branchOf(root.id, tree)), byUnit }
  })
const MERGE = [
  ['merge', 'THON1', 'TRUONG', '--into', 'LIEN', '--name', 'Chi bộ liên thôn Mẫu'],
  ['--secretary', 'S01', '--on', '2026-03-10'],
].flat()

describe('two cells become one on 10/3', () => {
  test('people, group, drafts and duties go along; what was done stays; the sums are the same', async () => {
    const an = await commune.telegram('THON1', 'T01')
    const binh = await commune.zalo('THON1', 'T02')
    const phuc = await commune.zalo('TRUONG', 'S01')
    const uyen = await commune.telegram('XA', 'X01')
    const group = await commune.telegramGroup('THON1', 'An')
    const code = await filePledge(binh)
    await an.says('/baocao')
    await an.says('2/3')

    const unnamed = await units('merge', 'THON1', 'TRUONG', '--into', 'LIEN', '--on', '2026-03-10')
    expect(unnamed.err).toEqual(['LIEN is a new unit: add --name "NAME"'])
    const past = await units('rename', 'THON1', '--name', 'x', '--on', '2026-03-03')
    expect([past.code, past.err]).toEqual([1, ['03/3/2026 is not to come. Choose tomorrow or later.']])
    const planned = await units(...MERGE)
    expect(planned.out).toEqual([
      'From 10/3/2026: THON1, TRUONG become LIEN.',
      '  16 people change their unit or post; 1 groups, 0 bots and 0 programmes go along.',
      expect.stringMatching(/^ {2}Open duties: \d+ go along, \d+ are withdrawn, 0 are new\./),
      expect.stringContaining('Planned; it happens by itself on 10/3/2026.'),
    ])
    await comes('2026-03-09 23:59')
    const before = await figures('2026-03-09')
    for (const each of [an, binh, phuc, uyen, group]) each.heard()

    await comes('2026-03-10 00:00')
    expect([...binh.heard(), ...group.heard()]).toEqual([])
    await comes('2026-03-10 08:00')
    expect(binh.heard().filter((text) => text.startsWith('Báo'))).toEqual([
      'Báo thay đổi tổ chức từ ngày 10/3/2026. Mời mở tin nhắn này để xem.\n\n' +
        'Chi bộ thôn Một, Chi bộ trường Mẫu nay là “Chi bộ liên thôn Mẫu”. Việc đang làm dở đi theo đồng chí; nhắn /viec để xem.',
    ])
    const toGroup = group.heard()
    expect(toGroup.filter((text) => text.startsWith('Từ ngày'))).toEqual([
      'Từ ngày 10/3/2026, Chi bộ thôn Một, Chi bộ trường Mẫu nay là “Chi bộ liên thôn Mẫu”. ' +
        'Nhóm này là nhóm của “Chi bộ liên thôn Mẫu”.',
    ])
    expect(toGroup.join('\n')).toContain('Đã gửi: 1/16 đồng chí')
    expect(uyen.heard()).toContainEqual(expect.stringContaining('16 người đổi nơi'))

    const after = await figures('2026-03-10')
    expect(Object.keys(after.byUnit)).toEqual(['LIEN', 'XA'])
    expect(after.all['Bản đăng ký làm theo']).toBe(before.all['Bản đăng ký làm theo'])
    expect(before.all['Bản đăng ký làm theo']).toBe('1/16')
    expect(after.byUnit['LIEN']!['Bản đăng ký làm theo']).toBe('1/16')
    // Of an earlier day the old tree is read, with the figure where it was.
    const old = await figures('2026-03-09')
    expect(Object.keys(old.byUnit)).toEqual(['THON1', 'TRUONG', 'XA'])
    expect(old.byUnit['THON1']!['Bản đăng ký làm theo']).toMatch(/^1\//)

    const moved = await commune.app.database.sql<{ kind: string }[]>`
      select distinct c.kind from assignment_changes c join assignments a on a.id = c.assignment_id
      join units u on u.id = a.unit_id where u.code = 'LIEN' and a.state = 'open'`
    expect(moved.map(({ kind }) => kind)).toContain('transferred')
    const drafts = await commune.app.database.sql<{ code: string }[]>`
      select u.code from drafts d join units u on u.id = d.unit_id where d.state = 'open'`
    expect(drafts).toEqual([{ code: 'LIEN' }])
    phuc.heard()
    await phuc.says('/danhsach')
    expect(phuc.heard().join('\n')).toContain('Chi bộ liên thôn Mẫu')
    an.heard()
    await an.says('/baocao')
    expect(an.heard().join('\n')).toContain('Chi bộ liên thôn Mẫu')

    // What was filed before waits for the secretary of now, and is found by its owner and by the operator.
    phuc.heard()
    await phuc.says('/viec')
    await phuc.says(/(\d)\. [^\n]*CK-/.exec(phuc.heard().join('\n'))![1]!)
    expect(phuc.heard().join('\n')).toContain(`Biên nhận ${code}`)
    await phuc.says('1')
    binh.heard()
    await binh.says(`xem ${code}`)
    expect(binh.heard().join('\n')).toContain('Đã tiếp nhận')
    const rows = await runCli(registerExport, commune.app.database, '2026-03-10T09:00:00+07:00', [
      'export',
      'submissions',
      '--unit',
      'LIEN',
    ])
    expect(rows.out.join('\n')).toContain(code)

    // A second time changes nothing.
    await comes('2026-03-10 08:01')
    expect((await units('list')).out).toEqual([expect.stringContaining(' XA · applied · From 10/3/2026')])
  }, 180_000)

  test('is taken back before its day, not after; what is no longer possible is told to the office', async () => {
    const uyen = await commune.telegram('XA', 'X01')
    const { out } = await units(...MERGE)
    const [id] = /[0-9a-f-]{36}/.exec(out.join('\n'))!
    expect((await units('preview', id)).out[0]).toBe('From 10/3/2026: THON1, TRUONG become LIEN.')
    expect((await units('undo', id)).out).toEqual([`Took back ${id}. Nothing has changed.`])
    expect((await units('undo', id)).code).toBe(1)
    await units('rename', 'TRUONG', '--name', 'Chi bộ trường Mẫu Mới', '--on', '2026-03-05')
    await units('move', 'TRUONG', '--under', 'THON1', '--on', '2026-03-07')
    await units('merge', 'TRUONG', '--into', 'THON1', '--on', '2026-03-06')
    uyen.heard()
    await comes('2026-03-06 09:00')
    expect((await figures('2026-03-05')).byUnit).toHaveProperty('TRUONG')
    expect((await figures('2026-03-06')).byUnit).not.toHaveProperty('TRUONG')
    uyen.heard()
    await comes('2026-03-07 09:00')
    expect(uyen.heard()).toContainEqual(
      expect.stringContaining('Chưa thực hiện được thay đổi tổ chức của ngày 07/3/2026'),
    )
    await comes('2026-03-10 09:00')
    expect(Object.keys((await figures('2026-03-10')).byUnit)).toEqual(['THON1', 'XA'])
  })

  test('a split takes those named', async () => {
    await units(
      'split',
      'THON1',
      '--into',
      'THON1B',
      '--name',
      'Chi bộ thôn Một B',
      '--members',
      'T11, T12',
      '--secretary',
      'T11',
      '--on',
      '2026-03-05',
    )
    const oanh = await commune.zalo('THON1', 'T12')
    await comes('2026-03-05 09:00')
    expect(oanh.heard().join('\n')).toContain('“Chi bộ thôn Một B” được tách ra từ “Chi bộ thôn Một”')
    const { byUnit } = await figures('2026-03-05')
    expect(byUnit['THON1B']!['Bản đăng ký làm theo']).toBe('0/2')
    expect(byUnit['THON1']!['Bản đăng ký làm theo']).toBe('0/10')
  })
})
