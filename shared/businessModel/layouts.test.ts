import { expect, test } from 'vitest'
import { layouts } from '../document/businessModel'
import { blocksOf, layoutPlans } from './layouts'

test.each(layouts)('the blocks of the %s layout cover the canvas once, without a gap', (layout) => {
  const { columns, rows, places } = layoutPlans[layout]
  const covered = new Map<string, string>()
  for (const { block, column, row } of places)
    for (let x = column[0]; x < column[1]; x++)
      for (let y = row[0]; y < row[1]; y++) {
        expect(covered.get(`${x},${y}`), `${block} lies over`).toBeUndefined()
        covered.set(`${x},${y}`, block)
      }
  expect(covered.size).toBe(columns * rows.length)
  for (const cell of covered.keys()) {
    const [x, y] = cell.split(',').map(Number)
    expect(x! >= 1 && x! <= columns && y! >= 1 && y! <= rows.length).toBe(true)
  }
})

test('each layout shows the blocks that belong to it', () => {
  const sorted = (names: readonly string[]) => [...names].sort()
  const classic = [
    'partners',
    'activities',
    'resources',
    'valueCustomer',
    'relations',
    'channels',
    'customer',
    'costs',
    'revenue',
  ]
  expect(sorted(blocksOf('classic'))).toEqual(sorted(classic))
  expect(sorted(blocksOf('cooperative'))).toEqual(sorted([...classic, 'members', 'governance']))
  expect(sorted(blocksOf('social'))).toEqual(
    sorted([
      ...classic.filter((block) => block !== 'relations'),
      'valueSocial',
      'impactMeasures',
      'intervention',
      'beneficiary',
      'surplus',
    ]),
  )
})

test('in the classic layout the blocks stand where everybody expects them', () => {
  const at = (block: string) => layoutPlans.classic.places.find((each) => each.block === block)!
  expect(at('partners').column[0]).toBe(1)
  expect(at('customer').column[1]).toBe(11)
  expect(at('activities').row[1]).toBe(at('resources').row[0])
  expect(at('relations').row[1]).toBe(at('channels').row[0])
  expect(at('costs').row).toEqual(at('revenue').row)
  expect(at('costs').row[0]).toBeGreaterThanOrEqual(at('partners').row[1])
})
