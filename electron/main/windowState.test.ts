import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { followWindow, placeWindow, type Area } from './windowState'

const main: Area = { x: 0, y: 25, width: 1440, height: 875 }
const right: Area = { x: 1440, y: 0, width: 1920, height: 1080 }

const isWithin = (window: Area, screen: Area) =>
  window.x >= screen.x &&
  window.y >= screen.y &&
  window.x + window.width <= screen.x + screen.width &&
  window.y + window.height <= screen.y + screen.height

test('the first time it stands in the middle of the main screen', () => {
  const window = placeWindow(undefined, [main, right])
  expect(isWithin(window, main)).toBe(true)
  expect(window.x - main.x).toBe(main.width - window.width - (window.x - main.x))
})

test('it comes back where it was, on any screen', () => {
  for (const kept of [
    { x: 100, y: 100, width: 900, height: 700 },
    { x: 1500, y: 10, width: 1800, height: 1000 },
  ])
    expect(placeWindow(kept, [main, right])).toEqual(kept)
})

test('a screen that is gone: it moves to the main one', () => {
  const window = placeWindow({ x: 1500, y: 10, width: 1200, height: 800 }, [main])
  expect(isWithin(window, main)).toBe(true)
  expect(window).toMatchObject({ width: 1200, height: 800 })
})

test.each([
  { x: -300, y: 100, width: 900, height: 700 },
  { x: 1200, y: 500, width: 900, height: 700 },
  { x: 0, y: 0, width: 5000, height: 5000 },
  { x: 10, y: 10, width: 50, height: 50 },
  { x: 99_999, y: -99_999, width: 900, height: 700 },
])('partly or wholly outside (%o): it is wholly visible and usable', (kept) => {
  const window = placeWindow(kept, [main])
  expect(isWithin(window, main)).toBe(true)
  expect(window.width).toBeGreaterThanOrEqual(480)
  expect(window.height).toBeGreaterThanOrEqual(420)
})

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('its place is kept once it is still, and when it closes', () => {
  const heard = new Map<string, () => void>()
  let bounds = { x: 1, y: 2, width: 900, height: 700 }
  const keep = vi.fn()
  followWindow(
    {
      getNormalBounds: () => bounds,
      isMaximized: () => false,
      isDestroyed: () => false,
      on: (event: string, changed: () => void) => heard.set(event, changed),
    },
    keep,
  )
  for (let step = 0; step < 10; step++) {
    bounds = { ...bounds, x: step }
    heard.get('move')!()
    vi.advanceTimersByTime(100)
  }
  expect(keep).not.toHaveBeenCalled()
  vi.advanceTimersByTime(500)
  expect(keep).toHaveBeenCalledExactlyOnceWith({ ...bounds, x: 9, isMaximized: false })
  bounds = { ...bounds, width: 1000 }
  heard.get('close')!()
  expect(keep).toHaveBeenLastCalledWith({ ...bounds, isMaximized: false })
})
