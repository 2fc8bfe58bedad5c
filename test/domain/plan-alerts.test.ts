import { describe, expect, test } from 'vitest'
import { type OpenTrouble, planAlerts, type Trouble } from '../../src/domain/plan-alerts.ts'

const at = (minutes: number) => new Date(Date.UTC(2026, 2, 2, 3, minutes))
const trouble = (kind: Trouble['kind'], subject = ''): Trouble => ({ kind, subject, values: { count: 1 } })
const open = (of: Trouble, more: Partial<OpenTrouble> = {}): OpenTrouble => ({
  ...of,
  id: `${of.kind}-${of.subject}`,
  lastSeenAt: at(0),
  toldAt: at(0),
  mutedUntil: null,
  ...more,
})
const told = (plan: ReturnType<typeof planAlerts>) => plan.tell.map((one) => one.trouble.kind)

describe('trouble is told', () => {
  const parked = trouble('parked')

  test('once when it comes', () => {
    expect(told(planAlerts([parked], [], at(0), true))).toEqual(['parked'])
    const later = planAlerts([parked], [open(parked)], at(1), true)
    expect([told(later), later.stays]).toEqual([[], [{ id: 'parked-', values: { count: 1 } }]])
  })

  test('once when it has been away for a quarter of an hour, not each time it flickers', () => {
    expect(planAlerts([], [open(parked)], at(14), true).ends).toEqual([])
    expect(planAlerts([], [open(parked)], at(15), true).ends).toEqual([{ open: open(parked), tell: true }])
  })

  test('not over when nobody was told that it had come', () => {
    const [end] = planAlerts([], [open(parked, { toldAt: null })], at(20), true).ends
    expect(end?.tell).toBe(false)
  })

  test('in the morning, unless it cannot wait', () => {
    const found = [parked, trouble('bot-stopped', 'a'), trouble('disk', '/srv')]
    expect(told(planAlerts(found, [], at(0), false))).toEqual(['bot-stopped', 'disk'])
    expect(told(planAlerts([parked], [open(parked, { toldAt: null })], at(9), true))).toEqual(['parked'])
    expect(planAlerts([], [open(parked)], at(30), false).ends).toEqual([])
  })

  test('not while it is muted', () => {
    const muted = open(parked, { toldAt: null, mutedUntil: at(10) })
    expect(told(planAlerts([parked], [muted], at(9), true))).toEqual([])
    expect(told(planAlerts([parked], [muted], at(10), true))).toEqual(['parked'])
  })

  test('for each bot by itself', () => {
    const [a, b] = [trouble('bot-stopped', 'a'), trouble('bot-stopped', 'b')]
    const plan = planAlerts([a, b], [open(a)], at(1), true)
    expect(plan.begins).toEqual([b])
  })
})
