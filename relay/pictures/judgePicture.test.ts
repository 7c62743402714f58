// Pictures as people have them are kept; what only looks like one, or would burst a page, is refused by name.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgePicture } from './judgePicture'
import {
  gifOf,
  jpeg,
  jpegOf,
  losslessWebp,
  png,
  pngChunk,
  pngFrame,
  pngOf,
  pngOfBytes,
  progressiveJpeg,
  riffChunk,
  webp,
  webpFrame,
  webpOf,
} from './samples'

const mostPixels = 50_000_000
const judge = (bytes: Uint8Array) => judgePicture(bytes, mostPixels)
const kindOf = (bytes: Uint8Array) => judge(bytes).kind
const file = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url))

/** Square frames of one size. */
const frames = (count: number, side: number) =>
  Array.from({ length: count }, (): [number, number] => [side, side])
const animatedWebp = webpOf(3, 2, [riffChunk('ANIM', Buffer.alloc(6)), webpFrame(), webpFrame()], 2)
const sound: [string, Buffer, string][] = [
  ['PNG', png, 'image/png'],
  ['PNG of an icon', file('resources/icons/icon.png'), 'image/png'],
  ['PNG of a screen', file('docs/images/home.png'), 'image/png'],
  ['PNG with text', pngOfBytes(5000), 'image/png'],
  ['PNG, animated', pngOf(2, 2, [pngFrame(2, 2), pngFrame(1, 1)]), 'image/png'],
  ['JPEG', jpeg, 'image/jpeg'],
  ['JPEG, progressive', progressiveJpeg, 'image/jpeg'],
  ['GIF', gifOf(2, 2, [[2, 2]]), 'image/gif'],
  ['GIF, animated', gifOf(2, 2, frames(30, 2)), 'image/gif'],
  ['WebP', webp, 'image/webp'],
  ['WebP without loss', losslessWebp, 'image/webp'],
  ['WebP with a canvas', webpOf(3, 2, [webp.subarray(12)]), 'image/webp'],
  ['WebP, animated', animatedWebp, 'image/webp'],
]

describe.each(sound)('%s', (_name, bytes, type) => {
  test('is kept byte by byte', () => {
    expect(judge(bytes)).toEqual({ kind: 'sound', type, bytes })
  })

  test('is refused wherever it breaks off', () => {
    const step = Math.ceil(bytes.length / 300)
    for (let length = bytes.length - 1; length > 0; length -= step)
      expect(kindOf(bytes.subarray(0, length)), `${length} bytes`).toMatch(/damagedPicture|wrongType/)
  })

  test('is kept without what follows it', () => {
    for (const more of ['<script>alert(1)</script>', 'PK\u0003\u0004', 'x'.repeat(1000)])
      expect(judge(Buffer.concat([bytes, Buffer.from(more)]))).toEqual({ kind: 'sound', type, bytes })
  })

  test('changed at random, it is judged without harm, and a verdict names itself', () => {
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255))
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
        const changed = Buffer.from(bytes)
        for (const [at, value] of changes) changed[at] = value
        const verdict = judge(changed)
        if (verdict.kind === 'sound') expect(judge(verdict.bytes)).toEqual(verdict)
      }),
      { numRuns: 500 },
    )
  })
})

test('anything behind the first bytes of a picture is judged without harm', () => {
  const beginnings = [png.subarray(0, 33), jpeg.subarray(0, 20), webp.subarray(0, 20), gifOf(1, 1, [])]
  fc.assert(
    fc.property(fc.constantFrom(...beginnings), fc.uint8Array({ maxLength: 400 }), (begun, rest) => {
      expect(kindOf(Buffer.concat([begun, rest]))).toMatch(/^(sound|damagedPicture|tooManyPixels)$/)
    }),
    { numRuns: 3000 },
  )
})

test('what is no picture is none, whatever it is called', () => {
  for (const text of ['', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'GIF88a', 'RIFFxxxxWAVE', '%PDF-1.7'])
    expect(kindOf(Buffer.from(text))).toBe('wrongType')
  // Begun as one of them, and something else behind it.
  for (const begun of [png.subarray(0, 8), jpeg.subarray(0, 3), Buffer.from('GIF89a'), webp.subarray(0, 12)])
    expect(kindOf(Buffer.concat([begun, Buffer.from('<html><script>alert(1)</script>')]))).toBe(
      'damagedPicture',
    )
})

test('a small file that unpacks to a huge picture is refused', () => {
  const pixels = (n: number) => pngOf(n, 1)
  expect(kindOf(pixels(mostPixels))).toBe('sound')
  expect(kindOf(pixels(mostPixels + 1))).toBe('tooManyPixels')
  expect(kindOf(pngOf(2 ** 31 - 1, 2 ** 31 - 1))).toBe('tooManyPixels')
  expect(kindOf(jpegOf(65_535, 65_535))).toBe('tooManyPixels')
  expect(kindOf(gifOf(65_535, 65_535, [[1, 1]]))).toBe('tooManyPixels')
  expect(kindOf(gifOf(1, 1, [[65_535, 65_535]]))).toBe('tooManyPixels')
  expect(kindOf(webpOf(16_777_216, 16_777_216, [webpFrame()], 2))).toBe('tooManyPixels')
})

test('many frames or passes that add up are refused', () => {
  const animation = (count: number) => gifOf(5000, 5000, frames(count, 5000))
  expect(kindOf(animation(40))).toBe('sound')
  expect(kindOf(animation(41))).toBe('tooManyPixels')
  expect(kindOf(pngOf(7000, 7000, Array(30).fill(pngFrame(7000, 7000))))).toBe('tooManyPixels')
  const scan = progressiveJpeg.subarray(progressiveJpeg.lastIndexOf(Buffer.from([0xff, 0xda])), -2)
  const passes = (count: number) =>
    Buffer.concat([jpegOf(7000, 7000).subarray(0, -2), ...Array(count).fill(scan), jpeg.subarray(-2)])
  expect(kindOf(passes(5))).toBe('sound')
  expect(kindOf(passes(20))).toBe('tooManyPixels')
})

test('parts that contradict one another are refused', () => {
  const canvas = (width: number, height: number) => webpOf(width, height, [webp.subarray(12)])
  const [header, pixels] = [png.subarray(8, 33), pngChunk('IDAT', Buffer.from([1]))]
  const parts = (...chunks: Buffer[]) => Buffer.concat([png.subarray(0, 8), ...chunks, pngChunk('IEND')])
  const damaged = {
    'a wrong checksum': Buffer.from(png.map((byte, at) => (at === 45 ? byte ^ 1 : byte))),
    'no pixels': parts(header),
    'two headers': parts(header, header, pixels),
    'pixels in two places': parts(header, pixels, pngChunk('tEXt'), pixels),
    'a part that has to be known and is not': parts(header, pngChunk('EVIL'), pixels),
    'colours by number without their names': pngOf(1, 1, [], 3),
    'no width': pngOf(0, 1),
    'a frame beyond the picture': pngOf(2, 2, [pngFrame(3, 1)]),
    'a canvas larger than its picture': canvas(16_383, 2),
    'a canvas smaller than its picture': canvas(2, 2),
    'an animation without frames': webpOf(3, 2, [], 2),
    'two pictures on one canvas': webpOf(3, 2, [webp.subarray(12), webp.subarray(12)]),
    'a photograph without pixels': Buffer.concat([jpeg.subarray(0, 20), jpeg.subarray(-2)]),
    'a photograph without a height': jpegOf(3, 0),
    'an animation of nothing': gifOf(2, 2, []),
    'a frame without a width': gifOf(2, 2, [[0, 2]]),
  }
  for (const [name, bytes] of Object.entries(damaged)) expect(kindOf(bytes), name).toBe('damagedPicture')
})

test('many thousands of parts, each of which would cost something, are not followed to their end', () => {
  const many = (part: Buffer) => Array<Buffer>(20_001).fill(part)
  const comments = many(Buffer.from([0xff, 0xfe, 0, 2]))
  const bombs = {
    png: pngOf(1, 1, many(pngChunk('tEXt'))),
    jpeg: Buffer.concat([jpeg.subarray(0, 2), ...comments, jpeg.subarray(2)]),
    gif: gifOf(1, 1, frames(20_001, 1)),
    webp: webpOf(3, 2, [webp.subarray(12), ...many(riffChunk('XMP ', new Uint8Array()))]),
  }
  for (const [name, bytes] of Object.entries(bombs)) expect(kindOf(bytes), name).toBe('damagedPicture')
})
