import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { RelayOrder, RelayReport } from '../../shared/bridge/relayMessages'
import { startRelayService, type RelayChild, type RelayServiceOptions } from './relayService'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const key = 'k'.repeat(43)
const url = 'http://127.0.0.1:4001'

class Child implements RelayChild {
  readonly orders: RelayOrder[] = []
  killed = false
  #heard: (message: unknown) => void = () => undefined
  readonly #exits: ((code: number) => void)[] = []
  postMessage(order: RelayOrder) {
    this.orders.push(order)
  }
  on(_event: 'message', heard: (message: unknown) => void) {
    this.#heard = heard
  }
  once(_event: 'exit', heard: (code: number) => void) {
    this.#exits.push(heard)
  }
  kill() {
    this.killed = true
    this.die()
    return true
  }
  say(report: RelayReport) {
    this.#heard(report)
  }
  die() {
    this.#exits.splice(0).forEach((heard) => heard(1))
  }
}

function setUp(options: Partial<RelayServiceOptions> = {}) {
  const children: Child[] = []
  const gaveUp = vi.fn()
  const service = startRelayService({
    fork: () => {
      const child = new Child()
      children.push(child)
      return child
    },
    start: { dataDir: '/data', rendererDir: '/pages', key, allowedOrigins: ['app://samverkstad'] },
    gaveUp,
    ...options,
  })
  return { service, children, gaveUp, newest: () => children.at(-1)! }
}

test('whoever asks waits until the relay answers', async () => {
  const { service, newest } = setUp()
  const connection = service.connection()
  let isThere = false
  void connection.then(() => (isThere = true))
  await vi.advanceTimersByTimeAsync(1000)
  expect(isThere).toBe(false)
  expect(service.url()).toBeUndefined()
  newest().say({ kind: 'started', url })
  expect(await connection).toEqual({ url, key })
})

test('after a crash it comes back on the same port with the same key', async () => {
  const { service, children, newest } = setUp()
  expect(newest().orders[0]).toMatchObject({ kind: 'start', port: 0, key })
  newest().say({ kind: 'started', url })
  newest().die()
  await vi.advanceTimersByTimeAsync(0)
  expect(children).toHaveLength(2)
  expect(newest().orders[0]).toMatchObject({ kind: 'start', port: 4001, key, dataDir: '/data' })
  const connection = service.connection()
  newest().say({ kind: 'started', url })
  expect(await connection).toEqual({ url, key })
})

test('each further try waits longer, and at last the person is asked', async () => {
  const { service, children, gaveUp, newest } = setUp({ tries: 4 })
  const connection = service.connection()
  const lost = expect(connection).rejects.toThrow('the folder is locked')
  const delays: number[] = []
  for (let tries = 1; tries < 4; tries++) {
    newest().say({ kind: 'failed', sentence: 'the folder is locked' })
    const before = children.length
    newest().die()
    let waited = 0
    while (children.length === before) {
      await vi.advanceTimersByTimeAsync(10)
      waited += 10
    }
    delays.push(waited)
  }
  expect(delays[1]).toBeGreaterThan(delays[0]!)
  expect(delays[2]).toBeGreaterThan(delays[1]!)
  expect(gaveUp).not.toHaveBeenCalled()
  newest().say({ kind: 'failed', sentence: 'the folder is locked' })
  newest().die()
  await lost
  expect(gaveUp).toHaveBeenCalledExactlyOnceWith('the folder is locked', expect.any(Function))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(children).toHaveLength(4)

  const retry = gaveUp.mock.calls[0]![1] as () => void
  const again = service.connection()
  retry()
  newest().say({ kind: 'started', url })
  expect(await again).toEqual({ url, key })
})

test('a relay that lives a while makes its failures forgotten; one that keeps dying does not', async () => {
  const { children, gaveUp, newest } = setUp({ tries: 3 })
  for (let deaths = 0; deaths < 6; deaths++) {
    newest().say({ kind: 'started', url })
    await vi.advanceTimersByTimeAsync(20_000).then(() => newest().say({ kind: 'pong' }))
    newest().die()
    await vi.advanceTimersByTimeAsync(10_000)
  }
  expect(gaveUp).not.toHaveBeenCalled()
  const before = children.length
  for (let deaths = 0; deaths < 3; deaths++) {
    newest().say({ kind: 'started', url })
    newest().die()
    await vi.advanceTimersByTimeAsync(9_000)
  }
  expect(gaveUp).toHaveBeenCalledOnce()
  expect(children.length - before).toBeLessThan(4)
})

test('a relay that gives no sign of life is ended and started again', async () => {
  const { children } = setUp({ heartbeat: 1000 })
  const [first] = children
  first!.say({ kind: 'started', url })
  for (let second = 0; second < 20; second++) {
    await vi.advanceTimersByTimeAsync(1000)
    first!.say({ kind: 'pong' })
  }
  expect(first!.killed).toBe(false)
  await vi.advanceTimersByTimeAsync(5000)
  expect(first!.killed).toBe(true)
  await vi.advanceTimersByTimeAsync(300)
  expect(children).toHaveLength(2)
})

test('at the end it is asked to stop, not started again, and nobody waits for it', async () => {
  const { service, children, newest } = setUp()
  newest().say({ kind: 'started', url })
  let isDone = false
  const stopped = service.stop(5000).then(() => (isDone = true))
  expect(newest().orders.at(-1)).toEqual({ kind: 'stop' })
  await vi.advanceTimersByTimeAsync(1000)
  expect(isDone).toBe(false)
  newest().die()
  await stopped
  await vi.advanceTimersByTimeAsync(60_000)
  expect(children).toHaveLength(1)
})

test('one that does not end in time is ended', async () => {
  const { service, newest } = setUp()
  newest().say({ kind: 'started', url })
  const stopped = service.stop(5000)
  await vi.advanceTimersByTimeAsync(5000)
  await stopped
  expect(newest().killed).toBe(true)
})

test('each relay is told which organisation there is, also the one after a crash, and when it changes', async () => {
  const first = { address: 'https://relay.example.se', key: 'k' }
  let organisation: typeof first | null = first
  const { service, children, newest } = setUp({ organisation: async () => organisation })
  await vi.advanceTimersByTimeAsync(0)
  expect(newest().orders).toContainEqual({ kind: 'organisation', organisation: first })
  newest().say({ kind: 'started', url })
  newest().die()
  await vi.advanceTimersByTimeAsync(300)
  expect(children).toHaveLength(2)
  expect(newest().orders).toContainEqual({ kind: 'organisation', organisation: first })
  organisation = null
  service.tellOrganisation()
  await vi.advanceTimersByTimeAsync(0)
  expect(newest().orders.at(-1)).toEqual({ kind: 'organisation', organisation: null })
})
