// What the links between the canvases leave open. Findings advise; they never stop anyone from saving or exporting.
import type { Severity } from '../checks/finding'
import { checkBusinessModel, type FindingCode as ModelFindingCode } from '../businessModel/checkBusinessModel'
import { isFunding } from '../financing/sources'
import { chainsOf, modelsOf, plansOf, thingsOf, type PageContent } from './content'
import { endKey, type Link } from './link'
import { planTotals } from './planTotals'

/**
 * - LK-01: an activity that no cost row pays for, told when there is a financing plan;
 * - LK-02: a cost that serves no activity, told when there is an impact chain;
 * - LK-03: a source of income that no revenue note stands for, told when there is a business model;
 * - LK-04: a link whose other end is gone.
 */
export const linkRules = ['LK-01', 'LK-02', 'LK-03', 'LK-04'] as const
export type LinkRule = (typeof linkRules)[number]

/** Something to mend, and where. */
export interface Gap {
  readonly code: LinkRule | ModelFindingCode
  readonly severity: Severity
  /** The page where it can be mended. */
  readonly page: string
  /** The thing there: a note, a block, an element, a row. */
  readonly target: string
  /** What the thing is called; empty for a block, and while nobody has named it. */
  readonly subject: string
}

/** The things that are there and have a link to something else that is there, by {@link endKey}; and ends that are gone. */
export interface Ties {
  readonly tied: ReadonlySet<string>
  /** The costs among them that an activity is linked to. */
  readonly serving: ReadonlySet<string>
  /** The links of which one end is there and the other is not; `there` is the end that is. */
  readonly broken: readonly { readonly link: Link; readonly there: Link['a'] }[]
}

export function tieUp(pages: readonly PageContent[], links: readonly Link[]): Ties {
  const there = new Set(pages.flatMap((page) => thingsOf(page).map(endKey)))
  const tied = new Set<string>()
  const serving = new Set<string>()
  const broken: { link: Link; there: Link['a'] }[] = []
  for (const link of links) {
    const [hasA, hasB] = [there.has(endKey(link.a)), there.has(endKey(link.b))]
    if (hasA && hasB) {
      tied.add(endKey(link.a))
      tied.add(endKey(link.b))
      if (link.kind === 'activityCost') serving.add(endKey(link.b))
    } else if (hasA !== hasB) broken.push({ link, there: hasA ? link.a : link.b })
  }
  return { tied, serving, broken }
}

/** BM-01 … BM-06 of all business models, with the links that BM-04 and BM-05 go by. */
export function checkModels(pages: readonly PageContent[], { tied }: Ties): Gap[] {
  const hasPlan = plansOf(pages).length > 0
  const hasChain = chainsOf(pages).length > 0
  return modelsOf(pages).flatMap(({ page, layout, notes }) => {
    const linked = notes.filter(({ id }) => tied.has(endKey({ page: page.id, id }))).map(({ id }) => id)
    const partner = [{ id: 'linked', notes: linked }]
    const findings = checkBusinessModel({
      layout,
      notes,
      financingRows: hasPlan ? partner : null,
      indicators: hasChain ? partner : null,
    })
    return findings.map(({ code, block, note }): Gap => ({
      code,
      severity: code === 'BM-06' ? 'info' : 'warning',
      page: page.id,
      target: note ?? block,
      subject: notes.find((each) => each.id === note)?.text.trim() ?? '',
    }))
  })
}

/** LK-01 … LK-04. Rows that come to nothing in the base scenario, rejected sources and loans are left alone. */
export function checkLinks(pages: readonly PageContent[], { tied, serving, broken }: Ties): Gap[] {
  const gaps: Gap[] = []
  const tell = (code: LinkRule, severity: Severity, page: string, target: string, subject: string) =>
    gaps.push({ code, severity, page, target, subject: subject.trim() })
  const isTied = (page: string, id: string) => tied.has(endKey({ page, id }))
  const chains = chainsOf(pages)
  const plans = plansOf(pages)

  if (plans.length > 0)
    for (const { page, input } of chains)
      for (const { id, type, title } of input.elements)
        if (type === 'activity' && !isTied(page.id, id)) tell('LK-01', 'warning', page.id, id, title)
  if (chains.length > 0)
    for (const { page, input } of plans)
      for (const { id, title } of [...input.personnel, ...input.fixedCosts, ...input.variableCosts]) {
        const serves = serving.has(endKey({ page: page.id, id }))
        if (!serves && planTotals(input).cost(id) !== 0) tell('LK-02', 'info', page.id, id, title)
      }
  if (modelsOf(pages).length > 0)
    for (const { page, input } of plans)
      for (const source of input.sources)
        if (isFunding(source) && source.status !== 'rejected' && !isTied(page.id, source.id))
          tell('LK-03', 'info', page.id, source.id, source.funder)
  const titles = new Map(pages.flatMap((page) => thingsOf(page).map((each) => [endKey(each), each.title])))
  for (const { there } of broken) tell('LK-04', 'info', there.page, there.id, titles.get(endKey(there)) ?? '')
  return gaps
}
