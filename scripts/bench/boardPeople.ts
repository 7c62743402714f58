// A session with one large board on a relay, and ten people elsewhere who drag notes on it without end.
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { addPage, startSession } from '../../shared/document/control'
import { boardRecords, putBoard, type BoardRecord } from '../../shared/document/whiteboard'
import { roomOfPage } from '../../shared/relay/roles'

export interface LargeBoard {
  sessionId: string
  token: string
  pageId: string
  /** Stops the people and closes their connections. */
  close(): void
  /** Lets them drag, or rest. */
  setDragging(isDragging: boolean): void
}

const people = 10
/** 20 places a second, and the cursor 15 times. */
const everyMs = 50
const cursorMs = 66

export async function openLargeBoard(
  relay: { url: string; key: string },
  notes: readonly BoardRecord[],
): Promise<LargeBoard> {
  const created = await fetch(`${relay.url}/api/sessions`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${relay.key}`, 'Content-Type': 'application/json' },
    body: '{}',
  })
  const { sessionId, token } = (await created.json()) as { sessionId: string; token: string }
  const open = async (room: string) => {
    const doc = new Y.Doc()
    const address = `${relay.url.replace(/^http/, 'ws')}/sync/${sessionId}`
    const provider = new WebsocketProvider(address, room, doc, {
      disableBc: true,
      params: { token },
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    })
    await new Promise<void>((synced) => provider.once('sync', () => synced()))
    return { doc, provider }
  }

  const control = await open('control')
  startSession(control.doc, { title: 'Bench', now: Date.now() })
  const pageId = addPage(control.doc, { kind: 'whiteboard', title: 'Board', now: Date.now() })
  const writer = await open(roomOfPage(pageId))
  putBoard(writer.doc, notes, 'bench')
  // A member's rooms answer in order: once a second one is there, so is what the first wrote.
  await new Promise((sent) => setTimeout(sent, 500))

  let isDragging = false
  const guests = await Promise.all(Array.from({ length: people }, () => open(roomOfPage(pageId))))
  const timers = guests.flatMap(({ doc, provider }, n) => {
    const note = notes[n]!
    const [x, y] = [Number(note.x), Number(note.y)]
    let step = n * 7
    const at = () => {
      const turn = (step / 40) * Math.PI
      return [x + 300 * Math.cos(turn), y + 300 * Math.sin(turn)] as const
    }
    return [
      setInterval(() => {
        if (!isDragging) return
        step++
        boardRecords(doc)
          .get(note.id)
          ?.set('at', [...at(), 0])
      }, everyMs),
      setInterval(() => {
        if (!isDragging) return
        provider.awareness.setLocalStateField('board', {
          cursor: [...at(), 'grabbing'],
          selected: [note.id],
          camera: [0, 0, 1],
          screen: [0, 0, 1280, 800],
          brush: null,
          laser: [],
          following: null,
        })
      }, cursorMs),
    ]
  })
  return {
    sessionId,
    token,
    pageId,
    setDragging: (next) => void (isDragging = next),
    close() {
      timers.forEach(clearInterval)
      for (const { provider, doc } of [control, writer, ...guests]) {
        provider.destroy()
        doc.destroy()
      }
    },
  }
}
