import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { chats, groupBindings, topicAcknowledgements } from '../../src/store/schema/index.ts'
import { type AnsweringApp, startAnsweringApp } from '../support/answering-app.ts'
import { talk } from '../support/talk.ts'

let it: AnsweringApp

beforeEach(async () => {
  it = await startAnsweringApp()
  await it.world.addPerson('Lan', 'cell')
})
afterEach(() => it.close())

const acknowledged = () =>
  it.world.work(({ tx }) =>
    tx.select({ personId: topicAcknowledgements.personId }).from(topicAcknowledgements),
  )

describe('the topic', () => {
  test('/chuyende shows title, brief, what to do and materials; a press acknowledges it once', async () => {
    const lan = await it.telegram('Lan')
    const shown = await talk(lan, '/chude')
    expect(shown).toContain('“Nêu cao trách nhiệm nêu gương”')
    expect(shown).toContain('Việc cần làm: Đọc tài liệu trước buổi sinh hoạt.')
    expect(shown).toContain('https://example.test/tai-lieu')
    await lan.presses('Đã nghiên cứu')
    expect(lan.heard().at(-1)).toContain('Đã ghi nhận: đã nghiên cứu')
    expect(await talk(lan, 'đã nghiên cứu')).toContain('đã được ghi nhận từ trước')
    expect(await talk(lan, '/chuyende')).toContain('Đã ghi nhận đã nghiên cứu ngày 02/3/2026')
    expect(await acknowledged()).toEqual([{ personId: it.world.personIds['Lan'] }])
  })

  test('said in a Zalo group: noted there, without any count in a small cell', async () => {
    await it.zalo('Lan')
    const group = it.app.zalo.group('to-3', { members: ['Lan'] })
    await group.user('Lan').says('đã nghiên cứu')
    expect(group.heard().at(-1)).toMatch(/Đã ghi nhận, cảm ơn đồng chí\.$/)
    expect(await acknowledged()).toHaveLength(1)
  })

  test('pressed under the post in a Telegram group: the answer goes to whoever pressed', async () => {
    const lan = await it.telegram('Lan')
    const group = it.app.telegram.group('to-3', { members: ['Lan'] })
    await group.user('Lan').says('/chuyende')
    const before = group.heard().length
    expect(before).toBeGreaterThan(0)
    await group.user('Lan').presses('Đã nghiên cứu')
    expect(group.heard()).toEqual([])
    expect(lan.heard().at(-1)).toContain('Đã ghi nhận: đã nghiên cứu')
  })

  test('pressed by somebody who has not joined: told how to, nothing is noted', async () => {
    await it.telegram('Lan')
    const group = it.app.telegram.group('to-3', { members: ['Lan', 'Khách'] })
    await group.user('Lan').says('/chuyende')
    group.heard()
    await group.user('Khách').presses('Đã nghiên cứu')
    expect(group.heard().at(-1)).toContain('gõ mã mời 8 ký tự')
    expect(await acknowledged()).toEqual([])
  })

  test('in a large cell the group hears how many, never who', async () => {
    for (let index = 0; index < 11; index += 1) await it.world.addPerson(`Người ${index}`, 'cell')
    await it.zalo('Lan')
    const group = it.app.zalo.group('to-3', { members: ['Lan'] })
    await group.user('Lan').says('chào bot')
    await it.world.work(async ({ tx, newId, now }) => {
      const [chat] = await tx.select().from(chats).where(eq(chats.kind, 'group'))
      await tx.insert(groupBindings).values({
        id: newId(),
        treeId: it.world.treeId,
        chatId: chat!.id,
        unitId: it.world.unitIds.cell,
        state: 'bound',
        requestedAt: now,
      })
    })
    await group.user('Lan').says('đã nghiên cứu')
    expect(group.heard().at(-1)).toContain('Đến nay: 1/12 đồng chí.')
  })
})
