// Three people do anything to one chain, some of the time without a connection: in the end all see the same.
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { isInvalidInput } from '../checks/invalidInput'
import { checkImpactChain } from '../impact/checkChain'
import { steps } from '../impact/steps'
import { tidyOrder } from '../impact/tidyOrder'
import { chainInput } from './chainInput'
import {
  chainNeed,
  chainTables,
  chainUndo,
  inOrder,
  removeElements,
  setChainFacts,
  setMeasurement,
  viewAssumptions,
  viewElements,
  viewIndicators,
  viewLinks,
  viewTargetGroups,
} from './impactChain'
import {
  addAssumption,
  addElement,
  addIndicator,
  addLink,
  addTargetGroup,
  dropAssumption,
  moveElement,
  openChainText,
  orderElements,
  removeLink,
  tick,
} from './impactChainEdit'
import { readChain } from './readChain'

const random = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
}

function open() {
  const page = new Y.Doc()
  return {
    page,
    undo: chainUndo(page),
    elements: viewElements(page),
    links: viewLinks(page),
    assumptions: viewAssumptions(page),
    targetGroups: viewTargetGroups(page),
    indicators: viewIndicators(page),
    isOnline: true,
    goBack: null as (() => void) | null,
  }
}
type Replica = ReturnType<typeof open>

function workshop(seed: number) {
  const next = random(seed)
  const below = (limit: number) => Math.floor(next() * limit)
  const pick = <T>(from: readonly T[]): T | undefined => from[below(from.length)]
  const replicas = [open(), open(), open()]
  const exchange = (everyone: boolean) => {
    const here = replicas.filter((each) => everyone || each.isOnline)
    for (let round = 0; round < 2; round++)
      for (const from of here)
        for (const to of here)
          if (from !== to)
            Y.applyUpdate(to.page, Y.encodeStateAsUpdate(from.page, Y.encodeStateVector(to.page)), 'remote')
  }
  const act = (replica: Replica) => {
    const { page, undo } = replica
    const element = pick(replica.elements.records())
    const other = pick(replica.elements.records())
    const link = pick(replica.links.records())
    const indicator = pick(replica.indicators.records())
    const group = pick(replica.targetGroups.records())
    const step = pick(steps)!
    const type = (text: ReturnType<typeof openChainText>) => {
      if (!text) return
      const at = below(text.read().length + 1)
      text.change([{ at, remove: Math.min(below(2), text.read().length - at), insert: 'åx'.slice(below(3)) }])
    }
    const acts: (() => unknown)[] = [
      () => addElement(page, { step, title: `e${below(50)}` }),
      () => addElement(page, { step, title: 'först', ...(other && { before: other.id }) }),
      () => element && moveElement(page, element.id, step, other && other !== element ? other.id : null),
      () => element && other && addLink(page, element.id, other.id),
      () => element && other && addLink(page, element.id, other.id),
      () => link && (replica.goBack = removeLink(page, link.id)),
      () => {
        if (!element) return
        removeElements(page, [element.id])
        replica.goBack = () => chainTables.elements.show(page, [element.id])
      },
      () => link && addAssumption(page, link.id, 'om'),
      () => link?.assumptionIds[0] && (replica.goBack = dropAssumption(page, link.id, link.assumptionIds[0])),
      () => element && type(openChainText(page, 'elements', element.id, 'title')),
      () => element && type(openChainText(page, 'elements', element.id, 'description')),
      () => type(chainNeed(page)),
      () => element && addIndicator(page, element.id, 'mått'),
      () => indicator && type(openChainText(page, 'indicators', indicator.id, 'unit')),
      () =>
        indicator &&
        setMeasurement(page, indicator.id, `m${below(4)}`, {
          date: `2027-0${1 + below(9)}-01`,
          value: below(100) / 4,
        }),
      () => indicator && chainTables.indicators.set(page, indicator.id, { 'baseline.value': below(9) }),
      () => indicator && chainTables.indicators.set(page, indicator.id, { 'baseline.date': '2027-01-01' }),
      () => addTargetGroup(page, 'grupp', element?.id),
      () => element && group && tick(page, 'elements', element.id, 'targetGroupIds', group.id, next() < 0.5),
      () => element && tick(page, 'elements', element.id, 'sdg', `3.${1 + below(3)}`, next() < 0.7),
      () => element && chainTables.elements.set(page, element.id, { negative: next() < 0.5 }),
      () => setChainFacts(page, { start: `2027-0${1 + below(9)}-01` }),
      () => orderElements(page, tidyOrder(inOrder(replica.elements.records()), replica.links.records())),
      () => (next() < 0.6 ? undo.undo() : undo.redo()),
      () => undo.undo(),
      () => {
        replica.goBack?.()
        replica.goBack = null
      },
    ]
    pick(acts)!()
  }
  return { replicas, exchange, act, below, next }
}

const bad = (each: Replica) =>
  [each.elements, each.links, each.assumptions, each.targetGroups, each.indicators].flatMap((view) =>
    view.bad(),
  )

test.each(Array.from({ length: 300 }, (_, seed) => seed))(
  'everybody ends with the same chain and the same findings: seed %i',
  (seed) => {
    const { replicas, exchange, act, below, next } = workshop(seed)
    for (let step = 0; step < 80; step++) {
      const replica = replicas[below(3)]!
      if (next() < 0.1) replica.isOnline = !replica.isOnline
      act(replica)
      if (next() < 0.3) exchange(false)
    }
    exchange(true)
    const [first, ...others] = replicas.map(({ page }) => {
      const chain = readChain(page, { id: 'page', title: '' })
      const checked = checkImpactChain(chainInput(chain), '2027-06-30')
      if (isInvalidInput(checked)) throw new Error(checked.sentence)
      return { chain, checked }
    })
    for (const other of others) expect(other).toEqual(first)
    for (const replica of replicas) expect(bad(replica)).toEqual([])
    // What the views say, kept up by changes, is what a fresh look says.
    for (const replica of replicas) {
      const fresh = viewElements(replica.page)
      expect(inOrder(replica.elements.records())).toEqual(inOrder(fresh.records()))
      fresh.close()
    }
  },
)
