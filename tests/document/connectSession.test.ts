// The page's connection against a real relay: what a person would notice of it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { WebSocket as NodeSocket } from 'ws'
import * as Y from 'yjs'
import { addNotes, viewNotes } from '../../shared/document/businessModel'
import { addPage, startSession, viewPages } from '../../shared/document/control'
import type { Relay } from '../../relay/relay'
import { startRelay } from '../../relay/startRelay'
import { connectSession } from '../../renderer/document/connectSession'
import { readPresence } from '../../renderer/document/presence'
import type { KeptChanges } from '../../renderer/document/keptChanges'
import { openRoom } from '../../renderer/document/openRoom'
import type { Self, Session } from '../../renderer/document/session'

const Socket = NodeSocket as unknown as typeof WebSocket
let dataDir: string
let relay: Relay
const sessions: Session[] = []

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'samverkstad-'))
  relay = await startRelay({ dataDir })
})
afterEach(async () => {
  await Promise.all(sessions.splice(0).map((session) => session.leave()))
  await relay.close()
  rmSync(dataDir, { recursive: true, force: true })
})

async function connect(sessionId: string, token: string): Promise<Session> {
  const session = await connectSession({ sessionId, token, relayUrl: relay.url, keepHere: false, Socket })
  sessions.push(session)
  return session
}

/** What a browser keeps, without one. */
function keepInMemory(): KeptChanges {
  const rows = new Map<number, Uint8Array>()
  let last = 0
  return {
    read: async () => [...rows].map(([key, update]) => ({ key, update })),
    async keep(update) {
      rows.set(++last, update)
      return last
    },
    forget: async (keys) => keys.forEach((key) => rows.delete(key)),
  }
}

const until = (holds: () => void) => vi.waitFor(holds, { timeout: 8000, interval: 20 })

test('what one writes the other reads, and both see it saved', async () => {
  const { sessionId, token } = await relay.sessions.create()
  const guest = await relay.sessions.mintToken(sessionId, 'participant', 'Amina')
  const one = await connect(sessionId, token)
  const other = await connect(sessionId, guest.token)
  expect(other.self).toEqual({ memberId: guest.memberId, name: 'Amina', role: 'participant' })

  const control = one.openRoom('control')
  expect(one.saveState()).toEqual({ kind: 'opening' })
  await control.opened
  startSession(control.doc, { title: 'Grannköket', now: 1 })
  const pageId = addPage(control.doc, { kind: 'businessModel', title: 'Affärsmodell', now: 1 })
  await one.whenSaved(5000)

  const seen = other.openRoom('control')
  await seen.opened
  expect(
    viewPages(seen.doc)
      .records()
      .map((page) => page.title),
  ).toEqual(['Affärsmodell'])
  expect(seen.rights()).toEqual({ canWrite: false, reason: 'role' })

  const mine = one.openRoom(`page-${pageId}`)
  const theirs = other.openRoom(`page-${pageId}`)
  await Promise.all([mine.opened, theirs.opened])
  addNotes(theirs.doc, [{ block: 'customer', text: 'Äldre som äter ensamma', now: 2 }])
  expect(other.saveState()).toEqual({ kind: 'saving' })
  await until(() => expect(viewNotes(mine.doc).records()).toHaveLength(1))
  await until(() => expect(other.saveState()).toEqual({ kind: 'saved' }))
})

test('a large page is there, all of it, the moment that it counts as opened', async () => {
  const { sessionId, token } = await relay.sessions.create()
  const full = new Y.Doc()
  const notes = Array.from({ length: 2000 }, (_, n) => ({
    block: 'customer' as const,
    text: `Lapp ${n}`,
    now: n,
  }))
  addNotes(full, notes)
  await relay.rooms.write(sessionId, 'page-p', Y.encodeStateAsUpdate(full))
  const room = (await connect(sessionId, token)).openRoom('page-p')
  const packed = vi.spyOn(globalThis, 'DecompressionStream')
  await room.opened
  expect(viewNotes(room.doc).records()).toHaveLength(2000)
  expect(packed).toHaveBeenCalled()
  packed.mockRestore()
})

test('a browser that cannot unpack opens the same page', async () => {
  const { sessionId, token } = await relay.sessions.create()
  const full = new Y.Doc()
  addNotes(full, [{ block: 'customer', text: 'Lång text '.repeat(2000), now: 1 }])
  await relay.rooms.write(sessionId, 'page-p', Y.encodeStateAsUpdate(full))
  vi.stubGlobal('DecompressionStream', undefined)
  try {
    const room = (await connect(sessionId, token)).openRoom('page-p')
    await room.opened
    expect(viewNotes(room.doc).records()).toHaveLength(1)
  } finally {
    vi.unstubAllGlobals()
  }
})

test('the relay stops in the middle: the page says so, keeps the changes and hands them over when it is back', async () => {
  const { sessionId, token } = await relay.sessions.create()
  const session = await connect(sessionId, token)
  const room = session.openRoom('page-p')
  await room.opened
  const { port } = relay
  await relay.close()
  await until(() => expect(session.saveState()).toEqual({ kind: 'offline', waiting: 0 }))
  addNotes(room.doc, [{ block: 'costs', text: 'Lokal', now: 1 }])
  addNotes(room.doc, [{ block: 'costs', text: 'Råvaror', now: 2 }])
  const offline = session.saveState()
  expect(offline.kind === 'offline' && offline.waiting).toBeGreaterThanOrEqual(2)
  await expect(session.whenSaved(50)).rejects.toThrow('not saved in time')

  relay = await startRelay({ dataDir, port })
  await until(() => expect(session.saveState()).toEqual({ kind: 'saved' }))
  const again = await connect(sessionId, token)
  const reread = again.openRoom('page-p')
  await reread.opened
  expect(viewNotes(reread.doc).records()).toHaveLength(2)
})

test('a locked page becomes readable only, and writable again', async () => {
  const { sessionId } = await relay.sessions.create()
  const guest = await relay.sessions.mintToken(sessionId, 'participant', 'Bo')
  const session = await connect(sessionId, guest.token)
  const room = session.openRoom('page-p')
  await room.opened
  expect(room.rights()).toEqual({ canWrite: true })
  await relay.sessions.setLock(sessionId, 'page-p', true)
  await until(() => expect(room.rights()).toEqual({ canWrite: false, reason: 'locked' }))
  await relay.sessions.setLock(sessionId, 'page-p', false)
  await until(() => expect(room.rights()).toEqual({ canWrite: true }))
})

test('a page that grows full is told so in time, and gets out of it when it was full', async () => {
  await relay.close()
  relay = await startRelay({ dataDir, limits: { roomBytes: 20_000 } })
  const { sessionId, token } = await relay.sessions.create()
  const session = await connect(sessionId, token)
  const room = session.openRoom('page-p')
  await room.opened
  expect(session.shortages()).toEqual([])
  addNotes(room.doc, [{ block: 'costs', text: 'x'.repeat(17_000), now: 1 }])
  await until(() => expect(session.shortages()).toEqual(['room']))
  await until(() => expect(session.saveState()).toEqual({ kind: 'saved' }))
  addNotes(room.doc, [{ block: 'costs', text: 'y'.repeat(9000), now: 2 }])
  await until(() => expect(session.saveState()).toEqual({ kind: 'refused', name: 'roomFull' }))
})

test('what a full page refused is dropped when its reader says so, or it would be refused again after each reload', async () => {
  await relay.close()
  relay = await startRelay({ dataDir, limits: { roomBytes: 20_000 } })
  const { sessionId, token, memberId } = await relay.sessions.create()
  const kept = keepInMemory()
  const openPage = () => {
    const self: Self = { memberId, name: '', role: 'facilitator' }
    return openRoom({ name: 'page-p', sessionId, token, self, relayUrl: relay.url, kept, Socket })
  }
  const refused = { kind: 'refused', name: 'roomFull' }
  const full = openPage()
  await full.opened
  addNotes(full.doc, [{ block: 'costs', text: 'y'.repeat(30_000), now: 2 }])
  await until(() => expect(full.saveState()).toEqual(refused))
  full.close()

  const again = openPage()
  await until(() => expect(again.saveState()).toEqual(refused))
  expect(await kept.read()).not.toHaveLength(0)
  await again.dropRefused()
  again.close()
  const last = openPage()
  await until(() => expect(last.saveState()).toEqual({ kind: 'saved' }))
  expect(viewNotes(last.doc).records()).toHaveLength(0)
  last.close()
})

test('a token taken back ends the session for that page alone', async () => {
  const { sessionId, token } = await relay.sessions.create()
  const guest = await relay.sessions.mintToken(sessionId, 'participant', 'Bo')
  const stays = await connect(sessionId, token)
  const goes = await connect(sessionId, guest.token)
  const rooms = [stays.openRoom('page-p'), goes.openRoom('page-p')]
  await Promise.all(rooms.map((room) => room.opened))
  await relay.sessions.revokeToken(guest.token)
  await until(() => expect(goes.saveState()).toEqual({ kind: 'refused', name: 'removed' }))
  expect(stays.saveState()).toEqual({ kind: 'saved' })
})

test('people are named by the relay, whatever their page says', async () => {
  const { sessionId, token } = await relay.sessions.create({}, 'Karin')
  const guest = await relay.sessions.mintToken(sessionId, 'participant', 'Amina')
  const one = await connect(sessionId, token)
  const other = await connect(sessionId, guest.token)
  const mine = one.openRoom('page-p')
  const theirs = other.openRoom('page-p')
  await Promise.all([mine.opened, theirs.opened])
  theirs.awareness.setLocalState({
    user: { name: 'Kommunchefen', role: 'facilitator' },
    place: { block: 'costs' },
  })
  await until(() => expect(readPresence(mine)[0]?.state.place).toBeDefined())
  expect(readPresence(mine)).toHaveLength(1)
  expect(readPresence(mine)[0]).toMatchObject({
    name: 'Amina',
    role: 'participant',
    memberId: guest.memberId,
  })
  expect(readPresence(mine)[0]?.state.place).toEqual({ block: 'costs' })
})

test('an unknown token is refused before any room opens', async () => {
  const { sessionId } = await relay.sessions.create()
  await expect(connect(sessionId, 'x'.repeat(43))).rejects.toMatchObject({ kind: 'notAdmitted' })
})
