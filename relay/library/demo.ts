// The demo session "Grannköket" as content. The same every time but for Yjs's own marks and the moment it is made.
import * as Y from 'yjs'
import { addNotes } from '../../shared/document/businessModel'
import { addPage, showPage, startSession } from '../../shared/document/control'
import { putBoard } from '../../shared/document/whiteboard'
import { kitchenPng, kitchenSize } from '../../shared/demo/kitchenPicture'
import { demoNotes } from '../../shared/demo/model'
import { drawWall } from '../../shared/demo/wall'
import { roomOfPage } from '../../shared/relay/roles'
import type { SessionContent } from './sessionContent'
import { sha256Of } from './writeSessionFile'

const wallId = 'demo-wall'
const modelId = 'demo-model'

/** @param now ms since 1970. */
export function makeDemo(now: number): SessionContent {
  const png = Buffer.from(kitchenPng, 'base64')
  const sha256 = sha256Of(png)
  const wall = drawWall({ sha256, type: 'image/png', bytes: png.length, natural: kitchenSize })

  const control = new Y.Doc()
  startSession(control, {
    title: 'Grannköket',
    purpose: 'Hur blir grannarnas kök ett ställe som bär sig?',
    isDemo: true,
    now,
  })
  addPage(control, { id: wallId, kind: 'whiteboard', title: 'Väggen', now })
  addPage(control, { id: modelId, kind: 'businessModel', title: 'Affärsmodell', now })
  showPage(control, wallId)

  const board = new Y.Doc()
  putBoard(board, wall.records, 'demo')
  const model = new Y.Doc()
  addNotes(
    model,
    demoNotes.map(({ from, ...note }, at) => ({
      ...note,
      id: `demo-${String(at + 1).padStart(2, '0')}`,
      ...(from ? { source: { page: wallId, id: wall.noteId(from) } } : {}),
      now,
    })),
  )
  return {
    rooms: new Map([
      [roomOfPage(wallId), Y.encodeStateAsUpdate(board)],
      [roomOfPage(modelId), Y.encodeStateAsUpdate(model)],
      ['control', Y.encodeStateAsUpdate(control)],
    ]),
    assets: new Map([[sha256, png]]),
  }
}
