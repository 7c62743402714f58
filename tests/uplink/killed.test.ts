// Desk and hosted relay are processes that are killed with SIGKILL while both sides write: nothing acknowledged by
// either is lost, and both sides are equal afterwards.
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { onlineSession } from '../../shared/relay/online'
import { startChildRelay, type ChildRelay } from '../relay/childRelay'
import { pause, until } from '../relay/harness'
import { openBadLine } from './badLine'
import { startDeskProcess, type DeskProcess } from './deskProcess'
import { enter, enterToWrite, type Writer } from './online'

const rounds = 4
const tokenShape = z.object({ token: z.string() })

test(`${rounds} rounds in which each is killed once, and the line is cut besides`, async () => {
  const hostedData = await mkdtemp(join(tmpdir(), 'samverkstad-hosted-'))
  const port = await freePort()
  let hosted = await startChildRelay(hostedData, { port })
  const line = await openBadLine(hosted.url)
  const desk = await startDeskProcess(await freePort())
  const acknowledged = new Set<string>()
  let inFlight = 0
  try {
    await desk.ask('PUT', '/api/online/organisation', { address: line.address, key: hosted.key })
    const made = await desk.ask('POST', '/api/library', { title: 'Byns kök', template: 'empty' })
    const { sessionId } = z.object({ sessionId: z.string() }).parse(made.json)
    const opened = await desk.ask('POST', `/api/library/${sessionId}/open`, { name: 'Astrid' })
    const here = tokenShape.parse(opened.json).token
    await desk.ask('POST', `/api/online/sessions/${sessionId}`, { name: 'Astrid' })
    await reached(desk, sessionId)
    const eva = await comeIn(desk, sessionId, hosted, 'Eva')

    for (let round = 0; round < rounds; round++) {
      const { token } = await tokenNow(desk, sessionId, here)
      const writers = [
        await enterToWrite(desk.url, sessionId, 'page-one', token),
        await enterToWrite(hosted.url, eva.sessionId, 'page-one', eva.token),
      ]
      const stops = writers.map((writer, i) => keepWriting(writer, `${round} ${i}`))
      await until(() => writers.every((writer) => writer.safe().length > 5), 'each has something saved')
      await pause(Math.random() * 200)
      if (round % 2 === 0) {
        line.cut()
        await pause(Math.random() * 200)
        await hosted.kill()
      } else await desk.kill()
      await pause(Math.random() * 200)
      if (round % 2 === 0) {
        hosted = await startChildRelay(hostedData, { port })
        line.heal()
      } else await desk.start()
      for (const [i, writer] of writers.entries()) {
        const written = stops[i]!()
        writer.socket.terminate()
        await writer.closed
        writer.safe().forEach((key) => acknowledged.add(key))
        inFlight += written - writer.safe().length
      }
      await reached(desk, sessionId)
      const fresh = await tokenNow(desk, sessionId, here)
      const readers = [
        await enter(desk.url, sessionId, 'page-one', fresh.token),
        await enter(hosted.url, eva.sessionId, 'page-one', eva.token),
      ]
      const [mine, theirs] = readers.map(({ doc }) => [...doc.getMap('map').keys()].toSorted())
      readers.forEach(({ socket }) => socket.terminate())
      expect(mine).toEqual(theirs)
      const kept = new Set(mine)
      expect([...acknowledged].filter((key) => !kept.has(key))).toEqual([])
    }
    expect(acknowledged.size).toBeGreaterThan(rounds * 10)
    // Otherwise the kills hit programs at rest and prove nothing.
    expect(inFlight).toBeGreaterThan(0)
  } finally {
    await desk.end()
    await hosted.kill()
    await line.close()
    await rm(hostedData, { recursive: true, force: true })
  }
}, 240_000)

/** The desk's own token: a new one after each start of the desk. */
async function tokenNow(desk: DeskProcess, sessionId: string, before: string): Promise<{ token: string }> {
  const opened = await desk.ask('POST', `/api/library/${sessionId}/open`, { name: 'Astrid' })
  return opened.status === 200 ? tokenShape.parse(opened.json) : { token: before }
}

async function reached(desk: DeskProcess, sessionId: string): Promise<void> {
  await until(
    async () => {
      const answer = await desk.ask('GET', `/api/online/sessions/${sessionId}`).catch(() => undefined)
      const state = onlineSession.safeParse(answer?.json).data?.state
      return state?.kind === 'online' && state.reached
    },
    'everything has reached online',
    30_000,
  )
}

async function comeIn(desk: DeskProcess, sessionId: string, hosted: ChildRelay, name: string) {
  const shared = onlineSession.parse((await desk.ask('GET', `/api/online/sessions/${sessionId}`)).json)
  const answer = await fetch(`${hosted.url}/api/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: shared.door!.code, name }),
  })
  return z.object({ sessionId: z.string(), token: z.string() }).parse(await answer.json())
}

/** Writes one edit after another without waiting; gives the way to stop, and how many there were. */
function keepWriting(writer: Writer, name: string): () => number {
  let count = 0
  let isGoingOn = true
  void (async () => {
    while (isGoingOn && writer.socket.readyState === writer.socket.OPEN) {
      writer.write(`${name} ${count++}`)
      await pause(Math.random() * 6)
    }
  })()
  return () => {
    isGoingOn = false
    return count
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
