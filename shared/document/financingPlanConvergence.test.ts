// Three people do anything to one plan, some of the time without a connection: in the end all see the same, and compute
// the same figures.
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { demoPlan } from '../demo/plan'
import { computeFinancingPlan } from '../financing/computePlan'
import { sourceKinds, sourceStatuses } from '../financing/input'
import { fillPlan } from './fillPlan'
import {
  planTables,
  planUndo,
  readPlanFacts,
  scenarioNames,
  setCells,
  setParameter,
  setPlanFacts,
  setScenario,
  viewFixedCosts,
  viewPersonnel,
  viewSources,
  viewVariableCosts,
  type PlanTable,
} from './financingPlan'
import { planInput } from './planInput'
import { changePeriodType } from './planPeriods'
import { addPlanRow, bringBackRow, newSourceValues, openTitle, replaceTitle, type PlanRow } from './planRows'
import { readPlan } from './readPlan'

const createdAt = Date.UTC(2027, 0, 4)

const random = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
}

function open() {
  const page = new Y.Doc()
  const views = {
    sources: viewSources(page),
    personnel: viewPersonnel(page),
    fixedCosts: viewFixedCosts(page),
    variableCosts: viewVariableCosts(page),
  }
  return { page, undo: planUndo(page), views, isOnline: true, removed: null as PlanRow | null }
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
  const rowIn = (replica: Replica, table: PlanTable): PlanRow | undefined => {
    const row = pick(replica.views[table].records() as readonly { id: string }[])
    return row && ({ table, row } as PlanRow)
  }
  const period = () => `202${7 + below(2)}Q${1 + below(4)}`
  const act = (replica: Replica) => {
    const { page, undo } = replica
    const table = pick(Object.keys(planTables) as PlanTable[])!
    const found = rowIn(replica, table)
    const id = found?.row.id
    const source = rowIn(replica, 'sources')
    const role = rowIn(replica, 'personnel')
    const set = (values: Record<string, unknown>) =>
      id &&
      setCells(
        page,
        Object.entries(values).map(([key, value]) => ({ table, id, key, value: value as number | null })),
      )
    const acts: (() => unknown)[] = [
      () =>
        addPlanRow(page, table, {
          title: `rad ${below(50)}`,
          ...(id && next() < 0.5 && { before: id }),
          ...(table === 'sources' && { values: newSourceValues(pick(sourceKinds)!) }),
        }),
      () => set({ [`amount.${period()}`]: below(9_000_000) }),
      () => set({ [`amount.${period()}`]: null, total: null }),
      () => set({ total: below(50_000_000) }),
      () => set({ unitPrice: below(20_000), [`units.${period()}`]: below(900) }),
      () => set({ ftePercent: below(120), 'salary.2027': below(5_000_000), from: period(), to: period() }),
      () => set({ percentOfSalesBp: below(9000), of: source?.row.id ?? null }),
      () => source && planTables.sources.set(page, source.row.id, { status: pick(sourceStatuses)! }),
      () =>
        source &&
        planTables.sources.set(page, source.row.id, {
          'claim.on': next() < 0.7,
          ...(role && { 'claim.roles': [role.row.id] }),
          'claim.paymentLagPeriods': below(4),
        }),
      () => source && planTables.sources.set(page, source.row.id, { 'loan.principal': below(90_000_000) }),
      () => {
        const text = id && openTitle(page, table, id)
        if (!text) return
        const at = below(text.read().length + 1)
        text.change([
          { at, remove: Math.min(below(2), text.read().length - at), insert: 'åx'.slice(below(3)) },
        ])
      },
      () => id && replaceTitle(page, table, id, `ny ${below(9)}`),
      () => {
        if (!found) return
        replica.removed = found
        planTables[table].remove(page, [found.row.id])
      },
      () => {
        if (replica.removed) bringBackRow(page, replica.removed)
        replica.removed = null
      },
      () => setScenario(page, pick(scenarioNames)!, { salesFactorBp: 5000 + below(9000) }),
      () =>
        setScenario(page, pick(scenarioNames)!, {
          include: { status: pick(sourceStatuses)!, included: next() < 0.5 },
        }),
      () => setParameter(page, 'ordinaryEmployerContribution', { value: 3000 + below(300) }),
      () => setPlanFacts(page, { openingCash: below(5_000_000), periodCount: 4 + below(8) }),
      () => next() < 0.1 && changePeriodType(page, readPlanFacts(page), pick(['month', 'quarter', 'year'])!),
      () => (next() < 0.6 ? undo.undo() : undo.redo()),
      () => undo.undo(),
    ]
    pick(acts)!()
  }
  return { replicas, exchange, act, below, next }
}

test.each(Array.from({ length: 300 }, (_, seed) => seed))(
  'everybody ends with the same plan and the same figures: seed %i',
  (seed) => {
    const { replicas, exchange, act, below, next } = workshop(seed)
    if (seed % 2 === 0) fillPlan(replicas[0]!.page, demoPlan)
    exchange(true)
    for (let step = 0; step < 80; step++) {
      const replica = replicas[below(3)]!
      if (next() < 0.1) replica.isOnline = !replica.isOnline
      act(replica)
      if (next() < 0.3) exchange(false)
    }
    exchange(true)
    const [first, ...others] = replicas.map(({ page }) => {
      const parts = readPlan(page, createdAt)
      // What cannot be computed says the same to everybody, too.
      return { parts, figures: computeFinancingPlan(planInput(parts)) }
    })
    for (const other of others) expect(other).toEqual(first)
    for (const { views } of replicas) for (const view of Object.values(views)) expect(view.bad()).toEqual([])
    // What the views say, kept up by changes, is what a fresh look says.
    for (const { page, views } of replicas) {
      const fresh = viewSources(page)
      const sorted = (all: readonly { id: string }[]) => [...all].sort((a, b) => (a.id < b.id ? -1 : 1))
      expect(sorted(views.sources.records())).toEqual(sorted(fresh.records()))
      fresh.close()
    }
  },
)

test('most of these plans can be computed, so the figures are put to the test', () => {
  let computed = 0
  for (let seed = 0; seed < 60; seed++) {
    const { replicas, act } = workshop(seed)
    if (seed % 2 === 0) fillPlan(replicas[0]!.page, demoPlan)
    for (let step = 0; step < 30; step++) act(replicas[0]!)
    const figures = computeFinancingPlan(planInput(readPlan(replicas[0]!.page, createdAt)))
    if ('scenarios' in figures) computed++
  }
  expect(computed).toBeGreaterThan(20)
})
