import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { FormDefinition } from '../../src/domain/form-definition.ts'
import { saveAbsence } from '../../src/store/absences.ts'
import { assignments, attachments, drafts, formVersions, programmes } from '../../src/store/schema/index.ts'
import { type AnsweringApp, startAnsweringApp } from '../support/answering-app.ts'
import { codeIn, talk } from '../support/talk.ts'

let it: AnsweringApp

beforeEach(async () => {
  it = await startAnsweringApp()
  await it.world.addPerson('Lan', 'cell')
  await it.world.addPerson('Hoa', 'cell', 'secretary')
  await it.world.addPerson('Bình', 'cell', 'deputy')
  await it.world.addPerson('Chi', 'cell', 'contact')
})
afterEach(() => it.close())

const draftStates = () =>
  it.world.work(async ({ tx }) => (await tx.select().from(drafts)).map(({ state }) => state))

/** Publishes a form of the programme anew. */
async function publishForm(code: string, change: (form: FormDefinition) => void): Promise<void> {
  await it.changeProgramme((programme) => {
    const form = programme.forms.find((one) => one.code === code)!
    change(form)
  })
  await it.world.work(async ({ tx, newId, now }) => {
    const [programme] = await tx.select().from(programmes)
    const stored = await tx.select().from(formVersions).where(eq(formVersions.code, code))
    // As the programme holds it now; `changeProgramme` changed that very object.
    const content = structuredClone(it.form(code))
    await tx.insert(formVersions).values({
      id: newId(),
      programmeId: programme!.id,
      code,
      number: stored.length + 1,
      content,
      digest: `digest ${stored.length + 1}`,
      createdAt: now,
    })
  })
}

describe('a form that is published anew while somebody writes', () => {
  test('begun on Telegram, taken up on Zalo: what changed is said, nothing is lost, old buttons are safe', async () => {
    await it.owe('pledge', 'Lan')
    const onTelegram = await it.telegram('Lan')
    await talk(onTelegram, '/dangky', 'Giúp hộ anh Páo sửa mái bếp')
    await publishForm('pledge', ({ fields }) => {
      const [deeds] = fields
      if (deeds?.kind !== 'group') throw new Error('no group')
      deeds.fields.splice(1, 0, {
        id: 'helper',
        label: 'Ai cùng làm?',
        kind: 'short-text',
        max: 100,
        optional: false,
        with_previous: false,
      })
    })
    // Who goes on where they are is asked what they had begun to answer.
    const onZalo = await it.zalo('Lan')
    const resumed = await talk(onZalo, 'đăng ký')
    expect(resumed).toContain('Mẫu phiếu đã đổi từ lần trước. Các câu đã trả lời vẫn giữ nguyên.')
    expect(resumed).toContain('Câu mới: 1. Việc làm theo – Ai cùng làm?')
    await onTelegram.presses('Khắc phục hạn chế')
    expect(onTelegram.heard().at(-1)).toContain('Nút này của câu trước')
    const review = await talk(onZalo, 'Chị Mẫu Thị Mỷ', '2', 'xong')
    for (const words of ['Giúp hộ anh Páo sửa mái bếp', 'Chị Mẫu Thị Mỷ', 'Đột phá'])
      expect(review).toContain(words)
    expect(codeIn(await talk(onZalo, 'gửi'))).toMatch(/^CK-/)
  })

  test('what was answered has no place any more: it is finished and filed again as it was begun', async () => {
    await it.owe('pledge', 'Lan')
    const lan = await it.zalo('Lan')
    await talk(lan, '/dangky', 'Giúp hộ anh Páo', '2', 'để sau')
    await publishForm('pledge', ({ fields }) => {
      const [deeds] = fields
      if (deeds?.kind === 'group') deeds.fields.splice(1, 1)
    })
    const resumed = await talk(lan, 'tiếp')
    expect(resumed).toContain('vẫn làm tiếp theo mẫu cũ')
    expect(resumed).toContain('Loại việc: Đột phá')
    const code = codeIn(await talk(lan, 'xong', 'gửi'))
    expect(await talk(lan, `sửa ${code}`)).toContain('Loại việc: Đột phá')
  })
})

describe('what is not meant for a form does not get into it', () => {
  test('after six hours a sentence that begins with a digit; a bare number or 1=… does', async () => {
    await it.owe('report')
    const hoa = await it.zalo('Hoa')
    await talk(hoa, '/baocao', '1/3', 'đủ')
    it.app.clock.advance('7h')
    expect(await talk(hoa, '2 đồng chí mới chuyển về thì đăng ký thế nào?')).toContain('chưa ghi vào phiếu')
    it.app.clock.advance('7h')
    expect(await talk(hoa, '3=Học chuyên đề quý I.')).toMatch(/^Câu 4\/4/)
  })

  test('words under a photo: not the answer to the question after it', async () => {
    await publishForm('report', ({ fields }) => {
      const { photo, content } = { content: fields[2]!, photo: fields[3]! }
      fields.splice(2, 2, photo, content)
    })
    await it.owe('report')
    const hoa = await it.telegram('Hoa')
    await talk(hoa, '/baocao', '1/3', 'đủ')
    await hoa.sendsPhoto('Ảnh hội trường')
    expect(hoa.heard().at(-1)).toContain('Nội dung chính')
    expect(await talk(hoa, 'Học chuyên đề.')).not.toContain('Ảnh hội trường')
  })

  test('after /huy a number for the list that was shown before', async () => {
    await it.owe('pledge', 'Lan')
    const lan = await it.zalo('Lan')
    expect(await talk(lan, '/viec')).toContain('1. ')
    await talk(lan, '/huy')
    expect(await talk(lan, '1')).not.toContain('Phiếu mở')
    expect(await draftStates()).toEqual([])
  })
})

describe('an album', () => {
  test('is answered once, and all of it is kept', async () => {
    await it.owe('report')
    const hoa = await it.telegram('Hoa')
    await talk(hoa, '/baocao', '1/3', 'đủ', 'Học chuyên đề.')
    hoa.heard()
    await hoa.sendsAlbum(3)
    expect(hoa.heard()).toHaveLength(1)
    const code = codeIn(await talk(hoa, 'gửi'))
    expect(await talk(hoa, `xem ${code}`)).toContain('Ảnh, tệp kèm theo: 3')
  })

  test('on Zalo, where it is several messages in one go: answered once all the same', async () => {
    await it.owe('report')
    const hoa = await it.zalo('Hoa')
    await talk(hoa, '/baocao', '1/3', 'đủ', 'Học chuyên đề.')
    hoa.heard()
    const sentAt = it.app.clock.machine().getTime()
    for (const _ of [1, 2, 3]) {
      it.app.clock.wait(sentAt + 1000 - it.app.clock.machine().getTime())
      await hoa.sendsPhoto()
    }
    expect(hoa.heard()).toHaveLength(1)
    const code = codeIn(await talk(hoa, 'gửi'))
    expect(await talk(hoa, `xem ${code}`)).toContain('Ảnh, tệp kèm theo: 3')
  })

  test('before photos were agreed to: asked once, and after the yes all of it is there', async () => {
    it.leaveUnasked('photos')
    await it.owe('report')
    const hoa = await it.telegram('Hoa')
    await talk(hoa, '/baocao', '1/3', 'đủ', 'Học chuyên đề.')
    hoa.heard()
    await hoa.sendsAlbum(3)
    expect(hoa.heard()).toHaveLength(1)
    await hoa.presses('Đồng ý')
    expect(await it.world.work(({ tx }) => tx.select().from(attachments))).toHaveLength(3)
    expect(codeIn(await talk(hoa, 'gửi'))).toMatch(/^BC-/)
  })
})

describe("a unit's draft", () => {
  test('that waits for a signature goes on waiting when somebody takes the pen', async () => {
    await it.owe('report')
    const chi = await it.zalo('Chi')
    const binh = await it.telegram('Bình')
    await talk(chi, '/baocao', '1/3', 'đủ', 'Học chuyên đề.', 'bỏ qua', 'gửi')
    expect(await draftStates()).toEqual(['awaiting-signature'])
    expect(await talk(binh, 'nhận viết tiếp')).toContain('Học chuyên đề.')
    expect(await draftStates()).toEqual(['awaiting-signature'])
    expect(codeIn(await talk(binh, 'gửi'))).toMatch(/^BC-/)
  })

  test('of a report that is not asked for any more: nobody is led to it; it is back when the report is', async () => {
    const id = await it.owe('report')
    const hoa = await it.zalo('Hoa')
    await talk(hoa, '/baocao', '1/3', 'để sau')
    const set = (state: string) =>
      it.world.work(({ tx }) => tx.update(assignments).set({ state }).where(eq(assignments.id, id)))
    await set('withdrawn')
    expect(await talk(hoa, 'tiếp')).toContain('Không có phiếu nào đang làm dở')
    await set('open')
    expect(await talk(hoa, 'tiếp')).toContain('làm tiếp từ câu 2/4')
  })

  test.each(['telegram', 'zalo'] as const)(
    '%s: a member who is away for weeks is not expected at the session, and may be named all the same',
    async (channel) => {
      await it.owe('report')
      await it.world.work(async (work) =>
        saveAbsence(work, { id: it.world.personIds['Lan']!, treeId: it.world.treeId }, '2026-04-30'),
      )
      const hoa = await it[channel]('Hoa')
      const asked = await talk(hoa, '/baocao', '1/3')
      expect(asked).toContain('Đang vắng dài ngày, không tính và không phải ghi: Mẫu Thị Lan.')
      expect(asked).toContain('1 Mẫu Thị')
      expect(asked).not.toMatch(/\d Mẫu Thị Lan/)
      const review = await talk(hoa, 'Lan (đi công tác), Chi (ốm)', 'Học chuyên đề.', 'bỏ qua')
      expect(review).toContain('có mặt 2/3; vắng có lý do: Mẫu Thị Chi (ốm)')
    },
  )
})
