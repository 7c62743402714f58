// What every storage promises; run against each of them.
import { expect, test } from 'vitest'
import type { Storage } from '../../relay/storage'

/** @param storage opened before the first test. */
export function promisesOfRecords(storage: () => Storage): void {
  let number = 0
  const newKey = () => `contract!${number++}`

  test('a record is read back as it was put, and is gone when deleted', async () => {
    const key = newKey()
    const value = { name: 'Åsa', list: [1, 2.5, null], nested: { yes: true } }
    await storage().putRecords([{ key, value }])
    expect(await storage().getRecord(key)).toEqual(value)
    await storage().deleteRecords([key])
    expect(await storage().getRecord(key)).toBeUndefined()
  })

  test('records are listed by the beginning of their key, in the order of their keys', async () => {
    const key = newKey()
    const records = ['b', 'A', 'a!x', '-', '_'].map((end) => ({ key: `${key}!${end}`, value: end }))
    await storage().putRecords([
      ...records,
      { key: `${key}0!a`, value: 'of another' },
      { key, value: 'itself' },
    ])
    const listed = await storage().listRecords(key)
    expect(listed).toEqual(records.toSorted((a, b) => (a.key < b.key ? -1 : 1)))
  })

  test('twenty changes of one record at once all count', async () => {
    const key = newKey()
    const addOne = (count: number | undefined) => (count ?? 0) + 1
    await Promise.all(Array.from({ length: 20 }, () => storage().updateRecord(key, addOne)))
    expect(await storage().getRecord(key)).toBe(20)
  })

  test('of ten who want the last three, three get one', async () => {
    const key = newKey()
    await storage().putRecords([{ key, value: { left: 3 } }])
    const taken = await Promise.all(
      Array.from({ length: 10 }, async () => {
        let hasOne = false
        await storage().updateRecord<{ left: number }>(key, (stored) => {
          hasOne = stored !== undefined && stored.left > 0
          return hasOne ? { left: stored!.left - 1 } : stored
        })
        return hasOne
      }),
    )
    expect(taken.filter(Boolean)).toHaveLength(3)
    expect(await storage().getRecord(key)).toEqual({ left: 0 })
  })

  test('a change that gives nothing deletes, and one that gives the same leaves the record', async () => {
    const key = newKey()
    await storage().putRecords([{ key, value: { is: 'here' } }])
    expect(await storage().updateRecord(key, (stored) => stored)).toEqual({ is: 'here' })
    expect(await storage().updateRecord(key, () => undefined)).toBeUndefined()
    expect(await storage().getRecord(key)).toBeUndefined()
    expect(await storage().updateRecord(key, (stored) => stored)).toBeUndefined()
    expect(await storage().updateRecord<string>(key, () => 'new')).toBe('new')
  })

  test('a change that throws leaves the record, and the next one goes on', async () => {
    const key = newKey()
    await storage().putRecords([{ key, value: 1 }])
    const failing = storage().updateRecord(key, () => {
      throw new Error('on purpose')
    })
    await expect(failing).rejects.toThrow('on purpose')
    expect(await storage().updateRecord<number>(key, (count) => count! + 1)).toBe(2)
  })
}
