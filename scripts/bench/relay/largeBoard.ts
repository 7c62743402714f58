// A board of 20,000 notes, on each server.
import * as Y from 'yjs'
import { putBoard } from '../../../shared/document/whiteboard'
import { makeNotes } from '../boardNotes'
import { openLeanSocket, type LeanSocket } from './leanSocket'
import { readAck, syncMessage } from './messages'

export const boardRoom = 'page-board'
export const boardNotes = 20_000

/** The board as one update. */
export function boardUpdate(): Uint8Array {
  const doc = new Y.Doc()
  putBoard(doc, makeNotes(boardNotes), 'bench')
  return Y.encodeStateAsUpdate(doc)
}

/** Writes the board, and some edits after it, as one who stays. Resolves when the server has it. */
export async function writeBoard(url: string, board: Uint8Array): Promise<LeanSocket> {
  let acked = 0
  let heard = 0
  const socket = await openLeanSocket(url, (message) => {
    heard++
    acked = readAck(message) ?? acked
  })
  socket.send(syncMessage(0, new Uint8Array([0])))
  socket.send(syncMessage(2, board))
  const doc = new Y.Doc()
  let edits = 1
  doc.on('update', (update: Uint8Array) => {
    socket.send(syncMessage(2, update))
    edits++
  })
  for (let n = 0; n < 50; n++) doc.getMap('board').set(`edit ${n}`, n)
  // Ours says what is on disk; the other one has read everything when it answers a question asked last.
  const before = heard
  socket.send(syncMessage(0, Y.encodeStateVector(doc)))
  const isThere = () => (url.includes('acks=1') ? acked === edits : heard > before + edits)
  for (const end = Date.now() + 60_000; !isThere();) {
    if (Date.now() > end) throw new Error('the board could not be written')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return socket
}
