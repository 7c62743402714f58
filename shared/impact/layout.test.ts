import { describe, expect, test } from 'vitest'
import { columnX, countLines, layoutChain, needId, neighbourOf, placeAt, rowGap } from './layout'
import { linkPath } from './linkPath'
import { kindOfStep, type Step } from './steps'

const element = (id: string, step: Step, title = id, negative = false) => ({
  id,
  title,
  negative,
  ...kindOfStep(step),
})
const chain = [
  element('r', 'resource'),
  element('a1', 'activity'),
  element('a2', 'activity', 'Laga och servera lunch i tre byar varje onsdag'),
  element('a3', 'activity'),
  element('s', 'short'),
  element('i', 'impact'),
]
const layout = layoutChain(chain, 'Äldre äter ensamma')

describe('layoutChain', () => {
  test('puts each element in the column of its step, in the given order, none over another', () => {
    expect([...layout.inColumn.get('activity')!]).toEqual(['a1', 'a2', 'a3'])
    const [first, second, third] = ['a1', 'a2', 'a3'].map((id) => layout.boxes.get(id)!)
    expect(first!.x).toBe(columnX('activity'))
    expect(second!.y).toBe(first!.y + first!.height + rowGap)
    expect(third!.y).toBe(second!.y + second!.height + rowGap)
    expect(second!.height).toBeGreaterThan(first!.height)
  })

  test('an outcome without a horizon stands with the short ones, and the need before everything', () => {
    const outcome = { id: 'o', type: 'outcome', horizon: null, title: 'x', negative: false } as const
    expect(layoutChain([outcome]).boxes.get('o')!.column).toBe('short')
    expect(layout.boxes.get(needId)!.x).toBe(0)
  })

  test('an unwanted effect has room for its word', () => {
    const height = (negative: boolean) =>
      layoutChain([element('n', 'short', 'x', negative)]).boxes.get('n')!.height
    expect(height(true)).toBeGreaterThan(height(false))
  })

  test('lines are counted as words wrap', () => {
    expect(countLines('', 10)).toBe(1)
    expect(countLines('en två tre', 10)).toBe(1)
    expect(countLines('en två tre fyra', 10)).toBe(2)
    expect(countLines('a'.repeat(25), 10)).toBe(3)
    expect(countLines('a\nb', 10)).toBe(2)
  })
})

describe('placeAt', () => {
  const middleOf = (id: string) => {
    const box = layout.boxes.get(id)!
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }
  test('is before the element whose middle is below', () => {
    const above = { ...middleOf('a2'), y: middleOf('a2').y - 1 }
    expect(placeAt(layout, above, 'r')).toMatchObject({ step: 'activity', next: 'a2' })
    const below = { ...middleOf('a2'), y: middleOf('a2').y + 1 }
    expect(placeAt(layout, below, 'r')).toMatchObject({ step: 'activity', next: 'a3' })
  })
  test('is last below all, and alone in an empty column', () => {
    expect(placeAt(layout, { x: middleOf('a1').x, y: 9999 }, 'r').next).toBeNull()
    expect(placeAt(layout, { x: columnX('long') + 50, y: 300 }, 'r')).toEqual({
      step: 'long',
      next: null,
      y: 0,
    })
  })
  test('is never in the column of the need, nor outside the chain', () => {
    expect(placeAt(layout, { x: -500, y: 0 }, 'a1').step).toBe('resource')
    expect(placeAt(layout, { x: 99_999, y: 0 }, 'a1').step).toBe('impact')
  })
  test('does not count the dragged one itself', () => {
    expect(placeAt(layout, middleOf('a2'), 'a2').next).toBe('a3')
  })
})

describe('neighbourOf', () => {
  test('goes up and down in a column and stops at its ends', () => {
    expect(neighbourOf(layout, 'a1', 'down')).toBe('a2')
    expect(neighbourOf(layout, 'a2', 'up')).toBe('a1')
    expect(neighbourOf(layout, 'a1', 'up')).toBeUndefined()
    expect(neighbourOf(layout, 'a3', 'down')).toBeUndefined()
  })
  test('goes to the nearest in the next column that has any', () => {
    expect(neighbourOf(layout, 'r', 'left')).toBe(needId)
    expect(neighbourOf(layout, needId, 'right')).toBe('r')
    expect(neighbourOf(layout, 'a3', 'left')).toBe('r')
    expect(neighbourOf(layout, 'a3', 'right')).toBe('s')
    expect(neighbourOf(layout, 's', 'right')).toBe('i')
    expect(neighbourOf(layout, 'i', 'right')).toBeUndefined()
  })
})

describe('linkPath', () => {
  const box = (x: number, y: number) => ({ x, y, width: 100, height: 40 })
  test('leads from right side to left side forwards', () => {
    const { path, middle } = linkPath(box(0, 0), box(200, 100))
    expect(path.startsWith('M100,20 ')).toBe(true)
    expect(path.endsWith(' 200,120')).toBe(true)
    expect(middle).toEqual({ x: 150, y: 70 })
  })
  test('bows out to the right within a column, and goes round below backwards', () => {
    expect(linkPath(box(0, 0), box(0, 100)).middle.x).toBeGreaterThan(100)
    expect(linkPath(box(300, 0), box(0, 0)).middle.y).toBeGreaterThan(40)
  })
})
