import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makeClosing } from './closing'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function setUp() {
  const parts = {
    patience: 10_000,
    canAsk: vi.fn(() => true),
    ask: vi.fn(),
    pageIsSilent: vi.fn(async (): Promise<'wait' | 'close'> => 'close'),
    close: vi.fn(),
    stayed: vi.fn(),
  }
  return { ...parts, closing: makeClosing(parts) }
}

test('the page is asked, and the window closes when it has saved', () => {
  const { closing, ask, close } = setUp()
  expect(closing.wanted()).toBe(false)
  expect(ask).toHaveBeenCalledOnce()
  expect(close).not.toHaveBeenCalled()
  closing.answered('close')
  expect(close).toHaveBeenCalledOnce()
  vi.advanceTimersByTime(60_000)
  expect(close).toHaveBeenCalledOnce()
})

test('the person stays, and can close later', () => {
  const { closing, ask, close, stayed } = setUp()
  closing.wanted()
  closing.answered('stay')
  expect(stayed).toHaveBeenCalledOnce()
  expect(closing.wanted()).toBe(false)
  expect(ask).toHaveBeenCalledTimes(2)
  closing.answered('close')
  expect(close).toHaveBeenCalledOnce()
})

test('wishing twice asks once', () => {
  const { closing, ask } = setUp()
  closing.wanted()
  expect(closing.wanted()).toBe(false)
  expect(ask).toHaveBeenCalledOnce()
})

test('a page that has not loaded has nothing to save', () => {
  const { closing, canAsk, ask } = setUp()
  canAsk.mockReturnValue(false)
  expect(closing.wanted()).toBe(true)
  expect(ask).not.toHaveBeenCalled()
})

test('a silent page: the person is asked after ten seconds, and may close anyway', async () => {
  const { closing, pageIsSilent, close } = setUp()
  closing.wanted()
  await vi.advanceTimersByTimeAsync(9_900)
  expect(pageIsSilent).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(200)
  expect(pageIsSilent).toHaveBeenCalledOnce()
  expect(close).toHaveBeenCalledOnce()
})

test('… or wait, as often as it takes', async () => {
  const { closing, pageIsSilent, ask, close } = setUp()
  pageIsSilent.mockResolvedValueOnce('wait').mockResolvedValueOnce('wait')
  closing.wanted()
  await vi.advanceTimersByTimeAsync(25_000)
  expect(pageIsSilent).toHaveBeenCalledTimes(2)
  expect(ask).toHaveBeenCalledTimes(3)
  closing.answered('close')
  expect(close).toHaveBeenCalledOnce()
})

test('an answer while the person is being asked counts', async () => {
  const { closing, pageIsSilent, close, ask } = setUp()
  let decide!: (what: 'wait' | 'close') => void
  pageIsSilent.mockReturnValueOnce(new Promise((resolve) => (decide = resolve)))
  closing.wanted()
  await vi.advanceTimersByTimeAsync(10_000)
  closing.answered('close')
  expect(close).toHaveBeenCalledOnce()
  decide('wait')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(close).toHaveBeenCalledOnce()
  expect(ask).toHaveBeenCalledOnce()
})

test('the page asks the person itself, who decides to close much later', async () => {
  const { closing, close, stayed, pageIsSilent } = setUp()
  closing.wanted()
  closing.answered('stay')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(stayed).toHaveBeenCalledOnce()
  expect(pageIsSilent).not.toHaveBeenCalled()
  closing.answered('stay')
  expect(stayed).toHaveBeenCalledOnce()
  closing.answered('close')
  expect(close).toHaveBeenCalledOnce()
})
