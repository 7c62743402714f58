// The chain on one sheet: a column for each step from need to societal impact, boxes as large as lets everything in and
// never below 8 pt, and curves for the links. What can't be held says on which page it stands.
import { isSdgTarget } from '../../../shared/impact/sdgTargets'
import { linkKind, type LinkKind } from '../../../shared/impact/links'
import { groupBySteps, type Step } from '../../../shared/impact/steps'
import type { ChainElement, ChainLink } from '../../../shared/document/impactChain'
import { element, ownWords } from '../element'
import { fits, longestFit } from '../flow'
import { vector } from '../vector'
import { drawLines, type Box } from './chainLines'
import { elementAnchor, type PrintedChain } from './printedChain'
import styles from './chain.module.css'

/** Sizes of text that are tried, in pt. */
const sizes = [11.5, 11, 10.5, 10, 9.5, 9, 8.5, 8]

interface DrawnColumn {
  list: HTMLElement
  boxes: { id: string; root: HTMLElement; text: HTMLElement; whole: string }[]
}

/** Fills the body of a sheet. */
export function drawChain(printed: PrintedChain, body: HTMLElement): void {
  const { chain, words, text } = printed
  const groups = [...groupBySteps(chain.elements)].filter(([, elements]) => elements.length > 0)
  const need: DrawnColumn = column([needBox(printed)])
  const columns = [
    need,
    ...groups.map(([step, elements]) => column(elements.map((each) => box(printed, step, each)))),
  ]
  const heads = ['need', ...groups.map(([step]) => step)]
  const canvas = element('div', { class: styles.canvas })
  const lines = vector('svg', { class: styles.lines, role: 'img', 'aria-label': drawingWords(printed) })
  canvas.append(
    lines,
    ...columns.map(({ list }, at) =>
      element(
        'section',
        { class: styles.column },
        element('h2', { class: styles.head }, words(`step.${heads[at]}.title`)),
        list,
      ),
    ),
  )
  // The need is a text rather than a title.
  canvas.style.gridTemplateColumns = `minmax(0, 1.3fr) repeat(${columns.length - 1}, minmax(0, 1fr))`
  body.classList.add(styles.body!)
  body.append(canvas)
  const legend = drawLegend(printed)
  if (legend) body.append(legend)
  if (chain.elements.length === 0) body.append(element('p', { class: styles.empty }, text('chain.empty')))

  chooseSize(canvas, columns)
  for (const each of columns) if (!fits(each.list)) shorten(printed, each)
  columns.forEach(({ list }) => (list.dataset.settled = ''))
  connect(printed, canvas, columns, lines)
}

function column(boxes: DrawnColumn['boxes']): DrawnColumn {
  return { boxes, list: element('ul', { class: styles.list }, ...boxes.map(({ root }) => root)) }
}

function needBox({ chain, words }: PrintedChain): DrawnColumn['boxes'][number] {
  const whole = chain.need.trim() || words('drawing.noNeed')
  const text = ownWords('p', whole, { class: styles.title })
  return { id: '', text, whole, root: element('li', { class: styles.box, 'data-step': 'need' }, text) }
}

function box({ words, nameOf }: PrintedChain, step: Step, each: ChainElement): DrawnColumn['boxes'][number] {
  const whole = nameOf(each.id)
  const text = ownWords('p', whole, { class: styles.title })
  const root = element(
    'li',
    { class: styles.box, 'data-step': step, 'data-negative': each.negative ? '' : undefined },
    text,
    each.negative && element('p', { class: styles.mark }, words('element.negativeWord')),
    each.sdg.length > 0 &&
      element('p', { class: styles.mark }, `Agenda 2030: ${each.sdg.filter(isSdgTarget).join(', ') || '–'}`),
  )
  return { id: each.id, text, whole, root }
}

/**
 * The largest size at which every column holds its boxes without a broken word; failing that, the largest that holds them
 * at all, or the smallest there is.
 */
function chooseSize(canvas: HTMLElement, columns: readonly DrawnColumn[]): void {
  const holds = (size: number) => {
    canvas.style.setProperty('--box-size', `${size}pt`)
    return columns.every(({ list, boxes }) => fits(list) && boxes.every(({ text }) => fits(text)))
  }
  canvas.dataset.whole = ''
  if (sizes.some(holds)) return
  delete canvas.dataset.whole
  sizes.some(holds)
}

/** Breaks long texts off, and leaves boxes out from below where that is not enough; a line says where they stand. */
function shorten(printed: PrintedChain, { list, boxes }: DrawnColumn): void {
  for (const most of [90, 60, 40, 26]) {
    for (const { text, whole } of boxes)
      if (whole.length > most) {
        const kept = longestFit(whole, (start) => start.length <= most) || most
        text.textContent = `${whole.slice(0, kept).trimEnd()} …`
      }
    if (fits(list)) break
  }
  const page = element('span', { 'data-page-of-id': tableAnchor(printed) }, '888')
  const more = element(
    'li',
    { class: styles.more },
    element('a', { href: `#${tableAnchor(printed)}` }, `${printed.text('more')} `, page),
  )
  list.append(more)
  for (const { root } of [...boxes].reverse()) {
    if (fits(list) || list.children.length <= 2) break
    root.remove()
  }
}

/** The first element's place in the table of all. */
function tableAnchor({ chain }: PrintedChain): string {
  return elementAnchor(chain.id, chain.elements[0]?.id ?? '')
}

function connect(
  { chain, links }: PrintedChain,
  canvas: HTMLElement,
  columns: readonly DrawnColumn[],
  svg: SVGSVGElement,
): void {
  const origin = canvas.getBoundingClientRect()
  const places = new Map<string, Box>()
  for (const { boxes } of columns)
    for (const { id, root } of boxes) {
      if (!root.isConnected || id === '') continue
      const { left, right, top, bottom } = root.getBoundingClientRect()
      places.set(id, {
        left: left - origin.left,
        right: right - origin.left,
        top: top - origin.top,
        bottom: bottom - origin.top,
      })
    }
  svg.setAttribute('viewBox', `0 0 ${Math.round(origin.width)} ${Math.round(origin.height)}`)
  svg.append(
    vector(
      'defs',
      {},
      vector(
        'marker',
        {
          id: `arrow-${chain.id}`,
          viewBox: '0 0 8 8',
          refX: 7,
          refY: 4,
          markerWidth: 7,
          markerHeight: 7,
          markerUnits: 'userSpaceOnUse',
          orient: 'auto',
        },
        vector('path', { d: 'M0,0.6L8,4L0,7.4z', class: styles.arrow }),
      ),
    ),
    ...drawLines(links, places).map(({ line, path }) =>
      vector('path', {
        d: path,
        class: `${styles.line} ${styles[kindOf(chain.elements, line)]}`,
        'marker-end': `url(#arrow-${chain.id})`,
      }),
    ),
  )
}

function kindOf(elements: readonly ChainElement[], { from, to }: ChainLink): LinkKind {
  const find = (id: string) => {
    const found = elements.find((each) => each.id === id)
    return found && { ...found, targetGroupIds: [...found.targetGroupIds], sdg: [...found.sdg] }
  }
  return linkKind(find(from), find(to))
}

function drawingWords({ text, links, title }: PrintedChain): string {
  return text('chain.drawing', { title, count: links.length })
}

/** What other lines than plain ones mean, where there are any. */
function drawLegend({ text, chain, links }: PrintedChain): HTMLElement | null {
  const kinds = new Set(links.map((link) => kindOf(chain.elements, link)))
  const shown = (['jump', 'notAllowed'] as const).filter((kind) => kinds.has(kind))
  if (shown.length === 0) return null
  return element(
    'p',
    { class: styles.legend, 'aria-hidden': 'true' },
    ...shown.map((kind) =>
      element(
        'span',
        {},
        vector(
          'svg',
          { viewBox: '0 0 34 8', class: styles.key },
          vector('path', { d: 'M0,4H34', class: `${styles.line} ${styles[kind]}` }),
        ),
        text(`chain.link.${kind}`),
      ),
    ),
  )
}
