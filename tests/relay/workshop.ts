// A session with people in it, who ask the relay over HTTP and sit in its rooms by hand.
import { expect } from 'vitest'
import { me, member, refusal, type Me, type Member } from '../../shared/relay/api'
import type { SessionTopic } from '../../shared/relay/messages'
import type { Role } from '../../shared/relay/roles'
import type { RelayOptions } from '../../relay/relay'
import { connectByHand, readStates, startTestRelay, until, type HandMade, type TestRelay } from './harness'

export interface Answer {
  status: number
  body: unknown
}

export interface Person {
  memberId: string
  token: string
  /** `path` begins after `/api/sessions/<id>`. */
  ask(method: string, path: string, body?: unknown): Promise<Answer>
  /** A connection to a room that has heard everything. */
  join(room?: string): Promise<HandMade>
  me(): Promise<Me | undefined>
}

export interface Workshop extends TestRelay {
  sessionId: string
  lead: Person
  person(role: Role, name?: string): Promise<Person>
  as(token: string, memberId?: string): Person
  members(): Promise<Member[]>
  end(): Promise<void>
}

export async function openWorkshop(options: Partial<RelayOptions> = {}): Promise<Workshop> {
  const running = await startTestRelay(options)
  const { sessions } = running.relay
  const created = await sessions.create({}, 'Karin')
  const { sessionId } = created
  const opened: HandMade[] = []

  const as = (token: string, memberId = ''): Person => ({
    memberId,
    token,
    ask: (method, path, body) => askRelay(running, method, `/api/sessions/${sessionId}${path}`, body, token),
    async join(room = 'control') {
      const hand = connectByHand({ url: running.relay.url, sessionId, room, token })
      opened.push(hand)
      await hand.opened
      hand.sendStep1()
      await until(() => hand.heard.some(({ kind }) => kind === 'step2'), 'it is in')
      return hand
    },
    async me() {
      const { status, body } = await this.ask('GET', '/me')
      return status === 200 ? me.parse(body) : undefined
    },
  })
  const lead = as(created.token, created.memberId)
  return {
    ...running,
    sessionId,
    lead,
    async person(role, name = role) {
      const { token, memberId } = await sessions.mintToken(sessionId, role, name)
      return as(token, memberId)
    },
    as,
    members: async () => member.array().parse((await lead.ask('GET', '/members')).body),
    async end() {
      for (const { socket } of opened) socket.terminate()
      await running.stop()
    },
  }
}

/** Asks with JSON both ways. */
export async function askRelay(
  { relay }: TestRelay,
  method: string,
  path: string,
  body?: unknown,
  bearer?: string,
): Promise<Answer> {
  const answer = await fetch(relay.url + path, {
    method,
    headers: {
      ...(bearer && { authorization: `Bearer ${bearer}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    body: body === undefined ? null : JSON.stringify(body),
  })
  const text = await answer.text()
  return { status: answer.status, body: text ? JSON.parse(text) : undefined }
}

export const done: Answer = { status: 204, body: undefined }

/** The answer refuses with this kind. */
export function expectRefused(answer: Answer, kind: string): void {
  expect(refusal.parse(answer.body).kind).toBe(kind)
}

/** How those in the room are called and what they are, as `hand` has been told. */
export function facesSeenBy({
  heard,
}: HandMade): Map<number, { name: string; role: string; memberId: string }> {
  const seen = new Map<number, { name: string; role: string; memberId: string }>()
  for (const each of heard)
    if (each.kind === 'awareness')
      for (const [clientId, state] of readStates(each.bytes))
        if (state) seen.set(clientId, state.user as { name: string; role: string; memberId: string })
        else seen.delete(clientId)
  return seen
}

/** What of the session `hand` was told to ask for anew. */
export function topicsHeardBy({ heard }: HandMade): SessionTopic[] {
  return heard.flatMap((each) => (each.kind === 'changed' ? each.topics : []))
}
