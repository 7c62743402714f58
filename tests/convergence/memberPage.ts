// One member's page: the real client of renderer/document, with a browser store that outlives a reload.
import { WebSocket } from 'ws'
import type * as Y from 'yjs'
import type { KeptChanges } from '../../renderer/document/keptChanges'
import { openRoom, type OpenRoom } from '../../renderer/document/openRoom'
import type { Self } from '../../renderer/document/session'
import { editRoom, type EditedRoom } from './editRoom'
import type { Random } from './random'

export interface Admission {
  sessionId: string
  token: string
  self: Self
}

/** A page on one room; every edit leaves a mark by which it is known again wherever it arrives. */
export interface MemberPage {
  readonly name: EditedRoom
  doc(): Y.Doc
  canWrite(): boolean
  /** Everything is on disk, and everything of the others is here. */
  isSettled(): boolean
  /** Does something and gives its mark. */
  edit(random: Random): string
  /** Marks that the relay said are on disk. */
  acknowledged: ReadonlySet<string>
  setOnline(online: boolean): void
  /** Closes the page and opens it anew at `relayUrl`; only what the browser kept is still there. */
  reload(relayUrl: string): void
  state(): string
  close(): void
}

/** Marks in a document: a container beside those of the schema. */
export const marksIn = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('marks')

export function openMemberPage(name: EditedRoom, admission: Admission, relayUrl: string): MemberPage {
  const acknowledged = new Set<string>()
  const kept = keepInMemory((mark) => acknowledged.add(mark))
  const open = (url: string): OpenRoom =>
    openRoom({
      name,
      ...admission,
      relayUrl: url,
      kept: kept.changes,
      Socket: WebSocket as unknown as typeof globalThis.WebSocket,
    })
  let room = open(relayUrl)
  let made = 0
  return {
    name,
    doc: () => room.doc,
    canWrite: () => room.rights().canWrite,
    isSettled: () => room.saveState().kind === 'saved',
    edit(random) {
      const mark = `${admission.self.memberId} ${name} ${made++}`
      kept.willKeep(mark)
      room.doc.transact(() => {
        editRoom(name, room.doc, random)
        marksIn(room.doc).set(mark, 1)
      }, 'local')
      return mark
    },
    acknowledged,
    setOnline: (online) => room.setOnline(online),
    reload(url) {
      room.close()
      room = open(url)
    },
    state: () => JSON.stringify({ ...room.saveState(), rights: room.rights() }),
    close: () => room.close(),
  }
}

/** As the browser's store, and it knows which edit each kept change was. */
function keepInMemory(safe: (mark: string) => void) {
  const rows = new Map<number, { update: Uint8Array; mark: string }>()
  let next = 1
  let mark = ''
  const changes: KeptChanges = {
    read: async () => [...rows].map(([key, { update }]) => ({ key, update })),
    async keep(update) {
      const key = next++
      rows.set(key, { update, mark })
      return key
    },
    async forget(keys) {
      for (const key of keys) {
        const row = rows.get(key)
        if (row) safe(row.mark)
        rows.delete(key)
      }
    },
  }
  return { changes, willKeep: (coming: string) => void (mark = coming) }
}
