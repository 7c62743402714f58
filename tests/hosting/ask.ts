// Requests from an address of one's choice, over HTTP or TLS, with all that came back.
import { request as plain, type IncomingHttpHeaders } from 'node:http'
import { request as encrypted } from 'node:https'
import type { TLSSocket } from 'node:tls'

export interface Asked {
  status: number
  headers: IncomingHttpHeaders
  text: string
  json: Record<string, unknown>
  /** SHA-256 of the certificate that was shown. */
  fingerprint: string | undefined
}

export interface Asking {
  method?: string
  headers?: Record<string, string>
  body?: string | Buffer
  /** Which of this computer's own addresses to come from: 127.0.0.1 to 127.255.255.254 are all its own. */
  from?: string
  ca?: string | string[]
}

export function ask(url: string, { method = 'GET', headers, body, from, ca }: Asking = {}): Promise<Asked> {
  const request = url.startsWith('https') ? encrypted : plain
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      // A session taken up again would show no certificate.
      { method, headers: { connection: 'close', ...headers }, localAddress: from, ca, agent: false },
      (answer) => {
        const socket = answer.socket as Partial<TLSSocket>
        const fingerprint = socket.getPeerCertificate?.()?.fingerprint256
        let text = ''
        answer.on('data', (chunk: Buffer) => (text += chunk))
        answer.on('error', reject)
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            text,
            json: asJson(text),
            fingerprint,
          }),
        )
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

export const asMember = (token: string) => ({ authorization: `Bearer ${token}` })

/** A session made with the relay's key. */
export async function openSession(url: string, key: string, asking: Asking = {}) {
  const { json } = await ask(`${url}/api/sessions`, { ...asking, method: 'POST', headers: asMember(key) })
  return { sessionId: String(json.sessionId), token: String(json.token) }
}

function asJson(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return {}
  }
}
