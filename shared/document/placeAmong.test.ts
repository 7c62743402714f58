import { expect, test } from 'vitest'
import { orderKey, placeAmong } from './placeAmong'

interface Item {
  id: string
  order: string
}
const byKey = (a: Item, b: Item) => (a.order < b.order ? -1 : 1)
const put = (list: Item[], id: string, at: number): Item[] => {
  const { order, others } = placeAmong(list, at)
  const changed = new Map(others.map((each) => [each.id, each.order]))
  const next = list.map((each) => ({ id: each.id, order: changed.get(each.id) ?? each.order }))
  return [...next, { id, order }].sort(byKey)
}

test('keys stay short and in order however long one adds at one place', () => {
  for (const where of [(n: number) => n, () => 0, (n: number) => Math.max(0, n - 1)]) {
    let list: Item[] = []
    const expected: string[] = []
    for (let n = 0; n < 1500; n++) {
      const at = where(list.length)
      expected.splice(at, 0, `n${n}`)
      list = put(list, `n${n}`, at)
    }
    expect(list.map((each) => each.id)).toEqual(expected)
    for (const each of list)
      expect(orderKey.safeParse(each.order).success && each.order.length < 100).toBe(true)
  }
})

test('there is a place between two records with the same key', () => {
  const list = [
    { id: 'a', order: 'V' },
    { id: 'b', order: 'V' },
  ]
  expect(put(list, 'c', 1).map((each) => each.id)).toEqual(['a', 'c', 'b'])
})

test.each(['', '0', 'a0', 'ö', 'a b', 'x'.repeat(201)])('%j is no key', (key) => {
  expect(orderKey.safeParse(key).success).toBe(false)
})
