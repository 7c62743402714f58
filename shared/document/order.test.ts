import { expect, test } from 'vitest'
import { orderBetween } from './order'

test('a key can always be made between two neighbours, wherever one inserts', () => {
  const list: string[] = []
  let seed = 7
  for (let n = 0; n < 2000; n++) {
    seed = (seed * 1103515245 + 12345) % 2147483648
    const at = n % 3 === 0 ? 0 : n % 3 === 1 ? list.length : seed % (list.length + 1)
    list.splice(at, 0, orderBetween(list[at - 1] ?? null, list[at] ?? null))
  }
  expect([...list].sort((a, b) => (a < b ? -1 : 1))).toEqual(list)
  expect(new Set(list).size).toBe(2000)
})

test('always inserting between the same two keeps working', () => {
  let low = orderBetween(null, null)
  const high = orderBetween(low, null)
  for (let n = 0; n < 300; n++) {
    const middle = orderBetween(low, high)
    expect(middle > low && middle < high).toBe(true)
    low = middle
  }
})
