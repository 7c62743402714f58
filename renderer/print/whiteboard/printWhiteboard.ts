// A whiteboard on paper: the whole board fitted to one sheet, and after it all of its text in reading order, for those
// who can't see the drawing and for boards so large that the drawing's text becomes small.
import type { PrintWarning } from '../../../shared/bridge/printAddress'
import { readBoard } from '../../../shared/document/whiteboard'
import { readBoardItems, type BoardItem } from '../../../shared/file/boardText'
import { inReadingOrder, type Box } from '../../../shared/whiteboard/readingOrder'
import { nearestNoteColor } from '../../features/whiteboard/noteColors'
import { columnsOfSheets } from '../columns'
import { element, ownWords } from '../element'
import { flow, type FlowGroup, type FlowItem } from '../flow'
import { colorMark } from '../noteMark'
import type { Printing } from '../printing'
import type { PrintedPage } from '../readSession'
import { addSheet } from '../sheet'
import { fetchPictures } from './fetchPictures'
import styles from '../list.module.css'
import boardStyles from './board.module.css'

export type PrintedBoard = Extract<PrintedPage, { kind: 'whiteboard' }>

/** Text smaller than this can't be read on paper, in pt. */
export const legiblePoints = 6

/** Adds the sheets of one whiteboard. */
export async function printWhiteboard(printing: Printing, board: PrintedBoard): Promise<PrintWarning[]> {
  const { title } = board.page
  const { drawBoard } = await import('./drawBoard')
  const pictures = fetchPictures(printing.relay, printing.session.id)
  const drawn = await drawBoard(board.doc, pictures)
  const { body } = addSheet(printing.frame, { title, starts: 'page' })
  if (!drawn) {
    body.append(element('p', { class: styles.empty }, printing.text('emptyBoard')))
    return []
  }
  const items = itemsInOrder(board, drawn.places)
  body.append(
    element(
      'figure',
      {
        class: boardStyles.figure,
        role: 'img',
        'aria-label': printing.text(items.length > 0 ? 'drawing' : 'drawingWithoutText', { title }),
      },
      drawn.svg,
    ),
  )
  if (items.length > 0)
    flow(
      groupsOf(printing, items),
      columnsOfSheets(printing.frame, title, printing.text('allText'), 'narrow'),
    )
  const points = smallestText(drawn.svg)
  return points !== null && points < legiblePoints
    ? [{ kind: 'smallText', pageTitle: title, points: Math.floor(points * 10) / 10 }]
    : []
}

/** All text that is shown, in reading order. */
function itemsInOrder(board: PrintedBoard, places: ReadonlyMap<string, Box>): BoardItem[] {
  const placed = readBoardItems(readBoard(board.doc)).flatMap((item) => {
    const place = places.get(item.id)
    return place ? [{ item, ...place }] : []
  })
  return inReadingOrder(placed).map(({ item }) => item)
}

/** Large text written on the board itself is the heading of what follows it. */
function groupsOf(printing: Printing, items: readonly BoardItem[]): FlowGroup[] {
  const groups: { name: string | null; items: FlowItem[] }[] = []
  for (const item of items) {
    if (isHeading(item)) groups.push({ name: item.text, items: [] })
    else if (groups.length === 0) groups.push({ name: null, items: [listed(item)] })
    else groups.at(-1)?.items.push(listed(item))
  }
  return groups.map(({ name, items: listedItems }) => ({
    heading: name === null ? null : (continued) => heading(printing, name, continued),
    items: listedItems,
  }))
}

const isHeading = (item: BoardItem) => item.isLarge && item.text.length <= 60 && !item.text.includes('\n')

function heading({ text }: Printing, name: string, continued: boolean): HTMLElement {
  return continued
    ? element('p', { class: styles.heading, dir: 'auto', 'aria-hidden': 'true' }, text('continued', { name }))
    : element('h3', { class: styles.heading, dir: 'auto' }, name)
}

/** A note with its colour's mark, as on the drawing; other text with an empty place for one. */
function listed(item: BoardItem): FlowItem {
  const words = ownWords('p', item.text, { class: styles.text, 'data-text': '' })
  const mark =
    item.type === 'note'
      ? colorMark(nearestNoteColor(item.color))
      : element('span', { class: styles.noMark, 'aria-hidden': 'true' })
  return {
    text: words,
    element: element('li', { class: styles.short }, mark, element('div', { class: styles.words }, words)),
  }
}

/** The smallest text in the drawing as it stands on the sheet, in pt; null when there is none. */
function smallestText(svg: SVGSVGElement): number | null {
  const scale = svg.getScreenCTM()?.a ?? 1
  let smallest: number | null = null
  const texts = document.createTreeWalker(svg, NodeFilter.SHOW_TEXT)
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const holder = text.parentElement
    if (!holder || !text.textContent?.trim() || holder.closest('style, defs')) continue
    const own = holder.closest<SVGGraphicsElement>('foreignObject, text')?.getScreenCTM()?.a ?? scale
    const points = (Number.parseFloat(getComputedStyle(holder).fontSize) * own * 72) / 96
    if (smallest === null || points < smallest) smallest = points
  }
  return smallest
}
