// Nothing here measures time: what counts is how much begins in one turn of the event loop.
import { expect, test } from 'vitest'
import { paceLines } from './paceLines'

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve))

/** So many lines of `address` ask once; gives those whose turn it was, in order. */
function ask(pace: ReturnType<typeof paceLines>, address: string, count: number) {
  const begun: number[] = []
  const lines = Array.from({ length: count }, () => ({}))
  lines.forEach((line, n) => pace.wait(address, line, () => begun.push(n), 1))
  return { lines, begun }
}

test('of one address a few begin in each turn, in order; another address need not wait for them', async () => {
  const pace = paceLines()
  const flood = ask(pace, 'hostile', 200)
  const others = ask(pace, 'honest', 3)
  expect(others.begun).toEqual([0, 1, 2])
  for (let before = 0; before < 200; await nextTurn()) {
    expect(flood.begun.length - before).toBeLessThanOrEqual(10)
    before = flood.begun.length
  }
  expect(flood.begun).toEqual(flood.lines.map((_, n) => n))
})

test('what is heavy leaves less for others of the same address', () => {
  const pace = paceLines()
  let begun = 0
  for (let n = 0; n < 20; n++) pace.wait('one', {}, () => begun++, 5)
  expect(begun).toBe(2)
})

test('a line waits with one thing at a time, and behind every line that came before', async () => {
  const pace = paceLines()
  ask(pace, 'one', 10)
  const order: string[] = []
  const [greedy, patient] = [{}, {}]
  const again = () => {
    order.push('greedy')
    if (order.length < 50) expect(pace.wait('one', greedy, again, 10)).toBe(true)
  }
  pace.wait('one', greedy, again, 10)
  expect(pace.wait('one', greedy, () => order.push('more'), 1)).toBe(false)
  pace.wait('one', patient, () => order.push('patient'), 1)
  while (!order.includes('patient')) await nextTurn()
  expect(order.slice(0, 2)).toEqual(['greedy', 'patient'])
})

test('who has left is not begun', async () => {
  const pace = paceLines()
  const { lines, begun } = ask(pace, 'one', 30)
  for (const line of lines) pace.leave('one', line)
  for (let n = 0; n < 5; n++) await nextTurn()
  expect(begun.length).toBe(10)
})
