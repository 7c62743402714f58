// Builds a whiteboard's content as plain tldraw 3.15 records, for templates and the demo. Knows no tldraw code: a test
// beside the templates checks every record with tldraw's own validators.
import type { BoardRecord } from '../document/whiteboard'
import type { NoteColor } from '../document/noteLook'
import { fitNote } from './fitNote'

/** tldraw's colours for our note colours. */
const boardColors: Readonly<Record<NoteColor, string>> = {
  yellow: 'yellow',
  red: 'light-red',
  blue: 'light-blue',
  green: 'light-green',
  violet: 'light-violet',
  grey: 'grey',
}

export const noteSide = 200
export const noteGap = 20

export interface Point {
  x: number
  y: number
}

export interface BoardBuilder {
  /** A sticky note with its upper left corner at `at`; its id. */
  note(at: Point, text: string, color?: NoteColor): string
  /** Words straight on the board. `width` breaks the lines there; without it the text is one line per paragraph. */
  text(
    at: Point,
    text: string,
    look?: { size?: 's' | 'm' | 'l' | 'xl'; color?: string; width?: number },
  ): string
  /** Strokes drawn by hand, each through points relative to `at`, and each a shape of its own. */
  draw(
    at: Point,
    strokes: readonly (readonly Point[])[],
    look?: { color?: string; size?: 's' | 'm' | 'l' },
  ): string[]
  /** An arrow bound to two shapes of this board. `bend` in px to the side. */
  arrow(from: string, to: string, look?: { bend?: number; color?: string; text?: string }): string
  /** A stored picture. */
  picture(at: Point, picture: Picture): string
  records(): BoardRecord[]
}

export interface Picture {
  sha256: string
  type: string
  bytes: number
  name: string
  altText: string
  /** In pixels. */
  natural: { width: number; height: number }
  /** On the board. */
  width: number
  height: number
}

/** `prefix` begins the ids of the records, which are the same every time. */
export function buildBoard(prefix: string): BoardBuilder {
  const records: BoardRecord[] = []
  const centers = new Map<string, Point>()
  let count = 0

  const addShape = (type: string, at: Point, props: Record<string, unknown>): string => {
    const id = `shape:${prefix}${++count}`
    records.push({
      id,
      typeName: 'shape',
      type,
      x: at.x,
      y: at.y,
      rotation: 0,
      index: indexKey(count),
      parentId: 'page:page',
      isLocked: false,
      opacity: 1,
      props,
      meta: {},
    })
    return id
  }

  return {
    note: (at, text, color = 'yellow') => {
      const fit = fitNote(text)
      const id = addShape('note', at, {
        color: boardColors[color],
        labelColor: 'black',
        font: 'sans',
        align: 'middle',
        verticalAlign: 'middle',
        url: '',
        richText: richText(text),
        scale: 1,
        ...fit,
      })
      centers.set(id, { x: at.x + noteSide / 2, y: at.y + (noteSide + fit.growY) / 2 })
      return id
    },
    text: (at, text, { size = 'm', color = 'black', width } = {}) =>
      addShape('text', at, {
        color,
        size,
        w: width ?? 200,
        font: 'sans',
        textAlign: 'start',
        autoSize: width === undefined,
        scale: 1,
        richText: richText(text),
      }),
    draw: (at, strokes, { color = 'black', size = 'm' } = {}) =>
      strokes.map((points) =>
        addShape('draw', at, {
          color,
          fill: 'none',
          dash: 'draw',
          size,
          segments: [
            { type: 'free', points: points.map(({ x, y }) => ({ x: round(x), y: round(y), z: 0.5 })) },
          ],
          isComplete: true,
          isClosed: false,
          isPen: false,
          scale: 1,
        }),
      ),
    arrow: (from, to, { bend = 0, color = 'black', text = '' } = {}) => {
      const start = centers.get(from)
      const end = centers.get(to)
      if (!start || !end) throw new Error('an arrow goes between two shapes of this board')
      const id = addShape('arrow', start, {
        kind: 'arc',
        labelColor: 'black',
        color,
        fill: 'none',
        dash: 'draw',
        size: 'm',
        arrowheadStart: 'none',
        arrowheadEnd: 'arrow',
        font: 'sans',
        start: { x: 0, y: 0 },
        end: { x: end.x - start.x, y: end.y - start.y },
        bend,
        text,
        labelPosition: 0.5,
        scale: 1,
        elbowMidPoint: 0.5,
      })
      for (const [terminal, toId] of [
        ['start', from],
        ['end', to],
      ] as const)
        records.push({
          id: `binding:${prefix}${count}-${terminal}`,
          typeName: 'binding',
          type: 'arrow',
          fromId: id,
          toId,
          props: {
            terminal,
            normalizedAnchor: { x: 0.5, y: 0.5 },
            isExact: false,
            isPrecise: false,
            snap: 'none',
          },
          meta: {},
        })
      return id
    },
    picture: (at, picture) => {
      const assetId = `asset:${picture.sha256.slice(0, 16)}`
      records.push({
        id: assetId,
        typeName: 'asset',
        type: 'image',
        props: {
          w: picture.natural.width,
          h: picture.natural.height,
          name: picture.name,
          isAnimated: false,
          mimeType: picture.type,
          src: `asset:${picture.sha256}`,
          fileSize: picture.bytes,
        },
        meta: {},
      })
      const id = addShape('image', at, {
        w: picture.width,
        h: picture.height,
        playing: true,
        url: '',
        assetId,
        crop: null,
        flipX: false,
        flipY: false,
        altText: picture.altText,
      })
      centers.set(id, { x: at.x + picture.width / 2, y: at.y + picture.height / 2 })
      return id
    },
    records: () => [...records],
  }
}

/** Words as tldraw keeps them; a new line is a new paragraph. */
export function richText(text: string): Record<string, unknown> {
  const paragraph = (line: string) =>
    line === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text: line }] }
  return { type: 'doc', content: text.split('\n').map(paragraph) }
}

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** The n-th of tldraw's index keys (fractional indexing, base 62), which sort as shapes lie on each other. */
function indexKey(n: number): string {
  if (n < 62) return `a${digits[n]}`
  const rest = n - 62
  return `b${digits[Math.floor(rest / 62)]}${digits[rest % 62]}`
}

const round = (value: number) => Math.round(value * 10) / 10
