// What somebody says who has not been let in: requests that are none, handshakes without a token, and frames after them.
import type { Seeded } from '../seeded'
import { nastyJson } from './messageKinds'
import { handshake } from './rawSocket'

export interface Said {
  bytes: Buffer
  /** How many frames or requests it is. */
  count: number
  /** The relay waits for more, which does not come. */
  hangsUp?: true
}

export interface Target {
  sessionId: string
  room: string
}

const token = (random: Seeded) => Buffer.from(random.bytes(32)).toString('base64url')

function badHandshake(random: Seeded, { sessionId, room }: Target): string {
  const id = random.oneIn(2) ? sessionId : Buffer.from(random.bytes(16)).toString('base64url')
  const path = random.pick([
    `/sync/${id}/${room}?token=${token(random)}`,
    `/sync/${id}/${room}`,
    `/sync/${id}/${room}?token=${'x'.repeat(random.below(3000))}`,
    `/sync/${id}/__proto__?token=${token(random)}`,
    `/sync/${id}/${'%2e%2e%2f'.repeat(3)}?token=${token(random)}`,
    `/sync/../../etc/passwd`,
    `/sync/${id}`,
    `/nowhere`,
  ])
  return handshake(path, [
    random.pick([
      'Sec-WebSocket-Protocol: samverkstad.x',
      `Sec-WebSocket-Protocol: samverkstad.${token(random)}, "`,
      'Sec-WebSocket-Extensions: permessage-deflate; server_max_window_bits=99',
      'Origin: null',
      'X-Forwarded-For: 10.0.0.1',
    ]),
  ])
}

/** @param frames to be sent after the handshake that is refused. */
export function refusedFrames(random: Seeded, target: Target, frames: readonly Buffer[]): Said {
  return {
    bytes: Buffer.concat([Buffer.from(badHandshake(random, target)), ...frames]),
    count: 1 + frames.length,
  }
}

/** The one frame that anybody may say is to be echoed, and what comes after it. */
export function probeFrames(frames: readonly Buffer[]): Said {
  return {
    bytes: Buffer.concat([Buffer.from(handshake('/probe/echo')), ...frames]),
    count: 1 + frames.length,
  }
}

const lines = (...all: string[]) => all.join('\r\n')
const badRequests: readonly ((random: Seeded, target: Target) => string)[] = [
  (random) => Buffer.from(random.bytes(random.below(200))).toString('latin1') + '\r\n\r\n',
  () => '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
  () => lines('GET / HTTP/9.9', '', ''),
  () => lines('GET /healthz HTTP/1.1', '', ''),
  (random) => lines('GET /healthz HTTP/1.1', 'Host: x', `X: ${'x'.repeat(random.below(20_000))}`, '', ''),
  () => lines('GET /sync/x HTTP/1.1', 'Host: x', 'Upgrade: websocket', 'Connection: Upgrade', '', ''),
  () =>
    lines(
      'POST /api/join HTTP/1.1',
      'Host: x',
      'Content-Length: 5',
      'Transfer-Encoding: chunked',
      '',
      '0',
      '',
      '',
    ),
  () => lines('POST /api/join HTTP/1.1', 'Host: x', 'Content-Length: -1', '', ''),
  () =>
    lines(
      'POST /api/join HTTP/1.1',
      'Host: x',
      'Transfer-Encoding: chunked',
      '',
      'fffffffffffffffff',
      'x',
      '',
    ),
  () => lines('OPTIONS * HTTP/1.1', 'Host: x', '', ''),
  () => lines('CONNECT x:1 HTTP/1.1', 'Host: x', '', ''),
  () => lines('GET /api/sessions/%00/me HTTP/1.1', 'Host: x', 'Authorization: Bearer ', '', ''),
  (_random, { sessionId }) =>
    lines(
      `GET /api/sessions/${sessionId}/assets/..%2f..%2fdb HTTP/1.1`,
      'Host: x',
      'Authorization: Bearer x',
      '',
      '',
    ),
]
export function badRequest(random: Seeded, target: Target): Said {
  return { bytes: Buffer.from(random.pick(badRequests)(random, target), 'latin1'), count: 1, hangsUp: true }
}

/** Bodies of those who want to join, five on one line. */
export function badBodies(random: Seeded): Said {
  const bodies = Array.from({ length: 5 }, () => {
    const body = random.oneIn(4)
      ? JSON.stringify({ code: Buffer.from(random.bytes(6)).toString('base64url'), name: 'x' })
      : random.pick(nastyJson).slice(0, random.oneIn(8) ? 50 : undefined)
    const type = random.pick([
      'application/json',
      'application/json',
      'text/plain',
      'application/x-www-form-urlencoded',
    ])
    const path = random.pick(['/api/join', '/api/join/waiting', '/api/sessions'])
    return Buffer.from(
      lines(
        `POST ${path} HTTP/1.1`,
        'Host: x',
        `Content-Type: ${type}`,
        `Content-Length: ${Buffer.byteLength(body)}`,
        '',
        body,
      ),
    )
  })
  return { bytes: Buffer.concat(bodies), count: bodies.length, hangsUp: true }
}
