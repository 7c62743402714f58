// A desk in a room of one's own making: its networks are addresses of the loopback interface (Linux has all of
// 127.0.0.0/8), so that several are real, and nothing of it leaves the computer.
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { Agent, request } from 'node:https'
import { request as plainRequest } from 'node:http'
import type { LanAddress } from '../../relay/desk/lanAddresses'
import { openTestDesk, type TestDesk } from '../../relay/desk/testDesk'
import type { DeskOptions } from '../../relay/desk/startDesk'
import { door, type Door } from '../../shared/relay/api'
import { doorwayStatus, type DoorwayChange, type DoorwayStatus } from '../../shared/relay/doorway'

export const wifi: LanAddress = {
  interface: 'wlan0',
  address: '127.0.0.2',
  kind: 'wifi',
  network: '127.0.0.2/32',
}
export const cable: LanAddress = {
  interface: 'eth0',
  address: '127.0.0.3',
  kind: 'cable',
  network: '127.0.0.3/32',
}
export const otherWifi: LanAddress = { ...wifi, address: '127.0.0.4', network: '127.0.0.4/32' }

export interface TestRoom {
  test: TestDesk
  sessionId: string
  /** The facilitator's. */
  token: string
  /** The computer is on these networks from now on. */
  moveTo(...networks: LanAddress[]): void
  openDoor(): Promise<Door>
  closeDoor(): Promise<void>
  status(): Promise<DoorwayStatus>
  change(wanted: DoorwayChange): Promise<DoorwayStatus>
  end(): Promise<void>
}

export async function openTestRoom(
  networks: LanAddress[],
  options: Partial<DeskOptions> = {},
): Promise<TestRoom> {
  let now = networks
  const localName = { port: await freeUdpPort(), interface: '127.0.0.1' }
  const test = await openTestDesk({ lanAddresses: () => now, localName, ...options })
  const created = (await test.ask('POST', '/api/library', { title: 'Delad' })).json as { sessionId: string }
  const opened = await test.ask('POST', `/api/library/${created.sessionId}/open`)
  const { token } = opened.json as { token: string }
  const askDoor = (method: string) =>
    fetch(`${test.desk.url}/api/sessions/${created.sessionId}/door`, {
      method,
      headers: { authorization: `Bearer ${token}` },
    })
  return {
    test,
    sessionId: created.sessionId,
    token,
    moveTo: (...moved) => (now = moved),
    openDoor: async () => door.parse(await (await askDoor('POST')).json()),
    closeDoor: async () => void (await askDoor('DELETE')),
    status: async () => doorwayStatus.parse((await test.ask('GET', '/api/doorway')).json),
    change: async (wanted) => doorwayStatus.parse((await test.ask('PUT', '/api/doorway', wanted)).json),
    end: () => test.end(),
  }
}

export async function freeUdpPort(): Promise<number> {
  const socket = createSocket('udp4').bind(0, '127.0.0.1')
  await once(socket, 'listening')
  const { port } = socket.address()
  socket.close()
  return port
}

export interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
  /** Of the certificate, when the answer came over TLS. */
  fingerprint: string | undefined
}

/** Asks with nothing tidied up: no redirects followed, any certificate taken, any header sent. */
export function ask(
  url: string,
  options: { method?: string; headers?: Record<string, string>; body?: string; localAddress?: string } = {},
): Promise<Answer> {
  const { body, ...rest } = options
  const isTls = url.startsWith('https:')
  return new Promise((resolve, reject) => {
    const asked = isTls
      ? request(url, { ...rest, agent: new Agent({ rejectUnauthorized: false }) })
      : plainRequest(url, { ...rest, agent: false })
    let fingerprint: string | undefined
    asked.on('socket', (socket) =>
      socket.on('secureConnect', () => {
        const { getPeerCertificate } = socket as import('node:tls').TLSSocket
        fingerprint = getPeerCertificate.call(socket).fingerprint256
      }),
    )
    asked.on('response', (answer) => {
      let heard = ''
      answer.setEncoding('utf8')
      answer.on('data', (chunk: string) => (heard += chunk))
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: heard, fingerprint }),
      )
    })
    asked.on('error', reject)
    asked.end(body)
  })
}
