// Joining a large room costs one merge, whoever and however many come.
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { connectByHand, startTestRelay, until } from './harness'

test('thirty people join a large board: the same payload for all', async () => {
  const running = await startTestRelay()
  try {
    const { sessionId, token } = await running.relay.sessions.create()
    const board = new Y.Doc()
    board.transact(() => {
      for (let i = 0; i < 5000; i++) {
        const shape = new Y.Map()
        board.getMap('shapes').set(`shape ${i}`, shape)
        shape.set('place', [i, i * 2, 0])
        shape.set('text', `Lapp ${i}`)
      }
    })
    await running.relay.rooms.write(sessionId, 'page-one', Y.encodeStateAsUpdate(board))
    const place = { url: running.relay.url, sessionId, room: 'page-one', token }
    const all = await Promise.all(
      Array.from({ length: 30 }, async () => {
        const hand = connectByHand(place)
        await hand.opened
        hand.sendStep1()
        await until(() => hand.heard.some(({ kind }) => kind === 'step2'), 'joined')
        return hand
      }),
    )
    const payloads = all.map(({ heard }) => heard.find((each) => each.kind === 'step2')!)
    const first = payloads[0]!
    for (const payload of payloads)
      expect('bytes' in payload && 'bytes' in first && Buffer.compare(payload.bytes, first.bytes)).toBe(0)
    for (const { doc } of all) expect(doc.getMap('shapes').size).toBe(5000)

    // Someone who has most of it gets only the rest.
    const stale = new Y.Doc()
    Y.applyUpdate(stale, Y.encodeStateAsUpdate(board))
    board.getMap('shapes').set('one more', new Y.Map())
    await running.relay.rooms.write(
      sessionId,
      'page-one',
      Y.encodeStateAsUpdate(board, Y.encodeStateVector(stale)),
    )
    const back = connectByHand(place)
    await back.opened
    back.sendStep1(Y.encodeStateVector(stale))
    await until(() => back.heard.some(({ kind }) => kind === 'step2'), 'answered')
    const bytes = back.heard.reduce((sum, each) => sum + ('bytes' in each ? each.bytes.length : 0), 0)
    expect(bytes).toBeLessThan(500)
    for (const { socket } of [...all, back]) socket.terminate()
  } finally {
    await running.stop()
  }
})

test('who asks for it gets the payload packed, with the latest edits before it; others get it plain', async () => {
  const running = await startTestRelay()
  try {
    const { sessionId, token } = await running.relay.sessions.create()
    const board = new Y.Doc()
    for (let i = 0; i < 3000; i++)
      board.getMap('notes').set(`note ${i}`, { text: `Lapp ${i}`, at: [i, i, 0] })
    await running.relay.rooms.write(sessionId, 'page-one', Y.encodeStateAsUpdate(board))
    const place = { url: running.relay.url, sessionId, room: 'page-one', token }
    const join = async (deflate: boolean) => {
      const hand = connectByHand(place, { deflate })
      await hand.opened
      hand.sendStep1()
      await until(() => hand.heard.some(({ kind }) => kind === 'step2' || kind === 'deflated'), 'joined')
      return hand
    }
    await running.relay.rooms.read(sessionId, 'page-one')
    const writer = await join(true)
    board.once('update', (update: Uint8Array) => writer.sendUpdate(update))
    board.getMap('notes').set('note 7', 'moved')
    await until(() => writer.acked() === 1, 'written')

    const [packed, plain] = [await join(true), await join(false)]
    for (const { doc } of [packed, plain])
      expect(doc.getMap('notes').toJSON()).toEqual(board.getMap('notes').toJSON())
    const kinds = ({ heard }: typeof packed) =>
      heard.map(({ kind }) => kind).filter((kind) => ['update', 'step2', 'deflated'].includes(kind))
    expect(kinds(packed)).toEqual(['update', 'deflated'])
    expect(kinds(plain)).toEqual(['update', 'step2'])
    const bytes = ({ heard }: typeof packed) => {
      const payload = heard.find(({ kind }) => kind === 'step2' || kind === 'deflated')!
      return 'bytes' in payload ? payload.bytes.length : 0
    }
    expect(bytes(packed)).toBeLessThan(0.2 * bytes(plain))
    for (const { socket } of [writer, packed, plain]) socket.terminate()
  } finally {
    await running.stop()
  }
})

test('an empty room is given back, and its log is one snapshot when it is opened again', async () => {
  const running = await startTestRelay()
  try {
    const { sessionId, token } = await running.relay.sessions.create()
    const hand = connectByHand({ url: running.relay.url, sessionId, room: 'page-one', token })
    await hand.opened
    const doc = new Y.Doc()
    doc.on('update', (update: Uint8Array) => hand.sendUpdate(update))
    for (let i = 0; i < 200; i++) doc.getMap('map').set('key', i)
    await until(() => hand.acked() === 200, 'written')
    const rooms = async () => {
      const answer = await fetch(`${running.relay.url}/metrics`, {
        headers: { authorization: `Bearer ${running.relay.key}` },
      })
      return /^samverkstad_rooms (\d+)$/m.exec(await answer.text())?.[1]
    }
    expect(await rooms()).toBe('1')
    hand.socket.terminate()
    await until(async () => (await rooms()) === '0', 'given back')
    const update = await running.relay.rooms.read(sessionId, 'page-one')
    expect(update.length).toBeLessThan(100)
    const again = new Y.Doc()
    Y.applyUpdate(again, update)
    expect(again.getMap('map').get('key')).toBe(199)
  } finally {
    await running.stop()
  }
})
