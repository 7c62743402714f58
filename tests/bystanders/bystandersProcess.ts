// The process of the bystanders: pairs of honest clients who edit together, and how long their edits take to arrive.
import { WebSocket } from 'ws'
import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { encode, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import * as Y from 'yjs'

/** Both write so often (ms). */
const every = 40

export interface PairOrder {
  /** WebSocket addresses of the two, with `acks=1`. */
  urls: [string, string]
  /** Certificate (PEM) that is trusted, where the addresses are `wss:`. */
  ca?: string
}
export interface PairReport {
  /** The longest time (ms) from an edit to its arrival at the other since the last report, also of one still waited for. */
  longest: number
  /** Edits that arrived since the last report. */
  arrived: number
  /** What went wrong: a line that ended. */
  problems: string[]
}
export interface PairEnd {
  /** Both have the same. */
  isEqual: boolean
  /** Edits that were made, and how many of the messages were acknowledged. */
  edits: number
  sent: number
  acknowledged: number
}
export type Asked = { start: PairOrder[] } | { report: true } | { finish: true }
export type Answered =
  { started: true } | { reports: PairReport[] } | { ends: PairEnd[] } | { failed: string }

interface Person {
  doc: Y.Doc
  sent: number
  acked: number
  socket: WebSocket
}

const pairs: { report(): PairReport; finish(): Promise<PairEnd> }[] = []
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

function comeIn(url: string, ca: string | undefined, problem: (what: string) => void): Promise<Person> {
  const socket = new WebSocket(url, { ca })
  socket.binaryType = 'nodebuffer'
  const person: Person = { doc: new Y.Doc(), sent: 0, acked: 0, socket }
  const sync = (type: number, bytes: Uint8Array) =>
    socket.send(
      encode((encoder) => {
        writeVarUint(encoder, 0)
        writeVarUint(encoder, type)
        writeVarUint8Array(encoder, bytes)
      }),
    )
  person.doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === socket) return
    person.sent++
    sync(2, update)
  })
  return new Promise((resolve) => {
    socket.on('error', (error) => problem(error.message))
    socket.on('close', (code, reason) => problem(`closed with ${code} ${reason.toString()}`))
    socket.on('open', () => sync(0, new Uint8Array([0])))
    socket.on('message', (bytes: Buffer) => {
      const decoder = createDecoder(new Uint8Array(bytes))
      const type = readVarUint(decoder)
      if (type === 100) person.acked = readVarUint(decoder)
      if (type !== 0) return
      const kind = readVarUint(decoder)
      const content = readVarUint8Array(decoder)
      if (kind === 0) {
        person.sent++
        sync(1, Y.encodeStateAsUpdate(person.doc, content))
      } else Y.applyUpdate(person.doc, content, socket)
      if (kind === 1) resolve(person)
    })
  })
}

async function startPair({ urls, ca }: PairOrder): Promise<void> {
  const problems: string[] = []
  let isLeaving = false
  const problem = (what: string) => void (isLeaving || problems.push(what))
  const people = await Promise.all(urls.map((url) => comeIn(url, ca, problem)))
  let [longest, arrived, edits] = [0, 0, 0]
  /** When each edit was made that has not arrived. */
  const underWay = new Map<string, number>()
  people.forEach(({ doc }, at) => {
    const from = String(1 - at)
    doc.getMap<number>('bystanders').observe((event) => {
      if (!event.keysChanged.has(from)) return
      const latest = event.target.get(from) ?? 0
      for (const [edit, madeAt] of underWay) {
        const [who, number] = edit.split(' ')
        if (who !== from || Number(number) > latest) continue
        longest = Math.max(longest, performance.now() - madeAt)
        arrived++
        underWay.delete(edit)
      }
    })
  })
  const timer = setInterval(() => {
    edits++
    people.forEach(({ doc }, at) => {
      underWay.set(`${at} ${edits}`, performance.now())
      doc.getMap<number>('bystanders').set(String(at), edits)
    })
  }, every)

  pairs.push({
    report() {
      const oldest = Math.min(...underWay.values())
      const waiting = Number.isFinite(oldest) ? performance.now() - oldest : 0
      const report = { longest: Math.max(longest, waiting), arrived, problems: [...problems] }
      longest = arrived = 0
      return report
    },
    async finish() {
      clearInterval(timer)
      const [one, other] = people as [Person, Person]
      const isEqual = () =>
        Buffer.from(Y.encodeStateVector(one.doc)).equals(Y.encodeStateVector(other.doc)) &&
        JSON.stringify(one.doc.getMap('bystanders').toJSON()) ===
          JSON.stringify(other.doc.getMap('bystanders').toJSON()) &&
        underWay.size === 0
      const isAcknowledged = () => people.every(({ sent, acked }) => acked >= sent)
      for (const end = Date.now() + 20_000; !(isEqual() && isAcknowledged()) && Date.now() < end;)
        await pause(20)
      isLeaving = true
      people.forEach(({ socket }) => socket.terminate())
      const sum = (figure: (person: Person) => number) =>
        people.reduce((total, each) => total + figure(each), 0)
      return {
        isEqual: isEqual(),
        edits: edits * 2,
        sent: sum(({ sent }) => sent),
        acknowledged: sum(({ acked }) => acked),
      }
    },
  })
}

async function answer(asked: Asked): Promise<Answered> {
  if ('start' in asked) {
    await Promise.all(asked.start.map(startPair))
    return { started: true }
  }
  if ('report' in asked) return { reports: pairs.map((pair) => pair.report()) }
  return { ends: await Promise.all(pairs.splice(0).map((pair) => pair.finish())) }
}

process.on('disconnect', () => process.exit())
process.on('message', (asked: Asked) => {
  answer(asked)
    .catch((error: unknown): Answered => ({ failed: error instanceof Error ? error.message : String(error) }))
    .then((answered) => process.send!(answered))
})
