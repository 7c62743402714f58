// How a session hangs together: from need over activities to outcomes, with what they cost and who pays for it.
import { latestMeasurement } from '../impact/progress'
import type { Element, Indicator } from '../impact/input'
import type { Source } from '../financing/input'
import { addKnown, carryCosts, type Cost } from './carryCosts'
import {
  chainsOf,
  modelsOf,
  plansOf,
  thingsOf,
  type ChainContent,
  type PageName,
  type PlanContent,
  type SessionCanvases,
} from './content'
import { costPerUnit } from './costPerUnit'
import { shareCosts, type CostShare } from './costShares'
import { endKey, otherEnd, type End } from './link'
import { checkLinks, checkModels, tieUp, type Gap } from './linkFindings'
import { planTotals } from './planTotals'

/** A thing that one can go to. */
export interface Named extends End {
  readonly title: string
}

export interface ThreadIndicator extends Named {
  readonly unit: string
  readonly latest: number | null
  readonly latestDate: string | null
  /** Öre for one of its unit, of those reached; null when that can't be told. */
  readonly costPerUnit: number | null
  /** Öre for one of its unit if the target is reached; null when that can't be told. */
  readonly costPerUnitAtTarget: number | null
  /** Notes of the business model that it measures. */
  readonly notes: readonly Named[]
}

export interface ThreadStep extends Named {
  readonly horizon: Element['horizon']
  readonly isUnintended: boolean
  readonly cost: Cost
  readonly indicators: readonly ThreadIndicator[]
}

export interface ThreadCost extends Named {
  /** This activity's part, öre. */
  readonly amount: number | null
  /** The whole row, öre. */
  readonly total: number | null
  /** How many activities share the row. */
  readonly sharedBy: number
  /** Sources that are kept for this row, or claimed on it. */
  readonly sources: readonly Named[]
  readonly notes: readonly Named[]
}

export interface ThreadActivity extends Named {
  /** What its own cost rows come to. */
  readonly cost: Cost
  readonly costs: readonly ThreadCost[]
  /** What its links lead to, on the way to the outcomes. */
  readonly outputs: readonly ThreadStep[]
  readonly outcomes: readonly ThreadStep[]
}

export interface ThreadChain {
  readonly page: PageName
  readonly need: string
  readonly activities: readonly ThreadActivity[]
  /** Outputs and outcomes that no activity leads to. */
  readonly loose: readonly ThreadStep[]
}

export interface ThreadSource extends Named {
  readonly status: Source['status']
  /** What it brings in the base scenario, öre. */
  readonly amount: number | null
  readonly notes: readonly Named[]
}

export interface ThreadPlan {
  readonly page: PageName
  readonly sources: readonly ThreadSource[]
  /** What costs bear on no activity, öre; null when that can't be told. */
  readonly costsWithoutActivity: readonly (Named & { readonly total: number | null })[]
}

export interface Thread {
  readonly chains: readonly ThreadChain[]
  readonly plans: readonly ThreadPlan[]
  readonly gaps: readonly Gap[]
  /** Which canvases there are at all. */
  readonly has: { readonly model: boolean; readonly chain: boolean; readonly plan: boolean }
}

/** @param asOf `YYYY-MM-DD`: measurements after that day do not count. */
export function followThread({ pages, links }: SessionCanvases, asOf: string): Thread {
  const ties = tieUp(pages, links)
  const things = new Map(pages.flatMap(thingsOf).map((each) => [endKey(each), each]))
  /** What a thing is linked to, of those that are there. */
  const linkedTo = (end: End, kind: (typeof links)[number]['kind']): Named[] =>
    links.flatMap((link) => {
      const other = link.kind === kind ? otherEnd(link, end) : null
      const thing = other && things.get(endKey(other))
      return thing ? [{ page: thing.page, id: thing.id, title: thing.title }] : []
    })
  const shares = shareCosts(pages, links)
  const look: Look = { linkedTo, shares, plans: plansOf(pages), asOf }
  return {
    chains: chainsOf(pages).map((chain) => followChain(chain, look)),
    plans: plansOf(pages).map((plan) => followPlan(plan, look, ties.serving)),
    gaps: [...checkModels(pages, ties), ...checkLinks(pages, ties)],
    has: {
      model: modelsOf(pages).length > 0,
      chain: chainsOf(pages).length > 0,
      plan: plansOf(pages).length > 0,
    },
  }
}

interface Look {
  readonly linkedTo: (end: End, kind: SessionCanvases['links'][number]['kind']) => Named[]
  readonly shares: readonly CostShare[]
  readonly plans: readonly PlanContent[]
  readonly asOf: string
}

function followChain({ page, input }: ChainContent, look: Look): ThreadChain {
  const own = new Map<string, number | null>()
  for (const { activity, amount } of look.shares) {
    if (activity.page !== page.id) continue
    const before = own.get(activity.id)
    own.set(activity.id, before === undefined ? amount : addKnown(before, amount))
  }
  const costs = carryCosts(input, own)
  const indicators = new Map<string, ThreadIndicator[]>()
  for (const each of input.indicators) {
    const cost = costs.get(each.elementId)?.amount ?? null
    const made = followIndicator(each, page.id, cost, look)
    indicators.set(each.elementId, [...(indicators.get(each.elementId) ?? []), made])
  }
  const stepOf = (element: Element): ThreadStep => ({
    page: page.id,
    id: element.id,
    title: element.title.trim(),
    horizon: element.horizon,
    isUnintended: element.negative,
    cost: costs.get(element.id) ?? { amount: null, isWhole: false },
    indicators: indicators.get(element.id) ?? [],
  })
  const ahead = reach(input)
  const reached = new Set<string>()
  const activities = input.elements
    .filter(({ type }) => type === 'activity')
    .map((element): ThreadActivity => {
      const onward = ahead(element.id)
      onward.forEach((id) => reached.add(id))
      const steps = (type: Element['type']) =>
        input.elements.filter((each) => each.type === type && onward.has(each.id)).map(stepOf)
      const amount = own.get(element.id) ?? null
      return {
        page: page.id,
        id: element.id,
        title: element.title.trim(),
        cost: { amount, isWhole: amount !== null },
        costs: costsOf({ page: page.id, id: element.id }, look),
        outputs: steps('output'),
        outcomes: steps('outcome'),
      }
    })
  const loose = input.elements
    .filter(({ id, type }) => (type === 'output' || type === 'outcome') && !reached.has(id))
    .map(stepOf)
  return { page, need: input.need.trim(), activities, loose }
}

/** Everything that the links lead to from an element, loops walked once. */
function reach({ links }: ChainContent['input']): (from: string) => Set<string> {
  const onward = new Map<string, string[]>()
  for (const { from, to } of links) onward.set(from, [...(onward.get(from) ?? []), to])
  return (from) => {
    const found = new Set<string>()
    const open = [from]
    for (let at = open.pop(); at !== undefined; at = open.pop())
      for (const next of onward.get(at) ?? [])
        if (!found.has(next)) {
          found.add(next)
          open.push(next)
        }
    return found
  }
}

function followIndicator(
  indicator: Indicator,
  page: string,
  cost: number | null,
  look: Look,
): ThreadIndicator {
  const latest = latestMeasurement(indicator, look.asOf)
  return {
    page,
    id: indicator.id,
    title: indicator.name.trim(),
    unit: indicator.unit.trim(),
    latest: latest?.value ?? null,
    latestDate: latest?.date ?? null,
    costPerUnit: costPerUnit(cost, latest?.value ?? null, indicator),
    costPerUnitAtTarget: costPerUnit(cost, indicator.target?.value ?? null, indicator),
    notes: look.linkedTo({ page, id: indicator.id }, 'measureIndicator'),
  }
}

function costsOf(activity: End, { shares, plans, linkedTo }: Look): ThreadCost[] {
  const key = endKey(activity)
  return shares
    .filter((share) => endKey(share.activity) === key)
    .map(({ row, amount, total }) => {
      const plan = plans.find(({ page }) => page.id === row.page)!
      const { personnel, fixedCosts, variableCosts, sources } = plan.input
      const found = [...personnel, ...fixedCosts, ...variableCosts].find(({ id }) => id === row.id)
      return {
        ...row,
        title: found?.title.trim() ?? '',
        amount,
        total,
        sharedBy: shares.filter((share) => endKey(share.row) === endKey(row)).length,
        sources: sources
          .filter((source) => pays(source, row.id))
          .map(({ id, funder }) => ({ page: row.page, id, title: funder.trim() })),
        notes: linkedTo(row, 'noteCost'),
      }
    })
}

const pays = ({ status, costLines, claim }: Source, row: string) =>
  status !== 'rejected' && (costLines.includes(row) || (claim?.roles.includes(row) ?? false))

function followPlan(
  { page, input }: PlanContent,
  { linkedTo }: Look,
  serving: ReadonlySet<string>,
): ThreadPlan {
  const totals = planTotals(input)
  return {
    page,
    sources: input.sources.map(({ id, funder, status }) => ({
      page: page.id,
      id,
      title: funder.trim(),
      status,
      amount: totals.source(id),
      notes: linkedTo({ page: page.id, id }, 'revenueSource'),
    })),
    costsWithoutActivity: [...input.personnel, ...input.fixedCosts, ...input.variableCosts]
      .filter(({ id }) => !serving.has(endKey({ page: page.id, id })) && totals.cost(id) !== 0)
      .map(({ id, title }) => ({ page: page.id, id, title: title.trim(), total: totals.cost(id) })),
  }
}
