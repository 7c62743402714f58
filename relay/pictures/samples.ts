// Small pictures for tests: made by the usual programs, and by hand, piece by piece.
import { crc32, deflateSync } from 'node:zlib'

const fromBase64 = (text: string) => Buffer.from(text, 'base64')

/** A photograph of 16 × 16, written by libjpeg. */
export const jpeg = fromBase64(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wCDEAAoABwAHgAjAB4AGQAoACMAIQAjAC0AKwAoADAAPABkAEEAPAA3ADcAPAB7AFgAXQBJAGQAkQCAAJkAlgCPAIAAjACKAKAAtADmAMMAoACqANoArQCKAIwAyAERAMsA2gDuAPUBAgEEAQIAmwDBARsBLwEYAPoBLADmAP0BAgD4/8EACwgAEAAQAQERAP/EABYAAQEBAAAAAAAAAAAAAAAAAAIEBf/EABcQAAMBAAAAAAAAAAAAAAAAAAABBGH/2gAIAQEAAD8AhUuCUuGwpcEpcP/Z',
)
/** 3 × 2 in several passes. */
export const progressiveJpeg = fromBase64(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/2wBDAQkJCQwLDBgNDRgyIRwhMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjL/wgARCAACAAMDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAP/xAAVAQEBAAAAAAAAAAAAAAAAAAAEBv/aAAwDAQACEAMQAAABkKZ//8QAFxAAAwEAAAAAAAAAAAAAAAAAAgMEFP/aAAgBAQABBQKpYaf/xAAXEQADAQAAAAAAAAAAAAAAAAAAAQMy/9oACAEDAQE/AZYR/8QAGhEAAAcAAAAAAAAAAAAAAAAAAAEDBDRxsf/aAAgBAgEBPwFnHTosH//EABcQAQADAAAAAAAAAAAAAAAAAAIAIpH/2gAIAQEABj8CdDk//8QAGBAAAgMAAAAAAAAAAAAAAAAAETEAAVH/2gAIAQEAAT8hD0WEyf/aAAwDAQACAAMAAAAQ9//EABcRAAMBAAAAAAAAAAAAAAAAAAABobH/2gAIAQMBAT8QjWH/xAAWEQADAAAAAAAAAAAAAAAAAAAAUfD/2gAIAQIBAT8Qlof/xAAXEAEAAwAAAAAAAAAAAAAAAAABACEx/9oACAEBAAE/ECgMEBUAAyf/2Q==',
)
/** 3 × 2, written by cwebp with and without loss. */
export const webp = fromBase64(
  'UklGRmIAAABXRUJQVlA4IFYAAACwAgCdASoDAAIAAgA0JagCdLoAyQDJAP0ABbs3P4AA4n/vLeZT/IzSaTsRxjc2Lfnn/6jT/wjqs1B/++gH/I0/8I6rNQf/Mp8BsCmUzi9rR+MpmRgAAA==',
)
export const losslessWebp = fromBase64(
  'UklGRjQAAABXRUJQVlA4TCgAAAAvAkAAAC8gEEjaH3qN+RcQFPk/2vwHH0QCg0K2EeDQvQSncBH9j2MF',
)
/** 1 × 1 with colours and transparency. */
export const png = fromBase64(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
)

export function pngChunk(name: string, content: Uint8Array = new Uint8Array()): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content])
  return Buffer.concat([uint32(content.length), body, uint32(crc32(body))])
}

/** @param pixels as they stand in the file; without them the file claims a picture and holds next to nothing. */
export function pngOf(width: number, height: number, more: readonly Buffer[] = [], colour = 0): Buffer {
  const header = Buffer.concat([uint32(width), uint32(height), Buffer.from([8, colour, 0, 0, 0])])
  return Buffer.concat([
    png.subarray(0, 8),
    pngChunk('IHDR', header),
    ...more,
    pngChunk('IDAT', deflateSync(Buffer.from([0, 128]))),
    pngChunk('IEND'),
  ])
}

/** Of one grey pixel, and `bytes` long by the text in it. */
export function pngOfBytes(bytes: number): Buffer {
  const text = Buffer.alloc(bytes - pngOf(1, 1).length - 12, 'x')
  text.write('Comment\0', 'latin1')
  return pngOf(1, 1, [pngChunk('tEXt', text)])
}

/** What stands for one frame of an animated PNG. */
export function pngFrame(width: number, height: number): Buffer {
  return pngChunk('fcTL', Buffer.concat([uint32(0), uint32(width), uint32(height), Buffer.alloc(14)]))
}

/** @param sizes of the frames. */
export function gifOf(width: number, height: number, sizes: readonly [number, number][]): Buffer {
  const colours = Buffer.from([255, 0, 0, 0, 0, 255])
  const frames = sizes.map(([w, h]) =>
    Buffer.from([0x2c, 0, 0, 0, 0, ...uint16LE(w), ...uint16LE(h), 0, 2, 3, 0x44, 0x02, 0x05, 0]),
  )
  const pause = Buffer.from([0x21, 0xf9, 4, 0, 10, 0, 0, 0])
  return Buffer.concat([
    Buffer.from('GIF89a', 'latin1'),
    Buffer.from([...uint16LE(width), ...uint16LE(height), 0x80, 0, 0]),
    colours,
    ...frames.flatMap((frame) => [pause, frame]),
    Buffer.from(';'),
  ])
}

export function riffChunk(name: string, content: Uint8Array): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(content.length)
  return Buffer.concat([Buffer.from(name, 'latin1'), length, content, Buffer.alloc(content.length % 2)])
}

/** A canvas with `chunks` on it. */
export function webpOf(width: number, height: number, chunks: readonly Buffer[], flags = 0): Buffer {
  const canvas = Buffer.from([flags, 0, 0, 0, ...uint24LE(width - 1), ...uint24LE(height - 1)])
  const name = Buffer.from('WEBP', 'latin1')
  return riffChunk('RIFF', Buffer.concat([name, riffChunk('VP8X', canvas), ...chunks]))
}

/** The pixels of {@link webp} as a frame of an animation. */
export function webpFrame(): Buffer {
  const control = Buffer.from([0, 0, 0, 0, 0, 0, ...uint24LE(2), ...uint24LE(1), 10, 0, 0, 0])
  return riffChunk('ANMF', Buffer.concat([control, webp.subarray(12)]))
}

/** The same photograph, said to be of another size. */
export function jpegOf(width: number, height: number): Buffer {
  const changed = Buffer.from(progressiveJpeg)
  const frame = changed.indexOf(Buffer.from([0xff, 0xc2]))
  changed.writeUInt16BE(height, frame + 5)
  changed.writeUInt16BE(width, frame + 7)
  return changed
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
const uint16LE = (value: number) => [value & 255, value >>> 8]
const uint24LE = (value: number) => [value & 255, (value >>> 8) & 255, value >>> 16]
