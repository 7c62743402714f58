// Draws a board's records as one SVG with tldraw's own drawing code, in an editor that is never seen. Loaded only when
// a whiteboard is printed.
import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite'
import {
  createTLStore,
  defaultAddFontsFromNode,
  defaultBindingUtils,
  defaultShapeUtils,
  Editor,
  tipTapDefaultExtensions,
  type TLAsset,
  type TLRecord,
  type TLShape,
  type TLShapeId,
} from 'tldraw'
import 'tldraw/tldraw.css'
import type { BoardRecord } from '../../../shared/document/whiteboard'
import './board.css'

export interface DrawnBoard {
  svg: SVGSVGElement
  /** In the board's own units. */
  width: number
  height: number
}

/** Kinds of record that make up the drawing; all else (cameras, presence) is a window's own. */
const drawnTypes = new Set(['document', 'page', 'shape', 'binding', 'asset'])

/**
 * @param resolve gives an address that can be fetched for an asset's own; null when there is none.
 * @returns null when there is nothing to draw.
 */
export async function drawBoard(
  records: readonly BoardRecord[],
  resolve: (asset: TLAsset) => Promise<string | null>,
): Promise<DrawnBoard | null> {
  const place = document.createElement('div')
  place.className = 'tl-container tl-theme__light print-board'
  place.inert = true
  document.body.append(place)
  const editor = makeEditor(records, resolve, place)
  try {
    await editor.fonts.loadRequiredFontsForCurrentPage()
    await document.fonts.ready
    const shapes: TLShapeId[] = [...editor.getCurrentPageShapeIds()]
    if (shapes.length === 0) return null
    const drawn = await editor.getSvgElement(shapes, { background: false, darkMode: false, padding: 16 })
    if (!drawn) return null
    // A copy: tldraw takes its own away as soon as this returns.
    const svg = drawn.svg.cloneNode(true) as SVGSVGElement
    tidy(svg)
    return { svg, width: drawn.width, height: drawn.height }
  } finally {
    editor.dispose()
    setTimeout(() => place.remove())
  }
}

function makeEditor(
  records: readonly BoardRecord[],
  resolve: (asset: TLAsset) => Promise<string | null>,
  place: HTMLElement,
): Editor {
  const store = createTLStore({
    shapeUtils: defaultShapeUtils,
    bindingUtils: defaultBindingUtils,
    assets: {
      upload: () => Promise.reject(new Error('a printed board takes no new pictures')),
      resolve,
    },
  })
  store.mergeRemoteChanges(() => {
    store.put(soundRecords(store, records))
  })
  return new Editor({
    store,
    shapeUtils: defaultShapeUtils,
    bindingUtils: defaultBindingUtils,
    tools: [],
    getContainer: () => place,
    fontAssetUrls: getAssetUrlsByImport((address) => String(address)).fonts,
    textOptions: {
      tipTapConfig: { extensions: tipTapDefaultExtensions },
      addFontsFromNode: defaultAddFontsFromNode,
    },
  })
}

/** Records that tldraw's validators accept and that hang together. The others harm nothing but themselves. */
function soundRecords(store: ReturnType<typeof createTLStore>, records: readonly BoardRecord[]): TLRecord[] {
  const sound: TLRecord[] = []
  for (const record of records) {
    if (!drawnTypes.has(record.typeName)) continue
    try {
      sound.push(
        store.schema.validateRecord(store, record as unknown as TLRecord, 'initialize', null) as TLRecord,
      )
    } catch {
      continue
    }
  }
  const pages = sound.filter((record) => record.typeName === 'page')
  const standing = new Set<string>([...pages.map((page) => page.id), 'page:page'])
  const shapes: TLShape[] = []
  let waiting = sound.filter((record) => record.typeName === 'shape')
  // A shape stands on a page or on a shape that does, never on itself in a circle.
  for (let found = true; found;) {
    const ready = waiting.filter((shape) => standing.has(shape.parentId))
    ready.forEach((shape) => standing.add(shape.id))
    shapes.push(...ready)
    waiting = waiting.filter((shape) => !standing.has(shape.id))
    found = ready.length > 0
  }
  return [
    ...sound.filter((record) => record.typeName === 'document'),
    ...pages,
    ...sound.filter((record) => record.typeName === 'asset'),
    ...shapes,
    ...sound.filter(
      (record) => record.typeName === 'binding' && standing.has(record.fromId) && standing.has(record.toId),
    ),
  ]
}

/** Takes out what paper has no use for (fonts that the document has already, outlines that repeat the text). */
function tidy(svg: SVGSVGElement): void {
  for (const style of svg.querySelectorAll('style'))
    if (style.textContent?.includes('@font-face')) style.remove()
  for (const { style } of svg.querySelectorAll<HTMLElement | SVGElement>('[style]')) {
    if (style.textShadow) style.textShadow = 'none'
    // tldraw's fonts have no Arabic letters: ours follow, so that all text is in a font that the file carries.
    if (style.fontFamily) style.fontFamily = style.fontFamily.replace(/^([^,]+)/, "$1, 'Noto Sans Arabic'")
  }
  svg.removeAttribute('width')
  svg.removeAttribute('height')
}
