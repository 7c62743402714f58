// Lets some hundred hostile lines talk to a relay until it has heard so many frames.
import { closeNameOf } from '../../../shared/relay/closeCodes'
import { drawsOf, memberFrames, strangerSays } from './batches'
import { handshake, openRawSocket, type Ending } from './rawSocket'
import { numberedPing, opcode } from './webSocketFrame'

export interface FuzzOrder {
  port: number
  frames: number
  seed: number
  /** Lines at once. */
  lines: number
  sessionId: string
  /** Of hostile members. */
  tokens: string[]
  rooms: string[]
  /** Called every so often with the frames so far. */
  progress?: (frames: number) => void
}

export interface FuzzCounts {
  /** Frames that the relay has read, or thrown away unread where nobody was let in. */
  frames: number
  byKind: Map<string, number>
  /** How lines ended, by the name of the close code. */
  byEnding: Map<string, number>
  connections: number
}

/** One in so many batches is a stranger's. */
const strangers = 5
/** So long (ms) one hangs on who says something that does not end. */
const hangs = 20
/** A relay that says nothing for so long (ms) is hung. */
const patience = 30_000

/** Throws when the relay does not answer any more. */
export async function fuzzRelay(order: FuzzOrder): Promise<FuzzCounts> {
  const counts: FuzzCounts = { frames: 0, byKind: new Map(), byEnding: new Map(), connections: 0 }
  const count = (kind: string, frames: number) => {
    counts.frames += frames
    counts.byKind.set(kind, (counts.byKind.get(kind) ?? 0) + frames)
  }
  const end = (ending: Ending) => {
    const name = typeof ending === 'number' ? `${ending} ${closeNameOf(ending) ?? ''}`.trim() : ending
    counts.byEnding.set(name, (counts.byEnding.get(name) ?? 0) + 1)
  }
  let batch = 0

  const beMember = async (number: number, from: string) => {
    const random = drawsOf(order.seed, number)
    const token = random.pick(order.tokens)
    const query = random.pick(['', '&acks=1', '&acks=1&deflate=1'])
    const raw = openRawSocket(order.port, from)
    counts.connections++
    raw.write(handshake(`/sync/${order.sessionId}/${random.pick(order.rooms)}?token=${token}${query}`))
    if ((await inTime(raw.answered, 'the handshake')) !== 101) {
      end(await raw.ended)
      return raw.leave()
    }
    // Several batches while the line holds.
    for (let ending: Ending | undefined; ending === undefined;) {
      const frames = memberFrames(random)
      const last = frames.at(-1)!
      const read = new Promise<number>((resolve) => {
        let latest = 0
        raw.heard = (frame) => {
          if (frame.opcode !== opcode.pong) return
          latest = frame.payload.readUInt32BE(0)
          if (latest === frames.length) resolve(latest)
        }
        void raw.ended.then(() => resolve(Math.min(latest + 1, frames.length)))
        if (last.hangsUp) setTimeout(() => resolve(frames.length), hangs)
      })
      raw.write(
        Buffer.concat(
          frames.flatMap(({ bytes, hangsUp }, at) => (hangsUp ? [bytes] : [bytes, numberedPing(at + 1)])),
        ),
      )
      const heard = await inTime(read, `the answer to ${frames.map(({ kind }) => kind).join(', ')}`)
      for (const { kind } of frames.slice(0, heard)) count(kind, 1)
      ending = await Promise.race([raw.ended, undefined])
      if (ending === undefined && (last.hangsUp || counts.frames >= order.frames)) ending = 'open'
    }
    end((await Promise.race([raw.ended, undefined])) ?? 'open')
    raw.leave()
  }

  const beStranger = async (number: number, from: string) => {
    const random = drawsOf(order.seed, number)
    const said = strangerSays(random, { sessionId: order.sessionId, room: random.pick(order.rooms) })
    const raw = openRawSocket(order.port, from)
    counts.connections++
    let answers = 0
    const answered = new Promise<Ending>((resolve) => {
      raw.heardText = (text) => {
        answers += text.split('HTTP/1.1 ').length - 1
        if (answers >= said.count) resolve('open')
      }
    })
    raw.write(said.bytes)
    const late = new Promise<Ending>(
      (resolve) => said.hangsUp && setTimeout(() => resolve('open'), 20 * hangs),
    )
    const ending = await inTime(Promise.race([raw.ended, answered, late]), said.kind)
    count(said.kind, said.count)
    end(typeof ending === 'number' ? ending : ((await Promise.race([raw.ended, undefined])) ?? 'open'))
    raw.leave()
  }

  const timer = setInterval(() => order.progress?.(counts.frames), 5000)
  try {
    await Promise.all(
      Array.from({ length: order.lines }, async (_, line) => {
        const from = `127.0.0.${2 + (line % 20)}`
        while (counts.frames < order.frames) {
          const number = batch++
          await (number % strangers === 0 ? beStranger(number, from) : beMember(number, from))
        }
      }),
    )
  } finally {
    clearInterval(timer)
  }
  return counts
}

function inTime<T>(answer: Promise<T>, what: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout>
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`the relay gave no answer in time: ${what}`)), patience)
  })
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}
