// Boards without a screen: documents that meet when told to, each with a store and its history.
import { createTLStore, HistoryManager, toRichText, type TLRecord, type TLStore } from 'tldraw'
import * as Y from 'yjs'
import { bindBoard, type BoardBinding } from './bindBoard'
import { boardPageId } from './boardTypes'
import { narrowUndo } from './narrowUndo'
import { shownShapeUtils } from './shownShapes'

export interface TestBoard {
  doc: Y.Doc
  store: TLStore
  binding: BoardBinding
  history: HistoryManager<TLRecord>
  close(): void
}

export function openTestBoard(options: { doc?: Y.Doc; every?: number; canWrite?: boolean } = {}): TestBoard {
  const doc = options.doc ?? new Y.Doc()
  const store = createTLStore({ shapeUtils: shownShapeUtils })
  store.mergeRemoteChanges(() => {})
  const binding = bindBoard({ doc, store, canWrite: options.canWrite ?? true, every: options.every ?? 0 })
  const history = new HistoryManager<TLRecord>({ store })
  narrowUndo(store)
  return {
    doc,
    store,
    binding,
    history,
    close() {
      binding.close()
      history.dispose()
      store.dispose()
      doc.destroy()
    },
  }
}

/** Ends a step of undo. */
export function mark({ history }: TestBoard): void {
  const marking = history as unknown as { _mark(id: string): void }
  marking._mark(String(Math.random()))
}

/** Brings all documents to the same state. */
export function meet(...boards: TestBoard[]): void {
  boards.forEach(({ binding }) => binding.flush())
  for (let round = 0; round < 3; round++)
    for (const from of boards)
      for (const to of boards) {
        if (from === to) continue
        const missing = Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc))
        Y.applyUpdate(to.doc, missing, 'network')
        to.binding.flush()
      }
}

/** What the store shows of the board, in a form that two people can compare. */
export function shown(board: TestBoard): Record<string, TLRecord> {
  const all: [string, TLRecord][] = board.store
    .allRecords()
    .filter(({ typeName }) => typeName === 'shape' || typeName === 'binding' || typeName === 'asset')
    .map((record) => [record.id, record])
  return Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1)))
}

export function makeNote(id: string, change: Record<string, unknown> = {}): TLRecord {
  const { props, ...rest } = change as { props?: Record<string, unknown> }
  return {
    id: `shape:${id}`,
    typeName: 'shape',
    type: 'note',
    parentId: boardPageId,
    index: 'a1',
    x: 0,
    y: 0,
    rotation: 0,
    isLocked: false,
    opacity: 1,
    meta: {},
    props: {
      color: 'yellow',
      labelColor: 'black',
      size: 'm',
      font: 'sans',
      align: 'middle',
      verticalAlign: 'middle',
      growY: 0,
      fontSizeAdjustment: 0,
      url: '',
      scale: 1,
      richText: toRichText(id),
      ...props,
    },
    ...rest,
  } as unknown as TLRecord
}

export function makeFrame(id: string, change: Record<string, unknown> = {}): TLRecord {
  const frame = makeNote(id, { ...change, type: 'frame' }) as unknown as Record<string, unknown>
  return { ...frame, props: { w: 300, h: 200, name: id, color: 'black' } } as unknown as TLRecord
}

export function makeArrow(id: string): TLRecord {
  const arrow = makeNote(id, { type: 'arrow' }) as unknown as Record<string, unknown>
  const props = {
    kind: 'arc',
    labelColor: 'black',
    color: 'black',
    fill: 'none',
    dash: 'draw',
    size: 'm',
    arrowheadStart: 'none',
    arrowheadEnd: 'arrow',
    font: 'sans',
    start: { x: 0, y: 0 },
    end: { x: 100, y: 0 },
    bend: 0,
    text: '',
    labelPosition: 0.5,
    scale: 1,
    elbowMidPoint: 0.5,
  }
  return { ...arrow, props } as unknown as TLRecord
}

export function makeBinding(id: string, from: string, to: string): TLRecord {
  return {
    id: `binding:${id}`,
    typeName: 'binding',
    type: 'arrow',
    fromId: `shape:${from}`,
    toId: `shape:${to}`,
    meta: {},
    props: {
      terminal: 'end',
      normalizedAnchor: { x: 0.5, y: 0.5 },
      isExact: false,
      isPrecise: false,
      snap: 'none',
    },
  } as unknown as TLRecord
}

/** Changes a record as a person would. */
export function edit(board: TestBoard, id: string, change: Record<string, unknown>): void {
  const record = board.store.get(`shape:${id}` as TLRecord['id'])
  if (!record) return
  const { props, ...rest } = change as { props?: Record<string, unknown> }
  const plain = record as unknown as Record<string, unknown>
  const merged = { ...plain, ...rest, props: { ...(plain.props as object), ...props } }
  board.store.put([merged as unknown as TLRecord])
}
