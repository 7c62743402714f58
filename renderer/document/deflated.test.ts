import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { inflate } from './deflated'

const text = new TextEncoder().encode('vi bygger ett kök där grannar lagar mat '.repeat(5000))
const packed = new Uint8Array(deflateRawSync(text))

test('what was packed comes out as it was', async () => {
  const inflated = await inflate(packed, text.length)
  expect(Buffer.compare(inflated, text)).toBe(0)
})

test.each([
  ['more than it says', packed, text.length - 1],
  ['less than it says', packed, text.length + 1],
  ['damaged', packed.slice().fill(255, 3, 40), text.length],
  ['cut off', packed.slice(0, packed.length - 10), text.length],
  ['beyond all rooms', packed, 2 ** 40],
])('%s is not taken', async (_what, bytes, length) => {
  await expect(inflate(bytes, length)).rejects.toThrow()
})

test('a bomb is given up as soon as it is larger than it says', async () => {
  const bomb = new Uint8Array(deflateRawSync(new Uint8Array(200 * 1024 * 1024), { level: 1 }))
  const before = process.memoryUsage().arrayBuffers
  await expect(inflate(bomb, 1000)).rejects.toThrow('more than 1000 bytes')
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50 * 1024 * 1024)
})
