import { expect, test } from 'vitest'
import { openTurns } from './turns'

const settled = () => new Promise((resolve) => setTimeout(resolve, 5))

test('so many at once, by member and by session; the others in the order in which they asked', async () => {
  const turns = openTurns({ total: 3, perSession: 2, perMember: 1 })
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const ask = (name: string, sessionId: string, memberId: string) =>
    void turns.take({ sessionId, memberId }).then((end) => {
      begun.push(name)
      ends.set(name, end)
    })
  ask('a1', 'A', 'a')
  ask('a2', 'A', 'a')
  ask('b1', 'A', 'b')
  ask('c1', 'A', 'c')
  ask('d1', 'B', 'd')
  ask('e1', 'C', 'e')
  await settled()
  expect(begun).toEqual(['a1', 'b1', 'd1'])
  ends.get('b1')!()
  ends.get('b1')!()
  await settled()
  expect(begun).toEqual(['a1', 'b1', 'd1', 'c1'])
  ends.get('a1')!()
  await settled()
  expect(begun.slice(4)).toEqual(['a2'])
  ends.get('d1')!()
  await settled()
  expect(begun.slice(5)).toEqual(['e1'])
})

test('who goes while waiting takes no turn from anybody', async () => {
  const turns = openTurns({ total: 1, perSession: 1, perMember: 1 })
  const member = { sessionId: 'A', memberId: 'a' }
  const end = await turns.take(member)
  const leaving = new AbortController()
  const gone = turns.take(member, leaving.signal)
  const next = turns.take(member)
  leaving.abort()
  ;(await gone)()
  end()
  ;(await next)()
})
