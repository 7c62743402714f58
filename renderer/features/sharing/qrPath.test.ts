import { create } from 'qrcode'
import { expect, test } from 'vitest'
import { drawQr, quietZone } from './qrPath'

test('the path covers exactly the dark modules', () => {
  const text = 'http://192.168.1.5:4747/#join=abcdefghijklmnopqrstuvwxyz'
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const { side, path } = drawQr(text)
  expect(side).toBe(modules.size + 2 * quietZone)
  const drawn = new Set<string>()
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1/g))
    for (let at = 0; at < Number(width); at++)
      drawn.add(`${Number(y) - quietZone},${Number(x) + at - quietZone}`)
  let dark = 0
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++)
      if (modules.get(row, column)) {
        dark++
        expect(drawn.has(`${row},${column}`)).toBe(true)
      }
  expect(drawn.size).toBe(dark)
})
