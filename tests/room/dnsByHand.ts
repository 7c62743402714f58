// DNS packets written and read by hand, so that what the advertiser says is not judged by its own library.
import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'

export const group = '224.0.0.251'
export const types = { A: 1, AAAA: 28, NSEC: 47, ANY: 255 } as const

export interface Said {
  id: number
  isAnswer: boolean
  records: { name: string; type: number; ttl: number; address?: string }[]
}

export function writeQuestion(name: string, type: keyof typeof types, id = 0): Buffer {
  const head = Buffer.alloc(12)
  head.writeUInt16BE(id, 0)
  head.writeUInt16BE(1, 4)
  return Buffer.concat([head, writeName(name), Buffer.from([0, types[type], 0, 1])])
}

/** An answer nobody asked for: "`name` is at `address`". */
export function writeAnswer(name: string, address: string, ttl = 120): Buffer {
  const head = Buffer.alloc(12)
  head.writeUInt16BE(0x8400, 2)
  head.writeUInt16BE(1, 6)
  const tail = Buffer.alloc(14)
  tail.writeUInt16BE(types.A, 0)
  tail.writeUInt16BE(1, 2)
  tail.writeUInt32BE(ttl, 4)
  tail.writeUInt16BE(4, 8)
  address.split('.').forEach((part, index) => tail.writeUInt8(Number(part), 10 + index))
  return Buffer.concat([head, writeName(name), tail])
}

export function readPacket(packet: Buffer): Said {
  const count = (at: number) => packet.readUInt16BE(at)
  let at = 12
  for (let left = count(4); left > 0; left--) at = readName(packet, at).end + 4
  const records: Said['records'] = []
  for (let left = count(6) + count(8) + count(10); left > 0; left--) {
    const { name, end } = readName(packet, at)
    const type = count(end)
    const length = count(end + 8)
    const address = type === types.A ? packet.subarray(end + 10, end + 14).join('.') : undefined
    records.push({
      name,
      type,
      ttl: packet.readUInt32BE(end + 4),
      ...(address === undefined ? {} : { address }),
    })
    at = end + 10 + length
  }
  return { id: count(0), isAnswer: (count(2) & 0x8000) !== 0, records }
}

/** A socket in the group; `port` 0 makes it one of those that ask from anywhere and hear only what is sent to them. */
export async function joinGroup(port: number, on = '127.0.0.1'): Promise<{ socket: Socket; said: Said[] }> {
  const socket = createSocket({ type: 'udp4', reuseAddr: true })
  socket.bind(port)
  await once(socket, 'listening')
  if (port !== 0) socket.addMembership(group, on)
  socket.setMulticastInterface(on)
  socket.setMulticastLoopback(true)
  const said: Said[] = []
  socket.on('message', (packet) => said.push(readPacket(packet)))
  return { socket, said }
}

const writeName = (name: string) =>
  Buffer.concat([
    ...name.split('.').map((part) => Buffer.concat([Buffer.from([part.length]), Buffer.from(part)])),
    Buffer.from([0]),
  ])

function readName(packet: Buffer, at: number): { name: string; end: number } {
  const parts: string[] = []
  let end = -1
  for (;;) {
    const length = packet[at]!
    if ((length & 0xc0) === 0xc0) {
      if (end < 0) end = at + 2
      at = packet.readUInt16BE(at) & 0x3fff
    } else if (length === 0) return { name: parts.join('.'), end: end < 0 ? at + 1 : end }
    else {
      parts.push(packet.toString('utf8', at + 1, at + 1 + length))
      at += 1 + length
    }
  }
}
