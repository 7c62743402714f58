// Two people on one page without a relay: their documents and presence pass to each other at once, or when asked.
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Room, Session } from '../../renderer/document/session'
import type { RoomRights } from '../../shared/relay/messages'

export interface Person {
  session: Session
  room: Room
  setRights(rights: RoomRights): void
}

export function startTwoPeople(names: readonly [string, string]): {
  people: [Person, Person]
  setOnline(online: boolean): void
} {
  let online = true
  const docs = [new Y.Doc(), new Y.Doc()] as const
  const presences = [new Awareness(docs[0]), new Awareness(docs[1])] as const
  const link = 'link'
  const exchange = () => {
    for (const [from, to] of [docs, [docs[1], docs[0]] as const])
      Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), link)
  }
  docs.forEach((doc, at) => {
    const other = 1 - at
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (online && origin !== link) Y.applyUpdate(docs[other]!, update, link)
    })
    presences[at]!.on(
      'update',
      (change: { added: number[]; updated: number[]; removed: number[] }, origin: unknown) => {
        if (origin === link) return
        const clients = [...change.added, ...change.updated, ...change.removed]
        applyAwarenessUpdate(presences[other]!, encodeAwarenessUpdate(presences[at]!, clients), link)
      },
    )
  })
  const colors = ['#b0442e', '#2b719c']
  const people = names.map((name, at): Person => {
    let rights: RoomRights = { canWrite: true }
    const listeners = new Set<() => void>()
    const user = { memberId: `m${at}`, name, role: 'participant', color: colors[at] }
    presences[at]!.setLocalStateField('user', user)
    const room: Room = {
      name: 'page-model',
      doc: docs[at]!,
      awareness: presences[at]!,
      opened: Promise.resolve(),
      rights: () => rights,
      saveState: () => ({ kind: 'saved' }),
      shortages: () => [],
      subscribe(changed) {
        listeners.add(changed)
        return () => listeners.delete(changed)
      },
    }
    const saved = { kind: 'saved' } as const
    const session: Session = {
      sessionId: 's',
      self: { memberId: `m${at}`, name, role: 'participant' },
      relay: { url: '', token: '' },
      openRoom: () => room,
      closeRoom: () => undefined,
      saveState: () => saved,
      shortages: () => [],
      dropRefused: async () => {},
      subscribe: () => () => undefined,
      watch: () => () => undefined,
      whenSaved: () => Promise.resolve(),
      leave: () => Promise.resolve(),
    }
    return {
      session,
      room,
      setRights(next) {
        rights = next
        listeners.forEach((changed) => changed())
      },
    }
  })
  return {
    people: people as [Person, Person],
    setOnline(next) {
      online = next
      if (online) exchange()
    },
  }
}

/** Passes what this person does to every other tab that shows the same page, and the other way. */
export function connectTabs({ room }: Person): void {
  const { doc, awareness } = room
  const channel = new BroadcastChannel('tabs')
  const sendAll = () => {
    channel.postMessage({ update: Y.encodeStateAsUpdate(doc) })
    channel.postMessage({ presence: encodeAwarenessUpdate(awareness, [doc.clientID]) })
  }
  channel.onmessage = ({
    data,
  }: MessageEvent<{ update?: Uint8Array; presence?: Uint8Array; hello?: true }>) => {
    if (data.update) Y.applyUpdate(doc, data.update, channel)
    if (data.presence) applyAwarenessUpdate(awareness, data.presence, channel)
    if (data.hello) sendAll()
  }
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== channel) channel.postMessage({ update })
  })
  awareness.on('update', (_change: unknown, origin: unknown) => {
    if (origin === 'local')
      channel.postMessage({ presence: encodeAwarenessUpdate(awareness, [doc.clientID]) })
  })
  channel.postMessage({ hello: true })
  sendAll()
}
