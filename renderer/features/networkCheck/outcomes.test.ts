import { expect, test } from 'vitest'
import { checkNames, judgeClock, judgeSpeed, verdict, type Outcomes } from './outcomes'

test('speed: late or thin is poor, with figures that people can read', () => {
  expect(judgeSpeed(12.4, 48.63)).toEqual({ kind: 'fine', detail: { latency: 12, speed: 49 } })
  expect(judgeSpeed(12.4, 4.567)).toEqual({ kind: 'fine', detail: { latency: 12, speed: 4.6 } })
  expect(judgeSpeed(800, 40)).toMatchObject({ kind: 'poor', why: 'slow' })
  expect(judgeSpeed(30, 0.4)).toMatchObject({ kind: 'poor', why: 'slow', detail: { speed: 0.4 } })
})

test('clock: minutes may differ, hours may not', () => {
  const now = Date.now()
  expect(judgeClock(now, now + 4 * 60_000)).toEqual({ kind: 'fine' })
  expect(judgeClock(now, now - 61 * 60_000)).toEqual({
    kind: 'poor',
    why: 'wrongClock',
    detail: { minutes: 61 },
  })
})

test('the verdict is the worst, once everything is known', () => {
  const fine = Object.fromEntries(checkNames.map((name) => [name, { kind: 'fine' }])) as Outcomes
  expect(verdict(fine)).toBe('fine')
  expect(verdict({ ...fine, storage: { kind: 'poor', why: 'nothingKept' } })).toBe('poor')
  expect(
    verdict({
      ...fine,
      storage: { kind: 'poor', why: 'nothingKept' },
      live: { kind: 'bad', why: 'blocked' },
    }),
  ).toBe('bad')
  const { clock: _, ...unfinished } = fine
  expect(verdict(unfinished)).toBeNull()
})
