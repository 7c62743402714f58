// The demo session "Grannköket" as content. The same every time but for Yjs's own marks and the moment it is made.
import * as Y from 'yjs'
import { addNotes } from '../../shared/document/businessModel'
import { addPage, showPage, startSession } from '../../shared/document/control'
import { fillChain } from '../../shared/document/fillChain'
import { fillPlan } from '../../shared/document/fillPlan'
import { addLink } from '../../shared/document/links'
import { putBoard } from '../../shared/document/whiteboard'
import { demoChain } from '../../shared/demo/chain'
import { kitchenPng, kitchenSize } from '../../shared/demo/kitchenPicture'
import { demoActivityCosts, demoNoteRows } from '../../shared/demo/links'
import { demoNotes } from '../../shared/demo/model'
import { demoPlan } from '../../shared/demo/plan'
import { drawWall } from '../../shared/demo/wall'
import { roomOfPage } from '../../shared/relay/roles'
import type { SessionContent } from './sessionContent'
import { sha256Of } from './writeSessionFile'

const wallId = 'demo-wall'
const modelId = 'demo-model'
const chainId = 'demo-chain'
const planId = 'demo-plan'

/**
 * @param now ms since 1970.
 * @param own makes it a workshop of one's own, to change as one likes.
 */
export function makeDemo(now: number, own?: { title: string | undefined }): SessionContent {
  const png = Buffer.from(kitchenPng, 'base64')
  const sha256 = sha256Of(png)
  const wall = drawWall({ sha256, type: 'image/png', bytes: png.length, natural: kitchenSize })

  const control = new Y.Doc()
  startSession(control, {
    title: own?.title ?? 'Grannköket',
    purpose: 'Hur blir grannarnas kök ett ställe som bär sig?',
    isDemo: own === undefined,
    now,
  })
  addPage(control, { id: wallId, kind: 'whiteboard', title: 'Väggen', now })
  addPage(control, { id: modelId, kind: 'businessModel', title: 'Affärsmodell', now })
  addPage(control, { id: chainId, kind: 'impactChain', title: 'Effektkedja', now })
  addPage(control, { id: planId, kind: 'financingPlan', title: 'Finansieringsplan', now })
  showPage(control, wallId)

  const board = new Y.Doc()
  putBoard(board, wall.records, 'demo')
  const model = new Y.Doc()
  addNotes(
    model,
    demoNotes.map(({ from, ...note }, at) => ({
      ...note,
      id: noteIdAt(at),
      ...(from ? { source: { page: wallId, id: wall.noteId(from) } } : {}),
      now,
    })),
  )
  const chain = new Y.Doc()
  fillChain(chain, demoChain)
  const plan = new Y.Doc()
  fillPlan(plan, demoPlan)
  return {
    rooms: new Map([
      [roomOfPage(wallId), Y.encodeStateAsUpdate(board)],
      [roomOfPage(modelId), Y.encodeStateAsUpdate(model)],
      [roomOfPage(chainId), Y.encodeStateAsUpdate(chain)],
      [roomOfPage(planId), Y.encodeStateAsUpdate(plan)],
      ['common', Y.encodeStateAsUpdate(linkCanvases())],
      ['control', Y.encodeStateAsUpdate(control)],
    ]),
    assets: new Map([[sha256, png]]),
  }
}

const noteIdAt = (at: number) => `demo-${String(at + 1).padStart(2, '0')}`

/** The `common` room: notes tied to rows, and activities to what pays for them. */
function linkCanvases(): Y.Doc {
  const common = new Y.Doc()
  for (const [text, rows] of demoNoteRows) {
    const at = demoNotes.findIndex((note) => note.text === text)
    const kind = demoNotes[at]!.block === 'revenue' ? 'revenueSource' : 'noteCost'
    for (const row of rows)
      addLink(common, { kind, a: { page: modelId, id: noteIdAt(at) }, b: { page: planId, id: row } })
  }
  for (const [activity, costs] of demoActivityCosts)
    for (const cost of costs)
      addLink(common, {
        kind: 'activityCost',
        a: { page: chainId, id: activity },
        b: { page: planId, id: cost },
      })
  return common
}
