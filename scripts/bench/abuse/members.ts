// What somebody can do who was let in, with a client made for it.
import * as Y from 'yjs'
import { readServerFrames } from '../../../tests/fuzz/relay/webSocketFrame'
import { emptyStep1, syncMessage } from '../relay/messages'
import { openLeanSocket } from '../relay/leanSocket'
import { pause } from '../relay/row'
import { dial, enter, frame, keepLines, over, untilGone, type Attack } from './attack'

const room = 'page-hostile'
const piece = Buffer.alloc(1024 * 1024, 0x61)
/** The frames of a message of so many megabytes that comes in pieces of one. */
const inPieces = (first: number, count: number) =>
  Array.from({ length: count }, (_, n) => {
    const content = n === 0 ? Buffer.concat([Buffer.from([first]), piece.subarray(1)]) : piece
    return frame((n === 0 ? 2 : 0) | (n === count - 1 ? 0x80 : 0), piece.length, content)
  })
const urlOf = (port: number, sessionId: string, token: string) =>
  `ws://127.0.0.1:${port}/sync/${sessionId}/${room}?acks=1&token=${token}`

export const membersAttacks: readonly Attack[] = [
  {
    name: 'member: messages of 64 MB in one piece',
    run: (target, isOver) =>
      over(20, isOver, async () => {
        const line = dial(target, enter(target, room, target.tokens[0]))
        line.write(frame(0x82, 64 << 20, piece))
        for (let n = 0; n < 63 && line.writable; n++) line.write(piece)
        await untilGone(line, 2000)
      }),
  },
  {
    name: 'member: messages of 64 MB in pieces',
    run: (target, isOver) =>
      over(20, isOver, async () => {
        const line = dial(target, enter(target, room, target.tokens[0]))
        for (const each of inPieces(0, 64)) line.write(each)
        await untilGone(line, 4000)
      }),
  },
  {
    name: 'member: presence of 32 MB',
    run: (target, isOver) =>
      over(20, isOver, async () => {
        const line = dial(target, enter(target, room, target.tokens[0]))
        for (const each of inPieces(1, 32)) line.write(each)
        await untilGone(line, 4000)
      }),
  },
  {
    name: 'member: 3,000 rooms',
    run: (target, isOver) =>
      keepLines(3000, (n) => dial(target, enter(target, `page-${n}`, target.tokens[0])), isOver),
  },
  {
    name: 'member: flood of sound messages',
    run: (target, isOver) =>
      over(20, isOver, async () => {
        const line = dial(target, enter(target, room, target.tokens[0]))
        const question = frame(0x82, 1, Buffer.from([2]))
        for (let n = 0; n < 100 && line.writable; n++) {
          for (let each = 0; each < 200; each++) line.write(question)
          await pause(1)
        }
        await untilGone(line, 2000)
      }),
  },
  {
    name: 'member who never reads, on 60 lines, while another writes 2 MB a second',
    async run(target, isOver) {
      const { port, sessionId, tokens } = target
      const writer = await openLeanSocket(urlOf(port, sessionId, tokens[1]), () => {})
      const lines = Array.from({ length: 60 }, () => {
        const line = dial(target, enter(target, room, tokens[0]), false)
        // Only the answer to the handshake is read.
        const read = readServerFrames(() => {})
        line.once('data', (bytes: Buffer) => {
          read(bytes.subarray(0, 0))
          line.pause()
          line.write(frame(0x82, emptyStep1.length, emptyStep1))
        })
        return line
      })
      const doc = new Y.Doc()
      doc.on('update', (update: Uint8Array) => writer.send(syncMessage(2, update)))
      for (let n = 0; !isOver(); n++) {
        doc.getMap('map').set(`key ${n % 10}`, `${n} ${'x'.repeat(100_000)}`)
        await pause(50)
      }
      writer.close()
      for (const line of lines) line.resetAndDestroy()
    },
  },
]
