import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sayPlanned } from '../../src/jobs/planned-message.ts'
import { planRecalls } from '../../src/jobs/recall-drafts.ts'
import { planNudgeMessages } from '../../src/jobs/send-nudges.ts'
import { withTools } from '../../src/tools.ts'
import { type AnsweringApp, startAnsweringApp } from '../support/answering-app.ts'
import { talk } from '../support/talk.ts'

let it: AnsweringApp

beforeEach(async () => {
  it = await startAnsweringApp('2026-02-02T09:00+07:00')
  await it.world.addPerson('Lan', 'cell')
  await it.world.addPerson('Hoa', 'cell', 'secretary')
  await it.world.addPerson('Bình', 'cell', 'deputy')
})
afterEach(() => it.close())

/** What the clock starts at an hour; gives the recalls that came of it. */
async function passAt(time: string, user: { heard(): string[] }): Promise<string[]> {
  await planAt(time, planNudgeMessages)
  await planAt(time, planRecalls)
  return user.heard().filter((text) => text.includes('viết dở'))
}

async function planAt(time: string, plan: typeof planRecalls | typeof planNudgeMessages): Promise<void> {
  it.app.clock.set(time)
  await it.app.pass((parts) =>
    withTools(parts, async (tools) => {
      const planned = await plan(tools, it.world.treeId)
      return sayPlanned(tools, Array.isArray(planned) ? planned : planned.messages)
    }),
  )
}

describe('an unfinished form', () => {
  test.each(['telegram', 'zalo'] as const)(
    '%s: is recalled once, neutrally, and taken up from there',
    async (channel) => {
      await it.owe('pledge', 'Lan')
      const lan = await it[channel]('Lan')
      await talk(lan, '/dangky', 'Giúp hộ anh Páo sửa mái bếp', 'để sau')
      expect(await passAt('2026-02-03T10:00+07:00', lan)).toEqual([])
      // Two days are over in the night: nobody is woken for it.
      expect(await passAt('2026-02-04T22:00+07:00', lan)).toEqual([])
      const [recalled, another] = await passAt('2026-02-05T08:30+07:00', lan)
      expect(another).toBeUndefined()
      expect(recalled).toContain('Bản đăng ký cá nhân – năm 2026')
      expect(recalled?.slice(0, 60)).toMatch(/^Có phiếu đang viết dở/)
      await lan.presses('Làm tiếp')
      expect(lan.heard().at(-1)).toContain('Loại việc')
      await talk(lan, 'để sau')
      expect(await passAt('2026-02-12T09:00+07:00', lan)).toEqual([])
    },
  )

  test('filed, cancelled or past its date: it is not recalled', async () => {
    await it.owe('pledge', 'Lan')
    await it.owe('pledge', 'Hoa', '2026-02-03')
    const lan = await it.telegram('Lan')
    const hoa = await it.zalo('Hoa')
    await talk(lan, '/dangky', 'Giúp hộ anh Páo', 'huỷ', '1')
    await talk(hoa, '/dangky', 'Giúp hộ chị Mỷ')
    expect(await passAt('2026-02-05T09:00+07:00', lan)).toEqual([])
    expect(hoa.heard().filter((text) => text.includes('viết dở'))).toEqual([])
  })

  test("a unit's draft is recalled to whoever holds the pen", async () => {
    await it.owe('report')
    const hoa = await it.telegram('Hoa')
    const binh = await it.zalo('Bình')
    await talk(hoa, '/baocao', '1/2')
    await talk(binh, '/baocao', 'nhận viết tiếp')
    hoa.heard()
    expect(await passAt('2026-02-05T09:00+07:00', binh)).toHaveLength(1)
    expect(hoa.heard().filter((text) => text.includes('viết dở'))).toEqual([])
  })

  test('a nudge of these days is enough: nothing more is said', async () => {
    await it.owe('pledge', 'Lan', '2026-02-06')
    const lan = await it.zalo('Lan')
    await talk(lan, '/dangky', 'Giúp hộ anh Páo sửa mái bếp')
    // Three days before the date the nudge comes; the draft has rested for one day only.
    await planAt('2026-02-03T09:00+07:00', planNudgeMessages)
    expect(lan.heard().join()).toContain('Bản đăng ký cá nhân')
    expect(await passAt('2026-02-04T10:00+07:00', lan)).toEqual([])
  })
})
