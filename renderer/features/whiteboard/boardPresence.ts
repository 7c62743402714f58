// Who else is on the board and what they do there: sent through the room's presence, shown by tldraw's own cursors.
import {
  InstancePresenceRecordType,
  react,
  type Editor,
  type TLInstancePresence,
  type TLPageId,
  type TLShapeId,
} from 'tldraw'
import { z } from 'zod'
import { readPresence } from '../../document/presence'
import type { Room } from '../../document/session'
import { boardPageId } from './boardTypes'

/** ms between two messages while something moves: about 16 a second. */
const every = 60
const mostSelected = 60
const mostPoints = 80

const number = z.number().min(-1e8).max(1e8)
const box = z.tuple([number, number, number, number])
const presence = z.object({
  /** x, y, kind of cursor */
  cursor: z
    .tuple([number, number, z.string().max(30)])
    .nullable()
    .catch(null),
  selected: z.array(z.string().startsWith('shape:').max(80)).max(mostSelected).catch([]),
  camera: z
    .tuple([number, number, z.number().min(0.001).max(1000)])
    .nullable()
    .catch(null),
  screen: box.nullable().catch(null),
  brush: box.nullable().catch(null),
  /** What the laser draws just now, as x, y, x, y, … */
  laser: z
    .array(number)
    .max(2 * mostPoints)
    .catch([]),
  following: z.string().max(40).nullable().catch(null),
})
type BoardPresence = z.infer<typeof presence>

/** tldraw's name for the person behind a connection. Two windows of one person are two. */
export const userIdOf = (clientId: number): string => `client-${clientId}`

const cursorTypes = new Set(['default', 'pointer', 'cross', 'grab', 'grabbing', 'text', 'move', 'rotate'])

/** Shows the others and tells them of this person, until the returned function is called. */
export function sharePresence(editor: Editor, room: Room): () => void {
  const stopTelling = tellPresence(editor, room)
  const stopShowing = showPresence(editor, room)
  return () => {
    stopTelling()
    stopShowing()
  }
}

function tellPresence(editor: Editor, { awareness }: Room): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let next: BoardPresence | null = null
  let told = ''
  // A room that was left and opened again has no state to add to.
  if (awareness.getLocalState() === null) awareness.setLocalState({})
  const tell = () => {
    timer = undefined
    const words = JSON.stringify(next)
    if (words === told) return
    told = words
    awareness.setLocalStateField('board', next)
  }
  const stop = react('tell presence', () => {
    next = ownPresence(editor)
    timer ??= setTimeout(tell, every)
  })
  return () => {
    stop()
    clearTimeout(timer)
    if (awareness.getLocalState() !== null) awareness.setLocalStateField('board', null)
  }
}

function ownPresence(editor: Editor): BoardPresence {
  const camera = editor.getCamera()
  const { cursor, brush, scribbles, screenBounds, followingUserId } = editor.getInstanceState()
  const pointer = editor.store.get('pointer:pointer' as never) as
    { x: number; y: number; lastActivityTimestamp: number } | undefined
  const laser = scribbles.find(({ color }) => color === 'laser')
  const round = (value: number) => Math.round(value * 10) / 10
  return {
    // Until the pointer has been on the board there is nothing to show.
    cursor: pointer?.lastActivityTimestamp ? [round(pointer.x), round(pointer.y), cursor.type] : null,
    selected: editor.getSelectedShapeIds().slice(0, mostSelected),
    camera: [round(camera.x), round(camera.y), camera.z],
    screen: [screenBounds.x, screenBounds.y, screenBounds.w, screenBounds.h].map(
      round,
    ) as BoardPresence['screen'],
    brush: brush ? ([brush.x, brush.y, brush.w, brush.h].map(round) as BoardPresence['brush']) : null,
    laser: laser ? laser.points.slice(-mostPoints).flatMap((point) => [round(point.x), round(point.y)]) : [],
    following: followingUserId,
  }
}

function showPresence(editor: Editor, room: Room): () => void {
  const { store } = editor
  const recordId = (clientId: number) => InstancePresenceRecordType.createId(String(clientId))
  const touched = new Set<number>()
  let frame = 0

  const show = () => {
    frame = 0
    const present = new Map(readPresence(room).map((each) => [each.clientId, each]))
    const records: TLInstancePresence[] = []
    const gone: TLInstancePresence['id'][] = []
    for (const clientId of touched) {
      const person = present.get(clientId)
      const says = presence.safeParse(person?.state.board)
      if (person && says.success) records.push(recordOf(clientId, person.name, person.color, says.data))
      else if (store.has(recordId(clientId))) gone.push(recordId(clientId))
    }
    touched.clear()
    store.mergeRemoteChanges(() => {
      if (records.length > 0) store.put(records)
      if (gone.length > 0) store.remove(gone)
    })
  }
  const recordOf = (clientId: number, name: string, color: string, says: BoardPresence) =>
    InstancePresenceRecordType.create({
      id: recordId(clientId),
      userId: userIdOf(clientId),
      userName: name,
      color,
      currentPageId: boardPageId as TLPageId,
      // By this computer's clock: others' may be wrong, and only how long ago matters.
      lastActivityTimestamp: Date.now(),
      cursor: says.cursor && {
        x: says.cursor[0],
        y: says.cursor[1],
        type: (cursorTypes.has(says.cursor[2]) ? says.cursor[2] : 'default') as 'default',
        rotation: 0,
      },
      camera: says.camera && { x: says.camera[0], y: says.camera[1], z: says.camera[2] },
      screenBounds: boxOf(says.screen),
      brush: boxOf(says.brush),
      selectedShapeIds: says.selected as TLShapeId[],
      scribbles: scribblesOf(clientId, says.laser),
      followingUserId: says.following,
    })
  const onChange = (changes: { added: number[]; updated: number[]; removed: number[] }) => {
    for (const id of [...changes.added, ...changes.updated, ...changes.removed])
      if (id !== room.awareness.clientID) touched.add(id)
    if (touched.size > 0 && frame === 0) frame = requestAnimationFrame(show)
  }

  room.awareness.on('change', onChange)
  onChange({ added: [...room.awareness.getStates().keys()], updated: [], removed: [] })
  return () => {
    room.awareness.off('change', onChange)
    cancelAnimationFrame(frame)
  }
}

function boxOf(values: readonly [number, number, number, number] | null) {
  return values && { x: values[0], y: values[1], w: values[2], h: values[3] }
}

function scribblesOf(clientId: number, laser: readonly number[]): TLInstancePresence['scribbles'] {
  if (laser.length < 4) return []
  const points: { x: number; y: number; z: number }[] = []
  for (let at = 0; at + 1 < laser.length; at += 2) points.push({ x: laser[at]!, y: laser[at + 1]!, z: 0.5 })
  return [
    {
      id: `laser-${clientId}`,
      points,
      size: 12,
      color: 'laser',
      opacity: 0.7,
      state: 'active',
      delay: 0,
      shrink: 0,
      taper: true,
    },
  ]
}
