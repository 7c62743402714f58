// Asking the relay over HTTP: an answer that was checked, or the reason why not. Expected refusals never throw.
import type { z } from 'zod'
import { refusal, type Refusal } from '../../shared/relay/api'

export type AskProblem = Refusal['kind'] | 'unreachable'
export type Answer<T> = { ok: true; value: T } | { ok: false; kind: AskProblem }

export interface Ask {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** A key or a token. */
  bearer?: string
  /** Sent as JSON, or as it is when it is bytes. */
  body?: unknown
}

async function send(address: string, { method = 'GET', bearer, body }: Ask): Promise<Answer<Response>> {
  const isBytes = body instanceof Uint8Array || body instanceof Blob
  const headers: Record<string, string> = {}
  if (bearer) headers.Authorization = `Bearer ${bearer}`
  if (body !== undefined) headers['Content-Type'] = isBytes ? 'application/octet-stream' : 'application/json'
  let response: Response
  try {
    response = await fetch(address, {
      method,
      headers,
      ...(body !== undefined && { body: isBytes ? (body as BodyInit) : JSON.stringify(body) }),
    })
  } catch {
    return { ok: false, kind: 'unreachable' }
  }
  if (response.ok) return { ok: true, value: response }
  const read = refusal.safeParse(await response.json().catch(() => null))
  if (read.success) return { ok: false, kind: read.data.kind }
  return { ok: false, kind: kindOfStatus(response.status) }
}

function kindOfStatus(status: number): AskProblem {
  if (status === 401) return 'notAdmitted'
  if (status === 403) return 'notAllowed'
  if (status === 404) return 'notFound'
  if (status === 413) return 'tooLarge'
  if (status === 429) return 'tooManyTries'
  return status >= 500 ? 'storageFailed' : 'malformed'
}

/** The answer as `shape` says. @throws when the relay answers something else. */
export async function ask<T>(address: string, shape: z.ZodType<T>, how: Ask = {}): Promise<Answer<T>> {
  const answer = await send(address, how)
  return answer.ok ? { ok: true, value: shape.parse(await answer.value.json()) } : answer
}

/** For requests whose answer's content does not matter. */
export async function tell(address: string, how: Ask): Promise<Answer<null>> {
  const answer = await send(address, how)
  return answer.ok ? { ok: true, value: null } : answer
}
