import { cp, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addNotes } from '../../shared/document/businessModel'
import { openedFile, sessionSummary, templateIds, type SessionSummary } from '../../shared/relay/library'
import { openTestDesk, type TestDesk } from '../desk/testDesk'
import { startRelay } from '../startRelay'
import { Backups } from './backups'
import { readSessionFile } from './readSessionFile'
import { documentOf } from './sessionContent'
import { Summaries } from './summaries'

let desk: TestDesk
beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(() => desk.end())

const list = async () => sessionSummary.array().parse((await desk.ask('GET', '/api/library')).json)
const create = async (body: object) =>
  sessionSummary.parse((await desk.ask('POST', '/api/library', body)).json)
const find = async (id: string) => (await list()).find((each) => each.sessionId === id)
const demo = async (): Promise<SessionSummary> => {
  const found = (await list()).find((each) => each.isDemo)
  if (!found) throw new Error('no demo')
  return found
}
const file = async (id: string) => {
  const answer = await fetch(`${desk.desk.url}/api/library/${id}/file`, {
    headers: { authorization: `Bearer ${desk.desk.key}` },
  })
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) }
}
const sendFile = (bytes: Uint8Array) =>
  fetch(`${desk.desk.url}/api/library/file`, {
    method: 'POST',
    headers: { authorization: `Bearer ${desk.desk.key}`, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  })

test('an empty library begins with the demo, shown with what is in it and a picture', async () => {
  const [summary, ...others] = await list()
  expect(others).toEqual([])
  expect(summary).toMatchObject({
    title: 'Grannköket',
    isDemo: true,
    archived: false,
    deletedAt: null,
    people: [],
  })
  expect(summary!.pages.map((page) => page.title)).toEqual([
    'Väggen',
    'Affärsmodell',
    'Effektkedja',
    'Finansieringsplan',
  ])
  expect(summary!.pages.map((page) => page.count)).toEqual([40, 32, 17, 17])
  const tones = new Set(summary!.preview.map((box) => box.tone))
  for (const tone of ['yellow', 'red', 'blue', 'green', 'violet', 'grey', 'line'])
    expect(tones).toContain(tone)
  for (const box of summary!.preview) {
    expect(box.x).toBeGreaterThanOrEqual(0)
    expect(box.x + box.width).toBeLessThanOrEqual(160.2)
    expect(box.y + box.height).toBeLessThanOrEqual(100.2)
  }
})

test.each(templateIds)(
  'a session from the template %s has its pages, in both languages',
  async (template) => {
    const swedish = await create({ title: '', template, language: 'sv' })
    const english = await create({ title: 'My own', template, language: 'en' })
    expect(swedish.title).not.toBe('')
    expect(english.title).toBe('My own')
    expect(english.pages.map((page) => page.kind)).toEqual(swedish.pages.map((page) => page.kind))
    expect(english.pages.length).toBeGreaterThan(0)
    if (template !== 'empty') expect(english.pages[0]!.count).toBeGreaterThan(3)
  },
)

test('rename, archive, bin and back: what is left out stays, and others see the new title at once', async () => {
  const { sessionId } = await create({ title: 'Först' })
  await desk.ask('PATCH', `/api/library/${sessionId}`, { title: 'Sedan' })
  expect(await find(sessionId)).toMatchObject({ title: 'Sedan', archived: false })
  await desk.ask('PATCH', `/api/library/${sessionId}`, { archived: true })
  expect(await find(sessionId)).toMatchObject({ title: 'Sedan', archived: true, deletedAt: null })
  await desk.ask('PATCH', `/api/library/${sessionId}`, { deleted: true })
  expect((await find(sessionId))!.deletedAt).toBeGreaterThan(Date.now() - 10_000)
  await desk.ask('PATCH', `/api/library/${sessionId}`, { deleted: false })
  expect(await find(sessionId)).toMatchObject({ archived: true, deletedAt: null })
  expect((await desk.ask('PATCH', `/api/library/${sessionId}`, { title: '' })).status).toBe(400)
  expect((await desk.ask('PATCH', '/api/library/aaaaaaaaaaaaaaaaaaaa', { title: 'x' })).status).toBe(404)
})

test('opening gives a facilitator’s token, the same for each window', async () => {
  const { sessionId } = await create({ title: 'Öppna' })
  const open = async () =>
    ((await desk.ask('POST', `/api/library/${sessionId}/open`)).json as { token: string }).token
  const token = await open()
  expect(await open()).toBe(token)
  const me = await fetch(`${desk.desk.url}/api/sessions/${sessionId}/me`, {
    headers: { authorization: `Bearer ${token}` },
  })
  expect(await me.json()).toMatchObject({ sessionId, role: 'facilitator' })
  expect((await desk.ask('POST', '/api/library/aaaaaaaaaaaaaaaaaaaa/open')).status).toBe(404)
})

test('a copy is its own session, with pictures, and no demo', async () => {
  const original = await demo()
  const copy = sessionSummary.parse(
    (await desk.ask('POST', `/api/library/${original.sessionId}/duplicate`)).json,
  )
  expect(copy).toMatchObject({ title: 'Grannköket (kopia)', isDemo: false })
  expect(copy.pages.map((page) => page.count)).toEqual(original.pages.map((page) => page.count))
  expect(await desk.desk.relay.assets.list(copy.sessionId)).toHaveLength(1)
  await desk.ask('PATCH', `/api/library/${copy.sessionId}`, { title: 'Annat' })
  expect((await demo()).title).toBe('Grannköket')
  const english = await create({ title: 'Ours', language: 'en' })
  const second = await desk.ask('POST', `/api/library/${english.sessionId}/duplicate`)
  expect(second.json).toMatchObject({ title: 'Ours (copy)' })
})

test('a file leaves and comes back as a new session with the same content', async () => {
  const original = await demo()
  const { bytes, headers } = await file(original.sessionId)
  expect(headers.get('content-disposition')).toBe('attachment; filename="grannkoket.samverk"')
  const answer = await sendFile(bytes)
  expect(answer.status).toBe(201)
  const { session, problems } = openedFile.parse(await answer.json())
  expect(problems).toEqual([])
  expect(session.sessionId).not.toBe(original.sessionId)
  expect(session.pages).toEqual(original.pages)
  expect(session.preview).toEqual(original.preview)
  expect(await desk.desk.relay.assets.list(session.sessionId)).toHaveLength(1)
})

test('a damaged file opens with its problems; nonsense is refused and leaves nothing behind', async () => {
  const { bytes } = await file((await demo()).sessionId)
  const cut = openedFile.parse(await (await sendFile(bytes.subarray(0, bytes.length * 0.9))).json())
  expect(cut.problems.length).toBeGreaterThan(0)
  const before = (await list()).length
  const refused = await sendFile(Buffer.from('not a zip'))
  expect([refused.status, ((await refused.json()) as { kind: string }).kind]).toEqual([422, 'damagedFile'])
  expect((await list()).length).toBe(before)
})

test('deleting is for good: content, tokens and backups', async () => {
  const { sessionId } = await create({ title: 'Bort' })
  const { token } = (await desk.ask('POST', `/api/library/${sessionId}/open`)).json as { token: string }
  expect((await desk.ask('DELETE', `/api/library/${sessionId}`)).status).toBe(204)
  expect(await find(sessionId)).toBeUndefined()
  expect((await file(sessionId)).status).toBe(404)
  const me = await fetch(`${desk.desk.url}/api/sessions/${sessionId}/me`, {
    headers: { authorization: `Bearer ${token}` },
  })
  expect(me.status).toBe(401)
})

test('a list follows edits in the rooms, and unchanged sessions are not read again', async () => {
  const { sessionId, pages } = await create({ title: 'Modell', template: 'businessModelWorkshop' })
  const model = pages.find((page) => page.kind === 'businessModel')!
  const { rooms } = desk.desk.relay
  const doc = documentOf(await rooms.read(sessionId, `page-${model.pageId}`))
  addNotes(doc, [{ block: 'costs', text: 'Hyra', now: 1 }])
  await rooms.write(sessionId, `page-${model.pageId}`, Y.encodeStateAsUpdate(doc))
  expect((await find(sessionId))!.pages.find((page) => page.pageId === model.pageId)!.count).toBe(
    model.count + 1,
  )

  let reads = 0
  const counting = {
    ...desk.desk.relay,
    rooms: { ...rooms, read: (...at: Parameters<typeof rooms.read>) => (reads++, rooms.read(...at)) },
  }
  const cache = join(desk.dataDir, 'test-cache.json')
  const summaries = new Summaries(counting, cache)
  const all = await summaries.all()
  const first = reads
  expect(first).toBeGreaterThan(0)
  expect(await summaries.all()).toEqual(all)
  expect(reads).toBe(first)
  await summaries.save()
  expect(await new Summaries(counting, cache).all()).toEqual(all)
  expect(reads).toBe(first)
  await writeFile(cache, '{"version":1,"sessions":{"x":3}}')
  expect(await new Summaries(counting, cache).all()).toEqual(all)
  expect(reads).toBe(2 * first)
})

test('after a kill the list shows what was changed last, however soon after it was shown', async () => {
  const { sessionId } = await create({ title: 'Första', template: 'empty', language: 'sv' })
  const cache = join(desk.dataDir, 'kept-cache.json')
  const kept = new Summaries(desk.desk.relay, cache)
  expect((await kept.of(sessionId))?.title).toBe('Första')
  await kept.save()
  await desk.ask('PATCH', `/api/library/${sessionId}`, { title: 'Andra' })

  const left = `${desk.dataDir}-killed`
  await cp(desk.dataDir, left, { recursive: true })
  const killed = await startRelay({ dataDir: left })
  expect((await new Summaries(killed, join(left, 'kept-cache.json')).of(sessionId))?.title).toBe('Andra')
  await killed.close()
})

test('a session that goes on changing is copied every ten minutes, an unchanged one not again', async () => {
  const { sessionId } = await create({ title: 'Säkras' })
  const folder = join(desk.dataDir, 'more')
  const backups = new Backups(desk.desk.relay, folder)
  const copies = () => readdir(join(folder, 'backups', sessionId))
  const minute = 60_000
  const began = Date.now() + 2000
  await backups.run(began, 10 * minute)
  expect(await copies()).toHaveLength(1)
  await backups.run(began + 11 * minute, 10 * minute)
  expect(await copies()).toHaveLength(1)
  await new Promise((resolve) => setTimeout(resolve, began - Date.now() + 1))
  await desk.ask('PATCH', `/api/library/${sessionId}`, { title: 'Säkras igen' })
  await backups.run(began + minute, 10 * minute)
  expect(await copies()).toHaveLength(1)
  await backups.run(began + 11 * minute, 10 * minute)
  expect(await copies()).toHaveLength(2)
  await backups.forget(sessionId)
  expect(await readdir(join(folder, 'backups'))).not.toContain(sessionId)
  await backups.close()
})

test('after a restart all is there; the bin is emptied after 30 days; a deleted demo stays away', async () => {
  const kept = await create({ title: 'Kvar' })
  const old = await create({ title: 'Gammal' })
  const young = await create({ title: 'Ung' })
  const { sessions } = desk.desk.relay
  const days = (count: number) => Date.now() - count * 24 * 60 * 60 * 1000
  await sessions.setFacts(old.sessionId, { language: 'sv', archived: false, deletedAt: days(31) })
  await sessions.setFacts(young.sessionId, { language: 'sv', archived: false, deletedAt: days(29) })
  for (const each of await list()) if (each.isDemo) await desk.ask('DELETE', `/api/library/${each.sessionId}`)
  await desk.restart()
  const titles = (await list()).map((each) => each.title)
  expect(titles).toContain('Kvar')
  expect(titles).toContain('Ung')
  expect(titles).not.toContain('Gammal')
  expect((await list()).some((each) => each.isDemo)).toBe(false)

  // Closing wrote a copy of each changed session, whole and readable.
  const folder = join(desk.dataDir, 'backups', kept.sessionId)
  const copies = await readdir(folder)
  expect(copies).toHaveLength(1)
  const read = await readSessionFile(await readFile(join(folder, copies[0]!)), 'x')
  expect(read).toMatchObject({ kind: 'opened', problems: [] })
  expect(await readdir(join(desk.dataDir, 'backups'))).not.toContain(old.sessionId)
})
