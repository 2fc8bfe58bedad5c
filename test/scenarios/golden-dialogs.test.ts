import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { showInviteCode } from '../../src/domain/invite-code.ts'
import { issueInvite } from '../../src/store/invites.ts'
import { type AnsweringApp, startAnsweringApp } from '../support/answering-app.ts'
import { recordDialog, type RecordedDialog } from '../support/record-dialog.ts'
import { readSampleProgramme } from '../support/sample-programme.ts'

/**
 * The main conversations, word for word, on both channels. Whoever changes a sentence reads here what becomes of the
 * whole: it should stay short, warm and right.
 */
let it: AnsweringApp

// Fourteen messages there and back, one after the other.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const UNITS = { telegram: 'cell', zalo: 'other' } as const
const PEOPLE = {
  telegram: { newcomer: 'Mai', member: 'Páo', secretary: 'Hoa' },
  zalo: { newcomer: 'Sao', member: 'Mỷ', secretary: 'Thảo' },
} as const

beforeAll(async () => {
  it = await startAnsweringApp('2026-03-02T09:00+07:00', { programme: await readSampleProgramme() })
  for (const channel of ['telegram', 'zalo'] as const) {
    const { newcomer, member, secretary } = PEOPLE[channel]
    await it.world.addPerson(newcomer, UNITS[channel])
    await it.world.addPerson(member, UNITS[channel])
    await it.world.addPerson(secretary, UNITS[channel], 'secretary')
    await it.owe('dang-ky', member)
    await it.world.owe(it.obligation('sinh-hoat-quy'), { unit: UNITS[channel], period: '2026-Q1' })
  }
})
afterAll(() => it.close())

/** The conversation stands in `golden/`, and took no more messages of the bot than that. */
async function expectGolden(
  name: string,
  { transcript, messages }: RecordedDialog,
  most: number,
): Promise<void> {
  await expect(transcript).toMatchFileSnapshot(`golden/${name}.txt`)
  expect(messages).toBeLessThanOrEqual(most)
}

describe.each(['telegram', 'zalo'] as const)('%s', (channel) => {
  const { newcomer, member, secretary } = PEOPLE[channel]

  test('joining with a code: the terms, a yes, a welcome', async () => {
    const code = await it.app.tools(async (tools) => {
      const own = { treeId: it.world.treeId, unitId: it.world.unitIds[UNITS[channel]] }
      const personId = it.world.personIds[newcomer]!
      const invite = await issueInvite(tools, { ...own, personId, kind: 'member', createdBy: 'operator' })
      return showInviteCode(invite.code)
    })
    const user = it.app[channel].user(newcomer)
    if (channel === 'telegram') {
      await it.app.telegram.user(newcomer).starts()
      user.heard()
    }
    const joined = await recordDialog(user, [code, '[Đồng ý]'])
    // Which commands are offered then is no part of the conversation.
    const transcript = joined.transcript.replace(/^(Chọn một việc dưới đây.*)\n[^]*$/m, '$1\n')
    await expectGolden(`joining.${channel}`, { ...joined, transcript }, 3)
  })

  test('a pledge of three deeds', async () => {
    const steps = [
      '/dangky',
      '[Khắc phục một hạn chế kéo dài]',
      'Vận động 5 hộ phân loại rác\ntrong quý II',
      'Lập nhóm giúp người cao tuổi làm thủ tục trên mạng\ncả năm',
      '[Đổi mới, sáng tạo hoặc việc cấp bách]',
      'Trả lời ý kiến của dân trong 3 ngày\ncả năm',
      '[Khắc phục một hạn chế kéo dài]',
      'xong',
      'bỏ qua',
      'gửi',
    ]
    await expectGolden(`pledge.${channel}`, await recordDialog(await it[channel](member), steps), 10)
  })

  test("a cell's report", async () => {
    const steps = [
      '/baocao',
      'hôm qua',
      `${member} (ốm)`,
      'Học chuyên đề quý I, trao đổi về nêu gương.',
      'Mỗi đảng viên nhận một việc cụ thể.',
      'Sinh hoạt đúng giờ, nhiều ý kiến.',
      'bỏ qua',
      'có',
      'có',
      'Tổ dân phố 3, tuyến đường hoa',
      'bỏ qua',
      'không có',
      'bỏ qua',
      'gửi',
    ]
    await expectGolden(`report.${channel}`, await recordDialog(await it[channel](secretary), steps), 14)
  })

  test('how a deed goes', async () => {
    const steps = [
      '/camket',
      '[Ghi tiến độ: Vận động 5 hộ phân loại rác]',
      '[Đang làm]',
      'Đã có 3 hộ làm theo',
    ]
    await expectGolden(`progress.${channel}`, await recordDialog(await it[channel](member), steps), 4)
  })
})
