import type { TLAsset } from 'tldraw'
import { afterEach, expect, test, vi } from 'vitest'
import { openBoardAssets, pictureBytes, PictureRefused, whyNotTaken } from './boardAssets'

const session = { sessionId: 's'.repeat(22), relay: { url: 'http://127.0.0.1:9', token: 'secret-token' } }
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0])
const hash = 'a'.repeat(64)
const asset = (src: string) => ({ type: 'image', props: { src } }) as unknown as TLAsset
const context = {} as never
afterEach(() => vi.unstubAllGlobals())

test('a picture is judged by its content, not by what it calls itself', async () => {
  expect(await whyNotTaken(new File([png], 'a.exe'))).toBeUndefined()
  expect(await whyNotTaken(new File(['<svg onload=alert(1)>'], 'a.png', { type: 'image/png' }))).toBe(
    'wrongType',
  )
  expect(await whyNotTaken(new Blob([new Uint8Array(pictureBytes + 1)]))).toBe('tooLarge')
})

test('nothing is fetched from anywhere but the relay, and no address carries the token', async () => {
  const asked: [string, RequestInit | undefined][] = []
  vi.stubGlobal('fetch', async (address: string, how?: RequestInit) => {
    asked.push([address, how])
    return new Response(png)
  })
  const assets = openBoardAssets(session)
  for (const src of ['https://elsewhere.example/a.png', 'asset:../../secret', 'http://127.0.0.1:9/x', ''])
    expect(await assets.resolve!(asset(src), context)).toBeNull()
  expect(asked).toEqual([])
  const shown = await assets.resolve!(asset(`asset:${hash}`), context)
  expect(shown).toMatch(/^blob:/)
  expect(await assets.resolve!(asset(`asset:${hash}`), context)).toBe(shown)
  expect(asked).toHaveLength(1)
  expect(asked[0]![0]).not.toContain('secret-token')
  expect(asked[0]![1]?.headers).toEqual({ Authorization: 'Bearer secret-token' })
  assets.close()
})

test('a picture that could not be fetched is asked for again', async () => {
  let online = false
  vi.stubGlobal('fetch', async () => {
    if (!online) throw new TypeError('no network')
    return new Response(png)
  })
  const assets = openBoardAssets(session)
  expect(await assets.resolve!(asset(`asset:${hash}`), context)).toBeNull()
  online = true
  expect(await assets.resolve!(asset(`asset:${hash}`), context)).toMatch(/^blob:/)
  assets.close()
})

test('an uploaded picture is known by its hash; a refusal says why', async () => {
  const answers = [
    new Response(JSON.stringify({ sha256: hash, type: 'image/png', bytes: png.length }), { status: 201 }),
    new Response(JSON.stringify({ kind: 'quota', sentence: 'Full.' }), { status: 409 }),
  ]
  vi.stubGlobal('fetch', async () => answers.shift()!)
  const assets = openBoardAssets(session)
  const file = new File([png], 'a.png')
  expect(await assets.upload(asset(''), file)).toEqual({ src: `asset:${hash}` })
  const refused = await assets.upload(asset(''), file).catch((problem: unknown) => problem)
  expect(refused).toBeInstanceOf(PictureRefused)
  expect((refused as PictureRefused).kind).toBe('quota')
})
