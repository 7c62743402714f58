// Boards of many notes for measuring, always the same ones.
import type { BoardRecord } from '../../shared/document/whiteboard'

const colors = ['yellow', 'light-red', 'light-blue', 'light-green', 'light-violet', 'grey']
const words = 'vi bygger ett kök där grannar lagar mat av det som annars slängs och äter den ihop'.split(' ')
const perRow = 50
const spacing = 230

/** Notes in rows of 50, with a few words each. */
export function makeNotes(count: number): BoardRecord[] {
  return Array.from({ length: count }, (_, n) => {
    const text = Array.from({ length: 3 + (n % 6) }, (_word, k) => words[(n * 7 + k) % words.length]).join(
      ' ',
    )
    return {
      id: `shape:note${String(n).padStart(5, '0')}`,
      typeName: 'shape',
      type: 'note',
      parentId: 'page:page',
      index: `a${indexOf(n)}`,
      x: (n % perRow) * spacing,
      y: Math.floor(n / perRow) * spacing,
      rotation: 0,
      isLocked: false,
      opacity: 1,
      meta: { author: 'Anna Ek' },
      props: {
        color: colors[n % colors.length],
        labelColor: 'black',
        size: 'm',
        font: 'sans',
        align: 'middle',
        verticalAlign: 'middle',
        growY: 0,
        fontSizeAdjustment: 0,
        url: '',
        scale: 1,
        richText: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
      },
    }
  })
}

/** Three digits that sort; the last is never zero, as tldraw's keys want it. */
function indexOf(n: number): string {
  const digits = '123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
  const at = (power: number) => digits[Math.floor(n / digits.length ** power) % digits.length]
  return `${at(2)}${at(1)}${at(0)}`
}
