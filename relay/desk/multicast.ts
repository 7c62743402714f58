// Multicast DNS on one interface: asks whether a host name is free, and answers for one's own.
import { BlockList } from 'node:net'
import { Server } from 'bonjour-service/dist/lib/mdns-server.js'
import type { Logger } from 'pino'

/** An address record that was heard. */
export interface ARecord {
  name: string
  address: string
  /** In seconds; 0 takes leave. */
  ttl: number
  /** Said as an answer; otherwise only wished for, by somebody who asks whether the name is free. */
  isHeld: boolean
}

export interface Speaker {
  /** Asks for `name`, saying that one would like to have it. False when the question could not be sent. */
  ask(name: string): Promise<boolean>
  /** Returns the way to stop. */
  listen(heard: (record: ARecord) => void): () => void
  /** Answers for `name` from now on, and says so. */
  keep(name: string): void
  /** Says the kept name once more. */
  announce(): void
  /** Answers for the kept name no longer, and says so. */
  forget(): void
  /** Forgets, and closes the socket. */
  leave(): Promise<void>
}

export interface SpeakerOptions {
  /** What the name stands for. */
  address: string
  /** The address of the interface to speak on. */
  interface: string
  /** The network it is in (`192.168.1.0/24`); empty when it is not known. */
  network: string
  port?: number
  log: Logger
}

interface DnsRecord {
  name: string
  type: string
  ttl?: number
  flush?: boolean
  data?: unknown
}
interface Packet {
  id?: number
  questions: { name: string; type: string }[]
  answers: DnsRecord[]
  authorities?: DnsRecord[]
}
type Sent = (error?: Error | null) => void
/** The parts of multicast-dns, which Server runs on, that are used here. */
interface MulticastDns {
  on(
    event: 'query' | 'response',
    heard: (packet: Packet, from: { address: string; port: number }) => void,
  ): void
  on(event: 'error' | 'warning', heard: (problem: Error) => void): void
  on(event: 'networkInterface' | 'ready', happened: () => void): void
  query(packet: object, sent: Sent): void
  respond(packet: object, sent?: Sent): void
  respond(packet: object, to: { address: string; port: number }, sent?: Sent): void
  destroy(done: () => void): void
}

const mdnsPort = 5353
/** As RFC 6762 recommends for host names; and what somebody may keep who does not hear later corrections. */
const ttl = 120
const ttlOutside = 10

export function speakOn({ address, interface: on, network, port = mdnsPort, log }: SpeakerOptions): Speaker {
  const quietly = (problem: unknown) =>
    log.debug({ reason: problem instanceof Error ? problem.message : String(problem) }, 'multicast')
  // Bound to all, as a socket bound to one address hears no multicast; it joins and speaks on this interface alone.
  const options = { interface: on, bind: '0.0.0.0', port, reuseAddr: true }
  const server = new Server(options as ConstructorParameters<typeof Server>[0], quietly)
  const mdns = server.mdns as MulticastDns
  // Where multicast cannot be used there is no name, and the addresses do as well.
  mdns.on('error', quietly)
  mdns.on('warning', quietly)
  // Who could not join the group on this interface would speak on another one.
  let hasJoined = false
  mdns.on('networkInterface', () => (hasJoined = true))
  const ready = new Promise<boolean>((resolve) => {
    mdns.on('ready', () => resolve(hasJoined))
    mdns.on('error', () => resolve(false))
  })

  let name: string | undefined
  const listeners = new Set<(record: ARecord) => void>()
  const record = (seconds: number) => ({
    name: name!,
    type: 'A' as const,
    ttl: seconds,
    flush: true,
    data: address,
  })
  const tell = (records: readonly DnsRecord[] | undefined, isHeld: boolean) => {
    for (const { name: said, type, data, ttl: seconds = 0 } of records ?? [])
      if (type === 'A' && typeof data === 'string')
        listeners.forEach((heard) => heard({ name: said, address: data, ttl: seconds, isHeld }))
  }

  mdns.on('response', (packet) => tell(packet.answers, true))
  mdns.on('query', (packet, from) => {
    tell(packet.authorities, false)
    const asked = packet.questions.filter((each) => each.name.toLowerCase() === name)
    if (asked.length === 0) return
    // Who asks from another port hears no multicast answer: most Androids do. Every socket of this computer hears them,
    // but only the one on their network has an address that they can use.
    if (from.port !== port) {
      if (isIn(network, from.address))
        mdns.respond(
          { id: packet.id ?? 0, questions: asked, answers: [{ ...record(ttlOutside), flush: false }] },
          from,
          (problem) => problem && quietly(problem),
        )
    }
    // "An A record is all there is": saves phones the wait for an IPv6 address.
    else if (asked.every(({ type }) => type !== 'A' && type !== 'ANY'))
      mdns.respond({
        answers: [{ ...record(ttl), type: 'NSEC', data: { nextDomain: name, rrtypes: ['A'] } }],
        additionals: [record(ttl)],
      })
  })

  const say = async (seconds: number) => {
    const said = record(seconds)
    if (await ready) await new Promise<void>((resolve) => mdns.respond({ answers: [said] }, () => resolve()))
  }
  const forget = async () => {
    if (name === undefined) return
    server.unregister(record(ttl))
    const leave = say(0)
    name = undefined
    await leave
  }

  return {
    async ask(wanted) {
      if (!(await ready)) return false
      const question = {
        questions: [{ name: wanted, type: 'ANY' }],
        authorities: [{ name: wanted, type: 'A', ttl, data: address }],
      }
      return new Promise((resolve) => mdns.query(question, (problem) => resolve(!problem)))
    },
    listen(heard) {
      listeners.add(heard)
      return () => void listeners.delete(heard)
    },
    keep(wanted) {
      name = wanted
      server.register(record(ttl))
      void say(ttl)
      // Once more, as the first may have been lost.
      setTimeout(() => name === wanted && void say(ttl), 1000).unref()
    },
    announce: () => void (name !== undefined && say(ttl)),
    forget: () => void forget(),
    async leave() {
      listeners.clear()
      await forget()
      await new Promise<void>((resolve) => {
        try {
          mdns.destroy(resolve)
        } catch (problem) {
          quietly(problem)
          resolve()
        }
      })
    },
  }
}

function isIn(network: string, address: string): boolean {
  const [base, prefix] = network.split('/')
  if (!base || !prefix) return true
  const list = new BlockList()
  list.addSubnet(base, Number(prefix))
  return list.check(address)
}
