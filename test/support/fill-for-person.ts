import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { registerAssignment } from '../../src/cli/assignment.ts'
import { importProgramme } from '../../src/cli/import-programme.ts'
import { runPass } from '../../src/jobs/run-pass.ts'
import { MEMBER_COLUMNS, UNIT_COLUMNS } from '../../src/domain/roster-columns.ts'
import { fetchAttachments } from '../../src/jobs/fetch-attachments.ts'
import { goLive } from '../../src/store/go-live.ts'
import { importMembers, importUnits } from '../../src/store/import-roster.ts'
import { findProgramme } from '../../src/store/programmes.ts'
import { publishProgramme } from '../../src/store/publish-programme.ts'
import { recomputeTrees } from '../../src/store/recompute-assignments.ts'
import { saveSnoozes } from '../../src/store/snoozes.ts'
import { listTrees } from '../../src/store/units.ts'
import { inviteCode, joinAs } from './join-people.ts'
import { PERSON_PROGRAMME } from './person-programme.ts'
import { rosterRows } from './roster.ts'
import { runCli } from './run-cli.ts'
import { startTestApp, type TestApp } from './start-test-app.ts'
import { codeIn, talk } from './talk.ts'
import type { TelegramUser } from './telegram-world.ts'
import type { ZaloUser } from './zalo-world.ts'

/** Words that the person wrote, or that were written about the person alone. None may be left. */
export const WRITTEN = [
  'Giúp hộ anh Páo sửa mái bếp',
  'trước ngày 30 tháng sáu',
  'Đã lợp xong nửa mái',
  'Nêu rõ thời gian hoàn thành',
  'Việc còn dang dở của tôi',
  'Trạm y tế thôn Mẫu',
  'Phó trạm trưởng kiêm thủ kho',
  'Bận chăm mẹ nằm viện',
  'Đã dự buổi học tại nhà văn hóa',
  'Mẫu Văn Tám',
  'Tên đệm phải là Ngọc',
  'Đã hỏi lại sổ gốc',
  'Chào bot từ trong nhóm',
] as const

export const FULL_NAME = 'Mẫu Thị Ngọc Lan'
export const PHONE = '0912345678'

/** A small organisation in which one person, Lan (M02), has left something in every table. */
export interface FilledApp {
  app: TestApp
  treeId: string
  office: TelegramUser
  secretary: ZaloUser
  lan: TelegramUser
  lanOnZalo: ZaloUser
  /** The platforms' ids of the person. */
  platformIds: string[]
  close(): Promise<void>
}

export async function fillForPerson(): Promise<FilledApp> {
  const app = await startTestApp({ now: '2026-03-02T09:00+07:00' })
  const treeId = await setUp(app)
  const office = (await joinAs(app, 'telegram', 'XA', 'M09')) as TelegramUser
  const secretary = (await joinAs(app, 'zalo', 'CB', 'M01')) as ZaloUser

  // Filled in for Lan before she joined; her witness was somebody of the unit.
  await talk(secretary, 'nhập hộ lan', '1')
  await secretary.presses('Đồng ý bằng lời, có người làm chứng')
  await talk(secretary, 'Mẫu Văn Tám', 'Đã dự buổi học tại nhà văn hóa', 'bỏ qua', 'gửi')
  await secretary.presses('Đã đọc, đồng chí ấy nói đúng: nộp')
  // Lan is witness of somebody else.
  await talk(secretary, 'nhập hộ nam', '1')
  await secretary.presses('Đồng ý bằng lời, có người làm chứng')
  await talk(secretary, FULL_NAME)
  await talk(secretary, 'huỷ', '1')

  const lan = app.telegram.user('Lan')
  await lan.starts()
  // A code that is none.
  await lan.says('AAAA-2222')
  await lan.says(await inviteCode(app, 'CB', 'M02'))
  await lan.presses('Đồng ý')
  lan.heard()
  await pledge(lan, secretary)
  await lan.says('/chuyende')
  await lan.presses('Đã nghiên cứu')
  await lan.says('/lienket')
  const link = /([2-9A-Z]{4}-[2-9A-Z]{4})/.exec(lan.heard().join())![1]!
  const lanOnZalo = app.zalo.user('Lan')
  await lanOnZalo.says(link)
  await lanOnZalo.says('đồng ý')
  await fetchAttachments(app.parts)
  await aboutLan(app, office, secretary, lan)
  return {
    app,
    treeId,
    office,
    secretary,
    lan,
    lanOnZalo,
    platformIds: (
      await app.database.sql<{ id: string }[]>`select a.external_id as id
      from accounts a join people p on p.id = a.person_id where p.code = 'M02'`
    ).map(({ id }) => id),
    close: () => app.close(),
  }
}

async function setUp(app: TestApp): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'nhipquy-fill-'))
  try {
    const file = join(dir, 'programme.yaml')
    await writeFile(file, stringify(PERSON_PROGRAMME))
    return await app.tools(async (tools) => {
      const units = `unit_code|unit_name|unit_kind|parent_code
XA|Đảng ủy phường Mẫu|committee-commune|
CB|Chi bộ Mẫu|cell-street|XA
CB2|Chi bộ Mẫu Hai|cell-street|XA`
      const members = `member_code|full_name|unit_code|role|position|supervises|workplace|phone
M01|Mẫu Văn Bí|CB|secretary||||
M02|${FULL_NAME}|CB|leader|Phó trạm trưởng kiêm thủ kho|CB2|Trạm y tế thôn Mẫu|${PHONE}
M03|Mẫu Văn Nam|CB|||||
M04|Mẫu Văn Tư|CB2|||||
M09|Mẫu Thị Uyên|XA|office||||`
      await importUnits(tools, rosterRows(UNIT_COLUMNS, units), {}, recomputeTrees)
      const imported = await importMembers(tools, rosterRows(MEMBER_COLUMNS, members), {}, recomputeTrees)
      if (imported.problems.length > 0) throw new Error(JSON.stringify(imported.problems))
      const read = await importProgramme(tools, file, { unit: 'XA' })
      if (read.outcome === 'refused') throw new Error(JSON.stringify(read))
      const [tree] = await listTrees(tools.tx)
      const found = await findProgramme(tools.tx, tree!.id, 'mau-2026')
      const published = await publishProgramme(tools, found!)
      if (published.outcome === 'refused') throw new Error(JSON.stringify(published))
      await goLive(tools, found!, '2026-03-01')
      return tree!.id
    })
  } finally {
    await rm(dir, { recursive: true })
  }
}

async function pledge(lan: TelegramUser, secretary: ZaloUser): Promise<void> {
  await lan.says('/dangky')
  await choose(lan, 'Bản đăng ký cá nhân')
  await lan.presses('Đồng ý')
  await talk(lan, 'Giúp hộ anh Páo sửa mái bếp', '1', 'xong')
  await lan.sendsPhoto()
  await lan.presses('Đồng ý')
  await lan.sendsPhoto()
  codeIn(await talk(lan, 'xong', 'gửi'))
  await secretary.presses('Góp ý')
  await talk(secretary, 'Nêu rõ thời gian hoàn thành')
  await lan.presses('Sửa và nộp lại')
  await talk(lan, 'sửa 1.1', 'Giúp hộ anh Páo sửa mái bếp trước ngày 30 tháng sáu', 'tiếp', 'gửi')
  await lan.says('/camket')
  await choose(lan, 'Ghi tiến độ')
  await choose(lan, 'ang làm')
  await talk(lan, 'Đã lợp xong nửa mái')
}

async function aboutLan(
  app: TestApp,
  office: TelegramUser,
  secretary: ZaloUser,
  lan: TelegramUser,
): Promise<void> {
  // Named in the unit's report, in the list of the absent and in running words.
  await talk(secretary, '/baocao', '1/3', 'Ngọc Lan (ốm)', `Buổi học do ${FULL_NAME} ghi biên bản.`, 'gửi')
  // A list of names in a message, and a proposal about her.
  await secretary.says('danh sách')
  await secretary.presses('Chọn một người để cấp mã hoặc ngắt tài khoản')
  await secretary.presses(FULL_NAME)
  await secretary.presses('Đề nghị thay đổi')
  await secretary.presses('Đi vắng đến ngày')
  await talk(secretary, '20/3', 'gửi')
  await office.says('/nhanvien')
  await choose(office, FULL_NAME)
  await choose(office, 'Xác nhận')
  // A wish to be reminded later, as the button under a reminder keeps it.
  const [wish] = await app.database.sql<{ person: string; id: string }[]>`select a.person_id as person, a.id
    from assignments a join people p on p.id = a.person_id where p.code = 'M02' limit 1`
  const until = app.clock.product()
  await app.tools((tools) =>
    saveSnoozes(tools, { personId: wish!.person, assignmentIds: [wish!.id], choice: 'later', until }),
  )
  // More time, with a reason that is nobody's business.
  const { db, sql } = app.database
  const [owed] = await sql<
    { id: string }[]
  >`select a.id from assignments a join people p on p.id = a.person_id
    where p.code = 'M02' and a.state = 'open' order by a.due_on limit 1`
  const words = ['assignment', 'extend', owed!.id, '--to', '2026-04-20', '--reason', 'Bận chăm mẹ nằm viện']
  const { vault } = app.parts
  const run = await runCli(
    registerAssignment,
    { ...app.database, db },
    app.clock.product().toISOString(),
    words,
    { vault },
  )
  if (run.code !== 0) throw new Error(run.err.join('\n'))
  // In front of the group.
  const group = app.telegram.group('CB', { members: ['Uyên', 'Lan'] })
  await group.user('Uyên').says(`/nhom ${await inviteCode(app, 'CB', null)}`)
  await group.user('Lan').says('/tiendo Chào bot từ trong nhóm')
  // Asked and answered about her data.
  await talk(lan, 'xin sửa Tên đệm phải là Ngọc')
  await office.says('/hoso')
  await choose(office, 'sửa dữ liệu')
  await office.presses('Đã làm xong')
  await office.says('Đã hỏi lại sổ gốc')
  await app.pass(runPass)
  // Something that she never finished.
  await lan.says('/dangky')
  await talk(lan, 'Việc còn dang dở của tôi')
}

/** Presses the button whose label holds these words. */
async function choose(user: TelegramUser, words: string): Promise<void> {
  const label = user.buttons().find((each) => each.includes(words))
  if (!label) throw new Error(`no button “${words}” among ${user.buttons().join(', ')}`)
  await user.presses(label)
}
