// Draws a board's records as one SVG with tldraw's own drawing code, in an editor that is never seen. Loaded only when
// a whiteboard is printed.
import {
  createTLStore,
  defaultAddFontsFromNode,
  defaultBindingUtils,
  Editor,
  tipTapDefaultExtensions,
  type TLAsset,
} from 'tldraw'
import 'tldraw/tldraw.css'
import type { Box } from '../../../shared/whiteboard/readingOrder'
import type { Room } from '../../document/session'
import { bindBoard } from '../../features/whiteboard/bindBoard'
import { boardFonts } from '../../features/whiteboard/boardAssetUrls'
import { shownShapeUtils } from '../../features/whiteboard/shownShapes'
import './board.css'

export interface DrawnBoard {
  svg: SVGSVGElement
  /** Where each shape is, in the board's own units. */
  places: ReadonlyMap<string, Box>
}

/**
 * @param doc the board's document; it is read, not changed.
 * @param resolve gives an address that can be fetched for a picture; null when there is none.
 * @returns null when there is nothing to draw.
 */
export async function drawBoard(
  doc: Room['doc'],
  resolve: (asset: TLAsset) => Promise<string | null>,
): Promise<DrawnBoard | null> {
  const place = document.createElement('div')
  place.className = 'tl-container tl-theme__light print-board'
  place.inert = true
  document.body.append(place)
  const store = createTLStore({
    shapeUtils: shownShapeUtils,
    bindingUtils: defaultBindingUtils,
    assets: { upload: () => Promise.reject(new Error('a printed board takes no new pictures')), resolve },
  })
  const binding = bindBoard({ doc, store, canWrite: false })
  const editor = new Editor({
    store,
    shapeUtils: shownShapeUtils,
    bindingUtils: defaultBindingUtils,
    tools: [],
    getContainer: () => place,
    fontAssetUrls: boardFonts,
    textOptions: {
      tipTapConfig: { extensions: tipTapDefaultExtensions },
      addFontsFromNode: defaultAddFontsFromNode,
    },
  })
  try {
    await editor.fonts.loadRequiredFontsForCurrentPage()
    await document.fonts.ready
    const shapes = [...editor.getCurrentPageShapeIds()]
    if (shapes.length === 0) return null
    const drawn = await editor.getSvgElement(shapes, { background: false, darkMode: false, padding: 6 })
    if (!drawn) return null
    // A copy: tldraw takes its own away as soon as this returns.
    const svg = drawn.svg.cloneNode(true) as SVGSVGElement
    tidy(svg)
    const places = new Map<string, Box>()
    for (const id of shapes) {
      const bounds = editor.getShapePageBounds(id)
      if (bounds) places.set(id, { x: bounds.x, y: bounds.y, width: bounds.w, height: bounds.h })
    }
    return { svg, places }
  } finally {
    binding.close()
    editor.dispose()
    // tldraw takes its drawing out of here a moment later.
    setTimeout(() => place.remove())
  }
}

/** tldraw's fonts have no Arabic letters: ours follow, so that all text is in a font that the file carries. */
const withArabic = (family: string) => family.replace(/^([^,]+)/, "$1, 'Noto Sans Arabic'")

/** Takes out what paper has no use for: fonts that the document has already, and outlines that repeat the text. */
function tidy(svg: SVGSVGElement): void {
  for (const style of svg.querySelectorAll('style'))
    if (style.textContent?.includes('@font-face')) style.remove()
  for (const outline of svg.querySelectorAll('text[stroke]')) outline.remove()
  for (const text of svg.querySelectorAll('text[font-family]'))
    text.setAttribute('font-family', withArabic(text.getAttribute('font-family') ?? ''))
  for (const { style } of svg.querySelectorAll<HTMLElement | SVGElement>('[style]')) {
    if (style.textShadow) style.textShadow = 'none'
    if (style.fontFamily) style.fontFamily = withArabic(style.fontFamily)
  }
  svg.removeAttribute('width')
  svg.removeAttribute('height')
}
