// An impact chain in the readable copy: the plain input with its figures, and tables that a person can read.
import type * as Y from 'yjs'
import { isInvalidInput } from '../checks/invalidInput'
import { chainInput } from '../document/chainInput'
import type { Page } from '../document/control'
import { linksBetween } from '../document/impactChain'
import { readChain, type WholeChain } from '../document/readChain'
import { checkImpactChain } from '../impact/checkChain'
import { sroiOf } from '../impact/sroiOf'
import { groupBySteps } from '../impact/steps'
import { formatBasisPoints, formatKronor } from '../money/format'
import { lines, list, oneLine, section, table } from './markdown'
import {
  chainWords as words,
  directionWords,
  frequencyWords,
  progressWords,
  riskWords,
  stepWords,
} from './readableChainWords'
import { readableWords } from './readableWords'

/** @param asOf the day (`YYYY-MM-DD`) that progress and findings are told for. */
export function writeChain(page: Page, doc: Y.Doc, asOf: string): { markdown: string; plain: unknown } {
  const chain = readChain(doc, page)
  const input = chainInput(chain)
  const check = checkImpactChain(input, asOf)
  const { facts } = chain
  const markdown = lines(
    `# ${oneLine(page.title)}`,
    '',
    readableWords.impactChain,
    '',
    `${words.asOf}: ${asOf}`,
    facts.start || facts.end ? `\n${words.time}: ${facts.start || '–'} – ${facts.end || '–'}` : false,
    section(words.need, chain.need.trim()),
    elements(chain),
    links(chain),
    assumptions(chain),
    indicators(chain, isInvalidInput(check) ? null : check),
    targetGroups(chain),
    section(
      words.stakeholders,
      chain.stakeholders.length > 0 &&
        table(
          [words.stakeholders, words.role],
          chain.stakeholders.map(({ name, role }) => [name, role]),
        ),
    ),
    facts.sroiOn ? sroi(chain) : '',
    section(
      words.findings,
      list(
        check.findings.map(
          (each) =>
            `${each.code}: ${each.messageSv} / ${each.messageEn} (${nameOf(chain, each.target) || each.target})`,
        ),
      ),
    ),
  )
  const { sroiOn, discountRateBp, valueOfInputs } = facts
  return {
    markdown,
    plain: {
      kind: page.kind,
      title: page.title,
      asOf,
      input,
      sroi: { isOn: sroiOn, discountRateBp, valueOfInputs, lines: chain.sroiLines },
      figures: check,
    },
  }
}

/** What stands under an id anywhere in the chain; a link is its two ends. */
function nameOf(chain: WholeChain, id: string): string {
  const link = chain.links.find((each) => each.id === id)
  return (
    chain.elements.find((each) => each.id === id)?.title ??
    chain.indicators.find((each) => each.id === id)?.name ??
    chain.targetGroups.find((each) => each.id === id)?.name ??
    chain.assumptions.find((each) => each.id === id)?.text ??
    (link ? `${nameOf(chain, link.from)} → ${nameOf(chain, link.to)}` : '')
  )
}

function elements(chain: WholeChain): string {
  return [...groupBySteps(chain.elements)]
    .map(([step, each]) => {
      const rows = each.map((element) => [
        element.title + (element.negative ? ` (${words.negative})` : ''),
        element.description,
        element.targetGroupIds.map((id) => nameOf(chain, id)).join(', '),
        element.sdg.join(', '),
      ])
      return section(
        stepWords[step],
        rows.length > 0 && table([words.element, words.description, words.targetGroups, words.sdg], rows),
      )
    })
    .join('')
}

function links(chain: WholeChain): string {
  const rows = linksBetween(chain.elements, chain.links).map((link) => [
    nameOf(chain, link.from),
    nameOf(chain, link.to),
    link.assumptionIds.map((id) => nameOf(chain, id)).join('; '),
  ])
  return section(words.links, rows.length > 0 && table([words.from, words.to, words.assumptions], rows))
}

function assumptions({ assumptions: all }: WholeChain): string {
  const rows = all.map(({ text, risk, test }) => [text, riskWords[risk], test])
  return section(
    words.assumptions,
    rows.length > 0 && table([words.assumptions, words.risk, words.test], rows),
  )
}

type Checked = Exclude<ReturnType<typeof checkImpactChain>, { kind: 'invalidInput' }>

function indicators(chain: WholeChain, check: Checked | null): string {
  const number = (value: number) => String(value).replace('.', ',').replace('-', '\u2212')
  const point = (each: { value: number; date: string } | null) =>
    each ? [number(each.value), each.date && `(${each.date})`].filter(Boolean).join(' ') : '–'
  const rows = chain.indicators.map((each) => {
    const progress = check?.indicatorProgress.find(({ indicatorId }) => indicatorId === each.id)
    const way = progress?.progressBp == null ? '' : `, ${formatBasisPoints(progress.progressBp, 'sv-SE')}`
    return [
      each.name,
      nameOf(chain, each.elementId),
      [each.unit, directionWords[each.direction]].filter(Boolean).join(', '),
      each.baselineNotApplicable ? words.notNeeded : point(each.baseline),
      point(each.target),
      each.measurements.map((measured) => `${measured.date}: ${number(measured.value)}`).join('; '),
      progress ? progressWords[progress.status] + way : '',
      [
        each.source,
        each.responsible,
        frequencyWords[each.frequency],
        each.disaggregation.includes('gender') && words.byGender,
      ]
        .filter(Boolean)
        .join('; '),
    ]
  })
  const heads = [
    words.indicator,
    words.element,
    words.unit,
    words.baseline,
    words.target,
    words.measurements,
    words.status,
    words.follow,
  ]
  return section(words.indicators, rows.length > 0 && table(heads, rows))
}

function targetGroups({ targetGroups: all }: WholeChain): string {
  const rows = all.map(({ name, kind }) => [name, words[kind]])
  return section(words.targetGroups, rows.length > 0 && table([words.targetGroups, words.kind], rows))
}

function sroi(chain: WholeChain): string {
  const share = (basisPoints: number) => formatBasisPoints(basisPoints, 'sv-SE')
  const kronor = (ore: number) => formatKronor(ore, 'sv-SE')
  const range = sroiOf(chain)
  const ratio = (hundredths: number | null) =>
    hundredths === null ? '–' : (hundredths / 100).toFixed(2).replace('.', ',').replace('-', '\u2212')
  return section(
    words.sroi,
    table(
      words.sroiColumns,
      chain.sroiLines.map((line) => [
        nameOf(chain, line.outcome),
        String(line.quantity),
        kronor(line.proxySekOre),
        String(line.years),
        ...[line.deadweightBp, line.displacementBp, line.attributionBp, line.dropOffBp].map(share),
        line.proxySource,
      ]),
    ),
    list([
      `${words.discountRate}: ${share(chain.facts.discountRateBp)}`,
      `${words.valueOfInputs}: ${kronor(chain.facts.valueOfInputs)}`,
      ...(isInvalidInput(range)
        ? []
        : [
            `${words.ratio}: ${ratio(range.low.ratioHundredths)} – ${ratio(range.high.ratioHundredths)} (${ratio(range.expected.ratioHundredths)})`,
          ]),
    ]),
  )
}
