import { create } from 'qrcode'

/** Modules of white around the code, without which cameras don't find it. */
export const quietZone = 4

export interface QrPath {
  /** Side of the whole picture in modules, quiet zone included. */
  side: number
  /** The dark modules as one SVG path, a rectangle per run in a row. */
  path: string
}

/** A QR code for `text`, medium error correction. */
export function drawQr(text: string): QrPath {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  let path = ''
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++) {
      const start = column
      while (column < modules.size && modules.get(row, column)) column++
      if (column > start)
        path += `M${start + quietZone} ${row + quietZone}h${column - start}v1h-${column - start}z`
    }
  return { side: modules.size + 2 * quietZone, path }
}
