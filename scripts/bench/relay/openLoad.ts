// One person opens a page with our own client, as the browser does.
import { WebSocket as NodeSocket } from 'ws'
import { openRoom } from '../../../renderer/document/openRoom'
import { boardRecords } from '../../../shared/document/whiteboard'
import type { RoomName } from '../../../shared/relay/roles'

export interface OpenJob {
  relayUrl: string
  sessionId: string
  token: string
  room: RoomName
}

export interface OpenResult {
  ms: number
  /** Records that are there the moment that the page counts as opened. */
  records: number
}

export async function open(job: OpenJob, mark: (at: 'begin' | 'end') => void): Promise<OpenResult> {
  const { room: name, ...place } = job
  mark('begin')
  const start = performance.now()
  const room = openRoom({
    ...place,
    name,
    self: { memberId: 'bench', name: 'Bench', role: 'participant' },
    kept: { read: async () => [], keep: async () => -1, forget: async () => {} },
    Socket: NodeSocket as unknown as typeof WebSocket,
  })
  await room.opened
  const result = { ms: performance.now() - start, records: boardRecords(room.doc).size }
  mark('end')
  room.close()
  return result
}
