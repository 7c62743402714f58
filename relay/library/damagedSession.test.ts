// A page that changed on the disk: what is whole is saved, what is not is named, and nothing pushes a whole copy out.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { ClassicLevel } from 'classic-level'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openedFile, sessionSummary, unreadParts, type SessionSummary } from '../../shared/relay/library'
import { roomOfPage, type RoomName } from '../../shared/relay/roles'
import { openTestDesk, type TestDesk } from '../desk/testDesk'
import { Backups } from './backups'

let desk: TestDesk
let session: SessionSummary
beforeEach(async () => {
  desk = await openTestDesk()
  const made = await desk.ask('POST', '/api/library', { title: 'Byns kök', template: 'filledExample' })
  session = sessionSummary.parse(made.json)
})
afterEach(() => desk.end())

/** What is on the disk of these rooms is no longer what was written. */
const damage = (...rooms: RoomName[]) =>
  desk.restart(async () => {
    const db = new ClassicLevel<string, Uint8Array>(join(desk.dataDir, 'db'), { valueEncoding: 'view' })
    for (const room of rooms) await db.put(`snap!${session.sessionId}!${room}`, new Uint8Array([1, 200, 255]))
    await db.close()
  })

const saveFile = async () => {
  const answer = await fetch(`${desk.desk.url}/api/library/${session.sessionId}/file`, {
    headers: { authorization: `Bearer ${desk.desk.key}` },
  })
  return { status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()) }
}
const openAgain = async (bytes: Uint8Array<ArrayBuffer>) => {
  const answer = await fetch(`${desk.desk.url}/api/library/file`, {
    method: 'POST',
    headers: { authorization: `Bearer ${desk.desk.key}`, 'content-type': 'application/octet-stream' },
    body: bytes,
  })
  return openedFile.parse(await answer.json())
}
const unread = async () =>
  unreadParts.parse((await desk.ask('GET', `/api/library/${session.sessionId}/unread`)).json)

test('a session with a damaged page is saved with all the others, and the page is named', async () => {
  expect(await unread()).toEqual([])
  const [broken, ...whole] = session.pages
  await damage(roomOfPage(broken!.pageId))
  const part = `rooms/${roomOfPage(broken!.pageId)}.ydoc`
  expect(await unread()).toEqual([{ kind: 'damaged', part, pageTitle: broken!.title }])

  const saved = await saveFile()
  expect(saved.status).toBe(200)
  const again = await openAgain(saved.bytes)
  expect(again.problems).toEqual([{ kind: 'missing', part, pageTitle: broken!.title }])
  expect(again.session.pages.slice(1)).toEqual(
    whole.map(({ kind, title, count }) => expect.objectContaining({ kind, title, count })),
  )
  expect(again.session.pages[1]!.count).toBeGreaterThan(0)
})

test('with the list of pages damaged, the pages themselves are saved and found again', async () => {
  await damage('control')
  const [problem] = await unread()
  expect(problem).toEqual({ kind: 'damaged', part: 'rooms/control.ydoc' })
  const again = await openAgain((await saveFile()).bytes)
  expect(again.session.pages.map(({ kind, count }) => `${kind} ${count}`).toSorted()).toEqual(
    session.pages.map(({ kind, count }) => `${kind} ${count}`).toSorted(),
  )
})

test('nothing is saved of what cannot be read at all, and no copy is made that looks whole', async () => {
  const rooms = session.pages.map(({ pageId }) => roomOfPage(pageId))
  await damage(rooms[0]!)
  expect(await desk.ask('POST', `/api/library/${session.sessionId}/duplicate`)).toMatchObject({
    status: 500,
    json: { kind: 'roomDamaged' },
  })
  await damage('control', 'common', ...rooms)
  expect((await saveFile()).status).toBe(500)
})

test('a backup is made of what is whole, and called incomplete', async () => {
  await damage(roomOfPage(session.pages[0]!.pageId))
  const backups = new Backups(desk.desk.relay, desk.dataDir)
  await backups.run(Date.now() + 60_000, 0)
  await backups.close()
  const files = await readdir(join(desk.dataDir, 'backups', session.sessionId))
  // The whole one was made when the desk closed.
  expect(files.filter((file) => file.endsWith('Z.samverk'))).toHaveLength(1)
  expect(files.filter((file) => file.endsWith('Z-incomplete.samverk'))).not.toHaveLength(0)
})
