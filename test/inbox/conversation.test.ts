import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../support/start-test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await startTestApp({ now: '2026-03-01T09:00+07:00' })
})
afterEach(() => app.close())

describe('a first contact', () => {
  test('on Telegram: Start and unknown words are answered with what a stranger can do', async () => {
    const lan = app.telegram.user('lan')
    await lan.starts()
    expect(lan.heard()).toHaveLength(1)
    await lan.says('thời tiết hôm nay thế nào')
    expect(lan.heard()).toEqual([expect.stringContaining('Tôi chưa hiểu')])
    expect(lan.buttons()).toContain('Đổi ngôn ngữ')
    await lan.presses('Đổi ngôn ngữ')
    await lan.presses('English')
    expect(lan.heard().at(-1)).toBe('From now on I write in English.')
  })

  test('on Zalo: numbers pick from the menu shown last', async () => {
    const minh = app.zalo.user('minh')
    await minh.says('xin chào')
    expect(minh.heard()).toEqual([expect.stringMatching(/1\. Trợ giúp\n2\. Đổi ngôn ngữ/)])
    await minh.presses('Đổi ngôn ngữ')
    await minh.says('2')
    expect(minh.heard()).toEqual([
      expect.stringContaining('1. Tiếng Việt\n2. English'),
      'From now on I write in English.',
    ])
  })
})
