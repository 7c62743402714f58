import { unzipSync, zipSync, type Zippable } from 'fflate'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { viewNotes } from '../../shared/document/businessModel'
import { readFacts, schemaVersion } from '../../shared/document/control'
import { readBoard } from '../../shared/document/whiteboard'
import { makeDemo } from './demo'
import { fileLimits, readSessionFile, type ReadFile } from './readSessionFile'
import { documentOf, listPages, openPage, type SessionContent } from './sessionContent'
import { writeSessionFile } from './writeSessionFile'

const moment = Date.UTC(2027, 2, 14, 9)
const demo = makeDemo(moment)
const file = await writeSessionFile(demo, moment)
const wall = 'rooms/page-demo-wall.ydoc'
const model = 'rooms/page-demo-model.ydoc'

function opened(read: ReadFile): Extract<ReadFile, { kind: 'opened' }> {
  if (read.kind !== 'opened') throw new Error(`refused: ${read.kind}`)
  return read
}

/** The demo's file with parts changed; undefined takes one out. Stored, so that bytes can be found again. */
function remade(change: Record<string, Uint8Array | undefined>, level: 0 | 6 = 6): Buffer {
  const parts: Zippable = { ...unzipSync(file) }
  for (const [path, bytes] of Object.entries(change))
    if (bytes) parts[path] = bytes
    else delete parts[path]
  return Buffer.from(zipSync(parts, { level }))
}

const manifestWith = (change: object) => {
  const manifest = JSON.parse(new TextDecoder().decode(unzipSync(file)['manifest.json']))
  return new TextEncoder().encode(JSON.stringify({ ...manifest, ...change }))
}

const titles = (content: SessionContent) =>
  listPages(documentOf(content.rooms.get('control')!)).map((page) => page.title)
const countBoard = (content: SessionContent) =>
  readBoard(openPage(content, 'demo-wall') ?? new Y.Doc()).length
const countNotes = (content: SessionContent) =>
  viewNotes(openPage(content, 'demo-model') ?? new Y.Doc()).records().length

test('a file opens as it was saved: title, pages, notes, picture', async () => {
  const { content, problems } = opened(await readSessionFile(file, 'Utan namn'))
  expect(problems).toEqual([])
  expect(readFacts(documentOf(content.rooms.get('control')!))).toMatchObject({
    title: 'Grannköket',
    createdAt: moment,
  })
  expect(titles(content)).toEqual(['Väggen', 'Affärsmodell', 'Effektkedja', 'Finansieringsplan'])
  expect(readBoard(openPage(content, 'demo-wall')!)).toEqual(
    expect.arrayContaining(readBoard(openPage(demo, 'demo-wall')!)),
  )
  expect(countNotes(content)).toBeGreaterThanOrEqual(20)
  expect([...content.assets.keys()]).toEqual([...demo.assets.keys()])
})

test('the same content gives the same bytes', async () => {
  expect((await writeSessionFile(demo, moment)).equals(file)).toBe(true)
})

test('the readable copy holds every text in plain files', () => {
  const parts = unzipSync(file)
  const text = (path: string) => new TextDecoder().decode(parts[path])
  expect(text('readable/01-vaggen.md')).toContain('Butiken i byn stängde i fjol')
  expect(text('readable/01-vaggen.md')).toContain('أريد أن أطبخ مع جيراني')
  expect(text('readable/02-affarsmodell.md')).toContain('- Lunchlådor, 115 kr styck (prövad / tested, Amina)')
  expect(JSON.parse(text('readable/02-affarsmodell.json')).blocks).toHaveLength(9)
  expect(text('readable/session.md')).toContain('1. Väggen')
})

test('a part with flipped bits is named with its page, and the rest opens', async () => {
  const bytes = unzipSync(file)[model]!.slice()
  bytes[bytes.length >> 1]! ^= 0xff
  const { content, problems } = opened(await readSessionFile(remade({ [model]: bytes }), 'Utan namn'))
  expect(problems).toEqual([{ kind: 'damaged', part: model, pageTitle: 'Affärsmodell' }])
  expect(content.rooms.has('page-demo-model')).toBe(false)
  expect(titles(content)).toEqual(['Väggen', 'Affärsmodell', 'Effektkedja', 'Finansieringsplan'])
  expect(countBoard(content)).toBeGreaterThan(50)
})

test('bits flipped in the zip itself are noticed without a manifest too', async () => {
  const stored = remade({ 'manifest.json': undefined }, 0)
  const at = stored.indexOf(Buffer.from('Lunchlådor, 115 kr'))
  const inRoom = stored.indexOf(Buffer.from('Medlemmarna bestämmer'))
  expect(at).toBeGreaterThan(0)
  stored[inRoom]! ^= 0x20
  const { problems } = opened(await readSessionFile(stored, 'Utan namn'))
  expect(problems.map((problem) => `${problem.kind} ${problem.part}`)).toEqual(
    expect.arrayContaining(['missing manifest.json', `damaged ${model}`]),
  )
})

test('a missing room and a missing picture are named', async () => {
  const asset = `assets/${[...demo.assets.keys()][0]}`
  const { content, problems } = opened(
    await readSessionFile(remade({ [wall]: undefined, [asset]: undefined }), 'x'),
  )
  expect(problems).toEqual(
    expect.arrayContaining([
      { kind: 'missing', part: wall, pageTitle: 'Väggen' },
      { kind: 'missing', part: asset },
    ]),
  )
  expect(countNotes(content)).toBeGreaterThanOrEqual(20)
})

test('without its list of pages the pages are found again by what they hold', async () => {
  const { content, problems } = opened(
    await readSessionFile(remade({ 'rooms/control.ydoc': undefined }), 'Utan namn'),
  )
  expect(problems).toEqual([{ kind: 'missing', part: 'rooms/control.ydoc' }])
  const control = documentOf(content.rooms.get('control')!)
  expect(readFacts(control).title).toBe('Grannköket')
  expect(
    listPages(control)
      .map((page) => page.kind)
      .sort(),
  ).toEqual(['businessModel', 'financingPlan', 'impactChain', 'whiteboard'])
})

test.each([
  [0.97, 'the directory lost'],
  [0.9, 'some of the end lost'],
  [0.6, 'much lost'],
])('a file cut off at %f (%s) opens as far as it goes', async (share) => {
  const cut = file.subarray(0, Math.floor(file.length * share))
  const read = await readSessionFile(Buffer.from(cut), 'Utan namn')
  const { content, problems } = opened(read)
  expect(problems.length).toBeGreaterThan(0)
  expect(titles(content).length).toBeGreaterThan(0)
  for (const { kind } of problems) expect(['missing', 'damaged']).toContain(kind)
})

test('a file that other programs packed again, with sizes after the data, still opens when cut', async () => {
  const { Zip, ZipDeflate } = await import('fflate')
  const chunks: Uint8Array[] = []
  const zip = new Zip((_problem, chunk) => chunks.push(chunk))
  for (const [path, bytes] of Object.entries(unzipSync(file))) {
    const part = new ZipDeflate(path)
    zip.add(part)
    part.push(bytes, true)
  }
  zip.end()
  const whole = Buffer.concat(chunks)
  const { content } = opened(await readSessionFile(whole.subarray(0, whole.length - 60), 'x'))
  expect(countNotes(content)).toBeGreaterThanOrEqual(20)
})

test('what is no session at all is refused', async () => {
  expect(await readSessionFile(Buffer.from('hello'), 'x')).toEqual({ kind: 'damagedFile' })
  expect(await readSessionFile(Buffer.alloc(0), 'x')).toEqual({ kind: 'damagedFile' })
  expect(await readSessionFile(Buffer.from(zipSync({ 'a.txt': new Uint8Array(3) })), 'x')).toEqual({
    kind: 'damagedFile',
  })
})

test('a file of a newer program is refused, by its form and by what it holds', async () => {
  for (const change of [{ formatVersion: 2, parts: 'otherwise' }, { schemaVersion: schemaVersion + 1 }])
    expect(await readSessionFile(remade({ 'manifest.json': manifestWith(change) }), 'x')).toEqual({
      kind: 'newerFile',
    })
  const control = documentOf(demo.rooms.get('control')!)
  control.getMap('facts').set('schemaVersion', schemaVersion + 1)
  const bytes = Y.encodeStateAsUpdateV2(control)
  const newer = remade({ 'manifest.json': undefined, 'rooms/control.ydoc': bytes })
  expect(await readSessionFile(newer, 'x')).toEqual({ kind: 'newerFile' })
})

test('a zip bomb is not unpacked, whatever size it claims', async () => {
  const bomb = zipSync({
    [wall]: new Uint8Array(60_000_000),
    'rooms/control.ydoc': unzipSync(file)['rooms/control.ydoc']!,
  })
  expect(bomb.length).toBeLessThan(100_000)
  const honest = opened(await readSessionFile(Buffer.from(bomb), 'x'))
  expect(honest.problems).toContainEqual({ kind: 'tooLarge', part: wall, pageTitle: 'Väggen' })

  // The same, claiming to be small in both of its headers.
  const lying = Buffer.from(bomb)
  for (let at = lying.indexOf(sizeOf(60_000_000)); at >= 0; at = lying.indexOf(sizeOf(60_000_000), at))
    lying.writeUInt32LE(1000, at)
  const before = process.memoryUsage().arrayBuffers
  const found = opened(await readSessionFile(lying, 'x'))
  expect(found.problems).toContainEqual({ kind: 'tooLarge', part: wall, pageTitle: 'Väggen' })
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000)
})

const sizeOf = (bytes: number) => {
  const size = Buffer.alloc(4)
  size.writeUInt32LE(bytes)
  return size
}

test('size, count and total are bounded', async () => {
  expect(await readSessionFile(file, 'x', { ...fileLimits, fileBytes: 100 })).toEqual({ kind: 'tooLarge' })
  expect(await readSessionFile(file, 'x', { ...fileLimits, entries: 3 })).toEqual({ kind: 'tooLarge' })
  const { problems } = opened(await readSessionFile(file, 'x', { ...fileLimits, assetBytes: 100 }))
  expect(problems).toContainEqual({ kind: 'tooLarge', part: `assets/${[...demo.assets.keys()][0]}` })
})

test('paths that lead out of the file are named and left alone', async () => {
  const evil = remade({
    '../../evil.txt': new Uint8Array(4),
    'rooms/../../x.ydoc': new Uint8Array(4),
    'rooms/control.ydoc/x': new Uint8Array(4),
    '/etc/passwd': new Uint8Array(4),
    'rooms/other.ydoc': new Uint8Array(4),
    '__MACOSX/._x': new Uint8Array(4),
  })
  const { content, problems } = opened(await readSessionFile(evil, 'x'))
  expect(problems.map((problem) => problem.kind)).toEqual(Array(5).fill('unknown'))
  expect([...content.rooms.keys()].sort()).toEqual([
    'common',
    'control',
    'page-demo-chain',
    'page-demo-model',
    'page-demo-plan',
    'page-demo-wall',
  ])
})

test('a picture whose bytes are not what its name says is left out', async () => {
  const asset = `assets/${'0'.repeat(64)}`
  const { content, problems } = opened(await readSessionFile(remade({ [asset]: new Uint8Array(4) }), 'x'))
  expect(problems).toEqual([{ kind: 'damaged', part: asset }])
  expect(content.assets.size).toBe(1)
})
