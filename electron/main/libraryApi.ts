// The desk's library over HTTP, as far as the desktop itself needs it: files in and out, and a token to print with.
import { z } from 'zod'
import type { Language } from '../../shared/bridge/bridge'
import { refusal, type Refusal } from '../../shared/relay/api'
import {
  openedFile,
  sessionSummary,
  unreadParts,
  type FileProblem,
  type OpenedFile,
  type SessionSummary,
} from '../../shared/relay/library'

export interface LibraryApi {
  /** Gives a `.samverk` file to the library; what it has to name in the session is in `language`. */
  addFile(
    bytes: Uint8Array<ArrayBuffer>,
    language: Language,
  ): Promise<{ kind: 'opened'; opened: OpenedFile } | Refusal>
  /** The session as a `.samverk` file. */
  readFile(sessionId: string): Promise<{ kind: 'file'; bytes: Uint8Array<ArrayBuffer> } | Refusal>
  /** What of the session is damaged here, and not in its file. */
  listUnread(sessionId: string): Promise<FileProblem[]>
  /** A facilitator's token for the session. */
  openSession(sessionId: string): Promise<{ kind: 'token'; token: string } | Refusal>
  list(): Promise<SessionSummary[]>
}

const refused = async (response: Response) => refusal.parse(await response.json())

/** Every call waits until the relay answers; throws when it cannot be reached or says something not agreed. */
export function makeLibraryApi(connection: () => Promise<{ url: string; key: string }>): LibraryApi {
  async function call(method: string, path: string, body?: Uint8Array<ArrayBuffer>): Promise<Response> {
    const { url, key } = await connection()
    return fetch(`${url}/api/library${path}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body === undefined ? {} : { 'content-type': 'application/octet-stream' }),
      },
      ...(body === undefined ? {} : { body }),
    })
  }

  return {
    addFile: async (bytes, language) => {
      const response = await call('POST', `/file?language=${language === 'sv' ? 'sv' : 'en'}`, bytes)
      if (!response.ok) return refused(response)
      return { kind: 'opened', opened: openedFile.parse(await response.json()) }
    },
    readFile: async (sessionId) => {
      const response = await call('GET', `/${encodeURIComponent(sessionId)}/file`)
      if (!response.ok) return refused(response)
      return { kind: 'file', bytes: new Uint8Array(await response.arrayBuffer()) }
    },
    listUnread: async (sessionId) => {
      const response = await call('GET', `/${encodeURIComponent(sessionId)}/unread`)
      if (!response.ok) throw new Error((await refused(response)).sentence)
      return unreadParts.parse(await response.json())
    },
    openSession: async (sessionId) => {
      const response = await call('POST', `/${encodeURIComponent(sessionId)}/open`)
      if (!response.ok) return refused(response)
      return { kind: 'token', ...z.object({ token: z.string() }).parse(await response.json()) }
    },
    list: async () => {
      const response = await call('GET', '')
      if (!response.ok) throw new Error((await refused(response)).sentence)
      return z.array(sessionSummary).parse(await response.json())
    },
  }
}
