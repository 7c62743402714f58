// Asks the hosted relay over HTTP: a checked answer, or why there is none. It goes nowhere but to the address it was
// given: no redirect is followed, and TLS certificates are checked as Node checks them.
import type { z } from 'zod'
import { refusal, type Refusal } from '../../shared/relay/api'

export type HostedProblem = Refusal['kind'] | 'unreachable' | 'certificate' | 'notARelay'
export type HostedAnswer<T> = { ok: true; value: T } | { ok: false; kind: HostedProblem }

export interface Asking {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** The key or a token. */
  bearer?: string
  /** Sent as JSON, or as it is when it is bytes. */
  body?: unknown
  /** ms until it counts as unreachable. */
  patience?: number
}

const usualPatience = 15_000

async function send(
  url: string,
  { method = 'GET', bearer, body, patience = usualPatience }: Asking,
): Promise<HostedAnswer<Response>> {
  const isBytes = body instanceof Uint8Array
  const headers: Record<string, string> = {}
  if (bearer) headers.authorization = `Bearer ${bearer}`
  if (body !== undefined) headers['content-type'] = isBytes ? 'application/octet-stream' : 'application/json'
  try {
    const response = await fetch(url, {
      method,
      headers,
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
      ...(body !== undefined && { body: isBytes ? (body as BodyInit) : JSON.stringify(body) }),
    })
    if (response.ok) return { ok: true, value: response }
    const read = refusal.safeParse(await response.json().catch(() => undefined))
    if (read.success) return { ok: false, kind: read.data.kind }
    // A proxy in front of it says so when the relay itself is away.
    return { ok: false, kind: response.status >= 502 && response.status <= 504 ? 'unreachable' : 'notARelay' }
  } catch (error) {
    return { ok: false, kind: whyNoAnswer(error) }
  }
}

/** The answer as `shape` says; `notARelay` when it is something else. */
export async function askHosted<T>(
  url: string,
  shape: z.ZodType<T>,
  asking: Asking = {},
): Promise<HostedAnswer<T>> {
  const answer = await send(url, asking)
  if (!answer.ok) return answer
  try {
    const read = shape.safeParse(await answer.value.json())
    return read.success ? { ok: true, value: read.data } : { ok: false, kind: 'notARelay' }
  } catch (error) {
    return { ok: false, kind: error instanceof SyntaxError ? 'notARelay' : 'unreachable' }
  }
}

/** For requests whose answer's content does not matter. */
export async function tellHosted(url: string, asking: Asking): Promise<HostedAnswer<null>> {
  const answer = await send(url, asking)
  if (!answer.ok) return answer
  await answer.value.body?.cancel().catch(() => {})
  return { ok: true, value: null }
}

/** Bytes, at most `most` of them. */
export async function fetchHosted(
  url: string,
  most: number,
  asking: Asking,
): Promise<HostedAnswer<Uint8Array>> {
  const answer = await send(url, asking)
  if (!answer.ok) return answer
  const parts: Uint8Array[] = []
  let bytes = 0
  try {
    for await (const part of answer.value.body ?? []) {
      bytes += part.length
      if (bytes > most) return { ok: false, kind: 'tooLarge' }
      parts.push(part)
    }
    return { ok: true, value: Buffer.concat(parts) }
  } catch {
    return { ok: false, kind: 'unreachable' }
  }
}

/** Why `error` kept an answer from coming: also for the handshake of a socket. */
export function whyNoAnswer(error: unknown): 'unreachable' | 'certificate' | 'notARelay' {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|HOSTNAME_MISMATCH|ALTNAME/.test(code))
    return 'certificate'
  const said = cause instanceof Error ? cause.message : ''
  return /redirect/i.test(said) || code.startsWith('HPE_') || code === 'ERR_SSL_WRONG_VERSION_NUMBER'
    ? 'notARelay'
    : 'unreachable'
}
