import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { demoChain } from '../../shared/demo/chain'
import { demoPlan } from '../../shared/demo/plan'
import type { Page } from '../../shared/document/control'
import { fillChain } from '../../shared/document/fillChain'
import { fillPlan } from '../../shared/document/fillPlan'
import { planTables } from '../../shared/document/financingPlan'
import { countNotes, drawPreview } from './preview'

const page = (kind: string) => ({ id: 'x', kind, title: '', createdAt: Date.UTC(2027, 0, 4) }) as Page
const plan = new Y.Doc()
fillPlan(plan, demoPlan)
const chain = new Y.Doc()
fillChain(chain, demoChain)

test('a plan shows a bar for each period, red below zero', () => {
  const bars = drawPreview(page('financingPlan'), plan).filter(({ tone }) => tone !== 'line')
  expect(bars).toHaveLength(8)
  expect(bars.map(({ tone }) => tone)).toContain('red')
  for (const { x, y, width, height } of bars)
    expect(x >= 0 && y >= 0 && x + width <= 160 && y + height <= 100).toBe(true)
  expect(countNotes(page('financingPlan'), plan)).toBe(17)
})

test('a plan that cannot be computed still shows its rows', () => {
  const broken = new Y.Doc()
  Y.applyUpdate(broken, Y.encodeStateAsUpdate(plan))
  planTables.sources.set(broken, 'S8', { 'loan.disbursed': '1999Q1' })
  expect(drawPreview(page('financingPlan'), broken).map(({ tone }) => tone)).toContain('line')
})

test('a chain shows a box for each element and for the need', () => {
  const boxes = drawPreview(page('impactChain'), chain)
  expect(boxes).toHaveLength(18)
  for (const { x, y, width, height } of boxes)
    expect(x >= 0 && y >= 0 && x + width <= 160 && y + height <= 100).toBe(true)
  expect(countNotes(page('impactChain'), chain)).toBe(17)
})

test('pages that nobody has written in show nothing', () => {
  expect(drawPreview(page('financingPlan'), new Y.Doc())).toEqual([])
  expect(drawPreview(page('impactChain'), new Y.Doc())).toEqual([])
})
