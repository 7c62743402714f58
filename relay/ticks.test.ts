import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Ticks } from './ticks'

const tickMs = 20

describe('ticks', () => {
  let sent = 0
  let ticks: Ticks
  beforeEach(() => {
    vi.useFakeTimers()
    sent = 0
    ticks = new Ticks(tickMs, () => sent++)
  })
  afterEach(() => {
    ticks.stop()
    vi.useRealTimers()
  })

  it('sends what comes now and then before anything else is done', () => {
    for (let edits = 1; edits <= 20; edits++) {
      ticks.dueNow()
      expect(sent).toBe(edits)
      vi.advanceTimersByTime(tickMs)
    }
  })

  it('sends what comes in the same moment together', async () => {
    ticks.due()
    ticks.due()
    expect(sent).toBe(0)
    await Promise.resolve()
    expect(sent).toBe(1)
  })

  it('does not send again what went along with an edit', async () => {
    ticks.due()
    ticks.dueNow()
    await Promise.resolve()
    expect(sent).toBe(1)
  })

  it('sends much in one tick per time, and the last of it without being asked again', () => {
    for (let ms = 0; ms < 1000; ms++) {
      ticks.dueNow()
      vi.advanceTimersByTime(1)
    }
    expect(sent).toBeGreaterThan(40)
    expect(sent).toBeLessThan(70)
    const before = sent
    ticks.dueNow()
    vi.advanceTimersByTime(tickMs)
    expect(sent).toBe(before + 1)
    vi.advanceTimersByTime(1000)
    expect(sent).toBe(before + 1)
  })

  it('sends nothing once it has stopped', async () => {
    ticks.due()
    ticks.later(10)
    ticks.stop()
    await Promise.resolve()
    vi.advanceTimersByTime(1000)
    expect(sent).toBe(0)
  })
})
